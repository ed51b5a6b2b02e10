import type { DataSource } from "../../domain/data.ts";
import type { TaskName, Tasks } from "../../domain/tasks.ts";
import type { LogLevel, WorkerMeans } from "../../domain/wire.ts";
import type { Music, Speech } from "../../providers/provider.ts";
import { listen } from "./listen.ts";
import { mix } from "./mix.ts";
import { render } from "./render.ts";
import { sheet } from "./sheet.ts";
import { speak } from "./speak.ts";

/** All that a task may use. */
export type TaskContext = {
  means: WorkerMeans;
  data: DataSource;
  signal: AbortSignal;
  providers: TaskProviders;
  /** 0..1 of the task, and frames drawn where it draws. */
  progress: (fraction: number, frames?: number) => void;
  log: (level: LogLevel, message: string) => void;
};

/** The abilities that tasks use. */
export type TaskProviders = {
  speechOf: (voice: string) => Speech;
  music: Music;
  /** Lets go of the memory that voices keep; a task that will not speak, and lasts, says so. */
  restVoices: () => void;
  /** A voice of ours that says a text in a language as clearly as any. */
  referenceVoice: (language: string) => { speech: Speech; voice: string };
};

/** A task: from its input to its answer, with a file written where the input says. Throws when the signal fires. */
export type TaskRunner<Name extends TaskName> = (input: Tasks[Name]["input"], context: TaskContext) => Promise<Tasks[Name]["result"]>;

/** What a scene worker does for each task. */
export const TASK_RUNNERS: { [Name in TaskName]: TaskRunner<Name> } = { speak, listen, render, mix, sheet };
