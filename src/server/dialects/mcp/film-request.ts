import { readSubmission, type Submission, SubmitRequest } from "../../../domain/submit.ts";
import { checkVoice } from "../../../domain/voice.ts";
import type { ServerMeans } from "../../means.ts";

/** A film that is asked for, as it is documented. */
export const FILM_REQUEST = {
  schema: SubmitRequest.meta({ title: "FilmRequest", description: "A film that is asked for" }),
  description: "Exactly one of `prompt`, `script` and `storyboard`; everything else has a default",
  examples: {
    prompt: { prompt: "The life of a river, from spring to sea", duration_target: 30, style: "documentary" },
    script: { script: "Rivers begin small. They end as seas.", language: "en", voice: "en-US-female", aspect: "9:16" },
    reviewed: { prompt: "Why the sky is blue", review: true, priority: 8 },
  },
};

/** Checks a film that is asked for. Throws `invalid_request`, with every fault, or `webhooks_unavailable`. */
export function readFilmRequest(body: unknown, { noop, voices }: Pick<ServerMeans, "noop" | "voices">): Submission {
  const submission = readSubmission(body, { noop });
  if (submission.request.kind === "generate") checkVoice(submission.request.film.voice, voices);
  return submission;
}
