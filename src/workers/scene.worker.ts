import { mkdir } from "node:fs/promises";
import { toErrorData } from "../domain/error.ts";
import type { FromScene, ToScene } from "../domain/wire.ts";
import { TASK_RUNNERS, type TaskContext } from "../pipeline/tasks/tasks.ts";
import { synthesiser } from "../providers/music/synthesiser.ts";
import { pickVoice, restVoices, speechOf } from "../providers/registry.ts";
import { openData } from "../system/data.ts";
import { asDiskError } from "../system/files.ts";
import { tellChildren } from "../system/process.ts";
import { tellProgramLines } from "../system/program-log.ts";
import { askForPrograms } from "./programs.ts";

/** A scene worker's thread: speaks, draws, encodes and mixes, one task at a time. What it opened (voices, fonts, programs) stays open for the next. */
declare const self: Worker;

const PROGRESS_EVERY_MS = 100;
const tell = (message: FromScene): void => self.postMessage(message);
const { data, hear: hearProgram } = askForPrograms(openData(), (name) => tell({ type: "program_wanted", name }));
let current: { taskId: number; stop: AbortController } | undefined;

tellChildren((event) => tell({ type: "child", ...event }));
self.onmessage = ({ data: message }: MessageEvent<ToScene>) => {
  if (message.type === "run") void run(message);
  else if (message.type === "program") hearProgram(message);
  else if (current?.taskId === message.taskId) current.stop.abort();
};

async function run({ means, taskId, task }: ToScene & { type: "run" }): Promise<void> {
  const stop = new AbortController();
  current = { taskId, stop };
  tellProgramLines((message) => tell({ type: "log", taskId, level: "DEBUG", message }));
  let toldMs = 0;
  const context: TaskContext = {
    means,
    data,
    signal: stop.signal,
    providers: { speechOf, music: synthesiser, referenceVoice, restVoices: () => restVoices(data) },
    progress: (fraction, frames = 0) => {
      const nowMs = performance.now();
      if (nowMs - toldMs < PROGRESS_EVERY_MS) return;
      toldMs = nowMs;
      tell({ type: "progress", taskId, fraction, frames });
    },
    log: (level, message) => tell({ type: "log", taskId, level, message }),
  };
  try {
    await mkdir(means.temporary, { recursive: true });
    const runner = TASK_RUNNERS[task.name] as (input: unknown, context: TaskContext) => Promise<unknown>;
    tell({ type: "done", taskId, result: await runner(task.input, context) });
  } catch (error) {
    tell({ type: "failed", taskId, error: toErrorData(asDiskError(error, means.temporary)) });
  }
}

function referenceVoice(language: string) {
  const { voice } = pickVoice(undefined, language);
  return { speech: speechOf(voice.id), voice: voice.id };
}
