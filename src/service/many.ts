import type { JobFilter } from "../domain/job-query.ts";
import type { JobRecord, ListedJob } from "../domain/job-record.ts";

/** Which jobs are meant: by their ids, or all that pass a filter, looked up once. */
export type JobSelection = { ids: readonly string[] } | { filter: JobFilter };

/** What is done to many jobs at once. */
export type BulkAction = "cancel" | "retry";

/** What became of one job: `skipped` when there was nothing to do to it, `failed` when it could not be done; `reason` says why in a sentence. */
export type BulkResult = { jobId: string; outcome: "done" | "skipped" | "failed"; reason: string | null };

/** What became of all; `remaining` more fit the filter and could have been done, but were left. */
export type BulkOutcome = { results: BulkResult[]; remaining: number };

/** A job with all that is stored of it, and as lists show it. */
export type ExportedJob = { job: JobRecord; listed: ListedJob };

/** A finished film on the disk, with what names it. */
export type FilmFile = Pick<JobRecord, "id" | "title" | "prompt"> & { path: string; bytes: number; changed: Date };

/** What can be done with many jobs, in no HTTP words; memory and each step are bounded, however many there are. */
export type ManyJobs = {
  /** Cancels or retries, at most `MOST_DONE` in a call; one that cannot be is no error, but said in its result. */
  act: (action: BulkAction, selection: JobSelection) => Promise<BulkOutcome>;
  /** The jobs, oldest first, in batches as they are asked for. Without a selection all that there are. Throws `not_found` when ids are given and none is known. */
  each: (selection?: JobSelection) => AsyncGenerator<ExportedJob[], void>;
  /** The finished films among the jobs. Throws `not_found`, `wrong_state` when none is finished, `invalid_request` when they are more than `MOST_FILMS`. */
  films: (selection: JobSelection) => Promise<FilmFile[]>;
};

/** How many jobs a call of `act` does something to, and answers for, at most. */
export const MOST_DONE = 10_000;
/** How many films are given at once at most. */
export const MOST_FILMS = 1000;
