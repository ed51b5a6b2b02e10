import type { LogMatches, LogPage, LogSummary } from "./answers.ts";
import { callApi, toUrl } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { LogLevel } from "./words.ts";

/** Which levels, and which words, in any case. */
export type LogFilter = { level?: LogLevel | readonly LogLevel[] | undefined; search?: string | undefined };

/**
 * Which lines of a log, at most `limit` (100; up to 1,000). Without `before` and `tail` the first that fit, with them the last that fit; in
 * either case oldest first. A line's `line` counts from 1 within its job without a gap and stays its own; the oldest lines of a long log may
 * have been removed, then the first is a later one. A line anywhere is found as fast as the first.
 */
export type LogsQuery = LogFilter & {
  /** Only entries with a higher number: `seq`, or the `next` of the page before. */
  after?: number | undefined;
  /** Only entries with a lower number (`seq`), the last of them. */
  before?: number | undefined;
  /** The last so many, up to 1,000; instead of `limit`. */
  tail?: number | undefined;
  /** Only from this line on. */
  from_line?: number | undefined;
  /** Only up to this line, itself included. */
  to_line?: number | undefined;
  limit?: number | undefined;
};

/** A page of a job's log, oldest first. */
export const getLogs = (jobId: string, query: LogsQuery = {}, options?: ClientOptions): Promise<LogPage> =>
  callApi({ method: "GET", path: pathOf(jobId), query }, options);

/** How many lines a log has, by level, and which are its first and last. Costs the same however long the log is. */
export const getLogSummary = (jobId: string, options?: ClientOptions): Promise<LogSummary> =>
  callApi({ method: "GET", path: `${pathOf(jobId)}/summary` }, options);

/**
 * Which lines fit a filter, by their `line`: at most `limit` (10,000; up to 100,000), looking through at most 1,000,000 lines; where it stopped
 * before the end, `next` is the `from_line` of what remains. With a page of `getLogs` around each, a filtered log needs no other way to scroll.
 */
export const getLogMatches = (
  jobId: string,
  query: LogFilter & { from_line?: number; to_line?: number; limit?: number } = {},
  options?: ClientOptions,
): Promise<LogMatches> => callApi({ method: "GET", path: `${pathOf(jobId)}/matches`, query }, options);

/** Where the whole log can be had as text: to be saved as a file, or with `inline` to be shown by a browser. */
export const logsUrl = (
  jobId: string,
  { level, search, inline = false }: LogFilter & { inline?: boolean } = {},
  options: ClientOptions = {},
): string => toUrl(pathOf(jobId), options, { level, search, format: "text", download: inline ? 0 : undefined });

const pathOf = (jobId: string): string => `/mcp/logs/${encodeURIComponent(jobId)}`;
