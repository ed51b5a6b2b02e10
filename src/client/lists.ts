import type { JobPage } from "./answers.ts";
import { callApi } from "./inner/call.ts";
import { fromVideoJob, type VideoJobAnswer } from "./inner/from-answers.ts";
import type { AsyncJob, AsyncJobStatus } from "./job.ts";
import type { ClientOptions } from "./options.ts";
import type { FilmRequest, JobKind, JobStatus } from "./words.ts";

/** Which jobs, in which order, in the names of `GET /mcp/jobs`. What is left out does not narrow. */
export type JobsQuery = {
  status?: JobStatus | readonly JobStatus[] | undefined;
  date_range?: "today" | "week" | "month" | "all" | undefined;
  /** RFC 3339, or a date alone. */
  from?: string | undefined;
  to?: string | undefined;
  priority?: number | undefined;
  style?: FilmRequest["style"];
  kind?: JobKind | undefined;
  /** A job's id, its first 8 characters or more, or words of the prompt. */
  search?: string | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
  sort_by?: "created_at" | "updated_at" | "progress" | "duration_target" | "priority" | undefined;
  sort_order?: "asc" | "desc" | undefined;
};

/** A page of jobs of anybody's, filtered and sorted, with the counts of all there are. */
export const listJobs = (query: JobsQuery = {}, options?: ClientOptions): Promise<JobPage> =>
  callApi({ method: "GET", path: "/mcp/jobs", query }, options);

/** Which of a user's jobs: pages are counted from 1. */
export type UserJobsQuery = { status?: AsyncJobStatus | undefined; page?: number | undefined; page_size?: number | undefined };

/** A page of a user's jobs. */
export type UserJobs = { jobs: AsyncJob[]; total: number; page: number; page_size: number };

/** A user's jobs, newest first; without a user, everybody's. */
export async function listUserJobs(userId: string | undefined, query: UserJobsQuery = {}, options?: ClientOptions): Promise<UserJobs> {
  const call = { method: "GET", path: "/api/v1/jobs/", query: { user_id: userId, ...query } } as const;
  const page = await callApi<Omit<UserJobs, "jobs"> & { jobs: VideoJobAnswer[] }>(call, options);
  return { ...page, jobs: page.jobs.map(fromVideoJob) };
}

/** How many jobs stand where. */
export type JobStatistics = Record<AsyncJobStatus | "total", number>;

/** Counts jobs by status: a user's, or all. */
export const getJobStatistics = (userId?: string, options?: ClientOptions): Promise<JobStatistics> =>
  callApi({ method: "GET", path: "/api/v1/jobs/stats/counts", query: { user_id: userId } }, options);
