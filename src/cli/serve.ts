import type { ResolvedSettings } from "../domain/settings.ts";
import { type Log, openLog } from "../system/log.ts";
import { isLoopback } from "../system/loopback.ts";
import type { Engine, EngineMeans, StartEngine } from "./engine.ts";
import { describeFlags, type Flag, parseOptions } from "./flags.ts";
import { readSettings, settingFlags } from "./settings.ts";
import { CONFIG_FLAG, findSettingsFile } from "./settings-file.ts";
import type { Surroundings } from "./studio.ts";

/** How long what runs may take to end. */
const STOP_MS = 10_000;

const help = (flags: Flag[]) => `Usage: kinora serve [options]

Starts the server. The first line on standard output is {"event":"listening","url":"http://127.0.0.1:8080"};
what else is to be said goes to standard error. Ctrl-C (or SIGTERM) stops it: films that are being made go on
at the next start. A second Ctrl-C ends it at once.

Settings can also be variables or lines of kinora.toml; see: kinora config --help. Limits and how long things are
kept can be changed on the Settings page as well, where nothing of these sets them.

${describeFlags(flags)}
`;

/** `kinora serve`: runs until it is interrupted; returns the exit status. */
export async function serve(args: string[], around: Surroundings, startEngine: StartEngine): Promise<number> {
  const flags: Flag[] = [...settingFlags(), CONFIG_FLAG, { name: "help", kind: "switch", short: "h", help: "Show this" }];
  const values = parseOptions(flags, args);
  if (values.help) {
    around.stdout.write(help(flags));
    return 0;
  }
  const sources = { flags: values, env: around.env, cwd: around.cwd };
  const file = await findSettingsFile(sources);
  const { settings, origins, warnings } = readSettings({ ...sources, file });
  const log = openLog({ level: settings.log.level, write: around.stderr.write, now: () => new Date() });
  for (const warning of warnings) log.warning(warning);
  const means = { log, origins, configFile: file?.path ?? null, bench: around.env.KINORA_BENCH === "1", signal: around.interrupted };
  return runServer(settings, means, around, startEngine);
}

async function runServer(settings: ResolvedSettings, means: EngineMeans, around: Surroundings, startEngine: StartEngine): Promise<number> {
  const { log, signal } = means;
  let engine: Engine;
  try {
    engine = await startEngine(settings, means);
  } catch (error) {
    if (signal.aborted) return 0;
    throw error;
  }
  around.stdout.write(`${JSON.stringify({ event: "listening", url: engine.url })}\n`);
  log.info(`Kinora ${around.version} is ready. Open ${engine.url} in a browser; Ctrl-C stops it.`, { data: settings.data });
  if (!isLoopback(settings.host))
    log.warning(
      `Anyone who reaches ${settings.host} can make, see and delete films: there is no sign-in yet. Let only people you trust reach this address.`,
    );
  await fired(signal);
  log.info("Stopping: films that are being made go on at the next start.");
  return stopWithin(engine, log, STOP_MS);
}

const fired = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** Stops a server; gives up waiting after a time, so that it ends in any case. */
export async function stopWithin(engine: Engine, log: Log, mostMs: number): Promise<number> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => {
      log.error(`Not everything ended within ${mostMs / 1000} s; the program ends all the same, and the next start puts things right.`);
      resolve(1);
    }, mostMs);
  });
  try {
    return await Promise.race([engine.stop().then(() => 0), late]);
  } finally {
    clearTimeout(timer);
  }
}
