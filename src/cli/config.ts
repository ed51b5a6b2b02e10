import { listSettings, type SettingInfo } from "../domain/settings.ts";
import { escapeControls } from "../system/log.ts";
import { describeFlags, type Flag, parseOptions } from "./flags.ts";
import { drawTable } from "./listings.ts";
import { type ReadSettings, readSettings, settingFlags } from "./settings.ts";
import { CONFIG_FLAG, findSettingsFile } from "./settings-file.ts";
import type { Surroundings } from "./studio.ts";

const SWITCHES: Flag[] = [
  { name: "json", kind: "switch", help: "As JSON" },
  { name: "help", kind: "switch", short: "h", help: "Show this" },
];

const help = (flags: Flag[]) => `Usage: kinora config [options]

Prints every setting with its value and where that comes from. A flag beats a variable, a variable beats the
file, the file beats the default. The variable of --limits-disk-free is KINORA_LIMITS_DISK_FREE; in the file it is

  [limits]
  disk_free = 500000000

The file is what --config names, else KINORA_CONFIG, else ./kinora.toml, else kinora.toml in the data folder.
Only the first of them is read; relative paths in it are taken from its own folder.

What has the origin "default" may have been changed on the Settings page of the server that has the data folder:
the settings of log, limits, retry and keep can be, and go back to the default there. This command does not read them.

${describeFlags(flags)}
`;

/** `kinora config`: returns the exit status. */
export async function config(args: string[], around: Surroundings): Promise<number> {
  const flags = [...settingFlags(), CONFIG_FLAG, ...SWITCHES];
  const values = parseOptions(flags, args);
  if (values.help) {
    around.stdout.write(help(flags));
    return 0;
  }
  const sources = { flags: values, env: around.env, cwd: around.cwd };
  const read = readSettings({ ...sources, file: await findSettingsFile(sources) });
  for (const warning of read.warnings) around.stderr.write(`kinora: ${warning}\n`);
  const rows = listSettings().map((info) => describe(info, read));
  const shown = rows.map(({ setting, value, origin }) => [setting, escapeControls(String(value ?? "automatic")), escapeControls(origin)]);
  around.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : drawTable([["SETTING", "VALUE", "SET BY"], ...shown]));
  return 0;
}

/** A setting's line; `value` is null where it is worked out when the server starts. */
function describe({ path }: SettingInfo, { settings, origins }: ReadSettings) {
  const [first = "", second = ""] = path.split(".");
  const place = settings as Record<string, unknown>;
  const value = (second ? (place[first] as Record<string, unknown>)[second] : place[first]) ?? null;
  return { setting: path, value, origin: origins[path]! };
}
