import type { JobReceipt } from "./answers.ts";
import { callApi } from "./inner/call.ts";
import { toAsyncStatus } from "./inner/six-words.ts";
import type { AsyncJobStatus } from "./job.ts";
import type { ClientOptions } from "./options.ts";
import type { FilmRequest, JobStatus } from "./words.ts";

/** A script that is to become a film, in the words of `/api/v1`. */
export type VideoJobRequest = {
  video_request: {
    user_id: string;
    title: string;
    /** The exact narration. */
    script_content: string;
    script_id?: string | undefined;
    /** BCP 47; by default told from the words. */
    language?: string | undefined;
    /** Where the film will be shown: sets its shape. */
    platform?: string | undefined;
    /** Length to aim at, s. */
    duration?: number | undefined;
    voice_provider?: string | undefined;
    voice_name?: string | undefined;
  };
  /** 1 to 10; 10 goes first. */
  priority?: number | undefined;
};

/** A job that does nothing for some milliseconds; taken only by servers that are being measured. */
export type NoopRequest = { kind: "noop"; noop_ms?: number; prompt?: string; priority?: number; run_at?: string };

/** A job that was made. Its canonical status and its place in the queue are known where a film was asked for, not where a video job was. */
export type CreatedJob = {
  job_id: string;
  status: AsyncJobStatus;
  /** Seconds until it is done; null when nobody can tell. */
  estimated_duration: number | null;
  canonical_status: JobStatus | null;
  queue_position: number | null;
};

/** `idempotencyKey`: the same key with the same body makes one job, however often it is sent; by default a new one for each call. */
export type CreateOptions = ClientOptions & { idempotencyKey?: string };

/** Makes a job: a film, or a video job in the words of `/api/v1`. A lost answer is asked for again, and makes no second job. */
export async function createJob(request: FilmRequest | VideoJobRequest | NoopRequest, options: CreateOptions = {}): Promise<CreatedJob> {
  const key = options.idempotencyKey ?? makeKey(options.random ?? Math.random);
  const call = { method: "POST", body: request, headers: { "idempotency-key": key }, again: true } as const;
  if ("video_request" in request) {
    const made = await callApi<Omit<CreatedJob, "canonical_status" | "queue_position">>({ ...call, path: "/api/v1/jobs/" }, options);
    return { ...made, canonical_status: null, queue_position: null };
  }
  const { job_id, status, waiting_for, queue_position, estimated_time_remaining } = await callApi<JobReceipt>(
    { ...call, path: "/mcp/generate" },
    options,
  );
  return {
    job_id,
    status: toAsyncStatus(status, waiting_for),
    estimated_duration: estimated_time_remaining,
    canonical_status: status,
    queue_position,
  };
}

/** A name that no other request has: the time, and 104 random bits. */
function makeKey(random: () => number): string {
  const bits = () => Math.floor(random() * 2 ** 52).toString(36);
  return `kinora-${Date.now().toString(36)}-${bits()}-${bits()}`;
}
