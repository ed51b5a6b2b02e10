/**
 * The engine without HTTP, in one process, on a real store and real threads: `bun test/bench/queue.ts [JOBS]` (5,000 by default).
 * From a claim to a job that runs in a worker; no-op jobs a second through submit, claim, worker and end, each step on the disk; from
 * cancelling a job that renders to its last child process gone. Prints figures; asserts nothing.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveRequest } from "../../src/domain/job.ts";
import { Settings } from "../../src/domain/settings.ts";
import type { JobRequest } from "../../src/domain/submit.ts";
import { findFfmpeg } from "../../src/media/find.ts";
import { startPool } from "../../src/queue/pool.ts";
import { startScheduler } from "../../src/queue/scheduler.ts";
import type { Workshop } from "../../src/queue/work.ts";
import { openStore } from "../../src/store/open.ts";
import { openData } from "../../src/system/data.ts";
import { openPrograms } from "../../src/system/programs.ts";
import { processesNaming } from "../helpers/kinora.ts";
import { newJob } from "../queue/engine.ts";
import { quantile } from "./requests.ts";

const jobs = Number(process.argv[2] ?? 5000);
const CLIENTS = 16;
const SLOTS = 8;
const nowUs = () => Math.round((performance.timeOrigin + performance.now()) * 1000);
const folder = await mkdtemp(join(tmpdir(), "kinora-bench-queue-"));
const folders = { jobs: join(folder, "jobs"), temporary: join(folder, "tmp") };
for (const path of Object.values(folders)) await mkdir(path);

const store = openStore(join(folder, "kinora.db"), { nowUs });
const pool = startPool({
  makeJobWorker: () => new Worker(new URL("../../src/workers/job.worker.ts", import.meta.url)),
  makeSceneWorker: () => new Worker(new URL("../../src/workers/scene.worker.ts", import.meta.url)),
  sceneWorkers: 2,
  means: {
    programs: await findFfmpeg({ env: process.env, signal: new AbortController().signal }),
    cache: join(folder, "cache"),
    temporary: folders.temporary,
    codeVersion: "bench",
    version: "bench",
  },
  program: openPrograms(openData()),
});

/** Microseconds at which workers said that they had begun, by job. */
const begunUs = new Map<string, number>();
const workshop: Workshop = {
  run: pool.run,
  task: pool.task,
  rest: (order, listener, signal) => pool.rest(order, { ...listener, started: () => void begunUs.set(order.jobId, nowUs()) }, signal),
};
const scheduler = startScheduler({
  store,
  workshop,
  settings: Settings.parse({}),
  slots: SLOTS,
  nowUs,
  steadyUs: nowUs,
  random: Math.random,
  folders,
});

const waiting = new Map<string, () => void>();
let told = 0;
store.listen((events) => {
  for (const { body, jobId } of events) {
    told++;
    if (body.event === "job_completed" || body.event === "job_failed") waiting.get(jobId!)?.();
  }
});

async function submit(request: JobRequest): Promise<string> {
  const { id } = await store.write((writing) => writing.insertJob(newJob(request)));
  scheduler.wake();
  return id;
}

/** Submits a job that does nothing and waits for its end. */
async function runNoop(): Promise<string> {
  const job = newJob({ kind: "noop", noopMs: 0, prompt: "", runAt: null });
  const ended = new Promise<void>((resolve) => waiting.set(job.id, resolve));
  await store.write((writing) => writing.insertJob(job));
  scheduler.wake();
  await ended;
  waiting.delete(job.id);
  return job.id;
}

async function claims(): Promise<void> {
  const tookMs: number[] = [];
  for (let index = 0; index < 300; index++) {
    const id = await runNoop();
    tookMs.push((begunUs.get(id)! - store.read.job(id)!.startedUs!) / 1000);
  }
  const [first, ...warm] = tookMs;
  console.log(
    `claim to running: p50 ${quantile(warm, 0.5).toFixed(2)} ms, p95 ${quantile(warm, 0.95).toFixed(2)} ms, the first of all ${first!.toFixed(1)} ms`,
  );
}

async function throughput(): Promise<void> {
  let left = jobs;
  const before = told;
  const startMs = performance.now();
  const ended: Promise<unknown>[] = [];
  const client = async () => {
    while (left-- > 0) {
      const job = newJob({ kind: "noop", noopMs: 0, prompt: "", runAt: null });
      ended.push(new Promise<void>((resolve) => waiting.set(job.id, resolve)));
      await store.write((writing) => writing.insertJob(job));
      scheduler.wake();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const submittedSec = (performance.now() - startMs) / 1000;
  await Promise.all(ended);
  const sec = (performance.now() - startMs) / 1000;
  console.log(
    `no-op jobs: ${(jobs / sec).toFixed(0)} a second (${jobs}, ${CLIENTS} clients, ${SLOTS} slots; submitted in ${submittedSec.toFixed(2)} s, done in ${sec.toFixed(2)} s, ${told - before} events)`,
  );
}

async function cancel(): Promise<void> {
  const scenes = Array.from({ length: 6 }, (_, index) => ({ narration: `Number ${index}.`, duration: 8 }));
  const tookMs: number[] = [];
  for (let run = 0; run < 5; run++) {
    const film = resolveRequest({ storyboard: { title: `Run ${run}`, scenes }, quality: "720p", seed: run });
    const id = await submit({ kind: "generate", film, review: false, runAt: null });
    while ((await processesNaming(folder)).length === 0) await Bun.sleep(20);
    const startMs = performance.now();
    await store.write((writing) => writing.changeJob(id, { status: "cancelled" }));
    await scheduler.stopJob(id);
    while ((await processesNaming(folder)).length > 0) await Bun.sleep(1);
    tookMs.push(performance.now() - startMs);
  }
  console.log(`cancel to last child gone, of ${tookMs.length}: ${tookMs.map((ms) => `${ms.toFixed(0)} ms`).join(", ")}`);
}

await claims();
await throughput();
await cancel();
await scheduler.stop();
pool.stop();
store.close();
await rm(folder, { recursive: true, force: true });
process.exit();
