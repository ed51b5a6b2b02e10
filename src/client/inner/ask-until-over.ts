import { KinoraApiError } from "../errors.ts";
import { isJobComplete } from "../format.ts";
import type { AsyncJob } from "../job.ts";
import type { PollOptions } from "../poll.ts";
import { getJobStatus } from "../status.ts";
import { childSignal, pause } from "./pause.ts";
import { whenVisible } from "./visibility.ts";

/** For who also hears of the job otherwise: when asking is needless, and what to call to have it asked at once. */
export type OtherNews = { isNeedless: () => boolean; onWake: (wake: () => void) => void };

const USUAL_INTERVAL_MS = 3000;
const MOST_FAILURES = 5;

/** How long to wait before asking again, ms, after having asked for so long. */
export const pollDelayMs = (elapsedMs: number, intervalMs: number = USUAL_INTERVAL_MS): number =>
  Math.min(5 * intervalMs, Math.max(intervalMs, elapsedMs / 20));

/** Asks until a job is over: see `pollJobUntilComplete`. */
export async function askUntilOver(jobId: string, options: PollOptions, news?: OtherNews): Promise<AsyncJob> {
  const { onProgress, intervalMs, signal } = options;
  const startMs = Date.now();
  const alarm = openAlarm(news);
  for (let failures = 0; ; ) {
    await whenVisible(signal);
    alarm.set();
    const job = await askPatiently(jobId, options, failures);
    failures = job ? 0 : failures + 1;
    if (job) onProgress?.(job);
    if (job && isJobComplete(job)) return job;
    do await alarm.rest(pollDelayMs(Date.now() - startMs, intervalMs), signal);
    while (job && !alarm.hasRung() && news?.isNeedless());
  }
}

/** Rests that end early when there is news; news that comes while asking ends the next rest at once. */
function openAlarm(news: OtherNews | undefined) {
  let hasRung = false;
  let ring = () => {};
  news?.onWake(() => {
    hasRung = true;
    ring();
  });
  return {
    set() {
      hasRung = false;
    },
    hasRung: () => hasRung,
    async rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
      if (hasRung) return;
      const wait = childSignal(signal);
      ring = () => wait.abort();
      await pause(ms, wait.signal).catch(() => undefined);
      wait.release();
      if (signal?.aborted) throw signal.reason;
    },
  };
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
