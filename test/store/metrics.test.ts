import { afterAll, describe, expect, test } from "bun:test";
import { type JobChange, phaseOf } from "../../src/domain/job-record.ts";
import { type Depths, type Gathered, type Sum, TIER_NAMES, type Tier, toSpans } from "../../src/domain/metrics.ts";
import { addValue, emptySketch, quantile } from "../../src/domain/sketch.ts";
import { openConnection } from "../../src/store/connection.ts";
import { migrate } from "../../src/store/migrate.ts";
import { MIGRATIONS } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import type { NewJob, Store } from "../../src/store/store.ts";
import { anyJob, FILM, newJob, seeded, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const START_SEC = Date.parse("2026-11-20T12:00:00Z") / 1000;
const DAY_SEC = 86_400;
const FILE_OPTIONS = { version: "1.2.3", ballastBytes: 1 << 16 };
let files = 0;

/** A store whose clock stands at `at.sec`. */
function open(file = `${folder}/${++files}.db`) {
  const at = { sec: START_SEC };
  const store = openStore(file, { ...FILE_OPTIONS, nowUs: () => at.sec * 1e6 });
  const add = async (change: Partial<NewJob> = {}) => {
    const us = at.sec * 1e6;
    return store.write((tx) => tx.insertJob(newJob({ createdUs: us, updatedUs: us, dueUs: us, ...change })));
  };
  const change = (id: string, to: JobChange) => store.write((tx) => tx.changeJob(id, { ...to, updatedUs: at.sec * 1e6 }));
  const settle = () => store.write((tx) => tx.settleSamples(1000));
  return { store, at, add, change, settle, file };
}

const ENDS: Sum[] = ["created", "completed", "failed", "cancelled"];
/** How many of each there were in the days around the start, by one tier. */
function totals(store: Store, tier: Tier, measures: Sum[] = ENDS): Record<string, number> {
  const rows = store.read.metrics.counts({ tier, measures, fromSec: START_SEC - 800 * DAY_SEC, toSec: START_SEC + 400 * DAY_SEC });
  const sums = Map.groupBy(rows, ({ measure }) => measure);
  return Object.fromEntries([...sums].map(([measure, found]) => [measure, found.reduce((sum, { value }) => sum + value, 0)]));
}
const ALL_TIME = toSpans(START_SEC - 300 * DAY_SEC, START_SEC + 300 * DAY_SEC);

describe("a job's life is measured", () => {
  test("from its making to its end, in every tier", async () => {
    const { store, at, add, change, settle } = open();
    const { id } = await add({ style: "social", priority: 8 });
    at.sec += 30;
    await change(id, { status: "scene_planning", waitingFor: null, startedUs: at.sec * 1e6 });
    at.sec += 90;
    const stages = [
      { name: "plan" as const, progress: 100, startedUs: (at.sec - 90) * 1e6, finishedUs: (at.sec - 80) * 1e6 },
      { name: "mix" as const, progress: 100, startedUs: (at.sec - 80) * 1e6, finishedUs: (at.sec - 30) * 1e6 },
      { name: "captions" as const, progress: 100, startedUs: (at.sec - 70) * 1e6, finishedUs: (at.sec - 20) * 1e6 },
    ];
    await change(id, { status: "completed", stages, film: { ...FILM, durationSec: 75 }, finishedUs: at.sec * 1e6 });
    expect(store.read.metrics.unsettled()).toBe(true);
    expect(await settle()).toBe(3);
    expect(store.read.metrics.unsettled()).toBe(false);
    for (const tier of TIER_NAMES)
      expect(totals(store, tier, [...ENDS, "compute", "voice", "language", "films", "film_seconds"])).toEqual({
        created: 1,
        completed: 1,
        compute: 90,
        voice: 1,
        language: 1,
        films: 1,
        film_seconds: 75,
      });
    const spread = (measure: "render_time" | "status_time", by?: "style" | "length" | "status") =>
      store.read.metrics.sketches(measure, ALL_TIME, { by }).map(({ label, sketch }) => [label, sketch.sum]);
    expect(spread("render_time")).toEqual([[{}, 90]]);
    expect(spread("render_time", "style")).toEqual([[{ style: "social" }, 90]]);
    expect(spread("render_time", "length")).toEqual([[{ length: "60-120" }, 90]]);
    expect(new Map(spread("status_time", "status").map(([label, sum]) => [JSON.stringify(label), sum]))).toEqual(
      new Map([
        ['{"status":"pending"}', 30],
        ['{"status":"scene_planning"}', 10],
        ['{"status":"audio_processing"}', 60],
      ]),
    );
  });

  test("as often as it ends: a retry ends once more, a change that ends nothing does not", async () => {
    const { store, add, change, settle } = open();
    const { id } = await add();
    await change(id, { status: "rendering", waitingFor: null });
    await change(id, { progress: 50 });
    await change(id, { status: "failed" });
    await change(id, { title: "Later" });
    await change(id, { status: "pending", waitingFor: "slot" });
    await change(id, { status: "cancelled", waitingFor: null });
    await settle();
    expect(totals(store, "day")).toEqual({ created: 1, failed: 1, cancelled: 1 });
  });

  test("not when its change is undone", async () => {
    const { store, settle } = open();
    const undone = store.write((tx) => {
      tx.insertJob(newJob());
      throw new Error("no");
    });
    await expect(undone).rejects.toThrow("no");
    expect(await settle()).toBe(0);
    expect(totals(store, "day")).toEqual({});
  });

  test("by style and priority", async () => {
    const { store, add, settle } = open();
    await add({ style: "social", priority: 8, status: "completed" });
    await add({ style: "cinematic", priority: 8, status: "failed" });
    await add({ style: null, priority: 5, status: "completed" });
    await settle();
    const range = { tier: "minute", measures: ENDS, fromSec: 0, toSec: START_SEC + DAY_SEC } as const;
    const labels = (filter: object) => store.read.metrics.counts({ ...range, ...filter }).map(({ measure, label }) => [measure, label]);
    expect(labels({ style: "social" })).toEqual([
      ["created", { style: "social", priority: 8 }],
      ["completed", { style: "social", priority: 8 }],
    ]);
    expect(labels({ priority: 8, measures: ["failed"] })).toEqual([["failed", { style: "cinematic", priority: 8 }]]);
    expect(labels({ measures: ["completed"] })).toContainEqual(["completed", { style: "none", priority: 5 }]);
  });

  test("whatever has been settled when the process dies, and settled once", async () => {
    const { add, file, store } = open();
    await add({ status: "completed" });
    await add({ status: "failed" });
    await store.write((tx) => tx.settleSamples(1));
    store.close();
    const again = open(file);
    await again.settle();
    await again.settle();
    expect(totals(again.store, "hour")).toEqual({ created: 2, completed: 1, failed: 1 });
    again.store.close();
  });
});

test("counts are those of the jobs table after any mix of jobs", async () => {
  const { store, settle } = open();
  const random = seeded(5);
  await store.write((tx) => {
    for (let count = 0; count < 300; count++) {
      const job = anyJob(random);
      tx.insertJob({ ...job, finishedUs: phaseOf(job.status) === "over" ? job.createdUs + 1e6 : null });
    }
  });
  while ((await settle()) > 0);
  const { total, completed, failed, cancelled } = store.read.counts();
  for (const tier of TIER_NAMES) expect(totals(store, tier)).toEqual({ created: total, completed, failed, cancelled });
});

describe("gathered measurements", () => {
  const peak = (sec: number, value: number): Gathered => ({
    timeSec: START_SEC + sec,
    measure: "oldest_waiting",
    label: {},
    value,
  });
  const spread = (sec: number, values: number[]): Gathered => {
    const sketch = emptySketch();
    for (const value of values) addValue(sketch, value);
    return { timeSec: START_SEC + sec, measure: "api_time", label: {}, sketch };
  };

  test("keep the highest of a peak, in buckets of any width", async () => {
    const { store } = open();
    await store.write((tx) => tx.addMetrics([peak(0, 3), peak(10, 9), peak(70, 4)]));
    await store.write((tx) => tx.addMetrics([peak(20, 5), peak(3600, 1)]));
    const read = (tier: Tier, bucketSec?: number) =>
      store.read.metrics
        .counts({ tier, ...(bucketSec && { bucketSec }), measures: ["oldest_waiting"], fromSec: START_SEC, toSec: START_SEC + 7200 })
        .map(({ startSec, value }) => [startSec - START_SEC, value]);
    expect(read("minute")).toEqual([
      [0, 9],
      [60, 4],
      [3600, 1],
    ]);
    expect(read("minute", 900)).toEqual([
      [0, 9],
      [3600, 1],
    ]);
    expect(read("hour")).toEqual([
      [0, 9],
      [3600, 1],
    ]);
  });

  test("keep of the queue its deepest moment, whole", async () => {
    const { store } = open();
    const depth = (sec: number, depths: Depths): Gathered => ({ timeSec: START_SEC + sec, measure: "depth", label: {}, depths });
    await store.write((tx) => tx.addMetrics([depth(0, { pending: 3, rendering: 1 }), depth(10, { pending: 1, scene_planning: 2 })]));
    await store.write((tx) =>
      tx.addMetrics([depth(20, { rendering: 5 }), depth(70, { pending: 2 }), depth(80, {}), depth(960, { pending: 1 })]),
    );
    const read = (tier: Tier, bucketSec: number) =>
      store.read.metrics
        .depths({ tier, bucketSec, fromSec: START_SEC, toSec: START_SEC + 3600 })
        .map(({ startSec, atSec, total, depths }) => [startSec - START_SEC, atSec - START_SEC, total, depths]);
    expect(read("minute", 60)).toEqual([
      [0, 0, 5, { rendering: 5 }],
      [60, 60, 2, { pending: 2 }],
      [960, 960, 1, { pending: 1 }],
    ]);
    expect(read("minute", 900)).toEqual([
      [0, 0, 5, { rendering: 5 }],
      [900, 960, 1, { pending: 1 }],
    ]);
    expect(read("hour", 3600)).toEqual([[0, 0, 5, { rendering: 5 }]]);
  });

  test("merge distributions, and read any stretch of minutes, hours and days", async () => {
    const { store } = open();
    for (let minute = 0; minute < 60 * 50; minute += 50) await store.write((tx) => tx.addMetrics([spread(minute * 60, [minute + 1])]));
    const [whole] = store.read.metrics.sketches("api_time", ALL_TIME, {});
    expect(whole!.sketch).toMatchObject({ count: 60, least: 1, most: 2951 });
    expect(quantile(whole!.sketch, 0.5)! / 1451).toBeCloseTo(1, 1);
    const part = store.read.metrics.sketches("api_time", toSpans(START_SEC + 50 * 60, START_SEC + 45.5 * 3600), {});
    expect(part[0]!.sketch).toMatchObject({ count: 54, least: 51, most: 2701 });
  });

  test("tell since when there are any", async () => {
    const { store, add, settle } = open();
    expect([store.read.metrics.since("jobs"), store.read.metrics.since("server")]).toEqual([undefined, undefined]);
    const beat = (sec: number): Gathered => ({ timeSec: START_SEC + sec, measure: "beat", label: {}, value: 1 });
    await store.write((tx) => tx.addMetrics([beat(120), beat(60)]));
    await add();
    await settle();
    expect([store.read.metrics.since("jobs"), store.read.metrics.since("server")]).toEqual([START_SEC, START_SEC + 60]);
  });

  test("go when their tier has been kept for long enough, bit by bit; days stay", async () => {
    const { store } = open();
    const at = [0, 6, 8, 89, 91, 400];
    await store.write((tx) => tx.addMetrics(at.flatMap((days) => [peak(-days * DAY_SEC, 1), spread(-days * DAY_SEC, [1])])));
    const expire = (limit: number) => store.write((tx) => tx.expireMetrics(START_SEC, limit));
    let gone = 0;
    for (let batch = 1; batch > 0; gone += batch) batch = await expire(2);
    expect(gone).toBe(12);
    const kept = (tier: Tier) =>
      store.read.metrics.counts({ tier, measures: ["oldest_waiting"], fromSec: START_SEC - 500 * DAY_SEC, toSec: START_SEC + 1 }).length;
    expect(TIER_NAMES.map(kept)).toEqual([2, 4, 6]);
    const span = { fromSec: START_SEC - 500 * DAY_SEC, toSec: START_SEC + 1 };
    expect(TIER_NAMES.map((tier) => store.read.metrics.sketches("api_time", [{ tier, ...span }], {})[0]!.sketch.count)).toEqual([2, 4, 6]);
  });

  test("have as many names as there is room for", async () => {
    const { store } = open();
    const named = (name: string): Gathered => ({ timeSec: START_SEC, measure: "voice", label: { name }, value: 1 });
    await store.write((tx) => tx.addMetrics(Array.from({ length: 1010 }, (_, index) => named(`voice ${index} ${"x".repeat(100)}`))));
    const rows = store.read.metrics.counts({ tier: "day", measures: ["voice"], fromSec: 0, toSec: START_SEC + DAY_SEC });
    expect(rows.length).toBe(1001);
    expect(rows.find(({ label }) => label.name === "other")?.value).toBe(10);
    expect(Math.max(...rows.map(({ label }) => label.name!.length))).toBe(80);
  });
});

test("the oldest of the jobs that may begin is known, however the queue orders them", async () => {
  const { store, add, change } = open();
  expect(store.read.metrics.oldestWaiting()).toBeUndefined();
  const us = START_SEC * 1e6;
  const old = await add({ dueUs: us - 60e6, priority: 1, prompt: "old" });
  await add({ dueUs: us - 30e6, priority: 10 });
  await add({ dueUs: us - 90e6, waitingFor: "approval" });
  expect(store.read.metrics.oldestWaiting()).toEqual({ id: old.id, prompt: "old", sinceUs: us - 60e6 });
  await change(old.id, { status: "cancelled", waitingFor: null });
  expect(store.read.metrics.oldestWaiting()?.sinceUs).toBe(us - 30e6);
});

test("the bytes of films are those of the films that are there", async () => {
  const { store, add, change } = open();
  const { id } = await add({ film: { ...FILM, bytes: 1000 } });
  await add({ film: { ...FILM, bytes: 50 } });
  expect(store.read.metrics.filmBytes()).toBe(1050);
  await change(id, { film: { ...FILM, bytes: 70 } });
  expect(store.read.metrics.filmBytes()).toBe(120);
  await change(id, { film: null });
  expect(store.read.metrics.filmBytes()).toBe(50);
  await store.write((tx) => tx.deleteJob(id));
  expect(store.read.metrics.filmBytes()).toBe(50);
});

test("a database from before there were measurements tells of its days, hours and last minutes as if they had been measured", async () => {
  const past = open();
  const random = seeded(9);
  const pick = (film: number) => ({ ...FILM, durationSec: film, bytes: 10 });
  await past.store.write((tx) => {
    for (let count = 0; count < 200; count++) {
      const job = anyJob(random);
      const over = phaseOf(job.status) === "over";
      const film = job.status === "completed" && job.kind === "generate" ? pick(20 + random() * 400) : null;
      tx.insertJob({
        ...job,
        film,
        startedUs: over ? job.createdUs : null,
        finishedUs: over ? job.createdUs + Math.floor(random() * 300e6) : null,
      });
    }
  });
  while ((await past.settle()) > 0);
  past.store.close();

  const old = `${folder}/old.db`;
  copyJobs(past.file, old);
  const upgraded = openStore(old, { ...FILE_OPTIONS, nowUs: () => START_SEC * 1e6 });
  const measured = openStore(past.file, { ...FILE_OPTIONS, nowUs: () => START_SEC * 1e6 });
  const lastSec = Math.max(...jobTimes(old)) / 1e6;
  for (const tier of TIER_NAMES) {
    const span = { tier, fromSec: tier === "minute" ? Math.ceil(lastSec / 60) * 60 - 7 * DAY_SEC : 0, toSec: START_SEC + 400 * DAY_SEC };
    const counts = (store: Store) => store.read.metrics.counts({ ...span, measures: [...ENDS, "films"] });
    expect(counts(upgraded)).toEqual(counts(measured));
    expect(counts(upgraded).length).toBeGreaterThan(0);
    for (const measure of ["render_time"] as const)
      for (const filter of [
        {},
        { by: "style" },
        { by: "length" },
        { style: "social", by: "length" },
        { priority: 3 },
        { style: "cinematic", priority: 2 },
      ] as const)
        expect(plain(upgraded.read.metrics.sketches(measure, [span], filter))).toEqual(
          plain(measured.read.metrics.sketches(measure, [span], filter)),
        );
  }
  expect(upgraded.read.metrics.since("jobs")).toBe(measured.read.metrics.since("jobs")!);
  expect(upgraded.read.metrics.filmBytes()).toBe(measured.read.metrics.filmBytes());
  upgraded.close();
  measured.close();
});

/** Sketches in a fixed order, their sums rounded: they are added up in another order. */
const plain = (found: ReturnType<Store["read"]["metrics"]["sketches"]>) =>
  found
    .map(({ label, sketch }) => ({
      label,
      ...sketch,
      sum: Math.round(sketch.sum * 1e3),
      cells: [...sketch.cells].sort(([a], [b]) => a - b),
    }))
    .sort((a, b) => JSON.stringify(a.label).localeCompare(JSON.stringify(b.label)));

/** When jobs were made and ended, microseconds. */
function jobTimes(file: string): number[] {
  const db = openConnection(file);
  const times = db.query("SELECT max(created_us, coalesce(finished_us, 0)) AS us FROM jobs").all() as { us: number }[];
  db.close();
  return times.map(({ us }) => us);
}

/** Writes the jobs of a database into one of the first schema, as it was before there were measurements. */
function copyJobs(from: string, to: string): void {
  const db = openConnection(to);
  migrate(db, to, MIGRATIONS.slice(0, 1), "1.2.3");
  db.run("ATTACH ? AS past", [from]);
  for (const table of ["jobs", "job_metadata", "job_files"]) {
    const columns = (db.query(`PRAGMA main.table_info(${table})`).all() as { name: string }[]).map(({ name }) => name).join(", ");
    db.run(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM past.${table}`);
  }
  db.close();
}
