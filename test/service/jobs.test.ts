import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KinoraError } from "../../src/domain/error.ts";
import type { JobChange, JobRecord } from "../../src/domain/job-record.ts";
import { Settings } from "../../src/domain/settings.ts";
import { Storyboard } from "../../src/domain/storyboard.ts";
import { readSubmission } from "../../src/domain/submit.ts";
import { USUAL_PREFERENCES } from "../../src/domain/usual-preferences.ts";
import { openJobService } from "../../src/service/jobs.ts";
import { openStore } from "../../src/store/open.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-service-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const START_US = Date.parse("2026-11-20T12:00:00Z") * 1000;
const BOARD = Storyboard.parse({
  title: "Rivers",
  scenes: [{ id: "a", narration: "Rivers begin small.", visual: { kind: "scenery", setting: "river", palette: "day" } }],
});

let files = 0;
/** A service over a store of its own; `told` is what the scheduler was asked, `at` the clock. */
function open(settings: object = {}) {
  const at = { us: START_US, free: 1e12 };
  const told: string[] = [];
  const store = openStore(join(folder, `${++files}.db`), { nowUs: () => at.us });
  const service = openJobService({
    store,
    scheduler: {
      wake: () => void told.push("wake"),
      stopJob: async (id) => void told.push(`stop ${id}`),
      prefetch: (id) => void told.push(`prefetch ${id}`),
      state: () => ({ slots: 2, running: [], places: [] }),
      waitSec: () => 0,
      estimateSec: () => 12,
      stop: async () => undefined,
    },
    settings: Settings.parse(settings),
    preferences: { get: () => USUAL_PREFERENCES },
    nowUs: () => ++at.us,
    makeId: () => Bun.randomUUIDv7(),
    jobsFolder: "/jobs",
    freeBytes: async () => at.free,
    ffmpeg: () => ({ ok: true, detail: "FFmpeg 7", path: "/usr/bin/ffmpeg" }) as { ok: boolean; detail: string },
  });
  const add = async (body: object = {}, change: JobChange = {}): Promise<JobRecord> => {
    const { job } = await service.submit(readSubmission({ prompt: "Rivers", ...body }, { noop: true }));
    return store.write((tx) => tx.changeJob(job.id, change));
  };
  const plan = (id: string) => store.write((tx) => tx.saveStoryboard(id, BOARD, at.us));
  return { service, store, told, at, add, plan };
}
const codeOf = async (call: () => unknown): Promise<string> => {
  try {
    await call();
    return "none";
  } catch (error) {
    return (error as KinoraError).code;
  }
};
const submission = readSubmission({ prompt: "Rivers" }, { noop: false });

describe("submitting", () => {
  test("stores the job, wakes the scheduler, and says its place in the queue", async () => {
    const { service, told } = open();
    const first = await service.submit(submission);
    const second = await service.submit(submission);
    expect(first).toMatchObject({ queuePosition: 1, remainingSec: 12, repeated: false, job: { status: "pending", waitingFor: "slot" } });
    expect(second.queuePosition).toBe(2);
    expect(told).toEqual(["wake", "wake"]);
  });

  test("with a key makes one job, however often and at once it is sent; with another body it is refused", async () => {
    const { service } = open();
    const key = { scope: "mcp", key: "k", digest: "d" };
    const all = await Promise.all(Array.from({ length: 20 }, () => service.submit(submission, key)));
    expect(new Set(all.map(({ job }) => job.id)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await codeOf(() => service.submit(submission, { ...key, digest: "other" }))).toBe("key_reused");
    expect((await service.submit(submission, { ...key, scope: "api-v1" })).repeated).toBe(false);
  });

  test("for later waits for its time, and has no place yet", async () => {
    const { service } = open();
    const later = readSubmission({ prompt: "Rivers", run_at: "2030-01-01T00:00:00Z" }, { noop: false });
    const past = readSubmission({ prompt: "Rivers", run_at: "2020-01-01T00:00:00Z" }, { noop: false });
    expect(await service.submit(later)).toMatchObject({ queuePosition: null, job: { waitingFor: "time" } });
    expect(await service.submit(past)).toMatchObject({ queuePosition: 1, job: { waitingFor: "slot" } });
  });

  test("is refused while the disk is nearly full, and taken when there is room again", async () => {
    const { service, at } = open();
    at.free = 1000;
    expect(await codeOf(() => service.submit(submission))).toBe("disk_full");
    at.free = 1e12;
    expect(await codeOf(() => service.submit(submission))).toBe("none");
  });

  test("is refused when too many wait", async () => {
    const { service } = open({ limits: { queue: 2 } });
    for (let i = 0; i < 2; i++) await service.submit(submission);
    expect(await codeOf(() => service.submit(submission))).toBe("queue_closed");
  });

  test("is refused beyond the jobs of an hour, until the oldest has left it", async () => {
    const { service, at } = open({ limits: { jobs_per_hour: 2 } });
    for (let i = 0; i < 2; i++) await service.submit(submission);
    const refused = await service.submit(submission).catch((error) => error);
    expect(refused).toMatchObject({ code: "rate_limited" });
    expect(refused.retryAfterSec).toBeGreaterThan(3590);
    at.us += refused.retryAfterSec * 1e6;
    expect(await codeOf(() => service.submit(submission))).toBe("none");
  });
});

type Call = "cancel" | "retry" | "approve" | "prefetch" | "write";
const OK = "none";
const WRONG = "wrong_state";
const STATES: [state: string, change: JobChange, planned: boolean, allowed: Record<Call, string>][] = [
  ["waits for a slot", {}, false, { cancel: OK, retry: WRONG, approve: WRONG, prefetch: OK, write: WRONG }],
  ["waits, planned", {}, true, { cancel: OK, retry: WRONG, approve: WRONG, prefetch: OK, write: OK }],
  ["waits for approval", { waitingFor: "approval" }, true, { cancel: OK, retry: WRONG, approve: OK, prefetch: OK, write: OK }],
  ["waits for a retry", { waitingFor: "retry" }, true, { cancel: OK, retry: WRONG, approve: WRONG, prefetch: OK, write: OK }],
  ["runs", { status: "rendering", waitingFor: null }, true, { cancel: OK, retry: WRONG, approve: WRONG, prefetch: WRONG, write: WRONG }],
  [
    "is completed",
    { status: "completed", waitingFor: null },
    true,
    { cancel: WRONG, retry: WRONG, approve: WRONG, prefetch: WRONG, write: OK },
  ],
  ["failed", { status: "failed", waitingFor: null }, true, { cancel: WRONG, retry: OK, approve: WRONG, prefetch: WRONG, write: OK }],
  [
    "is cancelled",
    { status: "cancelled", waitingFor: null },
    true,
    { cancel: WRONG, retry: OK, approve: WRONG, prefetch: WRONG, write: OK },
  ],
];
describe("what may be done with a job that", () => {
  for (const [state, change, planned, allowed] of STATES) {
    test.each(Object.entries(allowed) as [Call, string][])(`${state}: %s, %s`, async (call, code) => {
      const { service, add, plan } = open();
      const { id } = await add({}, change);
      if (planned) await plan(id);
      const calls: Record<Call, () => unknown> = {
        cancel: () => service.cancel(id),
        retry: () => service.retry(id),
        approve: () => service.approve(id),
        prefetch: () => service.prefetch(id),
        write: () => service.saveStoryboard(id, BOARD, ["*"]),
      };
      expect(await codeOf(calls[call])).toBe(code);
    });
  }

  test("is not there: nothing", async () => {
    const { service } = open();
    for (const id of ["01900000-0000-7000-8000-000000000000", "x", ""]) {
      const calls = [
        () => service.view(id),
        () => service.cancel(id),
        () => service.retry(id),
        () => service.approve(id),
        () => service.storyboard(id),
      ];
      for (const call of calls) expect(await codeOf(call)).toBe("not_found");
    }
  });
});

describe("a job", () => {
  test("that is cancelled is stored as such before what it runs is ended", async () => {
    const { service, store, told, add } = open();
    const { id } = await add({}, { status: "rendering", waitingFor: null });
    const before = told.length;
    const { job } = await service.cancel(id);
    expect(job).toMatchObject({ status: "cancelled", waitingFor: null, finishedUs: expect.any(Number) });
    expect(told.slice(before)).toEqual([`stop ${id}`]);
    expect(store.read.job(id)!.status).toBe("cancelled");
  });

  test("that is retried has all its attempts again and keeps its progress", async () => {
    const { service, add } = open();
    const { id } = await add(
      {},
      { status: "failed", waitingFor: null, failures: 3, progress: 40, error: "No.", errorCode: "ffmpeg_failed" },
    );
    expect((await service.retry(id)).job).toMatchObject({
      status: "pending",
      waitingFor: "slot",
      failures: 0,
      progress: 40,
      error: null,
      errorCode: null,
    });
  });

  test("is asked for by its id in capitals too", async () => {
    const { service, add } = open();
    const { id } = await add();
    expect(service.view(id.toUpperCase()).job.id).toBe(id);
  });
});

describe("a storyboard", () => {
  test("says how long scenes last: as given, or as the words will take", async () => {
    const { service, add, plan } = open();
    const { id } = await add();
    await plan(id);
    const [scene] = BOARD.scenes;
    expect(service.storyboard(id).lengths).toEqual([{ sec: expect.any(Number), is: "estimated" }]);
    await service.saveStoryboard(id, { scenes: [{ ...scene, duration: 7 }] }, ["*"]);
    expect(service.storyboard(id).lengths).toEqual([{ sec: 7, is: "given" }]);
  });

  test("that comes back with the lengths that it was shown with is not held to them", async () => {
    const { service, add, plan } = open();
    const { id } = await add();
    await plan(id);
    const shown = service.storyboard(id);
    const back = { ...BOARD, scenes: BOARD.scenes.map((scene, index) => ({ ...scene, duration: shown.lengths[index]!.sec })) };
    await service.saveStoryboard(id, back, [shown.etag]);
    expect(service.storyboard(id).storyboard.scenes[0]).not.toHaveProperty("duration");
  });

  test("is stored only by who has read the newest", async () => {
    const { service, add, plan } = open();
    const { id } = await add();
    const { etag } = await plan(id);
    expect((await service.saveStoryboard(id, BOARD, [etag])).revision).toBe(2);
    expect(await codeOf(() => service.saveStoryboard(id, BOARD, [etag]))).toBe("stale_revision");
    expect(await codeOf(() => service.saveStoryboard(id, { scenes: [] }, ["*"]))).toBe("invalid_request");
    const foreign = { scenes: [{ narration: "x", visual: { kind: "picture", path: "/etc/passwd" } }] };
    expect(await codeOf(() => service.saveStoryboard(id, foreign, ["*"]))).toBe("invalid_request");
  });

  test("of a finished film that is edited and approved is made as a new revision, counted anew", async () => {
    const { service, add, plan } = open();
    const { id } = await add({}, { status: "completed", waitingFor: null, progress: 100 });
    await plan(id);
    expect(await codeOf(() => service.approve(id))).toBe("wrong_state");
    await service.saveStoryboard(id, { ...BOARD, title: "Streams" }, ["*"]);
    expect((await service.approve(id)).job).toMatchObject({
      status: "pending",
      waitingFor: "slot",
      revision: 2,
      approved: true,
      progress: 0,
    });
  });

  test("that waits for approval goes on where it was", async () => {
    const { service, add, plan } = open();
    const { id } = await add({ review: true }, { waitingFor: "approval", progress: 5 });
    await plan(id);
    expect((await service.approve(id)).job).toMatchObject({
      status: "pending",
      waitingFor: "slot",
      revision: 1,
      approved: true,
      progress: 5,
    });
  });
});

describe("a file of a job's", () => {
  const ID = "01900000-0000-7000-8000-000000000000";
  const PLACES: [id: string, revision: number, name: string, path: string | undefined][] = [
    [ID, 1, "film.mp4", `/jobs/${ID}/1/film.mp4`],
    [ID.toUpperCase(), 2, "film.vtt", `/jobs/${ID}/2/film.vtt`],
    [ID, 0, "film.mp4", undefined],
    [ID, 1.5, "film.mp4", undefined],
    [ID, Number.NaN, "film.mp4", undefined],
    [ID, 1, "../film.mp4", undefined],
    [ID, 1, "film.mp4\0", undefined],
    [ID, 1, "scene-001.jpg", `/jobs/${ID}/1/scene-001.jpg`],
    [ID, 1, "scene-1.jpg", undefined],
    [ID, 1, "scene-0001.jpg", undefined],
    [ID, 1, "film.exe", undefined],
    ["..", 1, "film.mp4", undefined],
  ];
  test.each(PLACES)("%s %d %j", (id, revision, name, path) => expect(open().service.file(id, revision, name)).toBe(path));
});

test("readiness tells which part is not", async () => {
  const { service, at } = open();
  expect((await service.readiness()).ready).toBe(true);
  at.free = 1;
  const { ready, parts } = await service.readiness();
  expect(ready).toBe(false);
  expect(parts.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(["disk"]);
});
