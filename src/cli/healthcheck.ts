import { KinoraError } from "../domain/error.ts";
import { readHolder } from "../system/lock.ts";
import { escapeControls } from "../system/log.ts";
import { askThisMachine } from "../system/outbound.ts";
import { describeFlags, type Flag, parseOptions } from "./flags.ts";
import { readSettings } from "./settings.ts";
import { CONFIG_FLAG, findSettingsFile } from "./settings-file.ts";
import type { Surroundings } from "./studio.ts";

const TIMEOUT_MS = 5000;
const SHOWN = 500;

const FLAGS: Flag[] = [
  {
    name: "url",
    value: "URL",
    kind: "text",
    help: "Where the server listens (default: where the data folder's server says, else what host and port are set to)",
  },
  { name: "host", value: "ADDRESS", kind: "text", help: "The server's --host" },
  { name: "port", value: "N", kind: "text", help: "The server's --port" },
  { name: "data", value: "FOLDER", kind: "text", help: "The server's --data" },
  CONFIG_FLAG,
  { name: "help", kind: "switch", short: "h", help: "Show this" },
];

const HELP = `Usage: kinora healthcheck [options]

Asks the server on this machine whether it is ready (GET /ready). Exits with 0 when it is and 1 when it is not.

${describeFlags(FLAGS)}
`;

/** `kinora healthcheck`: 0 when the server on this machine says that it is ready, else 1 with the reason. */
export async function healthcheck(args: string[], around: Surroundings): Promise<number> {
  const values = parseOptions(FLAGS, args);
  if (values.help) {
    around.stdout.write(HELP);
    return 0;
  }
  const url = await serverUrl(values, around);
  try {
    const { status, body } = await askThisMachine(`${url}/ready`, { timeoutMs: TIMEOUT_MS, signal: around.interrupted });
    if (status === 200) {
      around.stdout.write("ready\n");
      return 0;
    }
    around.stderr.write(`kinora: ${url} is not ready: ${status} ${escapeControls(body.trim().slice(0, SHOWN))}\n`);
  } catch (error) {
    if (!(error instanceof KinoraError) || error.code !== "provider_unavailable") throw error;
    around.stderr.write(`kinora: ${error.message}\n`);
  }
  return 1;
}

async function serverUrl(values: Record<string, string | number | boolean>, around: Surroundings): Promise<string> {
  if (values.url !== undefined) {
    if (URL.canParse(String(values.url))) return trimUrl(new URL(String(values.url)));
    throw new KinoraError("invalid_request", `--url ${JSON.stringify(values.url)} is no address. Give one such as http://127.0.0.1:8080`);
  }
  const sources = { flags: values, env: around.env, cwd: around.cwd };
  const { settings } = readSettings({ ...sources, file: await findSettingsFile(sources) });
  const isNamed = values.host !== undefined || values.port !== undefined;
  const running = isNamed ? undefined : (await readHolder(settings.data))?.url;
  if (running !== undefined) return running;
  if (settings.port === 0) throw new KinoraError("invalid_request", "The port is 0, a free one: say which it is with --url.");
  return `http://${reachableHost(settings.host)}:${settings.port}${settings.base_path}`;
}

/** An address without query and without a slash at its end. */
const trimUrl = ({ origin, pathname }: URL): string => origin + pathname.replace(/\/+$/, "");

/** What to ask for a server that listens there: all addresses are reached by loopback. */
export function reachableHost(host: string): string {
  const name = host.replace(/^\[(.*)\]$/, "$1");
  if (name === "0.0.0.0") return "127.0.0.1";
  if (name === "::") return "[::1]";
  return name.includes(":") ? `[${name}]` : name;
}
