import { availableParallelism } from "node:os";
import { runCommand } from "./cli/run.ts";
import type { Surroundings } from "./cli/studio.ts";
import type { Threads } from "./main/workshop.ts";
import { openData } from "./system/data.ts";
import { openPrograms } from "./system/programs.ts";
import { productVersion } from "./system/version.ts";

/** Threads are made here because a compiled program resolves their addresses from its main file. Programs are compiled once for all of them. */
const threads: Threads = {
  makeJobWorker: () => new Worker(new URL("./workers/job.worker.ts", import.meta.url)),
  makeSceneWorker: () => new Worker(new URL("./workers/scene.worker.ts", import.meta.url)),
  program: openPrograms(openData()),
};
const interrupted = listenForInterrupts();

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

/** What the commands are handed, each part loaded when a command asks for it: a server needs no studio, a list of voices neither. */
process.exitCode = await runCommand(process.argv.slice(2), around, {
  openStudio: async (options) => (await import("./main/studio.ts")).studioWith(threads, interrupted)(options),
  startEngine: async (settings, means) => (await import("./main/engine.ts")).engineWith(threads, around.processors)(settings, means),
  diagnose: async (dataFolder) => (await import("./main/diagnose.ts")).diagnose(dataFolder, interrupted),
  listing: async () => (await import("./main/listing.ts")).LISTING,
});
process.exit();
