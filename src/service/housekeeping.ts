import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ServiceMeans } from "./means.ts";

const DAY_US = 86_400e6;
const ROWS_AT_ONCE = 500;
const LINES_AT_ONCE = 2000;
const JOBS_AT_ONCE = 20;

/** Removes what has been kept for as long as the settings say: events, keys, log lines, fine measurements, finished jobs with their files. In small batches; answers how many rows and jobs went. */
export async function clearExpired({ store, settings, nowUs, jobsFolder }: ServiceMeans, signal: AbortSignal): Promise<number> {
  const { keep } = settings;
  const now = nowUs();
  const before = {
    eventsUs: now - keep.events * DAY_US,
    keysUs: now - keep.keys * DAY_US,
    ...(keep.logs > 0 && { logsUs: now - keep.logs * DAY_US }),
  };
  let gone = 0;
  for (let batch = ROWS_AT_ONCE; batch > 0 && !signal.aborted; gone += batch) {
    batch = await store.write((tx) => tx.expire(before, ROWS_AT_ONCE));
    await Bun.sleep(5);
  }
  for (let batch = ROWS_AT_ONCE; batch > 0 && !signal.aborted; gone += batch) {
    batch = await store.write((tx) => tx.expireMetrics(now / 1e6, ROWS_AT_ONCE));
    await Bun.sleep(5);
  }
  if (keep.jobs === 0) return gone;
  for (let ids: string[] = [""]; ids.length > 0 && !signal.aborted; gone += ids.length) {
    ids = store.read.finishedBefore(now - keep.jobs * DAY_US, JOBS_AT_ONCE);
    for (const id of ids) {
      await rm(join(jobsFolder, id), { recursive: true, force: true });
      await dropLines(store, id, signal);
    }
    if (signal.aborted) break;
    await store.write((tx) => ids.map((id) => tx.deleteJob(id)));
  }
  return gone;
}

/** Removes a job's log bit by bit: a long one would hold up everyone if it went with its job. */
async function dropLines(store: ServiceMeans["store"], jobId: string, signal: AbortSignal): Promise<void> {
  for (let batch = LINES_AT_ONCE; batch === LINES_AT_ONCE && !signal.aborted; ) {
    batch = await store.write((tx) => tx.dropLines(jobId, LINES_AT_ONCE));
  }
}
