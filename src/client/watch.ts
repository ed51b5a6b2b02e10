import { isJobComplete } from "./format.ts";
import { type AsyncJob, applyEvent } from "./job.ts";
import { type Live, type LiveEvent, type LiveOptions, openLive } from "./live.ts";
import { getJobStatus } from "./status.ts";

export type WatchOptions = LiveOptions & {
  /** A connection to share; by default one of its own, which ends with the job. */
  live?: Live;
  /** Told of every event of the job. */
  onEvent?: (event: LiveEvent) => void;
  /** Told where the job stands: at once, and whenever that changes. */
  onProgress?: (job: AsyncJob) => void;
  /** Whether `onEvent` is told of log entries too. */
  logs?: boolean;
};

/** `done` resolves with the job once it is over, whether it succeeded or not; it rejects after `close`, and when there is no such job. */
export type JobWatch = { done: Promise<AsyncJob>; close: () => void };

/** Watches one job to its end. */
export function watchJob(jobId: string, options: WatchOptions = {}): JobWatch {
  const { onEvent, onProgress, logs = false } = options;
  const live = options.live ?? openLive(options);
  let settle: { resolve: (job: AsyncJob) => void; reject: (error: unknown) => void } | undefined;
  let job: AsyncJob | undefined;
  const done = new Promise<AsyncJob>((resolve, reject) => {
    settle = { resolve, reject };
  });
  let isOver = false;
  const finish = (end: () => void) => {
    isOver = true;
    unsubscribe();
    options.signal?.removeEventListener("abort", abort);
    if (!options.live) live.close();
    end();
  };
  const fail = (error: unknown) => finish(() => settle?.reject(error));
  const abort = () => fail(options.signal?.reason);
  const show = (next: AsyncJob) => {
    if (isOver) return;
    job = next;
    onProgress?.(next);
  };
  const ask = async () => {
    try {
      const asked = await getJobStatus(jobId, { ...options, maxAgeMs: 0 });
      show(asked);
      if (isJobComplete(asked)) finish(() => settle?.resolve(asked));
    } catch (error) {
      fail(error);
    }
  };
  const hear = (event: LiveEvent) => {
    onEvent?.(event);
    if (event.event === "events_expired") return void ask();
    const next = job && applyEvent(job, event);
    if (!next || next === job) return;
    if (isJobComplete(next)) void ask();
    else show(next);
  };
  const unsubscribe = live.subscribeJob(jobId, hear, { logs });
  options.signal?.addEventListener("abort", abort, { once: true });
  if (options.signal?.aborted) abort();
  else void ask();
  done.catch(() => undefined);
  return { done, close: () => fail(new Error("Closed.")) };
}
