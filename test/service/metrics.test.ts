import { afterAll, describe, expect, test } from "bun:test";
import { Settings } from "../../src/domain/settings.ts";
import { type AnalyticsService, openAnalytics } from "../../src/service/analytics.ts";
import { clearExpired } from "../../src/service/housekeeping.ts";
import type { ServiceMeans } from "../../src/service/means.ts";
import { type Recorder, startMetrics } from "../../src/service/metrics.ts";
import { openStore } from "../../src/store/open.ts";
import type { NewJob, Store } from "../../src/store/store.ts";
import { FILM, newJob, temporaryFolder } from "../store/fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);

const at = (time: string): number => Date.parse(time) / 1000;
const NOW = at("2026-11-20T17:20:30Z");
const RATES = { currency: "EUR", computePerHour: 2, storagePerGbMonth: 0.5 };
let files = 0;

/** A server's measurements over a store, with a clock of its own. */
class Measured {
  sec = NOW;
  readonly file: string;
  store!: Store;
  recorder!: Recorder;
  analytics!: AnalyticsService;
  readonly #rates: typeof RATES;

  constructor(rates = RATES, file = `${folder}/${++files}.db`) {
    this.file = file;
    this.#rates = rates;
    this.start();
  }
  start(): void {
    const nowUs = () => this.sec * 1e6;
    this.store = openStore(this.file, { nowUs, ballastBytes: 1 << 16 });
    this.recorder = startMetrics({ store: this.store, nowUs });
    this.analytics = openAnalytics({ store: this.store, recorder: this.recorder, nowUs, rates: () => this.#rates });
  }
  async stop(): Promise<void> {
    await this.recorder.stop();
    this.store.close();
  }
  /** Asks a second later, so that nothing is too new to be told. */
  range(...asked: Parameters<AnalyticsService["range"]>): ReturnType<AnalyticsService["range"]> {
    this.sec++;
    return this.analytics.range(...asked);
  }
  /** Lets time pass with a look at every minute, as the server's timer takes it. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      this.sec += 60;
      await this.recorder.freshen();
    }
  }
  async add(change: Partial<NewJob> = {}): Promise<string> {
    const us = this.sec * 1e6;
    return (await this.store.write((tx) => tx.insertJob(newJob({ createdUs: us, updatedUs: us, dueUs: us, ...change })))).id;
  }
  /** A job that has begun so many seconds ago and ends now. */
  async end(status: "completed" | "failed" | "cancelled", tookSec: number, change: Partial<NewJob> = {}): Promise<string> {
    const times = { createdUs: (this.sec - tookSec - 1) * 1e6, startedUs: (this.sec - tookSec) * 1e6, finishedUs: this.sec * 1e6 };
    return this.add({ status, waitingFor: null, ...times, ...change });
  }
}

describe("analytics of a range", () => {
  test("have every bucket, aligned to UTC, and mark those that nobody measured wholly", async () => {
    const server = new Measured();
    const shape = async (range: "24h" | "7d" | "30d" | "90d") => {
      const { window, outcomes, queue } = await server.range(range);
      expect(queue.map(({ startSec }) => startSec)).toEqual(outcomes.map(({ startSec }) => startSec));
      return [outcomes.length, window.bucketSec, window.fromSec, window.toSec];
    };
    expect(await shape("24h")).toEqual([96, 900, at("2026-11-19T17:30:00Z"), at("2026-11-20T17:30:00Z")]);
    expect(await shape("7d")).toEqual([168, 3600, at("2026-11-13T18:00:00Z"), at("2026-11-20T18:00:00Z")]);
    expect(await shape("30d")).toEqual([30, 86_400, at("2026-10-22T00:00:00Z"), at("2026-11-21T00:00:00Z")]);
    expect(await shape("90d")).toEqual([90, 86_400, at("2026-08-23T00:00:00Z"), at("2026-11-21T00:00:00Z")]);
    await server.pass(45);
    const whole = (await server.range("24h")).outcomes.filter(({ partial }) => !partial).map(({ startSec }) => startSec);
    expect(whole).toEqual([at("2026-11-20T17:30:00Z"), at("2026-11-20T17:45:00Z")]);
    await server.stop();
  });

  test("tell what became of jobs, by style and priority, now and before", async () => {
    const server = new Measured();
    server.sec -= 30 * 3600;
    await server.end("failed", 10);
    server.sec += 30 * 3600;
    await server.end("completed", 100, { style: "social", priority: 8, film: { ...FILM, durationSec: 70, bytes: 2e9 } });
    await server.end("completed", 50, { style: "cinematic", priority: 5, film: { ...FILM, durationSec: 30, language: "es", bytes: 1e9 } });
    await server.end("failed", 5, { style: "social" });
    await server.end("cancelled", 5);
    await server.add({ style: "social" });
    const all = await server.range("24h");
    expect(all.totals).toEqual({ created: 5, completed: 2, failed: 1, cancelled: 1, successRate: 66.67 });
    expect(all.previous).toEqual({ created: 1, completed: 0, failed: 1, cancelled: 0, successRate: 0 });
    expect(all.outcomes.reduce((sum, { created }) => sum + created, 0)).toBe(5);
    expect(all.renderTime).toMatchObject({ count: 2, average: 75, minimum: 50, maximum: 100 });
    expect(all.filmLengthSec).toBe(50);
    expect(all.byLength.map(({ length, count }) => [length, count])).toEqual([
      ["0-60", 1],
      ["60-120", 1],
      ["120-300", 0],
      ["300+", 0],
    ]);
    expect(all.byStyle.map(({ style, average }) => [style, average])).toEqual([
      ["cinematic", 50],
      ["social", 100],
    ]);
    expect(all.byPriority.map(({ priority, completed, successRate }) => [priority, completed, successRate])).toEqual([
      [8, 1, 100],
      [5, 1, 50],
    ]);
    expect(all.activity.languages).toEqual([
      { name: "en", jobs: 1 },
      { name: "es", jobs: 1 },
    ]);
    const social = await server.range("24h", { style: "social" });
    expect([social.totals.created, social.totals.completed, social.renderTime.count, social.filmLengthSec]).toEqual([3, 1, 1, 70]);
    const both = await server.range("7d", { style: "social", priority: 8 });
    expect([both.totals.created, both.byLength[1]!.count, both.byStyle.length]).toEqual([1, 1, 1]);
    const none = await server.range("30d", { style: "broadcast" });
    expect([none.totals.successRate, none.renderTime.average, none.filmLengthSec, none.activity.styles]).toEqual([null, null, null, []]);
    await server.stop();
  });

  test("cost what the rates say, of all jobs, and tell how the month will end", async () => {
    const server = new Measured();
    const id = await server.add();
    await server.store.write((tx) => tx.changeJob(id, { status: "rendering", waitingFor: null, startedUs: server.sec * 1e6 }));
    server.sec += 1800;
    await server.store.write((tx) =>
      tx.changeJob(id, { status: "completed", film: { ...FILM, bytes: 3e9 }, finishedUs: server.sec * 1e6 }),
    );
    const { cost } = await server.range("7d", { style: "social" });
    expect(cost).toMatchObject({ currency: "EUR", computeSec: 1800, bytes: 3e9, compute: 1 });
    expect(cost.storage).toBeCloseTo(3 * 0.5 * (1831 / (730 * 3600)), 4);
    expect(cost.total).toBeCloseTo(cost.compute! + cost.storage!, 5);
    expect(cost.perJob).toBe(cost.total);
    expect(cost.monthToDate).toBe(cost.total);
    // Measured since the minute in which the server began, which was 30 s old.
    const left = at("2026-12-01T00:00:00Z") - server.sec;
    expect(cost.projection! / (cost.monthToDate! * (1 + left / 1831))).toBeCloseTo(1, 3);
    await server.stop();
    const unset = new Measured({ currency: "USD", computePerHour: null as never, storagePerGbMonth: null as never });
    expect((await unset.range("24h")).cost).toMatchObject({
      compute: null,
      storage: null,
      total: null,
      perJob: null,
      projection: null,
    });
    await unset.stop();
  });

  test("know the queue at its deepest, and the job that has waited longest", async () => {
    const server = new Measured();
    await server.add({ prompt: "first" });
    await server.add();
    const id = await server.add({ priority: 9 });
    await server.store.write((tx) => tx.changeJob(id, { status: "rendering", waitingFor: null }));
    server.sec += 90;
    await server.pass(1);
    await server.stop();
    server.start();
    const { queue, peak, oldestWaiting } = await server.range("24h");
    expect(queue.at(-1)).toMatchObject({ depth: { pending: 2, rendering: 1 }, partial: true });
    expect(queue.at(-1)!.oldestWaitingSec).toBeGreaterThanOrEqual(90);
    expect(peak?.depth).toBe(3);
    expect(oldestWaiting).toMatchObject({ prompt: "first", seconds: 151 });
    await server.stop();
  });
});

describe("how the server does", () => {
  test("is told by its answers", async () => {
    const server = new Measured();
    for (let ms = 1; ms <= 100; ms++) server.recorder.answered(ms, ms === 50 ? 503 : 200);
    server.sec += 60;
    server.recorder.answered(1000, 500);
    const { health } = await server.range("24h");
    expect(health).toMatchObject({ requests: 101, worst: 1000, serverErrors: 2 });
    expect(health.p50! / 51).toBeCloseTo(1, 1);
    expect(health.p95! / 96).toBeCloseTo(1, 1);
    await server.stop();
  });

  test("is told by the minutes in which it was up, through a stop within a minute and one of an hour", async () => {
    const server = new Measured();
    await server.pass(29);
    await server.stop();
    server.sec += 10;
    server.start();
    expect((await server.range("24h")).health.uptime).toBe(100);
    await server.pass(30);
    await server.stop();
    server.sec += 3600;
    server.start();
    await server.pass(60);
    const { health, outcomes } = await server.range("7d");
    expect(health.uptime).toBeCloseTo((100 * 121) / 180, 0);
    expect(outcomes.filter(({ partial }) => !partial).map(({ startSec }) => startSec)).toEqual([]);
    await server.stop();
  });
});

test("what has been measured is there after a restart, and the same", async () => {
  const server = new Measured();
  await server.end("completed", 60, { film: FILM, style: "social" });
  await server.pass(3);
  const before = await server.range("24h");
  await server.stop();
  server.start();
  expect({ ...(await server.range("24h")), cost: before.cost }).toEqual(before);
  await server.stop();
});

test("ends of jobs are there even when the server was killed before they were moved into buckets", async () => {
  const server = new Measured();
  await server.end("completed", 60, { film: FILM });
  await server.end("failed", 60);
  const copy = `${folder}/killed.db`;
  await Bun.write(copy, Bun.file(server.file));
  await Bun.write(`${copy}-wal`, Bun.file(`${server.file}-wal`));
  await server.stop();
  const again = new Measured(RATES, copy);
  expect((await again.range("24h")).totals).toMatchObject({ created: 2, completed: 1, failed: 1 });
  await again.stop();
});

test("old minutes and hours go with the housekeeping; days stay", async () => {
  const server = new Measured();
  await server.end("completed", 60, { film: FILM, style: "social" });
  const before = (await server.range("90d")).totals;
  server.sec += 80 * 86_400;
  const means = { store: server.store, settings: Settings.parse({}), nowUs: () => server.sec * 1e6, jobsFolder: folder } as ServiceMeans;
  await server.recorder.freshen();
  await clearExpired(means, new AbortController().signal);
  const rows = (tier: "minute" | "hour" | "day") =>
    server.store.read.metrics.counts({ tier, measures: ["completed"], fromSec: 0, toSec: server.sec }).length;
  expect([rows("minute"), rows("hour"), rows("day")]).toEqual([0, 1, 1]);
  server.sec += 11 * 86_400;
  await clearExpired(means, new AbortController().signal);
  expect([rows("minute"), rows("hour"), rows("day")]).toEqual([0, 0, 1]);
  server.sec -= 10 * 86_400;
  expect((await server.range("90d")).totals).toEqual(before);
  await server.stop();
});

describe("a report's period", () => {
  const periods: ["daily" | "weekly" | "monthly", string, string, string, number][] = [
    ["daily", "2026-11-20", "2026-11-20", "2026-11-21", 24],
    ["daily", "2026-02-28", "2026-02-28", "2026-03-01", 1],
    ["weekly", "2026-11-20", "2026-11-16", "2026-11-23", 7],
    ["weekly", "2026-11-15", "2026-11-09", "2026-11-16", 7],
    ["weekly", "2026-01-01", "2025-12-29", "2026-01-05", 7],
    ["monthly", "2026-11-20", "2026-11-01", "2026-12-01", 30],
    ["monthly", "2024-02-29", "2024-02-01", "2024-03-01", 29],
    ["monthly", "2025-12-31", "2025-12-01", "2026-01-01", 31],
  ];
  test.each(periods)("%s of %s is from %s to %s", async (period, date, from, to, buckets) => {
    const server = new Measured();
    const { window, outcomes } = await server.analytics.period(period, at(`${date}T12:00:00Z`));
    expect([window.fromSec, window.toSec, outcomes.length]).toEqual([at(from), at(to), buckets]);
    await server.stop();
  });
});
