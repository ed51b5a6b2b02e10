import { afterEach, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { KinoraError } from "../../src/domain/error.ts";
import { STAGE_NAMES } from "../../src/domain/stages.ts";
import { type SchedulerOptions, startScheduler } from "../../src/queue/scheduler.ts";
import type { Store } from "../../src/store/store.ts";
import { type Engine, newJob, noop, openEngine, staged } from "./engine.ts";

const engines: Engine[] = [];
const open = async (options?: Partial<SchedulerOptions>) => {
  const engine = await openEngine(options);
  engines.push(engine);
  return engine;
};
const restart = (engine: Engine, options?: Partial<SchedulerOptions>) => {
  engine.kill();
  const next = engine.restart(options);
  engines.push(next);
  return next;
};
afterEach(async () => {
  for (const engine of engines.splice(0).reverse()) await engine.close();
});

const over = ({ status }: { status: string }) => ["completed", "failed", "cancelled"].includes(status);
const ALL = [...STAGE_NAMES];

/** Waits until a process has ended; one that nobody has buried yet has ended too. */
const lives = (pid: number) => {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
};

describe("a job", () => {
  test("runs through its stages to a film, with everything that it leaves stored", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ render: "scenes" }));
    const job = await engine.until(id, over);
    expect(job).toMatchObject({ status: "completed", progress: 100, waitingFor: null, failures: 0, title: "A film", step: null });
    expect(job.film?.video).toBe(join(engine.folder, "jobs", id, "1", "film.mp4"));
    expect(job.finishedUs!).toBeGreaterThanOrEqual(job.startedUs!);
    expect(job.stages.map(({ name, progress }) => [name, progress])).toEqual(ALL.map((name) => [name, 100]));
    expect(Object.keys(engine.store.read.artifacts(id, 1)).sort()).toEqual([...ALL].sort());
    expect(engine.store.read.storyboard(id)?.storyboard.title).toBe("A film");
    const events = engine.events(id);
    expect(events.filter(({ event }) => event === "stage_completed").map((one) => "stage" in one && one.stage)).toEqual(ALL);
    expect(events.filter(({ event }) => event === "scene_rendered")).toMatchObject([{ scene: 0, scenes: 2 }, { scene: 1 }]);
    expect(events.at(-1)).toMatchObject({ event: "job_completed" });
    await engine.logged(id, /^Completed/);
  });

  test("that does nothing runs through a worker too", async () => {
    const engine = await open();
    const ids = await Promise.all(Array.from({ length: 20 }, () => engine.submit(noop(0))));
    for (const id of ids) expect(await engine.until(id, over)).toMatchObject({ status: "completed", progress: 100 });
    expect(engine.scheduler.state()).toMatchObject({ slots: 2 });
  });

  test("waits while all slots are taken, and the highest priority goes first", async () => {
    const engine = await open({ slots: 1 });
    const first = await engine.submit(staged({ plan: "wait" }));
    await engine.until(first, ({ status }) => status === "scene_planning");
    const low = await engine.submit(staged({ plan: "wait" }), { priority: 2 });
    const high = await engine.submit(staged({ plan: "wait" }), { priority: 9 });
    expect(engine.scheduler.state().running.map(({ jobId }) => jobId)).toEqual([first]);
    await engine.store.write((store) => store.changeJob(first, { status: "cancelled" }));
    await engine.scheduler.stopJob(first);
    await engine.until(high, ({ status }) => status !== "pending");
    expect(engine.job(low)).toMatchObject({ status: "pending", waitingFor: "slot" });
  });

  test("does not begin before its time, and begins then", async () => {
    const engine = await open();
    const dueUs = Date.now() * 1000 + 300_000;
    const id = await engine.submit(noop(0), { dueUs, waitingFor: "time" });
    const now = await engine.submit(noop(0));
    await engine.until(now, over);
    expect(engine.job(id).status).toBe("pending");
    expect((await engine.until(id, over)).startedUs!).toBeGreaterThanOrEqual(dueUs);
  });

  test("that waits for its time waits for a slot from then on, though none is free", async () => {
    const engine = await open({ slots: 1 });
    const long = await engine.submit(noop(60_000));
    await engine.until(long, ({ status }) => status === "rendering");
    const id = await engine.submit(noop(0), { dueUs: Date.now() * 1000 + 100_000, waitingFor: "time" });
    expect(await engine.until(id, ({ waitingFor }) => waitingFor === "slot")).toMatchObject({ status: "pending" });
  });

  test("that asks for a review waits for approval after planning, and goes on from its plan", async () => {
    const engine = await open();
    const id = await engine.submit(staged({}, true));
    const planned = await engine.until(id, ({ waitingFor }) => waitingFor === "approval");
    expect(planned).toMatchObject({ status: "pending", title: "A film" });
    expect(engine.store.read.storyboard(id)).toMatchObject({ storyboard: { title: "A film" } });
    expect(engine.scheduler.estimateSec(id)).toBeNull();
    await engine.store.write((store) => store.changeJob(id, { approved: true, waitingFor: "slot" }));
    engine.scheduler.wake();
    expect((await engine.until(id, over)).status).toBe("completed");
    expect(await engine.ran(id)).toEqual(ALL);
  });

  test("whose storyboard was edited and approved is made from that, in a folder of its own", async () => {
    const engine = await open();
    const id = await engine.submit(staged({}));
    await engine.until(id, over);
    const revision = await engine.store.write((store) => {
      const { storyboard } = store.storyboard(id)!;
      const saved = store.saveStoryboard(id, { ...storyboard, title: "Edited" }, 1);
      store.changeJob(id, { revision: saved.revision, status: "pending", waitingFor: "slot" });
      return saved.revision;
    });
    expect(engine.scheduler.estimateSec(id)).toBeGreaterThan(1);
    engine.scheduler.wake();
    const job = await engine.until(id, ({ status, film }) => status === "completed" && film?.title === "Edited");
    expect(job.film?.video).toBe(join(engine.folder, "jobs", id, String(revision), "film.mp4"));
    expect(await engine.ran(id, revision)).toEqual(ALL);
    expect(engine.store.read.storyboard(id)?.revision).toBe(revision);
  });
});

describe("a failure", () => {
  test("that may pass is tried again, from the last finished stage, and counted", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ mix: "fail-once" }));
    const job = await engine.until(id, over);
    expect(job).toMatchObject({ status: "completed", failures: 1, error: null });
    expect(await engine.ran(id)).toEqual([...ALL.slice(0, 5), ...ALL.slice(4)]);
    const progress = engine.events(id).flatMap((one) => (one.event === "job_status_update" ? [one.overall_progress] : []));
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    await engine.logged(id, /provider_unavailable\. Attempt 2 of 3/);
  });

  test("that does not pass fails the job after three attempts", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ speech: "fail" }));
    const job = await engine.until(id, over);
    expect(job).toMatchObject({ status: "failed", failures: 3, errorCode: "provider_unavailable", waitingFor: null });
    expect((await engine.ran(id)).filter((stage) => stage === "speech")).toHaveLength(3);
  });

  test("for good fails the job at once", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ speech: "reject" }));
    expect(await engine.until(id, over)).toMatchObject({ status: "failed", failures: 1, errorCode: "provider_rejected" });
  });

  test("that says when to try again is not tried before", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ speech: "fail-later" }));
    const job = await engine.until(id, ({ waitingFor }) => waitingFor === "retry");
    expect(job.dueUs - job.updatedUs).toBeGreaterThan(3590e6);
    expect(job).toMatchObject({ status: "pending", error: "provider_unavailable." });
  });

  test("for a full disk uses no attempt, and nothing else begins until there is room", async () => {
    const engine = await open({ slots: 1 });
    const { settings } = { settings: { limits: { disk_free: Number.MAX_SAFE_INTEGER } } };
    const tight = restart(engine, { slots: 1, settings: await tightened(settings.limits) });
    const id = await tight.submit(staged({ speech: "full" }));
    const other = await tight.submit(staged({}));
    expect(await tight.until(id, over)).toMatchObject({ status: "failed", failures: 0, errorCode: "disk_full" });
    await tight.logged(id, /disk_full/);
    expect(tight.job(other)).toMatchObject({ status: "pending", waitingFor: "slot" });
    const roomy = restart(tight);
    expect((await roomy.until(other, over)).status).toBe("completed");
  });
});

test("a store that refuses for a while loses nothing of what was done meanwhile, and claims again by itself", async () => {
  const engine = await open();
  let full = false;
  const refusing: Store = {
    ...engine.store,
    write: (change) => (full ? Promise.reject(new KinoraError("disk_full", "Full.")) : engine.store.write(change)),
  };
  await engine.scheduler.stop();
  const scheduler = startScheduler({ ...engine.options, store: refusing });
  const id = await engine.submit(staged({ speech: "until-file" }));
  scheduler.wake();
  await engine.until(id, ({ status }) => status === "tts_generation");
  full = true;
  await engine.store.write((store) => store.insertJob(newJob(noop(0), { id: "waits" })));
  await scheduler.stopJob("nobody");
  await Bun.write(join(engine.folder, "jobs", id, "1", "go"), "");
  scheduler.wake();
  while (!engine.told.some((text) => text === "Full.")) await Bun.sleep(5);
  expect(engine.job(id).status).toBe("tts_generation");
  full = false;
  expect(await engine.until(id, over)).toMatchObject({ status: "completed", progress: 100 });
  expect((await engine.until("waits", over)).status).toBe("completed");
  expect(Object.keys(engine.store.read.artifacts(id, 1))).toHaveLength(STAGE_NAMES.length);
  await scheduler.stop();
});

describe("time", () => {
  test.each([
    ["stalled", { stall_time: 0.2 }, { speech: "wait" }],
    ["stage_timeout", { stage_time: 0.2 }, { speech: "wait" }],
  ] as const)("a job that is %s fails and is tried again", async (code, limits, ways) => {
    const engine = restart(await open(), { settings: await tightened(limits) });
    const id = await engine.submit(staged(ways));
    expect(await engine.until(id, over)).toMatchObject({ status: "failed", failures: 3, errorCode: code });
  });
});

describe("cancelling", () => {
  test("ends the job's children, threads and unfinished files, and leaves what the caller has stored", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ render: "child" }));
    const pid = Number((await engine.logged(id, /^child/)).split(" ")[1]);
    await Bun.write(join(engine.folder, "tmp", `${id}-scene.mp4`), "half");
    expect(lives(pid)).toBe(true);
    await engine.store.write((store) => store.changeJob(id, { status: "cancelled", finishedUs: 1 }));
    await engine.scheduler.stopJob(id);
    while (lives(pid)) await Bun.sleep(1);
    expect(engine.job(id)).toMatchObject({ status: "cancelled", finishedUs: 1 });
    expect(await readdir(join(engine.folder, "tmp"))).toEqual([]);
    expect(engine.scheduler.state().running).toEqual([]);
  });

  test("and retrying at the same moment, again and again, ends with one run that can be ended", async () => {
    const engine = await open();
    const { scheduler, store } = engine;
    const id = await engine.submit(staged({ plan: "wait" }));
    const cancel = async () => {
      await store.write((writing) => writing.changeJob(id, { status: "cancelled", waitingFor: null }));
      await scheduler.stopJob(id);
    };
    const retry = async () => {
      await store.write((writing) => writing.changeJob(id, { status: "pending", waitingFor: "slot" }));
      scheduler.wake();
    };
    for (let time = 0; time < 3; time++) {
      await engine.until(id, ({ status }) => status === "scene_planning");
      await Promise.all([cancel(), retry(), cancel(), retry()]);
    }
    const other = await engine.submit(noop(0));
    await engine.until(other, over);
    expect(engine.job(id).status).toBe("scene_planning");
    expect(scheduler.state().running.map(({ jobId }) => jobId)).toEqual([id]);
    await cancel();
    expect(scheduler.state().running).toEqual([]);
    expect(engine.job(id).status).toBe("cancelled");
  });

  test("a job that does not run, or is not known, is no error", async () => {
    const engine = await open();
    await engine.scheduler.stopJob("nobody");
  });
});

describe("a crash", () => {
  test("of the worker uses no attempt, and the job goes on from what it has saved", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ mix: "crash-once" }));
    expect(await engine.until(id, over)).toMatchObject({ status: "completed", failures: 0, crash: null });
    expect(await engine.ran(id)).toEqual([...ALL.slice(0, 5), ...ALL.slice(4)]);
    await engine.logged(id, /Crashed: .*the stage threw/);
  });

  test("three times in a row in one place parks the job, with the reason", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ mix: "crash" }));
    const job = await engine.until(id, over);
    expect(job).toMatchObject({ status: "failed", failures: 0, errorCode: "crashed_repeatedly", crash: { stage: "mix", count: 3 } });
    expect(job.error).toContain("the stage threw");
  });
});

test("crashes with something saved between them do not add up", async () => {
  const engine = await open();
  const id = await engine.submit(staged({ render: "scene-and-crash" }));
  expect(await engine.until(id, over)).toMatchObject({ status: "completed", failures: 0, crash: null });
  expect((await engine.ran(id)).filter((stage) => stage === "render")).toHaveLength(5);
});

describe("a server that is killed", () => {
  test("finds every job at its next start, repeats no finished stage, and counts no attempt", async () => {
    const engine = await open({ slots: 2 });
    const ids = [
      await engine.submit(staged({ mix: "wait" })),
      await engine.submit(staged({ render: "wait" })),
      await engine.submit(staged({})),
    ];
    await engine.until(ids[0]!, ({ status }) => status === "audio_processing");
    await engine.until(ids[1]!, ({ status }) => status === "rendering");
    await engine.until(ids[1]!, ({ id }) => engine.store.read.artifacts(id, 1).captions !== undefined);
    const next = restart(engine, { slots: 3 });
    await next.until(ids[0]!, ({ waitingFor }) => waitingFor === null);
    for (const id of ids) await next.until(id, ({ status, id: one }) => status === "completed" || (one !== ids[2] && status !== "pending"));
    expect(await next.ran(ids[0]!)).toEqual([...ALL.slice(0, 5), "mix"]);
    expect(next.job(ids[0]!)).toMatchObject({ failures: 0, crash: null });
    expect(next.told[0]).toContain("2 jobs go on");
  });

  test("and one that is stopped, too", async () => {
    const engine = await open();
    const id = await engine.submit(staged({ mix: "wait" }));
    await engine.until(id, ({ status }) => status === "audio_processing");
    await engine.scheduler.stop();
    expect(engine.job(id)).toMatchObject({ status: "pending", waitingFor: "slot", failures: 0 });
    const next = restart(engine);
    await next.until(id, ({ status }) => status === "audio_processing");
    expect((await next.ran(id)).filter((stage) => stage === "plan")).toHaveLength(1);
  });
});

describe("prefetching", () => {
  test("makes what a waiting job needs before rendering, beside what runs; the job stays pending", async () => {
    const engine = await open({ slots: 1 });
    const first = await engine.submit(staged({ plan: "wait" }));
    await engine.until(first, ({ status }) => status === "scene_planning");
    const id = await engine.submit(staged({}));
    engine.scheduler.prefetch(id);
    await engine.logged(id, /Prepared/);
    expect(engine.job(id)).toMatchObject({ status: "pending", waitingFor: "slot", title: "A film" });
    expect(Object.keys(engine.store.read.artifacts(id, 1)).sort()).toEqual(["assets", "plan", "speech"]);
    await engine.store.write((store) => store.changeJob(first, { status: "cancelled" }));
    await engine.scheduler.stopJob(first);
    expect((await engine.until(id, over)).status).toBe("completed");
    expect((await engine.ran(id))[0]).toBe("timeline");
  });

  test("gives way when the job's turn comes", async () => {
    const engine = await open({ slots: 1 });
    const first = await engine.submit(noop(300));
    await engine.until(first, ({ status }) => status === "rendering");
    const id = await engine.submit(staged({ speech: "wait" }));
    engine.scheduler.prefetch(id);
    await engine.until(id, ({ status }) => status === "tts_generation");
    while (!engine.scheduler.state().running[0]?.stage) await Bun.sleep(1);
    expect(engine.scheduler.state().running[0]?.jobId).toBe(id);
    expect(await engine.ran(id)).toEqual(["speech"]);
  });
});

test("estimates count what runs and what is ahead", async () => {
  const engine = await open({ slots: 1 });
  const first = await engine.submit(noop(20_000));
  await engine.until(first, ({ status }) => status === "rendering");
  const [second, third] = [await engine.submit(noop(1000)), await engine.submit(noop(1000))];
  expect(engine.scheduler.estimateSec(second)).toBeCloseTo(21, 0);
  expect(engine.scheduler.estimateSec(third)).toBeCloseTo(22, 0);
});

async function tightened(limits: object) {
  const { Settings } = await import("../../src/domain/settings.ts");
  const usual = Settings.parse({});
  return { ...usual, retry: { base: 0.02, max: 0.05 }, limits: { ...usual.limits, ...limits } };
}
