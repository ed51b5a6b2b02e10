import type { QueueEvent, StoredEvent } from "../domain/event.ts";
import type { JobCounts } from "../domain/job-query.ts";
import type { ServiceMeans } from "./means.ts";

/** The least time between two reports, ms. */
const EVERY_MS = 500;
/** When a report that could not be stored is tried again, ms. */
const AGAIN_MS = 5000;

/** How many jobs wait, run and are done, as it is told. */
export const queueEvent = ({ pending, inProgress, completed }: JobCounts): QueueEvent => ({
  event: "queue_updated",
  pending,
  processing: inProgress,
  completed,
});

const isSame = (a: QueueEvent, b: QueueEvent): boolean =>
  a.pending === b.pending && a.processing === b.processing && a.completed === b.completed;

/** Events that the numbers may have changed by. */
const COUNTED = new Set<StoredEvent["body"]["event"]>(["job_created", "job_status_update", "job_completed", "job_failed", "job_cancelled"]);

/**
 * Tells how the queue stands whenever the numbers have changed, at most twice a second and the last state always: at once after a quiet time, else
 * as soon as it may. What a crash keeps from being told is told at the next start. Answers what ends it.
 */
export function startQueueReport({ store, nowUs }: Pick<ServiceMeans, "store" | "nowUs">): { stop: () => void } {
  let told = queueEvent({ total: 0, completed: 0, failed: 0, inProgress: 0, pending: 0, cancelled: 0 });
  let lastUs = 0;
  let timer: Timer | undefined;
  let stopped = false;

  const ask = (afterMs: number): void => {
    if (!stopped) timer ??= setTimeout(report, afterMs);
  };

  async function report(): Promise<void> {
    let againMs: number | undefined;
    if (!isSame(queueEvent(store.read.counts()), told)) {
      lastUs = nowUs();
      try {
        told = await store.write((tx) => {
          const now = queueEvent(tx.counts());
          tx.addEvent(null, now);
          return now;
        });
        if (!isSame(queueEvent(store.read.counts()), told)) againMs = EVERY_MS;
      } catch {
        againMs = AGAIN_MS;
      }
    }
    timer = undefined;
    if (againMs !== undefined) ask(againMs);
  }

  const stopListening = store.listen((events) => {
    if (events.some(({ body }) => COUNTED.has(body.event))) ask(Math.max(0, EVERY_MS - (nowUs() - lastUs) / 1000));
  });
  ask(0);
  return {
    stop() {
      stopped = true;
      stopListening();
      clearTimeout(timer);
    },
  };
}
