import { callApi, toUrl } from "./inner/call.ts";
import type { JobsQuery } from "./lists.ts";
import type { ClientOptions } from "./options.ts";

/** Which jobs are meant: by their ids (1,000 at most), or all that pass a filter (in the words of lists), which the server looks up. */
export type JobSelection = { job_ids: readonly string[] } | { filter: JobFilter };

/** What narrows a list, without order and page. */
export type JobFilter = Omit<JobsQuery, "limit" | "offset" | "sort_by" | "sort_order">;

export type BulkAction = "cancel" | "retry";

/** What became of one job: `skipped` when there was nothing to do to it, `failed` when it could not be done. */
export type BulkResult = { job_id: string; outcome: "done" | "skipped" | "failed"; reason: string | null };

/**
 * What became of all. A call does 10,000 at most, the oldest first: `remaining` more fit the filter and could have been done; send it again as long as
 * some are `done`. `results` begin with those it could be done to, and are 10,000 at most.
 */
export type BulkAnswer = { action: BulkAction; done: number; skipped: number; failed: number; remaining: number; results: BulkResult[] };

/** Cancels or retries many jobs. One that cannot be is no error, but said in its result. */
export const bulkJobs = (action: BulkAction, selection: JobSelection, options?: ClientOptions): Promise<BulkAnswer> =>
  callApi({ method: "POST", path: "/mcp/bulk", body: { action, ...selection } }, { timeoutMs: 120_000, ...options });

/** Where the metadata of jobs can be downloaded; of all without a selection. An address names 400 ids at most. */
export const exportUrl = (format: "csv" | "json", selection?: JobSelection, options: ClientOptions = {}): string =>
  toUrl("/mcp/export", options, { format, ...toQuery(selection) });

/** Where the films of jobs can be downloaded, in one ZIP (stored, not compressed), 1,000 at most. Those that are not finished are left out; an address names 400 ids at most. */
export const filmsUrl = (selection: JobSelection, options: ClientOptions = {}): string => toUrl("/mcp/films", options, toQuery(selection));

const toQuery = (selection: JobSelection | undefined) =>
  !selection ? {} : "job_ids" in selection ? { job_id: selection.job_ids } : selection.filter;
