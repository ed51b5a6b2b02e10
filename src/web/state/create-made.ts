import { signal } from "@preact/signals";
import type { JobDetails } from "../../client/answers.ts";
import type { CreatedJob } from "../../client/create.ts";
import type { LiveEvent } from "../../client/live.ts";
import { getJobDetails } from "../../client/status.ts";
import { hearJob } from "../live.ts";
import { baseUrl } from "../router.ts";

/** A film that was asked for on this page, as far as it is. `words` are what it was asked for with. */
export type Made = { jobId: string; words: string } & Pick<
  JobDetails,
  "status" | "waiting_for" | "queue_position" | "overall_progress" | "current_step" | "estimated_time_remaining" | "error"
>;

/** The film that was asked for last; null when another is begun. */
export const made = signal<Made | null>(null);

/** Shows a job that was just made. */
export function follow({ job_id, canonical_status, queue_position, estimated_duration }: CreatedJob, words: string): void {
  made.value = {
    jobId: job_id,
    words,
    status: canonical_status ?? "pending",
    waiting_for: null,
    queue_position,
    overall_progress: 0,
    current_step: null,
    estimated_time_remaining: estimated_duration,
    error: null,
  };
}

const set = (jobId: string, change: Partial<Made>): void => {
  const now = made.peek();
  if (now?.jobId === jobId) made.value = { ...now, ...change };
};

/** Hears how far the job is. Returns what ends that. */
export const hearMade = (jobId: string): (() => void) => hearJob(jobId, (event) => set(jobId, toChange(event)));

function toChange(event: LiveEvent): Partial<Made> {
  if (event.event === "job_failed") return { status: "failed", error: event.error };
  if (event.event === "job_cancelled") return { status: "cancelled" };
  if (event.event === "job_completed") return { status: "completed", overall_progress: 100 };
  if (event.event !== "job_status_update") return {};
  const { status, waiting_for, overall_progress, current_step, estimated_time_remaining } = event;
  return { status, waiting_for, overall_progress, current_step, estimated_time_remaining };
}

/** Asks how far it is: its place in the queue is told by no event. */
export async function askMade(jobId: string, signal: AbortSignal): Promise<void> {
  const { status, waiting_for, queue_position, overall_progress, current_step, estimated_time_remaining, error } = await getJobDetails(
    jobId,
    {
      baseUrl,
      signal,
    },
  );
  set(jobId, { status, waiting_for, queue_position, overall_progress, current_step, estimated_time_remaining, error });
}
