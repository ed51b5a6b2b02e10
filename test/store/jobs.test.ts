import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import type { JobChange, JobRecord } from "../../src/domain/job-record.ts";
import type { Store } from "../../src/store/store.ts";
import { anyJob, BEGIN_US, FILM, newJob, openTestStore, seeded, temporaryFolder } from "./fill.ts";

const { folder, remove } = temporaryFolder();
let files = 0;
let store: Store;
beforeEach(() => {
  store = openTestStore(`${folder}/${++files}.db`);
});
afterAll(remove);

const insert = (over: Parameters<typeof newJob>[0] = {}) => store.write((tx) => tx.insertJob(newJob(over)));
const change = (job: JobRecord, to: JobChange) => store.write((tx) => tx.changeJob(job.id, to));

describe("a job", () => {
  test("is read as it was stored", async () => {
    const random = seeded(3);
    const jobs = await store.write((tx) => Array.from({ length: 50 }, () => tx.insertJob(anyJob(random))));
    for (const job of jobs) expect(store.read.job(job.id)).toEqual(job);
    expect(store.read.job("01890000-0000-7000-8000-ffffffffffff")).toBeUndefined();
  });

  test("keeps what only its dialect knows, and text of any kind", async () => {
    const prompt = "nul \0, quote ', 東京, 🦊\nline";
    const job = await insert({ prompt, origin: { dialect: "api-v1", userId: "ada", details: { __proto__x: [1, { a: null }] } } });
    expect(store.read.job(job.id)).toEqual(job);
  });

  const CHANGES: [string, JobChange][] = [
    ["its status and what it waits for", { status: "rendering", waitingFor: null, startedUs: 5, updatedUs: BEGIN_US + 9 }],
    ["its progress", { progress: 12.25, step: "Rendering scenes", remainingSec: 3.5 }],
    ["its stages", { stages: [{ name: "plan", progress: 100, startedUs: 1, finishedUs: 2 }] }],
    ["its last crash", { crash: { stage: "render", scene: 3, count: 2, reason: "gone" } }],
    ["its film", { status: "completed", film: FILM, finishedUs: 7 }],
    ["its error", { status: "failed", error: "No.", errorCode: "disk_full", failures: 3 }],
    ["its title, priority and approval", { title: "Sea", priority: 9, approved: false, revision: 2 }],
    ["nothing", {}],
  ];
  test.each(CHANGES)("changes %s and nothing else", async (_, to) => {
    const job = await insert();
    const changed = await change(job, to);
    expect(changed).toEqual({ ...job, ...to });
    expect(store.read.job(job.id)).toEqual(changed);
    expect(await change(changed, { film: null, crash: null })).toEqual({ ...changed, film: null, crash: null });
    expect(store.read.job(job.id)).toEqual({ ...changed, film: null, crash: null });
  });

  test("is never changed before it was made, even when the clock is set back", async () => {
    const job = await insert({ updatedUs: BEGIN_US - 5 });
    expect(job.updatedUs).toBe(BEGIN_US);
    expect((await change(job, { updatedUs: 1 })).updatedUs).toBe(BEGIN_US);
  });

  test("that is not there cannot be changed", async () => {
    await expect(store.write((tx) => tx.changeJob("nobody", {}))).rejects.toThrow(expect.objectContaining({ code: "not_found" }));
  });

  test("is found by its new title", async () => {
    const job = await insert({ prompt: "sea" });
    await change(job, { title: "Storm" });
    const found = (search: string) => store.read.list({ search, sortBy: "progress", descending: true, limit: 5, offset: 0 }).total;
    expect([found("sea storm"), found("sea"), found("gulls")]).toEqual([1, 1, 0]);
  });

  test("leaves nothing when it is deleted, and its number is not used again", async () => {
    const job = await insert({ prompt: "sea" });
    await change(job, { film: FILM });
    await store.write((tx) => {
      tx.addLogs([{ jobId: job.id, timeUs: 1, level: "INFO", stage: null, message: "hello" }]);
      tx.deleteJob(job.id);
    });
    const { jobs, total } = store.read.list({ search: "sea", sortBy: "created_at", descending: true, limit: 5, offset: 0 });
    expect([store.read.job(job.id), store.read.counts().total, jobs, total]).toEqual([undefined, 0, [], 0]);
    expect([store.read.events({ after: 0, limit: 9, logs: true }), store.read.logs({ jobId: job.id, limit: 9 })]).toEqual([[], []]);
    expect((await insert()).seq).toBeGreaterThan(job.seq);
  });
});

test("those that run are found, oldest first", async () => {
  const jobs = [];
  for (const [status, age] of [
    ["rendering", 1],
    ["pending", 2],
    ["scene_planning", 3],
    ["completed", 4],
    ["publishing", 5],
  ] as const)
    jobs.push(await insert({ status, waitingFor: null, createdUs: BEGIN_US - age }));
  expect(store.read.running().map(({ status }) => status)).toEqual(["publishing", "scene_planning", "rendering"]);
});

test("those made since a moment are counted, and those that ended before one are named", async () => {
  for (const [place, finishedUs] of [BEGIN_US + 40, BEGIN_US + 10, null, BEGIN_US + 20].entries())
    await insert({ id: `j${place}`, createdUs: BEGIN_US + place, status: finishedUs ? "failed" : "rendering", finishedUs });
  expect(store.read.madeSince(BEGIN_US + 2)).toEqual({ count: 2, oldestUs: BEGIN_US + 2 });
  expect(store.read.madeSince(BEGIN_US + 9)).toEqual({ count: 0, oldestUs: BEGIN_US + 9 });
  expect(store.read.finishedBefore(BEGIN_US + 40, 9)).toEqual(["j1", "j3"]);
  expect(store.read.finishedBefore(BEGIN_US + 41, 1)).toEqual(["j1"]);
});
