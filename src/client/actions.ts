import type { JobReceipt } from "./answers.ts";
import { callApi } from "./inner/call.ts";
import { forgetStatus } from "./inner/status-cache.ts";
import type { AsyncJob } from "./job.ts";
import type { ClientOptions } from "./options.ts";
import { getJobStatus } from "./status.ts";

/** Stops a job that waits or runs. Rejects with status 409 when it is over. */
export async function cancelJob(jobId: string, options: ClientOptions = {}): Promise<AsyncJob> {
  const id = encodeURIComponent(jobId);
  if (options.dialect === "api-v1") await callApi({ method: "DELETE", path: `/api/v1/jobs/${id}` }, options);
  else await callApi<JobReceipt>({ method: "POST", path: `/mcp/cancel/${id}` }, options);
  return askAgain(jobId, options);
}

/** Runs a failed or cancelled job again, from its last finished step. Rejects with status 409 for others. */
export async function retryJob(jobId: string, options: ClientOptions = {}): Promise<AsyncJob> {
  await callApi<JobReceipt>({ method: "POST", path: `/mcp/retry/${encodeURIComponent(jobId)}` }, options);
  return askAgain(jobId, options);
}

/** Lets a job that waits for approval go on; one that is over, and was edited since, renders what changed. */
export async function approve(jobId: string, options: ClientOptions = {}): Promise<AsyncJob> {
  await callApi<JobReceipt>({ method: "POST", path: `/mcp/storyboard/${encodeURIComponent(jobId)}/approve` }, options);
  return askAgain(jobId, options);
}

/** Prepares a waiting job ahead of its turn. */
export async function prefetchJob(jobId: string, options: ClientOptions = {}): Promise<AsyncJob> {
  await callApi<JobReceipt>({ method: "POST", path: `/mcp/prefetch/${encodeURIComponent(jobId)}` }, options);
  return askAgain(jobId, options);
}

function askAgain(jobId: string, options: ClientOptions): Promise<AsyncJob> {
  forgetStatus(jobId);
  return getJobStatus(jobId, options);
}
