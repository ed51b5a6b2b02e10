import { toErrorData } from "../domain/error.ts";
import type { ProgramSource } from "../domain/program.ts";
import type { WorkerMeans } from "../domain/wire.ts";
import type { Ffmpeg } from "../media/ffmpeg.ts";
import { startPool } from "../queue/pool.ts";
import type { Workshop } from "../queue/work.ts";

/** The threads of a program: how they are made, and what they start once for all. */
export type Threads = { makeJobWorker: () => Worker; makeSceneWorker: () => Worker; program: ProgramSource };

/** A workshop that can be asked what it encodes with, and that can be closed. */
export type OpenedWorkshop = Workshop & { ffmpeg: () => { ok: boolean; detail: string; path: string | null }; stop: () => void };

/** Starts the threads of a server. FFmpeg is looked for beside the start, and again with each film until it is found; without it only films fail. */
export function openWorkshop(
  threads: Threads,
  sceneWorkers: number,
  given: Omit<WorkerMeans, "programs">,
  findPrograms: () => Promise<Ffmpeg>,
): OpenedWorkshop {
  const means: WorkerMeans = { ...given, programs: { ffmpeg: "", ffprobe: "", version: "" } };
  const pool = startPool({ ...threads, sceneWorkers, means });
  let state: ReturnType<OpenedWorkshop["ffmpeg"]> = { ok: false, detail: "FFmpeg is still being looked for.", path: null };
  let looking: Promise<void> | undefined;
  const look = async () => {
    try {
      means.programs = await findPrograms();
      state = { ok: true, detail: `FFmpeg ${means.programs.version}`, path: means.programs.ffmpeg };
    } catch (error) {
      looking = undefined;
      state = { ok: false, detail: toErrorData(error).message, path: null };
      throw error;
    }
  };
  const ready = () => {
    looking ??= look();
    return looking;
  };
  ready().catch(() => undefined);
  return {
    async run(order, listener, signal) {
      await ready();
      return pool.run(order, listener, signal);
    },
    rest: pool.rest,
    task: pool.task,
    ffmpeg: () => state,
    stop: pool.stop,
  };
}
