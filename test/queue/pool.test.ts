import { afterEach, describe, expect, spyOn, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import type { KinoraError } from "../../src/domain/error.ts";
import type { JobOrder, WorkerMeans } from "../../src/domain/wire.ts";
import { type Pool, startPool } from "../../src/queue/pool.ts";

const pools: Pool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.stop();
});

/** A pool of real threads that do what their orders say, with the end of each thread that was made. */
function openPool(sceneWorkers: number, options: { idleMs?: number } = {}) {
  const jobs: Promise<unknown>[] = [];
  const ends: Promise<unknown>[] = [];
  const worker = (name: string) => new Worker(new URL(`../fixtures/workers/${name}.ts`, import.meta.url));
  const program = () => Promise.reject(new Error("no programs here"));
  const makeSceneWorker = () => {
    const made = worker("scene");
    ends.push(new Promise((resolve) => made.addEventListener("close", resolve)));
    return made;
  };
  const makeJobWorker = () => {
    const made = worker("job");
    jobs.push(new Promise((resolve) => made.addEventListener("close", resolve)));
    return made;
  };
  const pool = startPool({ makeJobWorker, makeSceneWorker, sceneWorkers, means: {} as WorkerMeans, program, ...options });
  pools.push(pool);
  return { pool, ends, jobs };
}

/** Runs a job of tasks that each end as their words say; its log can be waited for. */
function runJob(pool: Pool, tasks: string[], signal = new AbortController().signal) {
  const told: string[] = [];
  const waiters: { what: RegExp; found: (text: string) => void }[] = [];
  const log = (_level: string, _stage: unknown, text: string) => {
    told.push(text);
    for (const { what, found } of waiters) if (what.test(text)) found(text);
  };
  const order = { jobId: "job", request: { script: tasks.join("\n") } } as unknown as JobOrder;
  const outcomes = pool.run(order, { log }, signal).then((film) => film!.notes);
  const heard = (what: RegExp) => {
    const already = told.find((text) => what.test(text));
    return already ? Promise.resolve(already) : new Promise<string>((found) => waiters.push({ what, found }));
  };
  return {
    outcomes,
    told,
    heard,
    failure: outcomes.then(
      () => undefined,
      (error: KinoraError) => error,
    ),
  };
}

const pidIn = (text: string) => Number(text.split(" ")[1]);

/** Waits until a process has ended; one that nobody has buried yet has ended too. */
async function untilGone(pid: number): Promise<void> {
  const lives = () => {
    try {
      return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
    } catch {
      return false;
    }
  };
  while (lives()) await Bun.sleep(10);
}

describe("tasks", () => {
  test("reach the job that asked for them, in its own order, from as many threads as there may be", async () => {
    const { pool, ends } = openPool(3);
    const [one, two] = [runJob(pool, Array(12).fill("say")), runJob(pool, ["say", "fail", "say"])];
    expect(await one.outcomes).toEqual(Array(12).fill("said"));
    expect(await two.outcomes).toEqual(["said", "provider_rejected: No.", "said"]);
    expect(ends).toHaveLength(3);
    expect(one.told).toContain("progress 11 0.5");
  });

  test("are never more at once than there are scene workers", async () => {
    const { pool } = openPool(2);
    const stop = new AbortController();
    const { told, heard, failure } = runJob(pool, ["wait 1", "wait 2", "wait 3", "wait 4"], stop.signal);
    await Promise.all([heard(/begin wait 1/), heard(/begin wait 2/)]);
    const other = runJob(pool, ["say"]);
    stop.abort();
    expect(await other.outcomes).toEqual(["said"]);
    expect((await failure)?.code).toBe("cancelled");
    expect(told.filter((text) => text.startsWith("begin")).sort()).toEqual(["begin wait 1", "begin wait 2"]);
  });

  test.each([
    ["throw", "the scene threw"],
    ["reject", "the scene rejected"],
    ["exit", "it left without a word"],
  ])("whose worker dies (%s) fail with worker_died, and another worker takes its place", async (way, says) => {
    const { pool, ends } = openPool(1);
    const outcomes = await runJob(pool, [way, "say"]).outcomes;
    expect(outcomes).toEqual([expect.stringContaining(`worker_died: A worker stopped: ${says}. Made again`), "said"]);
    expect(ends).toHaveLength(2);
    await ends[0];
  });
});

describe("a job", () => {
  test.each([
    ["THROW", "worker_died", "the job threw"],
    ["REJECT", "worker_died", "the job rejected"],
    ["EXIT", "worker_died", "it left"],
    ["FAIL", "disk_full", "No room."],
  ])("whose worker ends by %s settles as %s, and what it had running ends", async (way, code, says) => {
    const { pool } = openPool(1);
    expect(await runJob(pool, ["child", "wait", way]).failure).toMatchObject({ code, message: expect.stringContaining(says) });
    expect(await runJob(pool, ["say"]).outcomes).toEqual(["said"]);
  });

  test("that is cancelled has its children killed, its busy threads ended, and hears nothing more", async () => {
    const { pool, ends } = openPool(3);
    const stop = new AbortController();
    const { heard, told, failure } = runJob(pool, ["child", "loop", "wait", "say"], stop.signal);
    const pid = pidIn(await heard(/^child /));
    await Promise.all([heard(/begin loop/), heard(/begin wait/)]);
    stop.abort();
    expect((await failure)?.code).toBe("cancelled");
    await untilGone(pid);
    await ends[1];
    expect(told).not.toContain("late");
    expect(told).not.toContain("begin say");
    expect(told).not.toContain("begin late");
  });

  test.skipIf(process.platform !== "linux")(
    "that is cancelled leaves nothing of a child whose thread had no time for its end",
    async () => {
      const { pool } = openPool(1);
      const stop = new AbortController();
      const { heard, failure } = runJob(pool, ["child-loop"], stop.signal);
      const pid = pidIn(await heard(/^child /));
      stop.abort();
      expect((await failure)?.code).toBe("cancelled");
      while (existsSync(`/proc/${pid}`)) await Bun.sleep(10);
    },
  );

  test("goes on when another is cancelled, with workers that the other has left", async () => {
    const { pool, ends } = openPool(2);
    const stop = new AbortController();
    const loops = runJob(pool, ["loop 1", "loop 2"], stop.signal);
    await Promise.all([loops.heard(/begin loop 1/), loops.heard(/begin loop 2/)]);
    const others = runJob(pool, ["say", "say", "say"]);
    stop.abort();
    expect(await others.outcomes).toEqual(["said", "said", "said"]);
    expect((await loops.failure)?.code).toBe("cancelled");
    await Promise.all(ends.slice(0, 2));
  });

  test("that is cancelled lets a worker go that stops when told to", async () => {
    const { pool, ends } = openPool(1);
    const stop = new AbortController();
    const { heard, failure } = runJob(pool, ["wait"], stop.signal);
    await heard(/begin wait/);
    stop.abort();
    await failure;
    expect(await runJob(pool, ["say"]).outcomes).toEqual(["said"]);
    expect(ends).toHaveLength(1);
  });

  test("with a signal that has fired is cancelled before a thread is made", async () => {
    const { pool, ends } = openPool(1);
    expect((await runJob(pool, ["say"], AbortSignal.abort()).failure)?.code).toBe("cancelled");
    expect(ends).toHaveLength(0);
  });

  test("leaves no listener on the signal it was given", async () => {
    const { pool } = openPool(1);
    const { signal } = new AbortController();
    const [added, removed] = [spyOn(signal, "addEventListener"), spyOn(signal, "removeEventListener")];
    for (let run = 0; run < 3; run++) await runJob(pool, ["say"], signal).outcomes;
    expect(added).toHaveBeenCalledTimes(3);
    expect(removed).toHaveBeenCalledTimes(3);
  });
});

describe("a task by itself", () => {
  const ask = (pool: Pool, text: string, signal = new AbortController().signal) =>
    pool.task("speak", { text, voice: "", language: "", speed: 1, file: "" }, signal) as Promise<unknown>;

  test("is answered, and fails with what the worker says", async () => {
    const { pool, ends } = openPool(1);
    expect(await ask(pool, "say")).toBe("said");
    expect(await ask(pool, "fail").catch((error: KinoraError) => error.code)).toBe("provider_rejected");
    expect(await ask(pool, "say")).toBe("said");
    expect(ends).toHaveLength(1);
    expect(await ask(pool, "throw").catch((error: KinoraError) => error.code)).toBe("worker_died");
  });

  test("does not wait for those of jobs, who keep their threads; its own is ended when there is nothing more of the kind", async () => {
    const { pool, ends } = openPool(1, { idleMs: 20 });
    const stop = new AbortController();
    const job = runJob(pool, ["wait", "say"], stop.signal);
    await job.heard(/begin wait/);
    expect(await Promise.all([ask(pool, "say"), ask(pool, "say")])).toEqual(["said", "said"]);
    expect(ends).toHaveLength(2);
    await ends[1];
    expect(job.told).toEqual(["begin wait"]);
    stop.abort();
    await job.failure;
  });

  test("goes before those of jobs that wait", async () => {
    const { pool } = openPool(1);
    const job = runJob(pool, ["say", "say", "say"]);
    await job.heard(/begin say/);
    expect(await Promise.all([ask(pool, "say"), job.outcomes])).toEqual(["said", ["said", "said", "said"]]);
  });

  test("that is cancelled has its thread ended, and others go on", async () => {
    const { pool, ends } = openPool(1);
    const stop = new AbortController();
    const [loop, other] = [ask(pool, "loop", stop.signal), ask(pool, "say")];
    stop.abort();
    expect(await loop.catch((error: KinoraError) => error.code)).toBe("cancelled");
    expect(await other).toBe("said");
    await ends[0];
  });
});

describe("a job worker", () => {
  const rest = (pool: Pool, listener = {}, signal = new AbortController().signal) =>
    pool.rest({ jobId: "noop", noopMs: 0 }, listener, signal);

  test("is made for the first job, tells that it has begun, and is kept for the next", async () => {
    const { pool, jobs } = openPool(1);
    expect(jobs).toHaveLength(0);
    const told: string[] = [];
    await rest(pool, { started: () => told.push("started") });
    await rest(pool);
    expect(await runJob(pool, ["say"]).outcomes).toEqual(["said"]);
    await rest(pool);
    expect(told).toEqual(["started"]);
    expect(jobs).toHaveLength(1);
  });

  test("is one for each job at the same time", async () => {
    const { pool, jobs } = openPool(1);
    await Promise.all([rest(pool), rest(pool), rest(pool)]);
    await Promise.all([rest(pool), rest(pool), rest(pool)]);
    expect(jobs).toHaveLength(3);
  });

  test("is not used again after its job has failed", async () => {
    const { pool, jobs } = openPool(1);
    expect((await runJob(pool, ["FAIL"]).failure)?.code).toBe("disk_full");
    await jobs[0];
    await rest(pool);
    expect(jobs).toHaveLength(2);
  });

  test("with nothing to do is ended after a while, and another takes its place", async () => {
    const { pool, jobs } = openPool(1, { idleMs: 20 });
    await rest(pool);
    await jobs[0];
    await rest(pool);
    expect(jobs).toHaveLength(2);
  });
});

test("stop ends every thread and child, settles what runs, and nothing begins after it", async () => {
  const { pool, ends } = openPool(2);
  const job = runJob(pool, ["child", "loop", "say"]);
  const pid = pidIn(await job.heard(/^child /));
  await job.heard(/begin loop/);
  pool.stop();
  expect((await job.failure)?.code).toBe("cancelled");
  await Promise.all([...ends, untilGone(pid)]);
  expect((await runJob(pool, ["say"]).failure)?.code).toBe("cancelled");
  expect(ends).toHaveLength(2);
});
