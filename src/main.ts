import { rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { readCosts, saveCosts } from "./cli/costs.ts";
import type { StartEngine } from "./cli/engine.ts";
import { runCommand } from "./cli/run.ts";
import type { OpenStudio, Surroundings } from "./cli/studio.ts";
import { DATA_NAMES } from "./domain/data.ts";
import type { Diagnosis } from "./domain/diagnosis.ts";
import { KinoraError } from "./domain/error.ts";
import type { StageCosts } from "./domain/stages.ts";
import type { StageDone } from "./domain/wire.ts";
import { diagnoseFfmpeg } from "./media/doctor.ts";
import { findFfmpeg } from "./media/find.ts";
import { STYLES } from "./picture/styles.ts";
import { VOICES } from "./providers/registry.ts";
import { startPool } from "./queue/pool.ts";
import { trimContent } from "./system/content.ts";
import { openData } from "./system/data.ts";
import { openDataFolders, removeParts } from "./system/files.ts";
import { openPrograms } from "./system/programs.ts";
import { codeVersion, productVersion } from "./system/version.ts";

const MOST_KEPT_BYTES = 8e9;

/** Threads are made here because a compiled program resolves their addresses from its main file. */
const makeJobWorker = () => new Worker(new URL("./workers/job.worker.ts", import.meta.url));
const makeSceneWorker = () => new Worker(new URL("./workers/scene.worker.ts", import.meta.url));

/** Programs compiled once for all threads. */
const program = openPrograms(openData());

const startedMs = Date.now();
const interrupted = listenForInterrupts();

/** Where FFmpeg is looked for: FFMPEG_BIN, the data folder's copy, beside this program, PATH, and last the development package's. */
const ffmpegSearch = (dataFolder: string) => ({
  env: process.env,
  folders: [join(dataFolder, "bin"), dirname(process.execPath)],
  lastFolders: [join(import.meta.dir, "../node_modules/ffmpeg-static")],
  cache: join(dataFolder, "programs"),
  signal: interrupted,
});

/** The engine on this machine: finds FFmpeg, opens the data folder, starts the pool. */
const openStudio: OpenStudio = async ({ dataFolder, workers }) => {
  const programs = await findFfmpeg(ffmpegSearch(dataFolder));
  const folders = await openDataFolders(dataFolder, process.pid);
  const means = { programs, cache: folders.cache, temporary: folders.temporary, codeVersion: codeVersion(), version: productVersion() };
  const pool = startPool({ makeJobWorker, makeSceneWorker, sceneWorkers: workers, means, program });
  return {
    async run(order, listener, signal) {
      const { quality, effort } = order.request;
      const seconds: Partial<StageCosts> = {};
      const stage = (done: StageDone, took: number) => {
        seconds[done.stage] = took;
      };
      try {
        const film = await pool.run(
          { ...order, costs: await readCosts(dataFolder, `${quality}-${effort}`) },
          { ...listener, stage },
          signal,
        );
        if (!film) throw new KinoraError("internal", "The pipeline ended without a film.");
        if ((seconds.render ?? 0) > film.durationSec / 20) await saveCosts(dataFolder, `${quality}-${effort}`, seconds);
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

/** What a film needs, looked at one by one. */
async function diagnose(dataFolder: string): Promise<Diagnosis[]> {
  return [...(await diagnoseFfmpeg(ffmpegSearch(dataFolder))), await diagnoseData()];
}

async function diagnoseData(): Promise<Diagnosis> {
  const data = openData();
  const missing: string[] = [];
  for (const name of DATA_NAMES) await data(name).catch(() => missing.push(name));
  return {
    name: "fonts, voices and words",
    ok: missing.length === 0,
    found: missing.length === 0 ? `all ${DATA_NAMES.length} data files open` : `missing: ${missing.join(", ")}`,
    mend: "Run: npm run setup",
  };
}

/**
 * A signal that fires on Ctrl-C, on being asked to end, and when nobody reads what is printed; asked again after a second, the program ends at once. (npm passes on a Ctrl-C that
 * the terminal has sent already.)
 */
function listenForInterrupts(): AbortSignal {
  const stop = new AbortController();
  process.stdout.on("error", () => stop.abort());
  let firstMs = 0;
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      firstMs ||= Date.now();
      if (Date.now() - firstMs > 1000) process.exit(130);
      stop.abort();
    });
  }
  return stop.signal;
}

const around: Surroundings = {
  env: process.env,
  cwd: process.cwd(),
  stdout: {
    isTTY: process.stdout.isTTY === true,
    get columns() {
      return process.stdout.columns || 80;
    },
    write: (text) => void process.stdout.write(text),
  },
  stderr: { write: (text) => void process.stderr.write(text) },
  stdin: () => Bun.stdin.stream(),
  processors: availableParallelism(),
  version: productVersion(),
  interrupted,
};

/** The server on this machine. */
const startEngine: StartEngine = async () => {
  throw new KinoraError("internal", "There is no server in this build yet.");
};

const listing = { voices: VOICES, styles: STYLES };
process.exitCode = await runCommand(process.argv.slice(2), around, { openStudio, startEngine, diagnose, listing });
process.exit();
