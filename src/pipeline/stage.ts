import type { Artifacts } from "../domain/artifacts.ts";
import type { DataSource } from "../domain/data.ts";
import type { StageName } from "../domain/stages.ts";
import type { TaskName, Tasks } from "../domain/tasks.ts";
import type { JobOrder, LogLevel, RowPlace, WorkerMeans } from "../domain/wire.ts";
import type { Planner, Voice } from "../providers/provider.ts";
import type { ContentStore } from "../system/content.ts";

/** What a task answers, with the file it made or, where `found`, that was there already. */
export type Made<Name extends TaskName> = { file: string; result: Tasks[Name]["result"]; found?: boolean };

/** Told how far a task is, 0..1, and how many frames it has drawn. */
export type OnTaskProgress = (fraction: number, frames: number) => void;

/** The abilities that a job worker's own stages use; the others are used by tasks. */
export type JobProviders = {
  planner: Planner;
  pickVoice: (voice: string | undefined, language: string) => { voice: Voice; note?: string };
};

/** All that a stage may use. Everything that waits stops when `signal` fires. */
export type StageContext = {
  order: JobOrder;
  means: WorkerMeans;
  data: DataSource;
  providers: JobProviders;
  content: ContentStore;
  signal: AbortSignal;
  /** What an earlier stage left. */
  from: <Name extends StageName>(name: Name) => Artifacts[Name];
  /** Has a scene worker make a file, unless one with this key exists. `key` is all that decides its content, `row` where it is best made. */
  make: <Name extends TaskName>(
    name: Name,
    key: unknown[],
    input: Omit<Tasks[Name]["input"], "file">,
    onProgress?: OnTaskProgress,
    row?: RowPlace,
  ) => Promise<Made<Name>>;
  /** 0..1 of this stage; `frames` counts those drawn since the stage began. */
  progress: (fraction: number, step?: string, frames?: number) => void;
  /** A scene's picture is there; `made` is false when it was there already, `still` is true when a still of it lies beside the film. */
  sceneDone: (scene: number, scenes: number, made: boolean, still: boolean) => void;
  log: (level: LogLevel, message: string) => void;
};

/** A stage: a function from what earlier stages left to what this one leaves. */
export type Stage<Name extends StageName> = (context: StageContext) => Promise<Artifacts[Name]>;

/** What an earlier result is judged with. */
export type Judging = { content: ContentStore; signal: AbortSignal };

/** A stage, and whether what it left earlier still holds: its files, and the files of the user's own that it looked at, are what they were. */
export type PipelineStage<Name extends StageName> = {
  run: Stage<Name>;
  holds: (artifact: Artifacts[Name], judging: Judging) => Promise<boolean>;
};

/** All stages. */
export type Pipeline = { [Name in StageName]: PipelineStage<Name> };
