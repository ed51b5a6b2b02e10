import type { AsyncJob, AsyncJobStatus } from "./job.ts";

const ENDED: readonly AsyncJobStatus[] = ["success", "failure", "cancelled"];

/** True once nothing more will happen to a job: it succeeded, failed or was cancelled. */
export const isJobComplete = ({ status }: Pick<AsyncJob, "status">): boolean => ENDED.includes(status);

/** True while a job can still be cancelled: it waits or is being worked on. */
export const canCancelJob = ({ status }: Pick<AsyncJob, "status">): boolean => !ENDED.includes(status);

/** Progress, 0..1, as a percentage: `0.425` is `43%`. Never says 100% before the end. */
export function formatProgress(progress: number): string {
  const percent = Math.round(Math.min(1, Math.max(0, Number.isFinite(progress) ? progress : 0)) * 100);
  return `${progress < 1 ? Math.min(99, percent) : percent}%`;
}

/**
 * Seconds until a job is done: what the server says, or else what is left at the pace so far; 0 for a job that has ended, null when nobody can
 * tell yet. `nowMs` is for tests.
 */
export function getEstimatedTimeRemaining(
  job: Pick<AsyncJob, "status" | "progress" | "created_at" | "estimated_time_remaining">,
  nowMs: number = Date.now(),
): number | null {
  if (ENDED.includes(job.status)) return 0;
  if (job.estimated_time_remaining !== null) return job.estimated_time_remaining;
  const elapsedSec = (nowMs - Date.parse(job.created_at)) / 1000;
  if (!(job.progress > 0.02) || !(elapsedSec > 0)) return null;
  return (elapsedSec / job.progress) * (1 - job.progress);
}

/** Seconds in words: `45 s`, `3 min 5 s`, `1 h 20 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
