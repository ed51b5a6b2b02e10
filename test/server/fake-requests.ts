import { estimateFilm } from "../../src/domain/film-estimate.ts";
import type { Requests } from "../../src/service/requests.ts";
import { type FakeService, fakeService } from "./fake-service.ts";

/** What is known of requests to a service in memory, on a machine that has made four films, with nothing waiting. */
export const fakeRequests = (service: FakeService = fakeService()): Requests => ({
  estimate({ request }) {
    const film = request.kind === "generate" ? estimateFilm(request.film) : { durationSec: 0, scenes: 0, words: 0, bytes: 0 };
    const stages = [{ name: "plan" as const, sec: 0.3 }];
    return {
      ...film,
      queuePosition: 1,
      waitingSec: 0,
      processingSec: 33.129,
      stages,
      filmsMeasured: 4,
      cost: 0.00123456789,
      currency: "EUR",
    };
  },
  asked(id) {
    const job = service.job(id);
    const newest = service.storyboards.get(job.id);
    const isEdited = newest !== undefined && newest.revision > 1;
    return { job, revision: isEdited ? newest.revision : job.revision, storyboard: isEdited ? newest.storyboard : undefined };
  },
});
