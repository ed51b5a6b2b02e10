import type { Film } from "../domain/artifacts.ts";
import type { StageName } from "../domain/stages.ts";
import type { TaskName, Tasks } from "../domain/tasks.ts";
import type { JobOrder, LogLevel, NoopOrder, Progress, StageDone } from "../domain/wire.ts";
import type { Place } from "./places.ts";

/** What is told while a job runs. */
export type WorkListener = {
  /** The worker has begun. */
  started?: () => void;
  progress?: (progress: Progress) => void;
  /** A stage is done: what it left is to be kept. */
  stage?: (done: StageDone, seconds: number) => void;
  /** A scene's picture has been made, or found where `made` is false; `scene` counts from 0, `still` says that a still of it lies beside the film. */
  scene?: (scene: number, scenes: number, made: boolean, still: boolean) => void;
  /** Other jobs have the scene workers that it waits for: that time is not its own. Told again and again while it lasts. */
  waits?: () => void;
  log?: (level: LogLevel, stage: StageName | null, message: string) => void;
};

/** Who does the work: threads of this process today. The scheduler knows no more of it than this. */
export type Workshop = {
  /** Runs a film's stages. Undefined when the order stops before the film is delivered. Throws what it failed with, `cancelled` or `worker_died`. */
  run: (order: JobOrder, listener: WorkListener, signal: AbortSignal) => Promise<Film | undefined>;
  /** Does nothing, in a worker. */
  rest: (order: NoopOrder, listener: WorkListener, signal: AbortSignal) => Promise<void>;
  /** Does one short task that somebody waits for and that is no part of a film; those of films wait meanwhile. Throws as `run` does. */
  task: <Name extends TaskName>(name: Name, input: Tasks[Name]["input"], signal: AbortSignal) => Promise<Tasks[Name]["result"]>;
};

/** What a running job is at. */
export type RunningJob = { jobId: string; stage: StageName | null; step: string | null; sinceUs: number };

/** Who decides which job runs when. */
export type Scheduler = {
  /** Something may be able to begin: a job came, was approved or retried. Cheap. */
  wake: () => void;
  /** Ends the running attempt of a job, if there is one; resolves when its children have gone. The caller has stored what becomes of the job. */
  stopJob: (jobId: string) => Promise<void>;
  /** Makes what a waiting job needs before rendering, ahead of its turn. Resolves at once. */
  prefetch: (jobId: string) => void;
  /** `places` is where jobs run, each of which a job keeps while it runs. */
  state: () => { slots: number; running: RunningJob[]; places: readonly Place[] };
  /** Seconds until a waiting job is done, from what is ahead of it and what stages cost on this machine; null when nobody can tell (it waits for a word). `ahead` where it is known how many go first. */
  estimateSec: (jobId: string, ahead?: number) => number | null;
  /** Seconds until a job that has so many ahead of it could begin. */
  waitSec: (ahead: number) => number;
  /** Stops everything; jobs that run wait for the next start, with no attempt counted. */
  stop: () => Promise<void>;
};
