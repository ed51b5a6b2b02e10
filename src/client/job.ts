import { sayStep, toAsyncStatus } from "./inner/six-words.ts";
import type { ServerEvent } from "./words.ts";

/** Where a job stands, in six words. */
export type AsyncJobStatus = "pending" | "retrying" | "processing" | "success" | "failure" | "cancelled";

/** A finished film: `video_path` is below the server's address, `duration` seconds. */
export type AsyncJobResult = { video_id: string; video_path: string; duration: number };

/** A job, whichever dialect it was asked for in. Times are RFC 3339. */
export type AsyncJob = {
  job_id: string;
  status: AsyncJobStatus;
  /** 0..1; never falls. */
  progress: number;
  /** What is being done, in words. */
  message: string;
  /** The film, once the job has succeeded. */
  result: AsyncJobResult | null;
  error: string | null;
  /** How often it was tried again after a failure. */
  retry_count: number;
  created_at: string;
  updated_at: string | null;
  /** Seconds; null when nobody can tell. */
  estimated_time_remaining: number | null;
};

/** A job after something happened to it. What an event does not say stays as it was: after an end, ask for the job to have its film. */
export function applyEvent(job: AsyncJob, event: ServerEvent): AsyncJob {
  if (!("job_id" in event) || event.job_id !== job.job_id) return job;
  switch (event.event) {
    case "job_status_update":
      return {
        ...job,
        status: toAsyncStatus(event.status, event.waiting_for),
        progress: Math.max(job.progress, event.overall_progress / 100),
        message: sayStep(event.status, event.waiting_for, event.current_step),
        estimated_time_remaining: event.estimated_time_remaining,
      };
    case "job_completed":
      return { ...job, status: "success", progress: 1, message: "Complete", error: null, estimated_time_remaining: 0 };
    case "job_failed":
      return { ...job, status: "failure", message: "Failed", error: event.error, estimated_time_remaining: 0 };
    case "job_cancelled":
      return { ...job, status: "cancelled", message: "Cancelled", estimated_time_remaining: 0 };
    default:
      return job;
  }
}
