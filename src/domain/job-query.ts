import type { Style } from "./job.ts";
import type { JobKind, JobStatus, ListedJob } from "./job-record.ts";

/** What a list of jobs can be sorted by. Ties go by age. */
export const SORT_KEYS = ["created_at", "updated_at", "progress", "duration_target", "priority"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Which jobs, in which order. What is left out does not narrow. Times are microseconds since 1970: `fromUs` inclusive, `toUs` exclusive, both of `created_at`. */
export type JobQuery = {
  statuses?: readonly JobStatus[];
  fromUs?: number;
  toUs?: number;
  priority?: number;
  style?: Style;
  kind?: JobKind;
  userId?: string;
  /** A job id, the beginning of one (8 characters or more), or words of the prompt. */
  search?: string;
  sortBy: SortKey;
  descending: boolean;
  limit: number;
  offset: number;
};

/** What narrows a list, without order and page. */
export type JobFilter = Omit<JobQuery, "sortBy" | "descending" | "limit" | "offset">;

/** How many jobs there are, whatever the filter. */
export type JobCounts = { total: number; completed: number; failed: number; inProgress: number; pending: number; cancelled: number };

/** One page of jobs. A total of a filter that would have to be counted row by row stops at 1,000 and says so. */
export type JobPage<Job = ListedJob> = { jobs: Job[]; total: number; totalIsExact: boolean; counts: JobCounts };

/** Where totals stop that are not kept. */
export const MOST_COUNTED = 1000;
