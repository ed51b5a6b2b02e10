import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { randomUUIDv7 } from "bun";
import { resolveRequest } from "../../src/domain/job.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { Settings } from "../../src/domain/settings.ts";
import { USUAL_PREFERENCES } from "../../src/domain/usual-preferences.ts";
import { type ExportedJob, MOST_DONE, MOST_FILMS } from "../../src/service/many.ts";
import { openManyJobs } from "../../src/service/many-jobs.ts";
import type { NewJob, Store } from "../../src/store/store.ts";
import { BEGIN_US, FILM, newJob, openTestStore, temporaryFolder } from "../store/fill.ts";

const { folder, remove } = temporaryFolder();
afterAll(remove);
let files = 0;

/** Many jobs in a store of their own; `told` is what the scheduler was asked. */
function open(full = false, watch: (read: Store["read"]) => Partial<Store["read"]> = () => ({})) {
  const told: string[] = [];
  const jobsFolder = join(folder, `jobs-${++files}`);
  const opened = openTestStore(join(folder, `${files}.db`));
  const store: Store = { ...opened, read: { ...opened.read, ...watch(opened.read) } };
  const many = openManyJobs({
    store,
    scheduler: {
      wake: () => void told.push("wake"),
      stopJob: async (id) => void told.push(id),
      prefetch: () => undefined,
      state: () => ({ slots: 1, running: [], places: [] }),
      estimateSec: () => null,
      waitSec: () => 0,
      stop: async () => undefined,
    },
    settings: Settings.parse({}),
    preferences: { get: () => USUAL_PREFERENCES },
    nowUs: () => BEGIN_US + 1e9,
    makeId: () => "",
    jobsFolder,
    freeBytes: async () => (full ? 0 : 1e12),
    ffmpeg: () => ({ ok: true, detail: "" }),
  });
  const add = (count: number, change: (index: number) => Partial<NewJob> = () => ({})): Promise<JobRecord[]> =>
    store.write((tx) =>
      Array.from({ length: count }, (_, index) => tx.insertJob(newJob({ createdUs: BEGIN_US + index, ...change(index) }))),
    );
  return { store, many, told, add, jobsFolder };
}
/** Counts how often something is looked up in one turn of the event loop. */
function openLooks() {
  let [now, most] = [0, 0];
  return {
    look<Found>(found: Found): Found {
      if (now++ === 0) setImmediate(() => (now = 0));
      most = Math.max(most, now);
      return found;
    },
    most: () => most,
  };
}
const over = (status: "completed" | "failed" | "cancelled") => () => ({ status, waitingFor: null }) as const;

describe("acting on many jobs", () => {
  test("by id says of each what became of it, each once, however it is written; what waits goes first", async () => {
    const { many, add, told, store } = open();
    const [running] = await add(1, () => ({ status: "rendering", waitingFor: null }));
    const [pending] = await add(1);
    const [done] = await add(1, over("completed"));
    const unknown = "0199f3a0-7c1e-7b3a-9c55-ffffffffffff";
    const ids = [done!.id, unknown, "x", running!.id, pending!.id.toUpperCase(), pending!.id];
    expect(await many.act("cancel", { ids })).toEqual({
      remaining: 0,
      results: [
        { jobId: pending!.id, outcome: "done", reason: null },
        { jobId: running!.id, outcome: "done", reason: null },
        { jobId: done!.id, outcome: "skipped", reason: "The job is completed and cannot be cancelled." },
        { jobId: unknown, outcome: "failed", reason: `There is no job ${unknown}.` },
        { jobId: "x", outcome: "failed", reason: "There is no job x." },
      ],
    });
    expect(told).toEqual([pending!.id, running!.id]);
    expect(store.read.job(running!.id)).toMatchObject({ status: "cancelled", finishedUs: expect.any(Number) });
  });

  test("by filter does it to all that fit and can be, and says of the others that they were left", async () => {
    const { many, add, store } = open();
    await add(120, (index) => ({ priority: index % 2 === 0 ? 3 : 5 }));
    const done = await add(2, () => ({ ...over("completed")(), priority: 3 }));
    const { results, remaining } = await many.act("cancel", { filter: { priority: 3 } });
    expect(results.filter(({ outcome }) => outcome === "done")).toHaveLength(60);
    expect(results.slice(60).map(({ jobId, outcome }) => [jobId, outcome])).toEqual(done.map(({ id }) => [id, "skipped"]));
    expect([remaining, store.read.countOf("pending"), store.read.countOf("cancelled")]).toEqual([0, 60, 60]);
  });

  test("by filter never touches what does not fit, whatever its state", async () => {
    const { many, add, store } = open();
    await add(3, over("failed"));
    await add(3, over("cancelled"));
    expect((await many.act("retry", { filter: { statuses: ["failed"] } })).results).toHaveLength(3);
    expect([store.read.countOf("pending"), store.read.countOf("cancelled")]).toEqual([3, 3]);
    expect((await many.act("retry", { filter: { statuses: ["completed"] } })).results).toEqual([]);
  });

  test("does so many at a time, the oldest first, and says how many are left", async () => {
    const { many, add, store } = open();
    const jobs = await add(MOST_DONE + 30);
    const first = await many.act("cancel", { filter: {} });
    expect([first.results.length, first.remaining, store.read.countOf("pending")]).toEqual([MOST_DONE, 30, 30]);
    expect(store.read.job(jobs.at(-30)!.id)?.status).toBe("pending");
    const second = await many.act("cancel", { filter: {} });
    expect([second.results.filter(({ outcome }) => outcome === "done").length, second.remaining]).toEqual([30, 0]);
    expect(second.results).toHaveLength(MOST_DONE);
  }, 60_000);

  test("lets others have their turn meanwhile", async () => {
    const { many, add } = open();
    await add(1000);
    let turns = 0;
    const count = setInterval(() => turns++, 0);
    await many.act("cancel", { filter: {} });
    clearInterval(count);
    expect(turns).toBeGreaterThan(5);
  });

  test("looks up few of those named at once, whatever is asked of them", async () => {
    const looks = openLooks();
    const { many } = open(false, () => ({ job: () => looks.look(undefined) }));
    const ids = Array.from({ length: 300 }, () => randomUUIDv7());
    expect((await many.act("cancel", { ids })).results).toHaveLength(300);
    expect(looks.most()).toBeLessThan(100);
  });

  test("two calls at once come one after the other", async () => {
    const { many, add } = open();
    await add(200);
    const [one, two] = await Promise.all([many.act("cancel", { filter: {} }), many.act("cancel", { filter: {} })]);
    expect(one.results.every(({ outcome }) => outcome === "done")).toBe(true);
    expect(two.results.every(({ outcome }) => outcome === "skipped")).toBe(true);
  });

  test("that cannot be stored says so of each", async () => {
    const { many, add } = open(true);
    const [failed] = await add(1, over("failed"));
    const { results } = await many.act("retry", { filter: {} });
    expect(results).toEqual([{ jobId: failed!.id, outcome: "failed", reason: expect.stringContaining("disk") }]);
  });
});

describe("going through jobs", () => {
  const all = async (batches: AsyncGenerator<ExportedJob[], void>) => {
    const rows: ExportedJob[] = [];
    for await (const batch of batches) rows.push(...batch);
    return rows;
  };

  test("reads a batch when it is asked for, never more", async () => {
    const { many, add, store } = open();
    await add(20_000);
    let read = 0;
    const numbered = store.read.numbered;
    store.read.numbered = (seq) => {
      read++;
      return numbered(seq);
    };
    const batches = many.each();
    const first = (await batches.next()).value as ExportedJob[];
    expect(read).toBe(first.length);
    expect(first.length).toBeLessThanOrEqual(500);
    await batches.next();
    expect(read).toBeLessThanOrEqual(1000);
    await batches.return();
    expect((await batches.next()).done).toBe(true);
    const seen: number[] = [];
    for await (const batch of many.each()) seen.push(...batch.map(({ job }) => job.seq));
    expect(seen).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 1));
  }, 60_000);

  test("begins in turns, however many begin at once", async () => {
    const looks = openLooks();
    const { many, add } = open(false, ({ numbered }) => ({ numbered: (seq) => looks.look(numbered(seq)) }));
    await add(50);
    const begun = Array.from({ length: 20 }, () => many.each());
    expect((await Promise.all(begun.map((batches) => batches.next()))).every(({ value }) => value?.length === 50)).toBe(true);
    await Promise.all(begun.map((batches) => batches.return()));
    expect(looks.most()).toBeLessThan(200);
  });

  test("holds few at a time of those that were asked much", async () => {
    const { many, add } = open();
    const scenes = Array.from({ length: 1000 }, () => ({
      narration: "x".repeat(300),
      description: "",
      keywords: [],
      mood: "calm" as const,
    }));
    const film = resolveRequest({ storyboard: { scenes } });
    await add(7, () => ({ kind: "generate", request: { kind: "generate", film, review: false, runAt: null } }));
    const sizes: number[] = [];
    for await (const batch of many.each()) sizes.push(batch.length);
    expect(sizes).toEqual([2, 2, 2, 1]);
  });

  test("tells of each what lists tell, and all that is stored", async () => {
    const { many, add } = open();
    const jobs = await add(3);
    const rows = await all(many.each({ ids: [jobs[2]!.id, "unknown", jobs[0]!.id] }));
    expect(rows.map(({ job, listed }) => [job, listed.queuePosition])).toEqual([
      [jobs[2]!, 3],
      [jobs[0]!, 1],
    ]);
    expect(await all(many.each({ filter: { statuses: ["failed"] } }))).toEqual([]);
    await expect(all(many.each({ ids: ["unknown"] }))).rejects.toThrow("There is no job unknown.");
  });

  test("leaves out what is made meanwhile", async () => {
    const { many, add } = open();
    await add(1, () => ({ createdUs: BEGIN_US + 2e9 }));
    await add(2);
    expect(await all(many.each())).toHaveLength(2);
  });
});

describe("finished films", () => {
  const film = () => ({ ...over("completed")(), kind: "generate" as const, film: FILM, revision: 2 });

  test("are those of the selection that are on the disk", async () => {
    const { many, add, jobsFolder } = open();
    const [here, gone] = await add(2, film);
    await add(1);
    mkdirSync(join(jobsFolder, here!.id, "2"), { recursive: true });
    const path = join(jobsFolder, here!.id, "2", "film.mp4");
    await Bun.write(path, "film");
    expect(await many.films({ filter: {} })).toEqual([
      { id: here!.id, title: null, prompt: "", path, bytes: 4, changed: expect.any(Date) },
    ]);
    await expect(many.films({ ids: [gone!.id] })).rejects.toThrow(expect.objectContaining({ code: "wrong_state" }));
    await expect(many.films({ filter: { statuses: ["failed"] } })).rejects.toThrow(expect.objectContaining({ code: "wrong_state" }));
    await expect(many.films({ ids: ["x"] })).rejects.toThrow(expect.objectContaining({ code: "not_found" }));
  });

  test("are refused when they are too many at once", async () => {
    const { many, add, jobsFolder } = open();
    for (const { id } of await add(MOST_FILMS + 1, film)) await Bun.write(join(jobsFolder, id, "2", "film.mp4"), "");
    await expect(many.films({ filter: {} })).rejects.toThrow(expect.objectContaining({ code: "invalid_request" }));
  }, 60_000);
});
