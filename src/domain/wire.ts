import type { Film } from "./artifacts.ts";
import type { ErrorData } from "./error.ts";
import type { ResolvedRequest } from "./job.ts";
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

/** A job as its worker is given it. `out` is where the film is to stand. */
export type JobOrder = { jobId: string; request: ResolvedRequest; out: string; keepParts: boolean; report: boolean; costs: StageCosts };

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

/** A task with what it is given, for any of them. */
export type TaskInput = { [Name in TaskName]: { name: Name; input: Tasks[Name]["input"] } }[TaskName];

/** Main to a job worker. */
export type ToJob =
  | { type: "run"; means: WorkerMeans; order: JobOrder }
  | { type: "cancel" }
  | { type: "task_progress"; taskId: number; fraction: number; frames: number }
  | { type: "task_done"; taskId: number; result: unknown }
  | { type: "task_failed"; taskId: number; error: ErrorData };

/** A job worker to main. */
export type FromJob =
  | { type: "ready" }
  | { type: "task"; taskId: number; task: TaskInput }
  | { type: "progress"; progress: Progress }
  | { type: "stage"; stage: StageName; seconds: number }
  | { type: "log"; level: LogLevel; stage: StageName | null; message: string }
  | { type: "child"; pid: number; alive: boolean; startTicks?: number }
  | { type: "done"; film: Film }
  | { type: "failed"; error: ErrorData };

/** Main to a scene worker. */
export type ToScene = { type: "run"; means: WorkerMeans; taskId: number; task: TaskInput } | { type: "cancel"; taskId: number };

/** A scene worker to main. */
export type FromScene =
  | { type: "ready" }
  | { type: "progress"; taskId: number; fraction: number; frames: number }
  | { type: "log"; taskId: number; level: LogLevel; message: string }
  | { type: "child"; pid: number; alive: boolean; startTicks?: number }
  | { type: "done"; taskId: number; result: unknown }
  | { type: "failed"; taskId: number; error: ErrorData };
