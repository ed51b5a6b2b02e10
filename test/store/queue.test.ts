import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import type { JobRecord } from "../../src/domain/job-record.ts";
import type { NewJob, Store } from "../../src/store/store.ts";
import { BEGIN_US, newJob, openTestStore, temporaryFolder } from "./fill.ts";

const MINUTE_US = 60_000_000;
const { folder, remove } = temporaryFolder();
let files = 0;
let store: Store;
let now = BEGIN_US;
beforeEach(() => {
  now = BEGIN_US;
  store = openTestStore(`${folder}/${++files}.db`, { nowUs: () => now });
});
afterAll(remove);

const insert = (id: string, over: Partial<NewJob>): Promise<JobRecord> => store.write((tx) => tx.insertJob(newJob({ id, ...over })));
const next = async (limit = 10): Promise<string[]> => (await store.write((tx) => tx.nextJobs(now, limit))).map(({ id }) => id);

describe("the next jobs", () => {
  test("are those of the highest priority, then the oldest", async () => {
    await insert("low", { priority: 1 });
    await insert("high", { priority: 10 });
    await insert("older", { priority: 5, createdUs: BEGIN_US - 2 });
    await insert("younger", { priority: 5, createdUs: BEGIN_US - 1 });
    await insert("youngest", { priority: 5, createdUs: BEGIN_US - 1 });
    expect(await next()).toEqual(["high", "older", "younger", "youngest", "low"]);
    expect(await next(2)).toEqual(["high", "older"]);
    expect(await next(0)).toEqual([]);
  });

  test("are raised by waiting: ten minutes are worth a step of priority", async () => {
    await insert("old", { priority: 1, createdUs: BEGIN_US - 91 * MINUTE_US });
    await insert("not so old", { priority: 1, createdUs: BEGIN_US - 89 * MINUTE_US });
    await insert("urgent", { priority: 10 });
    expect(await next()).toEqual(["old", "urgent", "not so old"]);
  });

  test("are not those that run, are over, or wait for someone's word", async () => {
    await insert("running", { status: "rendering", waitingFor: null });
    await insert("over", { status: "failed", waitingFor: null });
    const waits = await insert("waits", { waitingFor: "approval" });
    expect(await next()).toEqual([]);
    await store.write((tx) => tx.changeJob(waits.id, { waitingFor: "slot" }));
    expect(await next()).toEqual(["waits"]);
    await store.write((tx) => tx.changeJob(waits.id, { status: "scene_planning", waitingFor: null }));
    expect(await next()).toEqual([]);
  });

  test("are not those whose time has not come, until it has", async () => {
    await insert("later", { waitingFor: "time", dueUs: BEGIN_US + 5, priority: 10 });
    await insert("retried", { waitingFor: "retry", dueUs: BEGIN_US + 3 });
    await insert("now", {});
    expect([store.read.nextDueUs(now), await next()]).toEqual([BEGIN_US + 3, ["now"]]);
    now += 3;
    expect([store.read.nextDueUs(now), await next()]).toEqual([BEGIN_US + 5, ["retried", "now"]]);
    now += 2;
    expect([store.read.nextDueUs(now), await next()]).toEqual([undefined, ["later", "retried", "now"]]);
    await store.write((tx) => tx.changeJob("now", { waitingFor: "retry", dueUs: now + 1 }));
    expect([store.read.nextDueUs(now), await next()]).toEqual([now + 1, ["later", "retried"]]);
  });

  test("are moved by a new priority", async () => {
    await insert("a", {});
    await insert("b", {});
    await store.write((tx) => tx.changeJob("b", { priority: 6 }));
    expect(await next()).toEqual(["b", "a"]);
  });

  test("that are run again wait anew: a job does not wait while it is over", async () => {
    await insert("again", { status: "failed", waitingFor: null, createdUs: BEGIN_US - 1000 * MINUTE_US });
    await insert("first", { createdUs: BEGIN_US - 1 });
    await store.write((tx) => tx.changeJob("again", { status: "pending", waitingFor: "slot" }));
    expect(await next()).toEqual(["first", "again"]);
  });
});

test("those ahead are counted: all that may begin and go before", async () => {
  const jobs: JobRecord[] = [];
  for (const [id, priority, dueUs] of [
    ["a", 5, 0],
    ["b", 9, 0],
    ["c", 5, BEGIN_US + 9],
    ["d", 5, 0],
    ["e", 1, 0],
  ] as const)
    jobs.push(await insert(id, { priority, dueUs, waitingFor: dueUs ? "time" : "slot" }));
  const ahead = () => jobs.map((job) => store.read.ahead(job));
  expect(ahead()).toEqual([1, 0, 2, 2, 3]);
  now = BEGIN_US + 9;
  expect(ahead()).toEqual([1, 0, 2, 3, 4]);
  await next();
  expect(ahead()).toEqual([1, 0, 2, 3, 4]);
  expect(store.read.ahead({ seq: 1000, priority: 10, createdUs: BEGIN_US })).toBe(0);
});

test("those ahead are counted from whichever end is near, through all that may become of a job", async () => {
  const jobs: JobRecord[] = [];
  for (let index = 0; index < 250; index++) jobs.push(await insert(`job-${index}`, { createdUs: BEGIN_US + index }));
  const ahead = (index: number) => store.read.ahead(jobs[index]!);
  expect([0, 10, 149, 150, 249].map(ahead)).toEqual([0, 10, 149, 150, 249]);
  await store.write((tx) => tx.changeJob("job-3", { status: "rendering", waitingFor: null }));
  await store.write((tx) => tx.changeJob("job-4", { status: "cancelled", waitingFor: null }));
  await store.write((tx) => tx.changeJob("job-5", { waitingFor: "approval" }));
  await store.write((tx) => tx.deleteJob("job-4"));
  await store.write((tx) => tx.deleteJob("job-6"));
  expect([10, 249].map(ahead)).toEqual([6, 245]);
  await store.write((tx) => tx.changeJob("job-3", { status: "pending", waitingFor: "slot" }));
  expect([10, 249].map(ahead)).toEqual([7, 246]);
  const undone = store.write((tx) => {
    tx.deleteJob("job-0");
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect([10, 249].map(ahead)).toEqual([7, 246]);
});
