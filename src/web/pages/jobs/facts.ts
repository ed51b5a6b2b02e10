import type { ListedJob } from "../../../client/answers.ts";
import type { FilmRequest, JobKind } from "../../../client/words.ts";
import { sayBytes, sayClock, sayOrdinal, sayPercent, saySeconds } from "../../say.ts";
import type { Progress } from "../../state/jobs.ts";

/** What styles are called. */
export const STYLES: Record<NonNullable<FilmRequest["style"]>, string> = {
  cinematic: "Cinematic",
  social: "Social",
  broadcast: "Broadcast",
  educational: "Educational",
  documentary: "Documentary",
  custom: "Custom",
};

/** What jobs do. */
export const KINDS: Record<JobKind, string> = { generate: "Video", analyze: "Analysis", noop: "Test" };

/** Priorities that have a name. */
export const PRIORITIES: Record<number, string> = { 2: "Low", 5: "Normal", 8: "High", 10: "Critical" };

/** How a job goes, in a few words: its place in the queue, the time left, what it took, or where it ended. */
export function sayProgress(job: ListedJob, { overall_progress, estimated_time_remaining, current_step }: Progress): string {
  switch (job.status) {
    case "pending":
      return sayWaiting(job);
    case "completed":
      return sayResult(job);
    case "failed":
      return job.error ?? "Nobody knows why";
    case "cancelled":
      return overall_progress > 0 ? `Stopped at ${sayPercent(overall_progress)}` : "Never begun";
    default:
      return estimated_time_remaining === null
        ? (current_step ?? "")
        : `${saySeconds(Math.max(1, Math.round(estimated_time_remaining)))} left`;
  }
}

function sayWaiting({ waiting_for, queue_position }: ListedJob): string {
  if (waiting_for === "approval") return "The storyboard is ready";
  if (waiting_for === "time") return "Begins at its time";
  if (waiting_for === "retry") return "Begins again shortly";
  if (queue_position === null) return "Waits for its turn";
  return queue_position === 1 ? "Next in the queue" : `${sayOrdinal(queue_position)} in the queue`;
}

function sayResult({ started_at, finished_at, bytes }: ListedJob): string {
  const sec = started_at && finished_at ? (Date.parse(finished_at) - Date.parse(started_at)) / 1000 : null;
  const took = sec === null ? "" : `Took ${sec < 10 ? saySeconds(sec) : sayClock(sec)}`;
  return [took, bytes === null ? "" : sayBytes(bytes)].filter(Boolean).join(" · ");
}

/** How long a film is, or is to be; s. */
export function sayLength({ duration, duration_target }: ListedJob): string {
  const sec = duration ?? duration_target;
  return sec === null ? "–" : sayClock(sec);
}
