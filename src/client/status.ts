import type { FilmResult, JobDetails } from "./answers.ts";
import { KinoraApiError } from "./errors.ts";
import { callApi } from "./inner/call.ts";
import { fromDetails, fromVideoJob, type VideoJobAnswer } from "./inner/from-answers.ts";
import { beginAsking, readKept } from "./inner/status-cache.ts";
import type { AsyncJob } from "./job.ts";
import type { ClientOptions } from "./options.ts";

/** `maxAgeMs`: how old an answer may be that is still good, 5,000 by default; 0 always asks. */
export type StatusOptions = ClientOptions & { maxAgeMs?: number };

const USUAL_AGE_MS = 5000;

/** How a job goes. Asked at most every 5 s, and whenever an event of the job has come since. */
export async function getJobStatus(jobId: string, options: StatusOptions = {}): Promise<AsyncJob> {
  const kept = readKept(jobId, options, options.maxAgeMs ?? USUAL_AGE_MS);
  if (kept) return kept;
  const keep = beginAsking(jobId, options);
  const job = await (options.dialect === "api-v1" ? askApiV1 : askMcp)(jobId, options);
  keep(job);
  return job;
}

/** Everything about how far a job is, step by step, as the server says it. */
export const getJobDetails = (jobId: string, options?: ClientOptions): Promise<JobDetails> =>
  callApi({ method: "GET", path: `/mcp/status/${encodeURIComponent(jobId)}` }, options);

/** The finished film. Rejects with status 409 while there is none. */
export const getResult = (jobId: string, options?: ClientOptions): Promise<FilmResult> =>
  callApi({ method: "GET", path: `/mcp/result/${encodeURIComponent(jobId)}` }, options);

async function askMcp(jobId: string, options: ClientOptions): Promise<AsyncJob> {
  const details = await getJobDetails(jobId, options);
  return fromDetails(details, details.status === "completed" ? await filmOrNone(jobId, options) : undefined);
}

/** The film of a job that is complete; none where the job makes no film. */
async function filmOrNone(jobId: string, options: ClientOptions): Promise<FilmResult | undefined> {
  try {
    return await getResult(jobId, options);
  } catch (error) {
    if (error instanceof KinoraApiError && error.status === 409) return undefined;
    throw error;
  }
}

async function askApiV1(jobId: string, options: ClientOptions): Promise<AsyncJob> {
  return fromVideoJob(await callApi<VideoJobAnswer>({ method: "GET", path: `/api/v1/jobs/${encodeURIComponent(jobId)}` }, options));
}
