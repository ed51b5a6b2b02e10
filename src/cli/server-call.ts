import { KinoraApiError } from "../client/errors.ts";
import type { ClientOptions } from "../client/options.ts";
import { ERROR_CODES, type ErrorCode, KinoraError } from "../domain/error.ts";
import { readHolder } from "../system/lock.ts";
import { describeFlags, type Flag, type Parsed, parseFlags } from "./flags.ts";
import { readSettings } from "./settings.ts";
import { findSettingsFile } from "./settings-file.ts";
import type { Surroundings } from "./studio.ts";

/** Where a server listens that nobody has said anything of. */
const USUAL_URL = "http://127.0.0.1:8080";

/** The flags of every command that talks to a server. */
const SERVER_FLAGS: Flag[] = [
  { name: "server", value: "URL", kind: "text", help: `The server (default: the one that runs with the data folder, else ${USUAL_URL})` },
  { name: "data", value: "FOLDER", kind: "text", help: "The data folder whose server is meant" },
  { name: "json", kind: "switch", help: "Answers as JSON" },
  { name: "help", kind: "switch", short: "h", help: "Show this" },
];

/** A command that talks to a server: what `--help` says of it, its own flags, and what it does. */
export type ServerCommand = {
  usage: string;
  flags: Flag[];
  run: (parsed: Parsed, client: ClientOptions & { baseUrl: string }, around: Surroundings) => Promise<number>;
};

/** Runs such a command. What the server refuses is thrown as a `KinoraError` with the server's code. */
export async function callServer(args: string[], around: Surroundings, command: ServerCommand): Promise<number> {
  const flags = [...command.flags, ...SERVER_FLAGS];
  const parsed = parseFlags(flags, args);
  if (parsed.values.help) {
    around.stdout.write(`${command.usage.trim()}\n\n${describeFlags(flags)}\n`);
    return 0;
  }
  const baseUrl = await findServer(parsed.values, around);
  try {
    return await command.run(parsed, { baseUrl, signal: around.interrupted }, around);
  } catch (error) {
    if (around.interrupted.aborted) return ERROR_CODES.cancelled.exit;
    throw error instanceof KinoraApiError ? toKinoraError(error, baseUrl) : error;
  }
}

/** The one job that a command names. Throws `invalid_request`. */
export function onlyJob({ positionals }: Parsed, command: string): string {
  if (positionals.length === 1) return positionals[0]!;
  throw new KinoraError("invalid_request", `Name one job: kinora ${command} JOB. See them with: kinora jobs`);
}

async function findServer(values: Parsed["values"], around: Surroundings): Promise<string> {
  if (values.server !== undefined) {
    const given = String(values.server);
    if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/+$/, "");
    throw new KinoraError("invalid_request", `--server ${JSON.stringify(given)} is no address. Give one such as ${USUAL_URL}`);
  }
  const flags: Parsed["values"] = values.data === undefined ? {} : { data: values.data };
  const sources = { flags, env: around.env, cwd: around.cwd };
  const { settings } = readSettings({ ...sources, file: await findSettingsFile(sources) });
  return (await readHolder(settings.data))?.url ?? USUAL_URL;
}

function toKinoraError(error: KinoraApiError, baseUrl: string): KinoraError {
  if (error.status === 0)
    return new KinoraError(
      "provider_unavailable",
      `No server answers at ${baseUrl}. Start one with kinora serve, or name another with --server.`,
    );
  const code = Object.hasOwn(ERROR_CODES, error.code) ? (error.code as ErrorCode) : "provider_rejected";
  return new KinoraError(code, error.message, { faults: [...error.faults] });
}
