import { filmLengthSec, filmSeconds } from "../domain/costs.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import type { StageCosts } from "../domain/stages.ts";
import type { JobRequest } from "../domain/submit.ts";

/** Seconds that a job takes from nothing. `film` is what its film is made from, by default what was asked for. */
export function jobSeconds(request: JobRequest, film: ResolvedRequest | undefined, costsOf: (film: ResolvedRequest) => StageCosts): number {
  if (request.kind === "noop") return request.noopMs / 1000;
  const from = film ?? request.film;
  return filmSeconds(costsOf(from), filmLengthSec(from));
}

/** How much of a job is still to be made, 0..1. One that was done is made anew, from an edit: its progress stays, but says nothing of that. */
export const shareLeft = (progress: number): number => (progress < 100 ? 1 - progress / 100 : 1);

/** What is known of the queue: seconds left of what runs, how many go first, and how long jobs take on average. */
export type QueueLoad = { slots: number; running: number[]; ahead: number; meanSec: number };

/** Seconds until a slot is free for a job that has so many ahead of it. */
export function waitSeconds({ slots, running, ahead, meanSec }: QueueLoad): number {
  const free = slots - running.length;
  if (ahead < free) return 0;
  const soonest = free > 0 ? 0 : Math.min(...running);
  const work = running.reduce((sum, sec) => sum + sec, 0) + ahead * meanSec;
  return Math.max(soonest, work / slots);
}
