import type { Artifacts, Film } from "./artifacts.ts";
import type { ErrorData } from "./error.ts";
import type { ResolvedRequest } from "./job.ts";
import type { ProgramName } from "./program.ts";
import type { StageCosts, StageName } from "./stages.ts";
import type { TaskName, Tasks } from "./tasks.ts";

/** What a worker thread must be told once: tools, folders, and the version of the code that makes content. */
export type WorkerMeans = {
  programs: { ffmpeg: string; ffprobe: string; version: string };
  cache: string;
  temporary: string;
  codeVersion: string;
  version: string;
};

/** A film as its worker is given it. `out` is where it is to stand. */
export type JobOrder = {
  jobId: string;
  request: ResolvedRequest;
  out: string;
  keepParts: boolean;
  report: boolean;
  costs: StageCosts;
  /** Whether stills of the scenes are to stand beside the film. */
  stills?: boolean;
  /** What stages left earlier. A stage whose files are all still there is not run again. */
  done?: Partial<Artifacts>;
  /** The last stage to run, with those that it needs; by default all. */
  until?: StageName;
};

/** A job that does nothing for some milliseconds. */
export type NoopOrder = { jobId: string; noopMs: number };

/** What a stage has left. */
export type StageDone = { [Name in StageName]: { stage: Name; artifact: Artifacts[Name] } }[StageName];

/** How grave what a log says is. */
export type LogLevel = "DEBUG" | "INFO" | "WARNING" | "ERROR";

/** How far a job is. Fractions are 0..1, times seconds. */
export type Progress = {
  overall: number;
  stage: StageName;
  stages: Partial<Record<StageName, number>>;
  step: string;
  framesPerSec: number | null;
  remainingSec: number | null;
};

/** A task's place in a row of tasks, each of which is done with less work by the thread that has just done the one before it. */
export type RowPlace = { row: string; place: number };

/** A task with what it is given, for any of them. */
export type TaskInput = { [Name in TaskName]: { name: Name; input: Tasks[Name]["input"] } }[TaskName];

/** A compiled program that a thread has asked for, or why there is none. */
export type ProgramAnswer = { type: "program"; name: ProgramName } & ({ module: WebAssembly.Module } | { error: ErrorData });

/** Main to a job worker. */
export type ToJob =
  | { type: "run"; means: WorkerMeans; order: JobOrder }
  | { type: "rest"; order: NoopOrder }
  | { type: "cancel" }
  | ProgramAnswer
  | { type: "task_progress"; taskId: number; fraction: number; frames: number }
  | { type: "task_done"; taskId: number; result: unknown }
  | { type: "task_failed"; taskId: number; error: ErrorData };

/** A job worker to main. After `done` it takes another order; after `failed` it is ended. */
export type FromJob =
  | { type: "ready" }
  | { type: "started" }
  | { type: "task"; taskId: number; task: TaskInput; row?: RowPlace }
  | { type: "program_wanted"; name: ProgramName }
  | { type: "progress"; progress: Progress }
  | { type: "stage"; done: StageDone; seconds: number }
  | { type: "scene"; scene: number; scenes: number; made: boolean; still?: boolean }
  | { type: "log"; level: LogLevel; stage: StageName | null; message: string }
  | { type: "child"; pid: number; alive: boolean; startTicks?: number }
  | { type: "done"; film?: Film }
  | { type: "failed"; error: ErrorData };

/** Main to a scene worker. */
export type ToScene =
  | { type: "run"; means: WorkerMeans; taskId: number; task: TaskInput }
  | { type: "cancel"; taskId: number }
  | ProgramAnswer;

/** A scene worker to main. */
export type FromScene =
  | { type: "ready" }
  | { type: "program_wanted"; name: ProgramName }
  | { type: "progress"; taskId: number; fraction: number; frames: number }
  | { type: "log"; taskId: number; level: LogLevel; message: string }
  | { type: "child"; pid: number; alive: boolean; startTicks?: number }
  | { type: "done"; taskId: number; result: unknown }
  | { type: "failed"; taskId: number; error: ErrorData };
