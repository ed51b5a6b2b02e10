import { fromErrorData, KinoraError, toErrorData } from "../domain/error.ts";
import type { StageName } from "../domain/stages.ts";
import type { TaskName, Tasks } from "../domain/tasks.ts";
import type { FromJob, RowPlace, TaskInput, ToJob } from "../domain/wire.ts";
import { openMaking } from "../pipeline/making.ts";
import { CREATE_PIPELINE } from "../pipeline/pipelines.ts";
import { followProgress } from "../pipeline/progress.ts";
import { runPipeline } from "../pipeline/run.ts";
import type { OnTaskProgress } from "../pipeline/stage.ts";
import { builtinPlanner } from "../providers/planner/builtin.ts";
import { pickVoice } from "../providers/registry.ts";
import { openContent } from "../system/content.ts";
import { openData } from "../system/data.ts";
import { asDiskError } from "../system/files.ts";
import { tellChildren } from "../system/process.ts";
import { askForPrograms } from "./programs.ts";

/** A job's thread: runs its stages, asks main for scene workers, and says how far it is. */
declare const self: Worker;

/** Stages that leave much memory behind before this thread waits for others: it is swept up at once. */
const SWEPT: ReadonlySet<StageName> = new Set(["plan", "captions"]);
const tell = (message: FromJob): void => self.postMessage(message);
const { data, hear: hearProgram } = askForPrograms(openData(), (name) => tell({ type: "program_wanted", name }));
const stop = new AbortController();
const asked = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void; onProgress?: OnTaskProgress }>();
let lastTaskId = 0;

stop.signal.addEventListener("abort", () => {
  for (const { reject } of asked.values()) reject(stop.signal.reason);
  asked.clear();
});
tellChildren((event) => tell({ type: "child", ...event }));
self.onmessage = ({ data: message }: MessageEvent<ToJob>) => hear(message);

function hear(message: ToJob): void {
  if (message.type === "run") void run(message);
  else if (message.type === "program") hearProgram(message);
  else if (message.type === "cancel") stop.abort(new KinoraError("cancelled", "Cancelled."));
  else hearTask(message);
}

function hearTask(message: Exclude<ToJob, { type: "run" | "cancel" | "program" }>): void {
  const task = asked.get(message.taskId);
  if (message.type === "task_progress") {
    task?.onProgress?.(message.fraction, message.frames);
    return;
  }
  asked.delete(message.taskId);
  if (message.type === "task_done") task?.resolve(message.result);
  else task?.reject(fromErrorData(message.error));
}

/** Asks main to have a task done by a scene worker. */
function ask<Name extends TaskName>(
  name: Name,
  input: Tasks[Name]["input"],
  onProgress?: OnTaskProgress,
  row?: RowPlace,
): Promise<Tasks[Name]["result"]> {
  stop.signal.throwIfAborted();
  const taskId = ++lastTaskId;
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  asked.set(taskId, { resolve, reject, ...(onProgress && { onProgress }) });
  tell({ type: "task", taskId, task: { name, input } as TaskInput, ...(row && { row }) });
  return promise as Promise<Tasks[Name]["result"]>;
}

async function run({ means, order }: ToJob & { type: "run" }): Promise<void> {
  const content = openContent(means.cache);
  const nowSec = () => performance.now() / 1000;
  const follow = followProgress(order.costs, nowSec);
  const began = new Map<string, number>();
  const make = openMaking({
    content,
    codeVersion: means.codeVersion,
    ask,
    temporary: (name) => `${means.temporary}/${order.jobId}-${name}`,
  });
  try {
    const film = await runPipeline(
      CREATE_PIPELINE,
      { order, means, data, providers: { planner: builtinPlanner, pickVoice }, content, signal: stop.signal, make },
      {
        progress: (stage, fraction, step, frames) => {
          if (!began.has(stage)) began.set(stage, nowSec());
          tell({ type: "progress", progress: follow(stage, fraction, step, frames) });
        },
        finished: (stage) => {
          tell({ type: "stage", stage, seconds: nowSec() - began.get(stage)! });
          if (SWEPT.has(stage)) Bun.gc(true);
        },
        log: (stage, level, message) => tell({ type: "log", level, stage, message }),
      },
    );
    tell({ type: "done", film });
  } catch (error) {
    tell({ type: "failed", error: toErrorData(asDiskError(error, means.temporary)) });
  }
}
