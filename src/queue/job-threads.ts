import type { FromJob, ToJob } from "../domain/wire.ts";
import { type Thread, type ThreadListener, watchThread } from "./thread.ts";

/** A job's thread; it is given back after a clean end, and ended otherwise. */
export type JobThread = Thread<ToJob> & { giveBack: () => void };

/** Threads for jobs: each takes one that has done before it, where there is one. */
export type JobThreads = {
  take: (listener: ThreadListener<FromJob>) => JobThread;
  /** Ends those that nobody has. */
  stop: () => void;
};

type Warm = { thread: Thread<ToJob>; listener?: ThreadListener<FromJob> | undefined; timer?: Timer };

/** No thread is made before the first job; one that has nothing to do for `idleMs` is ended. */
export function openJobThreads(makeWorker: () => Worker, idleMs: number): JobThreads {
  const idle: Warm[] = [];

  function drop(warm: Warm): void {
    const at = idle.indexOf(warm);
    if (at >= 0) idle.splice(at, 1);
    clearTimeout(warm.timer);
  }

  function make(): Warm {
    const warm: Warm = {
      thread: watchThread<ToJob, FromJob>(makeWorker(), {
        hear: (message) => warm.listener?.hear(message),
        died: (reason) => {
          drop(warm);
          warm.listener?.died(reason);
        },
      }),
    };
    return warm;
  }

  function keep(warm: Warm): void {
    warm.listener = undefined;
    idle.push(warm);
    warm.timer = setTimeout(() => {
      drop(warm);
      warm.thread.end();
    }, idleMs);
    warm.timer.unref();
  }

  return {
    take(listener) {
      const warm = idle.at(-1) ?? make();
      drop(warm);
      warm.listener = listener;
      return { ...warm.thread, giveBack: () => keep(warm) };
    },
    stop() {
      for (const warm of [...idle]) {
        drop(warm);
        warm.thread.end();
      }
    },
  };
}
