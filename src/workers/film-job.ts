import type { Film } from "../domain/artifacts.ts";
import { fromErrorData } from "../domain/error.ts";
import type { StageName } from "../domain/stages.ts";
import type { TaskName, Tasks } from "../domain/tasks.ts";
import type { FromJob, JobOrder, RowPlace, TaskInput, ToJob, WorkerMeans } from "../domain/wire.ts";
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
import { tellProgramLines } from "../system/program-log.ts";
import { askForPrograms } from "./programs.ts";

type Answer = Exclude<ToJob, { type: "run" | "rest" | "cancel" }>;
type Tell = (message: FromJob) => void;
type Asked = { resolve: (result: unknown) => void; reject: (error: unknown) => void; onProgress?: OnTaskProgress };

/** A film in the making: what main answers is heard by it. */
export type FilmJob = {
  /** Runs the order's stages. Throws what they failed with, a full disk as `disk_full`. */
  run: () => Promise<Film | undefined>;
  hear: (message: Answer) => void;
};

/** Stages that leave much memory behind before this thread waits for others: it is swept up at once. */
const SWEPT: ReadonlySet<StageName> = new Set(["plan", "captions"]);
let programs: ReturnType<typeof askForPrograms> | undefined;
let lastTaskId = 0;

/** Opens a film for `tell` and `signal`; the thread's data and programs stay open from one to the next. */
export function openFilmJob(means: WorkerMeans, order: JobOrder, tell: Tell, signal: AbortSignal): FilmJob {
  programs ??= askForPrograms(openData(), (name) => tell({ type: "program_wanted", name }));
  tellChildren((event) => tell({ type: "child", ...event }));
  tellProgramLines((message) => tell({ type: "log", level: "DEBUG", stage: null, message }));
  const { data, hear: hearProgram } = programs;
  const asked = openAsked(tell, signal);
  const content = openContent(means.cache);
  const temporary = (name: string) => `${means.temporary}/${order.jobId}-${name}`;
  const make = openMaking({ content, codeVersion: means.codeVersion, ask: asked.ask, temporary });
  const shared = { order, means, data, providers: { planner: builtinPlanner, pickVoice }, content, signal, make };
  return {
    run: () =>
      runPipeline(CREATE_PIPELINE, shared, tellingListener(order, tell)).catch((error) => {
        throw asDiskError(error, means.temporary);
      }),
    hear: (message) => (message.type === "program" ? hearProgram(message) : asked.hear(message)),
  };
}

/** What the pipeline tells, in messages. */
function tellingListener({ costs }: JobOrder, tell: Tell): Parameters<typeof runPipeline>[2] {
  const nowSec = () => performance.now() / 1000;
  const { kept, follow } = followProgress(costs, nowSec);
  const began = new Map<StageName, number>();
  return {
    kept,
    progress: (stage, fraction, step, frames) => {
      if (!began.has(stage)) began.set(stage, nowSec());
      tell({ type: "progress", progress: follow(stage, fraction, step, frames) });
    },
    finished: (done) => {
      tell({ type: "stage", done, seconds: nowSec() - began.get(done.stage)! });
      if (SWEPT.has(done.stage)) Bun.gc(true);
    },
    scene: (scene, scenes, made, still) => tell({ type: "scene", scene, scenes, made, still }),
    log: (stage, level, message) => tell({ type: "log", level, stage, message }),
  };
}

/** What is asked of scene workers, by way of main; all of it is given up when the signal fires. */
function openAsked(tell: Tell, signal: AbortSignal) {
  const asked = new Map<number, Asked>();
  const giveUp = () => {
    for (const { reject } of asked.values()) reject(signal.reason);
    asked.clear();
  };
  signal.addEventListener("abort", giveUp, { once: true });
  const ask = <Name extends TaskName>(name: Name, input: Tasks[Name]["input"], onProgress?: OnTaskProgress, row?: RowPlace) => {
    signal.throwIfAborted();
    const taskId = ++lastTaskId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    asked.set(taskId, { resolve, reject, ...(onProgress && { onProgress }) });
    tell({ type: "task", taskId, task: { name, input } as TaskInput, ...(row && { row }) });
    return promise as Promise<Tasks[Name]["result"]>;
  };
  const hear = (message: Exclude<Answer, { type: "program" }>): void => {
    const task = asked.get(message.taskId);
    if (message.type === "task_progress") {
      task?.onProgress?.(message.fraction, message.frames);
      return;
    }
    asked.delete(message.taskId);
    if (message.type === "task_done") task?.resolve(message.result);
    else task?.reject(fromErrorData(message.error));
  };
  return { ask, hear };
}
