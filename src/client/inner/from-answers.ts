import type { FilmResult, JobDetails } from "../answers.ts";
import type { AsyncJob } from "../job.ts";
import { sayStep, toAsyncStatus } from "./six-words.ts";

/** A job as `/api/v1` answers it. */
export type VideoJobAnswer = Omit<AsyncJob, "estimated_time_remaining">;

/** A job from the whole of its status, with its film where there is one. */
export function fromDetails(details: JobDetails, film: FilmResult | undefined): AsyncJob {
  const { status, waiting_for, overall_progress, current_step, attempt } = details;
  return {
    job_id: details.job_id,
    status: toAsyncStatus(status, waiting_for),
    progress: overall_progress / 100,
    message: sayStep(status, waiting_for, current_step),
    result: film ? { video_id: film.job_id, video_path: film.video_url, duration: film.duration } : null,
    error: details.error,
    retry_count: Math.max(0, attempt - 1),
    created_at: details.created_at,
    updated_at: details.updated_at,
    estimated_time_remaining: details.estimated_time_remaining,
  };
}

/** A job of `/api/v1`, which does not tell the time left. */
export const fromVideoJob = (job: VideoJobAnswer): AsyncJob => ({ ...job, estimated_time_remaining: null });
