import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveRequest } from "../../src/domain/job.ts";
import { MEASURED_COSTS } from "../../src/domain/stages.ts";
import type { FromJob, JobOrder, ToJob } from "../../src/domain/wire.ts";

let folder = "";
let worker: Worker;
let told: FromJob[] = [];
let waiting: { type: string; found: (message: FromJob) => void }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-job-"));
  [told, waiting] = [[], []];
  worker = new Worker(new URL("../../src/workers/job.worker.ts", import.meta.url));
  worker.onmessage = ({ data }: MessageEvent<FromJob>) => {
    told.push(data);
    for (const { type, found } of waiting) if (type === data.type) found(data);
  };
});
afterEach(async () => {
  worker.terminate();
  await rm(folder, { recursive: true, force: true });
});

const tell = (message: ToJob) => worker.postMessage(message);

/** The first message of a type, told already or still to come. */
const heard = async <Type extends FromJob["type"]>(type: Type) => {
  const already = told.find((message) => message.type === type);
  return (already ?? (await new Promise<FromJob>((found) => waiting.push({ type, found })))) as Extract<FromJob, { type: Type }>;
};

/** Starts a job of scenes that each say their number. */
function start(scenes: number, change: Partial<JobOrder> = {}): void {
  const storyboard = { title: "", scenes: Array.from({ length: scenes }, (_, index) => ({ narration: `Number ${index}.` })) };
  const order = {
    jobId: "job",
    request: resolveRequest({ storyboard }),
    out: join(folder, "film.mp4"),
    keepParts: false,
    report: false,
    costs: MEASURED_COSTS,
    ...change,
  };
  const programs = { ffmpeg: "/nowhere/ffmpeg", ffprobe: "/nowhere/ffprobe", version: "6" };
  tell({
    type: "run",
    order,
    means: { programs, cache: join(folder, "cache"), temporary: join(folder, "tmp"), codeVersion: "v1", version: "1.2.3" },
  });
}

describe("a job's thread", () => {
  test("asks for each voice, in a file of the temporary folder, and says how far it is", async () => {
    start(3);
    const { task } = await heard("task");
    expect(task).toMatchObject({ name: "speak", input: { text: expect.stringContaining("Number"), language: "en", speed: 1 } });
    expect(task.input.file).toStartWith(join(folder, "tmp", "job-"));
    expect((await heard("stage")).done).toMatchObject({ stage: "plan", artifact: { scenes: [{}, {}, {}] } });
    expect((await heard("progress")).progress).toMatchObject({ overall: 0, stage: "plan" });
  });

  test("settles with the code of a task that fails, and keeps nothing of it", async () => {
    start(2);
    const { taskId } = await heard("task");
    tell({ type: "task_failed", taskId, error: { code: "disk_full", message: "Full.", retryable: true } });
    expect((await heard("failed")).error).toEqual({ code: "disk_full", message: "Full.", retryable: true });
    expect(await readdir(folder)).toEqual([]);
  });

  test("settles as cancelled when it is told to stop, whatever it waits for", async () => {
    start(5);
    await heard("task");
    tell({ type: "cancel" });
    expect((await heard("failed")).error.code).toBe("cancelled");
  });

  test("hears of tasks that it does not know, or no longer waits for, without harm", async () => {
    start(1);
    const { taskId } = await heard("task");
    tell({ type: "task_progress", taskId: 999, fraction: 1, frames: 1 });
    tell({ type: "task_done", taskId: 999, result: {} });
    tell({ type: "task_failed", taskId, error: { code: "provider_rejected", message: "No.", retryable: false } });
    tell({ type: "task_done", taskId, result: {} });
    expect((await heard("failed")).error.code).toBe("provider_rejected");
  });

  test("says in words that a voice which it was promised is not there", async () => {
    start(1);
    const { taskId } = await heard("task");
    tell({ type: "task_done", taskId, result: { durationSec: 1, words: [], notes: [] } });
    expect((await heard("failed")).error).toMatchObject({ code: "output_unwritable", message: expect.stringContaining("tmp") });
  });

  test("stops where its order says, and goes on from there with the next, in the same thread", async () => {
    start(2, { until: "plan" });
    const { done } = await heard("stage");
    expect(await heard("done")).toEqual({ type: "done" });
    expect(told[0]).toEqual({ type: "started" });
    told.length = 0;
    start(2, { done: { [done.stage]: done.artifact } });
    await heard("task");
    expect((await heard("stage")).done.stage).toBe("assets");
    expect(told[0]).toEqual({ type: "started" });
  });

  test("does nothing for as long as it is told, unless it is told to stop", async () => {
    tell({ type: "rest", order: { jobId: "noop", noopMs: 1 } });
    expect(await heard("done")).toEqual({ type: "done" });
    tell({ type: "rest", order: { jobId: "noop", noopMs: 600_000 } });
    tell({ type: "cancel" });
    expect((await heard("failed")).error.code).toBe("cancelled");
  });
});
