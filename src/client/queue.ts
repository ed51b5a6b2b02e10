import { callApi } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { JobKind, JobStatus } from "./words.ts";

/** One of the places where jobs run; `job_id` is null while it is free. */
export type Worker = {
  /** From 1. */
  worker: number;
  job_id: string | null;
  kind: JobKind | null;
  prompt: string | null;
  status: JobStatus | null;
  current_step: string | null;
  /** Since when it does this, or nothing; RFC 3339. */
  since: string;
};

/** How the queue stands now. */
export type QueueState = {
  /** How many jobs are in each status that is not an end. */
  depth: Partial<Record<JobStatus, number>>;
  workers: Worker[];
  /** Scenes drawn at the same time. */
  threads: number;
  oldest_waiting: { job_id: string; prompt: string; seconds: number } | null;
  /** Until a job made now could begin, s. */
  next_start: number;
};

/** Who does what, and what waits. */
export const getQueue = (options?: ClientOptions): Promise<QueueState> => callApi({ method: "GET", path: "/mcp/queue" }, options);

/** One try of a job, from when it joined the queue. Times are RFC 3339; `error` is why it failed. */
export type Attempt = {
  /** From 1; rises through retries and edits. */
  attempt: number;
  revision: number;
  queued_at: string;
  started_at: string | null;
  finished_at: string | null;
  outcome: "running" | "waiting" | "completed" | "failed" | "cancelled" | "interrupted";
  error: string | null;
  error_code: string | null;
  /** Stages that this try has run, in their order; those kept from an earlier one are left out. */
  stages: { name: string; status: JobStatus; started_at: string; finished_at: string | null }[];
};

/** All tries of a job, oldest first. */
export const getAttempts = (jobId: string, options?: ClientOptions): Promise<{ job_id: string; attempts: Attempt[] }> =>
  callApi({ method: "GET", path: `/mcp/attempts/${encodeURIComponent(jobId)}` }, options);
