import type { LogPage } from "./answers.ts";
import { callApi, toUrl } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { LogLevel } from "./words.ts";

/** Which lines of a log; `after` is the number of the last one that is known. */
export type LogsQuery = {
  level?: LogLevel | undefined;
  search?: string | undefined;
  after?: number | undefined;
  limit?: number | undefined;
};

/** A page of a job's log, oldest first. */
export const getLogs = (jobId: string, query: LogsQuery = {}, options?: ClientOptions): Promise<LogPage> =>
  callApi({ method: "GET", path: pathOf(jobId), query }, options);

/** Where the whole log can be downloaded as text. */
export const logsUrl = (jobId: string, { level, search }: LogsQuery = {}, options: ClientOptions = {}): string =>
  toUrl(pathOf(jobId), options, { level, search, format: "text" });

const pathOf = (jobId: string): string => `/mcp/logs/${encodeURIComponent(jobId)}`;
