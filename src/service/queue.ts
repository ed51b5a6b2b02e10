import { type JobRecord, type JobStatus, RUNNING_STATUSES, USUAL_PRIORITY } from "../domain/job-record.ts";
import type { Scheduler } from "../queue/work.ts";
import type { Store } from "../store/store.ts";

/** How the queue stands: jobs by status, who does what since when (microseconds), who has waited longest, and when a job made now could begin. */
export type QueueView = {
  depth: Partial<Record<JobStatus, number>>;
  places: { job: JobRecord | null; sinceUs: number }[];
  threads: number;
  oldestWaiting: { id: string; prompt: string; sec: number } | null;
  nextStartSec: number;
};

/** What it is told from; `threads` is how many scenes are drawn at the same time. */
export type QueueMeans = {
  store: Pick<Store, "read">;
  scheduler: Pick<Scheduler, "state" | "waitSec">;
  threads: number;
  nowUs: () => number;
};

const WAITING_OR_RUNNING: readonly JobStatus[] = ["pending", ...RUNNING_STATUSES];

/** How the queue stands now. */
export function viewQueue({ store, scheduler, threads, nowUs }: QueueMeans): QueueView {
  const { read } = store;
  const now = nowUs();
  const oldest = read.metrics.oldestWaiting();
  const next = { seq: Number.MAX_SAFE_INTEGER, priority: USUAL_PRIORITY, createdUs: now };
  return {
    depth: Object.fromEntries(WAITING_OR_RUNNING.map((status) => [status, read.countOf(status)]).filter(([, jobs]) => jobs !== 0)),
    places: scheduler.state().places.map(({ jobId, sinceUs }) => ({ job: jobOf(read, jobId), sinceUs })),
    threads,
    oldestWaiting: oldest ? { id: oldest.id, prompt: oldest.prompt, sec: Math.max(0, (now - oldest.sinceUs) / 1e6) } : null,
    nextStartSec: scheduler.waitSec(read.ahead(next)),
  };
}

const jobOf = (read: Store["read"], id: string | null): JobRecord | null => (id === null ? null : (read.job(id) ?? null));
