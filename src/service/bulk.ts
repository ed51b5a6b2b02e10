import { KinoraError } from "../domain/error.ts";
import type { JobFilter } from "../domain/job-query.ts";
import { JobId, JobStatus, RUNNING_STATUSES } from "../domain/job-record.ts";
import type { Writing } from "../store/store.ts";
import { storeCancelled, storeRetried } from "./acts.ts";
import { type BulkAction, type BulkOutcome, type BulkResult, type JobSelection, MOST_DONE } from "./many.ts";
import type { ServiceMeans } from "./means.ts";
import { NAMED_AT_ONCE, namedIds, selectedNumbers, withStatuses } from "./selected.ts";
import { foundJob } from "./submit.ts";
import type { Turns } from "./turns.ts";

/** So many are stored at once: as many as take about so long with all that the disk wants, since in that time nothing else is done. */
const BATCH = { first: 25, least: 5, most: 100, aimUs: 15_000 };

/** What may be acted on, in the order in which it is: what waits first, so that nothing of it begins while what runs is cancelled. */
const ACTED_ON: Record<BulkAction, readonly (readonly JobStatus[])[]> = {
  cancel: [["pending"], RUNNING_STATUSES],
  retry: [["failed", "cancelled"]],
};
const STORE = { cancel: storeCancelled, retry: storeRetried };

/** A job that is meant: by the id that was named, or by its number. */
type Meant = { id: string } | { number: number };
type BulkMeans = Pick<ServiceMeans, "store" | "scheduler" | "nowUs"> & { checkDisk: () => Promise<void>; turn: Turns };

/** Opens what acts on many jobs, one call after another. */
export function openBulk(means: BulkMeans): (action: BulkAction, selection: JobSelection) => Promise<BulkOutcome> {
  let last: Promise<unknown> = Promise.resolve();
  return (action, selection) => {
    const outcome = last.then(() => actOnAll(means, action, selection));
    last = outcome.catch(() => undefined);
    return outcome;
  };
}

async function actOnAll(means: BulkMeans, action: BulkAction, selection: JobSelection): Promise<BulkOutcome> {
  const { meant, others, remaining } =
    "ids" in selection
      ? { meant: await inOrder(means, action, namedIds(selection.ids)), others: [], remaining: 0 }
      : await lookUp(means, action, selection.filter);
  const results: BulkResult[] = [];
  const stopped: Promise<void>[] = [];
  const all = [...meant, ...others];
  for (let from = 0, size = BATCH.first; from < all.length; ) {
    const startUs = means.nowUs();
    const some = all.slice(from, from + size);
    const batch = await actOnBatch(means, action, some);
    from += some.length;
    size = nextSize(size, means.nowUs() - startUs);
    results.push(...batch);
    if (action === "retry") means.scheduler.wake();
    else for (const { jobId, outcome } of batch) if (outcome === "done") stopped.push(means.scheduler.stopJob(jobId));
    await means.turn();
  }
  await Promise.all(stopped);
  return { results, remaining };
}

/** Those named, what waits first; looked up a few at a time. */
async function inOrder({ store, turn }: BulkMeans, action: BulkAction, ids: readonly string[]): Promise<Meant[]> {
  const places = new Map(ACTED_ON[action].flatMap((statuses, place) => statuses.map((status): [JobStatus, number] => [status, place])));
  const placeOf = (id: string) => places.get((JobId.safeParse(id).success && store.read.job(id)?.status) || "completed") ?? places.size;
  const placed: { id: string; place: number }[] = [];
  for (let from = 0; from < ids.length; from += NAMED_AT_ONCE) {
    placed.push(...ids.slice(from, from + NAMED_AT_ONCE).map((id) => ({ id, place: placeOf(id) })));
    await turn();
  }
  return placed.sort((a, b) => a.place - b.place).map(({ id }) => ({ id }));
}

/** What a filter leaves: what can be acted on, at most so many, how many more there are, and to fill up the answer of the others. */
async function lookUp({ store, turn }: BulkMeans, action: BulkAction, filter: JobFilter) {
  const meant: Meant[] = [];
  let remaining = 0;
  const parts = ACTED_ON[action].flatMap((statuses) => withStatuses(filter, statuses) ?? []);
  for (const part of parts)
    for await (const numbers of selectedNumbers(store.read, { filter: part }, turn)) {
      const taken = numbers.slice(0, MOST_DONE - meant.length);
      meant.push(...taken.map((number) => ({ number })));
      remaining += numbers.length - taken.length;
    }
  return { meant, others: await lookUpOthers({ store, turn }, action, filter, MOST_DONE - meant.length), remaining };
}

async function lookUpOthers({ store, turn }: Pick<BulkMeans, "store" | "turn">, action: BulkAction, filter: JobFilter, most: number) {
  const actedOn = ACTED_ON[action].flat();
  const part = withStatuses(
    filter,
    JobStatus.options.filter((status) => !actedOn.includes(status)),
  );
  const others: Meant[] = [];
  if (!part || most === 0) return others;
  for await (const numbers of selectedNumbers(store.read, { filter: part }, turn)) {
    others.push(...numbers.slice(0, most - others.length).map((number) => ({ number })));
    if (others.length >= most) break;
  }
  return others;
}

const nextSize = (size: number, tookUs: number): number =>
  Math.max(BATCH.least, Math.min(BATCH.most, 2 * size, Math.round((size * BATCH.aimUs) / Math.max(1, tookUs))));

/** Acts on some jobs in one change; what keeps all of it from being stored is said of each. */
async function actOnBatch({ store, nowUs, checkDisk }: BulkMeans, action: BulkAction, batch: readonly Meant[]): Promise<BulkResult[]> {
  try {
    if (action === "retry") await checkDisk();
    return await store.write((tx) => {
      const now = nowUs();
      return batch.flatMap((one) => actOnOne(tx, action, one, now) ?? []);
    });
  } catch (error) {
    if (!(error instanceof KinoraError)) throw error;
    return batch.flatMap((one) => {
      const jobId = "id" in one ? one.id : store.read.numbered(one.number)?.id;
      return jobId === undefined ? [] : { jobId, outcome: "failed", reason: error.message };
    });
  }
}

/** Acts on one job. A job that was found by a filter and has gone since is left out. */
function actOnOne(tx: Writing, action: BulkAction, one: Meant, nowUs: number): BulkResult | undefined {
  const job = "number" in one ? tx.numbered(one.number) : JobId.safeParse(one.id).success ? tx.job(one.id) : undefined;
  if (!job && "number" in one) return undefined;
  try {
    const found = foundJob(job, "id" in one ? one.id : "");
    STORE[action](tx, found, nowUs);
    return { jobId: found.id, outcome: "done", reason: null };
  } catch (error) {
    if (!(error instanceof KinoraError) || (error.code !== "wrong_state" && error.code !== "not_found")) throw error;
    const jobId = job?.id ?? ("id" in one ? one.id : "");
    return { jobId, outcome: error.code === "wrong_state" ? "skipped" : "failed", reason: error.message };
  }
}
