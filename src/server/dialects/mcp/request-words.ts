import type { z } from "zod";
import type { JobRecord } from "../../../domain/job-record.ts";
import type { StoryboardDraft } from "../../../domain/storyboard.ts";
import type { NoopRequest, SubmitRequest } from "../../../domain/submit.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";

/** What `POST /mcp/generate` takes. */
export type RequestWords = z.input<typeof SubmitRequest> | z.input<typeof NoopRequest>;

/**
 * What a job was asked in the words of `POST /mcp/generate`: sent again, it makes the same film. With a storyboard, that is what the film is made
 * from; a time that has passed is left out.
 */
export function toRequestWords({ request, priority, dueUs }: JobRecord, nowUs: number, storyboard?: StoryboardDraft): RequestWords {
  const later = request.runAt !== null && dueUs > nowUs ? { run_at: toTimestamp(dueUs) } : {};
  if (request.kind === "noop") return { kind: "noop", noop_ms: request.noopMs, prompt: request.prompt, priority, ...later };
  const queued = { priority, review: request.review, ...later };
  if (!storyboard) return { ...request.film, ...queued };
  const { prompt: _prompt, script: _script, ...film } = request.film;
  return { ...film, storyboard, ...queued };
}
