import type { Film } from "../domain/artifacts.ts";
import type { StageName } from "../domain/stages.ts";
import type { TaskName, Tasks } from "../domain/tasks.ts";
import type { JobOrder, LogLevel, Progress } from "../domain/wire.ts";

/** What a command needs of the engine; main hands it in. */
export type Studio = {
  /** Runs a job to its film; stops within a second when `signal` fires. */
  run: (order: Omit<JobOrder, "costs">, listener: StudioListener, signal: AbortSignal) => Promise<Film>;
  /** Has one task done for itself, with its file where the input says; stops as `run` does. */
  task: <Name extends TaskName>(name: Name, input: Tasks[Name]["input"], signal: AbortSignal) => Promise<Tasks[Name]["result"]>;
  /** Ends all threads and children and removes what is unfinished. */
  close: () => Promise<void>;
};

/** Told of what happens while a job runs. */
export type StudioListener = {
  progress: (progress: Progress) => void;
  log: (level: LogLevel, stage: StageName | null, message: string) => void;
};

/** Where the engine keeps finished parts, and how many scene workers it may have. */
export type StudioOptions = { dataFolder: string; workers: number };

/** Opens the engine. Rejects with `ffmpeg_missing` or `ffmpeg_too_old` when there is nothing to render with. */
export type OpenStudio = (options: StudioOptions) => Promise<Studio>;

/** What a command is given of the world around it. */
export type Surroundings = {
  env: Record<string, string | undefined>;
  cwd: string;
  stdout: { isTTY: boolean; columns: number; write: (text: string) => void };
  stderr: { write: (text: string) => void };
  stdin: () => ReadableStream<Uint8Array>;
  processors: number;
  version: string;
  /** Fires on Ctrl-C, SIGTERM and SIGHUP. */
  interrupted: AbortSignal;
};
