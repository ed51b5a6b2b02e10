import { freemem } from "node:os";
import { dirname } from "node:path";
import type { Diagnosis } from "../domain/diagnosis.ts";
import { KinoraError } from "../domain/error.ts";
import { freeBytes } from "../system/files.ts";
import { dataFolder } from "./data-folder.ts";
import { describeFlags, type Flag, type Parsed, parseOptions } from "./flags.ts";
import { readSettings } from "./settings.ts";
import { CONFIG_FLAG, findSettingsFile } from "./settings-file.ts";
import type { Surroundings } from "./studio.ts";

const FLAGS: Flag[] = [
  { name: "data", value: "FOLDER", kind: "text", help: "The data folder to look at" },
  CONFIG_FLAG,
  { name: "json", kind: "switch", help: "As JSON" },
  { name: "help", kind: "switch", short: "h", help: "Show this" },
];
const LEAST_MEMORY = 800e6;
const LEAST_DISK = 500e6;

/** `kinora doctor`: 0 when films can be made here, 1 when something must be mended first. */
export async function doctor(
  args: string[],
  around: Surroundings,
  diagnose: (dataFolder: string) => Promise<Diagnosis[]>,
): Promise<number> {
  const values = parseOptions(FLAGS, args);
  if (values.help) {
    around.stdout.write(`Usage: kinora doctor [options]\n\n${describeFlags(FLAGS)}\n`);
    return 0;
  }
  const [settings, folder] = await diagnoseSettings(values, around);
  const found = [
    settings,
    ...(await diagnose(folder)),
    diagnoseMemory(freemem()),
    await diagnoseDisk("disk, here", around.cwd),
    await diagnoseDisk("disk, data folder", folder),
  ];
  if (values.json) around.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else
    for (const { ok, name, found: what, mend } of found)
      around.stdout.write(`${ok ? "✓" : "✗"} ${name}: ${what}\n${!ok && mend ? `    ${mend}\n` : ""}`);
  return found.every(({ ok }) => ok) ? 0 : 1;
}

/** Whether settings can be read, and the data folder that they name (the usual one when they cannot). */
async function diagnoseSettings(values: Parsed["values"], around: Surroundings): Promise<[Diagnosis, string]> {
  const { data, config } = values;
  const sources = {
    flags: { ...(data !== undefined && { data }), ...(config !== undefined && { config }) },
    env: around.env,
    cwd: around.cwd,
  };
  try {
    const file = await findSettingsFile(sources);
    const { settings, warnings } = readSettings({ ...sources, file });
    const found = [file ? `read from ${file.path}` : "no kinora.toml, none is needed", ...warnings].join("; ");
    return [{ name: "settings", ok: true, found }, settings.data];
  } catch (error) {
    if (!(error instanceof KinoraError) || error.code !== "config_invalid") throw error;
    const bad = { name: "settings", ok: false, found: error.message, mend: "Mend them; all are listed by: kinora config --help" };
    return [bad, dataFolder(data as string | undefined, around.env, around.cwd)];
  }
}

function diagnoseMemory(freeMemory: number): Diagnosis {
  return {
    name: "memory",
    ok: freeMemory >= LEAST_MEMORY,
    found: `${Math.round(freeMemory / 1e6)} MB free`,
    mend: "Close other programs, or make films with --workers 1 --quality 480p.",
  };
}

async function diagnoseDisk(name: string, folder: string): Promise<Diagnosis> {
  const free = await nearestFree(folder);
  return {
    name,
    ok: free >= LEAST_DISK,
    found: `${(free / 1e9).toFixed(1)} GB free for ${folder}`,
    mend: "Free some space, or name another folder (--out, --data).",
  };
}

/** Free bytes where a folder is, or would be made. */
async function nearestFree(folder: string): Promise<number> {
  for (let path = folder; ; path = dirname(path)) {
    try {
      return await freeBytes(path);
    } catch (error) {
      if (path === dirname(path)) throw error;
    }
  }
}
