import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { readCosts, saveCosts } from "../cli/costs.ts";
import type { OpenStudio } from "../cli/studio.ts";
import { costKey } from "../domain/costs.ts";
import { KinoraError } from "../domain/error.ts";
import type { StageCosts } from "../domain/stages.ts";
import type { StageDone } from "../domain/wire.ts";
import { findFfmpeg } from "../media/find.ts";
import { startPool } from "../queue/pool.ts";
import { trimContent } from "../system/content.ts";
import { openDataFolders, removeParts } from "../system/files.ts";
import { codeVersion, productVersion } from "../system/version.ts";
import { ffmpegSearch } from "./ffmpeg-place.ts";
import type { Threads } from "./workshop.ts";

const MOST_KEPT_BYTES = 8e9;

/** The workshop of one command: finds FFmpeg, opens the data folder, starts the pool. */
export const studioWith =
  (threads: Threads, interrupted: AbortSignal): OpenStudio =>
  async ({ dataFolder, workers }) => {
    const startedMs = Date.now();
    const programs = await findFfmpeg(ffmpegSearch(dataFolder, interrupted));
    const folders = await openDataFolders(dataFolder, process.pid);
    const means = { programs, cache: folders.cache, temporary: folders.temporary, codeVersion: codeVersion(), version: productVersion() };
    const pool = startPool({ ...threads, sceneWorkers: workers, means });
    return {
      async run(order, listener, signal) {
        const key = costKey(order.request);
        const seconds: Partial<StageCosts> = {};
        const stage = (done: StageDone, took: number) => {
          seconds[done.stage] = took;
        };
        try {
          const film = await pool.run({ ...order, costs: await readCosts(dataFolder, key) }, { ...listener, stage }, signal);
          if (!film) throw new KinoraError("internal", "The pipeline ended without a film.");
          if ((seconds.render ?? 0) > film.durationSec / 20) await saveCosts(dataFolder, key, seconds, film.durationSec);
          return film;
        } finally {
          await removeParts(dirname(order.out));
        }
      },
      async task(name, input, signal) {
        try {
          return await pool.task(name, input, signal);
        } finally {
          await removeParts(dirname(input.file));
        }
      },
      async close() {
        pool.stop();
        await rm(folders.temporary, { recursive: true, force: true });
        await trimContent(folders.cache, MOST_KEPT_BYTES, startedMs);
      },
    };
  };
