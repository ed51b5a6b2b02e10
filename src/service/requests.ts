import { costKey, filmSeconds, priorCosts, stageSeconds } from "../domain/costs.ts";
import { estimateFilm, type FilmEstimate } from "../domain/film-estimate.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import { JobId, type JobRecord } from "../domain/job-record.ts";
import type { Preferences } from "../domain/preferences.ts";
import { STAGE_NAMES, type StageName } from "../domain/stages.ts";
import type { StoryboardDraft } from "../domain/storyboard.ts";
import type { Submission } from "../domain/submit.ts";
import { MONTH_SEC, priceOf } from "./analytics-cost.ts";
import type { ServiceMeans } from "./means.ts";
import { foundJob } from "./submit.ts";

/** What a film would take if it were asked for now. `filmsMeasured` is how many films its seconds were learnt from; `cost` is with a month's room on the disk. */
export type Forecast = FilmEstimate & {
  queuePosition: number;
  waitingSec: number;
  processingSec: number;
  stages: { name: StageName; sec: number }[];
  filmsMeasured: number;
  cost: number | null;
  currency: string;
};

/** What a job was asked; `storyboard` is its newest, where that has been edited, and then what its film is made from. */
export type Asked = { job: JobRecord; revision: number; storyboard: StoryboardDraft | undefined };

/** What is asked for: before it is, and after. */
export type Requests = {
  /** What a submission would take; nothing is stored. Takes a few milliseconds. */
  estimate: (submission: Submission) => Forecast;
  /** Throws `not_found`. */
  asked: (id: string) => Asked;
};

type RequestMeans = Pick<ServiceMeans, "store" | "scheduler" | "preferences" | "nowUs">;
type Work = FilmEstimate & Pick<Forecast, "processingSec" | "stages" | "filmsMeasured">;

/** Opens what can be known of requests. */
export function openRequests({ store, scheduler, preferences, nowUs }: RequestMeans): Requests {
  return {
    estimate({ request, priority }) {
      const now = nowUs();
      const ahead = store.read.ahead({ seq: Number.MAX_SAFE_INTEGER, priority, createdUs: now });
      const untilDueSec = request.runAt === null ? 0 : (Date.parse(request.runAt) * 1000 - now) / 1e6;
      const work = request.kind === "noop" ? restWork(request.noopMs / 1000) : filmWork(request.film, store.read);
      const rates = preferences.get();
      return {
        ...work,
        queuePosition: ahead + 1,
        waitingSec: Math.max(0, untilDueSec, scheduler.waitSec(ahead)),
        cost: costOf(rates, work),
        currency: rates.currency,
      };
    },
    asked(id) {
      const job = foundJob(JobId.safeParse(id).success ? store.read.job(id.toLowerCase()) : undefined, id);
      const newest = store.read.storyboard(job.id);
      const isEdited = newest !== undefined && newest.revision > 1;
      return { job, revision: isEdited ? newest.revision : job.revision, storyboard: isEdited ? newest.storyboard : undefined };
    },
  };
}

function filmWork(film: ResolvedRequest, read: RequestMeans["store"]["read"]): Work {
  const costs = read.costs(costKey(film)) ?? priorCosts(film);
  const estimate = estimateFilm(film);
  return {
    ...estimate,
    processingSec: filmSeconds(costs, estimate.durationSec),
    stages: STAGE_NAMES.map((name) => ({ name, sec: stageSeconds(costs[name], estimate.durationSec) })),
    filmsMeasured: read.filmsMeasured(costKey(film)),
  };
}

const restWork = (sec: number): Work => ({
  ...{ durationSec: 0, scenes: 0, words: 0, bytes: 0, stages: [], filmsMeasured: 0 },
  processingSec: sec,
});

function costOf({ currency, compute_per_hour, storage_per_gb_month }: Preferences, { processingSec, bytes }: Work): number | null {
  const rates = { currency, computePerHour: compute_per_hour, storagePerGbMonth: storage_per_gb_month };
  return priceOf(rates, { computeSec: processingSec, bytes, keptSec: MONTH_SEC }).total;
}
