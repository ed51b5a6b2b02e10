import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProgram, type ProgramName } from "../../src/domain/program.ts";
import type { FromScene, TaskInput, ToScene } from "../../src/domain/wire.ts";
import { openData } from "../../src/system/data.ts";
import { readWave } from "../../src/system/wave-file.ts";

let folder = "";
let worker: Worker;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-scene-"));
  worker = new Worker(new URL("../../src/workers/scene.worker.ts", import.meta.url));
});
afterEach(async () => {
  worker.terminate();
  await rm(folder, { recursive: true, force: true });
});

async function giveProgram(name: ProgramName): Promise<void> {
  worker.postMessage({ type: "program", name, module: await openProgram(openData(), name) } satisfies ToScene);
}

/** Has the thread do a task; answers all that it told until the task's end, which comes last. */
async function run(task: TaskInput, { ffmpeg = "ffmpeg", temporary = join(folder, "tmp"), cancelOn = "" } = {}): Promise<FromScene[]> {
  const told: FromScene[] = [];
  const over = new Promise<void>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<FromScene>) => {
      if (data.type !== "program_wanted") told.push(data);
      if (data.type === "program_wanted") void giveProgram(data.name);
      if (data.type === cancelOn) worker.postMessage({ type: "cancel", taskId: 1 } satisfies ToScene);
      if (data.type === "done" || data.type === "failed") resolve();
    };
  });
  const programs = { ffmpeg: Bun.which(ffmpeg) ?? ffmpeg, ffprobe: Bun.which("ffprobe")!, version: "6" };
  const means = { programs, cache: join(folder, "cache"), temporary, codeVersion: "v1", version: "1.2.3" };
  worker.postMessage({ type: "run", means, taskId: 1, task } satisfies ToScene);
  await over;
  return told;
}

const speak = (file: string): TaskInput => ({
  name: "speak",
  input: { text: "A lake.", voice: "flite-slt", language: "en", speed: 1, file },
});
const listen = (path: string, file: string): TaskInput => ({
  name: "listen",
  input: { sound: { path, start: 0 }, text: "", language: "en", file },
});

describe("a scene worker", () => {
  test("speaks into the file it is given, whose folder need not be there yet", async () => {
    const file = join(folder, "tmp", "voice.wav");
    const last = (await run(speak(file))).at(-1)!;
    expect(last).toMatchObject({ type: "done", taskId: 1, result: { words: [{ text: "A" }, { text: "lake." }], notes: [] } });
    const { samples, sampleRate } = await readWave(file);
    expect((last as { result: { durationSec: number } }).result.durationSec).toBeCloseTo(samples.length / sampleRate, 6);
  });

  test("says in words what the disk refuses, and goes on", async () => {
    const refused = (await run(speak(join(folder, "none", "voice.wav")))).at(-1)!;
    expect(refused).toMatchObject({ type: "failed", error: { code: "output_unwritable", message: expect.stringContaining("none") } });
    await Bun.write(join(folder, "file"), "");
    const closed = (await run(speak(join(folder, "file", "voice.wav")), { temporary: join(folder, "file", "tmp") })).at(-1)!;
    expect(closed).toMatchObject({ type: "failed", error: { code: "output_unwritable" } });
    expect((await run(speak(join(folder, "tmp", "voice.wav")))).at(-1)!.type).toBe("done");
  });

  test("tells of its children, and stops them when its task is cancelled", async () => {
    const hangs = join(folder, "hangs");
    await Bun.write(hangs, "#!/bin/sh\nexec sleep 600\n");
    await chmod(hangs, 0o755);
    await Bun.write(join(folder, "sound.wav"), "x");
    const told = await run(listen(join(folder, "sound.wav"), join(folder, "tmp", "voice.wav")), { ffmpeg: hangs, cancelOn: "child" });
    expect(told.at(-1)).toMatchObject({ type: "failed", error: { code: "cancelled" } });
    expect(told.filter(({ type }) => type === "child")).toMatchObject([{ alive: true }, { alive: false }]);
  });

  test("fails what is no task, and goes on", async () => {
    expect((await run({ name: "sing" } as unknown as TaskInput)).at(-1)).toMatchObject({ type: "failed", error: { code: "internal" } });
    expect((await run(speak(join(folder, "tmp", "voice.wav")))).at(-1)!.type).toBe("done");
  });
});
