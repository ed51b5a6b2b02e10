import type { StoredEvent } from "../domain/event.ts";
import { RUNNING_STATUSES } from "../domain/job-record.ts";
import type { Depths, Gathered } from "../domain/metrics.ts";
import { addCells, cellOf, emptySketch, FIRST_CELL, MOST_CELLS } from "../domain/sketch.ts";
import type { Store } from "../store/store.ts";

/** Measurements are written so often, ms: what a killed server can lose, except of the ends of jobs, which are written with them. */
const EVERY_MS = 10_000;
/** The queue is looked at so often while it changes, ms. */
const LOOK_MS = 1000;
/** Who asks is told nothing older, µs. */
const FRESH_US = 1_000_000;
/** A gap of more minutes than this is time in which the server did not run. */
const MOST_MINUTES_LATE = 2;
const SETTLED_AT_ONCE = 1000;
const MOST_HELD = 5000;
const QUEUED = ["pending", ...RUNNING_STATUSES] as const;

const MOVES = new Set<StoredEvent["body"]["event"]>(["job_created", "job_status_update", "job_completed", "job_failed", "job_cancelled"]);

/** Measures what goes on and has it stored. */
export type Recorder = {
  /** An answer of the API: how long it took, ms, and its status. Takes less than a microsecond. */
  answered: (ms: number, status: number) => void;
  /** Resolves when what has been measured can be read; it is at most a second old then. Never rejects. */
  freshen: () => Promise<void>;
  /** Resolves when everything is stored. Never rejects. */
  stop: () => Promise<void>;
};

type Means = { store: Pick<Store, "read" | "write" | "listen">; nowUs: () => number };

/** Begins to measure: the queue, whether the server is up, and answers of the API; and moves what the store has written down into its buckets. */
export function startMetrics({ store, nowUs }: Means): Recorder {
  const answers = openAnswers(() => minuteOf(nowUs()));
  const queue = openQueueLooks(() => minuteOf(nowUs()));
  let held: Gathered[] = [];
  let beaten = lastBeat(store, minuteOf(nowUs()));
  let lookedUs = 0;
  let flushedUs = 0;
  let looking: Timer | undefined;
  let flushing: Promise<void> | undefined;

  function look(): void {
    looking = undefined;
    lookedUs = nowUs();
    const counts = QUEUED.map((status) => [status, store.read.countOf(status)] as const);
    const oldest = store.read.metrics.oldestWaiting();
    queue.add(Object.fromEntries(counts.filter(([, jobs]) => jobs > 0)), oldest ? Math.max(0, (lookedUs - oldest.sinceUs) / 1e6) : 0);
  }

  function beat(): Gathered[] {
    const minute = minuteOf(nowUs());
    if (minute <= beaten) return [];
    const since = minute - beaten <= MOST_MINUTES_LATE * 60 ? beaten + 60 : minute;
    beaten = minute;
    return Array.from({ length: (minute - since) / 60 + 1 }, (_, index) => ({
      ...{ timeSec: since + index * 60, measure: "beat", label: {}, value: 1 },
    }));
  }

  async function flush(): Promise<void> {
    flushedUs = nowUs();
    held.push(...beat(), ...queue.take(), ...answers.take());
    if (held.length > MOST_HELD) held = held.slice(-MOST_HELD);
    const written = held.length;
    try {
      for (let settled = SETTLED_AT_ONCE, first = true; settled === SETTLED_AT_ONCE; first = false) {
        settled = await store.write((tx) => {
          if (first) tx.addMetrics(held.slice(0, written));
          return tx.settleSamples(SETTLED_AT_ONCE);
        });
        if (first) held = held.slice(written);
        if (settled === SETTLED_AT_ONCE) await Bun.sleep(1);
      }
    } catch {
      // The disk is full, or the store is closed: it is tried again with what comes next.
    }
  }

  const flushOnce = (): Promise<void> => {
    flushing ??= flush().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };
  const tick = (): void => {
    look();
    void flushOnce();
  };
  const stopListening = store.listen((events) => {
    if (events.some(({ body }) => MOVES.has(body.event))) looking ??= setTimeout(look, Math.max(0, LOOK_MS - (nowUs() - lookedUs) / 1000));
  });
  const timer = setInterval(tick, EVERY_MS);
  tick();

  return {
    answered: answers.add,
    async freshen() {
      await flushing;
      if (nowUs() - flushedUs >= FRESH_US) await flushOnce();
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(looking);
      stopListening();
      await flushing;
      await flushOnce();
    },
  };
}

const minuteOf = (us: number): number => Math.floor(us / 60e6) * 60;

/** The minute that a server which was stopped within this one has counted already, so that it counts once. */
function lastBeat(store: Means["store"], minute: number): number {
  const found = store.read.metrics.counts({ tier: "minute", measures: ["beat"], fromSec: minute - 60, toSec: minute + 60 });
  return Math.max(0, ...found.map(({ startSec }) => startSec));
}

/** The queue at its deepest and the longest wait, by the minute. */
function openQueueLooks(minute: () => number) {
  let looks = new Map<number, { total: number; depths: Depths; oldestSec: number }>();
  return {
    add(depths: Depths, oldestSec: number): void {
      const total = Object.values(depths).reduce((sum, jobs) => sum + jobs, 0);
      const before = looks.get(minute());
      const deepest = before && before.total > total ? before : { total, depths };
      looks.set(minute(), { ...deepest, oldestSec: Math.max(oldestSec, before?.oldestSec ?? 0) });
    },
    take(): Gathered[] {
      const taken = [...looks].flatMap(([timeSec, { depths, oldestSec }]): Gathered[] => [
        { timeSec, measure: "depth", label: {}, depths },
        ...(oldestSec > 0 ? [{ timeSec, measure: "oldest_waiting" as const, label: {}, value: oldestSec }] : []),
      ]);
      looks = new Map();
      return taken;
    },
  };
}

/** How long answers took, in fixed arrays, by the minute. */
function openAnswers(minute: () => number) {
  const cells = new Uint32Array(MOST_CELLS);
  const done: Gathered[] = [];
  let [timeSec, sum, least, most, errors] = [minute(), 0, Number.POSITIVE_INFINITY, 0, 0];

  function turn(): void {
    const sketch = emptySketch();
    addCells(sketch, cells, { sum, least, most });
    if (sketch.count > 0) done.push({ timeSec, measure: "api_time", label: {}, sketch });
    if (errors > 0) done.push({ timeSec, measure: "server_errors", label: {}, value: errors });
    cells.fill(0);
    [sum, least, most, errors] = [0, Number.POSITIVE_INFINITY, 0, 0];
  }
  return {
    add(ms: number, status: number): void {
      const now = minute();
      if (now !== timeSec) {
        turn();
        timeSec = now;
      }
      cells[cellOf(ms) - FIRST_CELL]!++;
      sum += ms;
      if (ms < least) least = ms;
      if (ms > most) most = ms;
      if (status >= 500) errors++;
    },
    take(): Gathered[] {
      turn();
      timeSec = minute();
      return done.splice(0);
    },
  };
}
