import { KinoraApiError } from "./errors.ts";
import { isJobComplete } from "./format.ts";
import { pause } from "./inner/pause.ts";
import { whenVisible } from "./inner/visibility.ts";
import type { AsyncJob } from "./job.ts";
import type { ClientOptions } from "./options.ts";
import { getJobStatus } from "./status.ts";

/** How to ask until a job is over. */
export type PollOptions = ClientOptions & {
  /** Told of every answer, the last one too. */
  onProgress?: (job: AsyncJob) => void;
  /** How long to wait between two questions, ms; 3,000 by default. After a minute a twentieth of the time so far, at most five times this. */
  intervalMs?: number;
};

const USUAL_INTERVAL_MS = 3000;
const MOST_FAILURES = 5;

/** How long to wait before asking again, ms, after having asked for so long. */
export const pollDelayMs = (elapsedMs: number, intervalMs: number = USUAL_INTERVAL_MS): number =>
  Math.min(5 * intervalMs, Math.max(intervalMs, elapsedMs / 20));

/**
 * Asks until a job is over, and resolves with it, whether it succeeded or not. Does not ask while the page is hidden. Goes on through five
 * failures in a row of a server that is away or busy; rejects with any other `KinoraApiError`, or with the signal's reason.
 */
export async function pollJobUntilComplete(jobId: string, options: PollOptions = {}): Promise<AsyncJob> {
  const { onProgress, intervalMs, signal } = options;
  const startMs = Date.now();
  for (let failures = 0; ; ) {
    await whenVisible(signal);
    const job = await askPatiently(jobId, options, failures);
    failures = job ? 0 : failures + 1;
    if (job) onProgress?.(job);
    if (job && isJobComplete(job)) return job;
    await pause(pollDelayMs(Date.now() - startMs, intervalMs), signal);
  }
}

/** The job; undefined when the server is away and may yet come back. */
async function askPatiently(jobId: string, options: PollOptions, failures: number): Promise<AsyncJob | undefined> {
  try {
    return await getJobStatus(jobId, { ...options, maxAgeMs: 0 });
  } catch (error) {
    const isPassing = error instanceof KinoraApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
    if (!isPassing || failures >= MOST_FAILURES) throw error;
    return undefined;
  }
}
