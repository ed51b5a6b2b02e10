import { dirname, resolve } from "node:path";
import { type Fault, KinoraError } from "../domain/error.ts";
import { nest } from "../domain/live-settings.ts";
import { flagOf, listSettings, type ResolvedSettings, type SettingInfo, Settings, variableOf } from "../domain/settings.ts";
import { dataFolder } from "./data-folder.ts";
import type { Flag, Parsed } from "./flags.ts";
import { sayNearest } from "./nearest.ts";
import { parseToml } from "./settings-file.ts";

/** Where settings come from: flags as they were typed, variables, the folder that relative paths start from, and `kinora.toml` where there is one. */
export type SettingsSources = {
  flags: Parsed["values"];
  env: Record<string, string | undefined>;
  cwd: string;
  file?: { path: string; text: string } | undefined;
};

/** Settings, by each path who set it (`--port`, `KINORA_PORT`, the file's path or `default`), and what should be said but stops nothing. */
export type ReadSettings = { settings: ResolvedSettings; origins: Record<string, string>; warnings: string[] };

/** Variables that begin like settings and are none. */
const OTHER_VARIABLES = ["KINORA_BENCH", "KINORA_CONFIG"];
const VALUE_NAMES: Record<string, string> = { host: "ADDRESS", base_path: "PATH", data: "FOLDER", "log.level": "LEVEL" };

/** A flag for every setting, with what it is when nobody sets it. */
export function settingFlags(): Flag[] {
  return listSettings().map(({ path, kind, fallback, description }) => ({
    name: flagOf(path),
    value: VALUE_NAMES[path] ?? (kind === "number" ? "N" : "TEXT"),
    kind: "text",
    help: fallback === null || fallback === "" ? description : `${description} (default ${fallback})`,
  }));
}

type Given = { value: unknown; origin: string };

/** Flags beat variables beat the file beat what is built in. Throws `config_invalid` with everything that is wrong: where it was set, and what is allowed. */
export function readSettings(sources: SettingsSources): ReadSettings {
  const known = listSettings();
  const given = new Map<string, Given>([...fromFile(sources, known), ...fromVariables(sources, known), ...fromFlags(sources, known)]);
  const checked = Settings.safeParse(nest([...given].map(([path, { value }]) => [path, value])));
  if (!checked.success) throw refuse(checked.error.issues.map(({ path }) => sayWrong(path.join("."), given, known)));
  const origins = Object.fromEntries(known.map(({ path }) => [path, given.get(path)?.origin ?? "default"]));
  const settings = { ...checked.data, data: checked.data.data ?? dataFolder(undefined, sources.env, sources.cwd) };
  return { settings, origins, warnings: listUnknownVariables(sources.env, known) };
}

function fromFlags({ flags, cwd }: SettingsSources, known: SettingInfo[]): [string, Given][] {
  return known.flatMap(({ path, kind }) => {
    const value = flags[flagOf(path)];
    return value === undefined ? [] : [[path, { value: convert(path, kind, String(value), cwd), origin: `--${flagOf(path)}` }]];
  });
}

/** An empty variable is one that is not set. */
function fromVariables({ env, cwd }: SettingsSources, known: SettingInfo[]): [string, Given][] {
  return known.flatMap(({ path, kind }) => {
    const value = env[variableOf(path)];
    return value ? [[path, { value: convert(path, kind, value, cwd), origin: variableOf(path) }]] : [];
  });
}

function fromFile({ file }: SettingsSources, known: SettingInfo[]): [string, Given][] {
  if (!file) return [];
  const faults: Fault[] = [];
  const values: [string, Given][] = [];
  const walk = (table: object, prefix: string) => {
    for (const [name, value] of Object.entries(table)) {
      const path = prefix + name;
      const isTable = typeof value === "object" && value !== null && !Array.isArray(value);
      const info = known.find((setting) => setting.path === path);
      if (info) values.push([path, { value: placeText(path, value, dirname(file.path)), origin: file.path }]);
      else if (isTable && known.some((setting) => setting.path.startsWith(`${path}.`))) walk(value, `${path}.`);
      else faults.push({ path, message: sayUnknown(path, file.path, known) });
    }
  };
  walk(parseToml(file.text, file.path), "");
  if (faults.length > 0) throw refuse(faults);
  return values;
}

/** A flag's or variable's text as what the setting takes; what is no number stays a text, to be refused with its name. */
function convert(path: string, kind: SettingInfo["kind"], text: string, cwd: string): unknown {
  if (kind === "number" && /^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
  return placeText(path, text, cwd);
}

const placeText = (path: string, value: unknown, folder: string): unknown =>
  path === "data" && typeof value === "string" && value.trim() !== "" ? resolve(folder, value) : value;

const refuse = (faults: Fault[]) => new KinoraError("config_invalid", faults.map(({ message }) => message).join("\n        "), { faults });

function sayUnknown(path: string, file: string, known: SettingInfo[]): string {
  if (known.some((setting) => setting.path.startsWith(`${path}.`))) return `${path} in ${file} is a table: [${path}].`;
  return `There is no setting ${path} (in ${file}).${sayNearest(
    path,
    known.map((setting) => setting.path),
  )} All are listed by: kinora config --help`;
}

function sayWrong(path: string, given: Map<string, Given>, known: SettingInfo[]): Fault {
  const { value, origin } = given.get(path) ?? { value: undefined, origin: "default" };
  const allowed = known.find((setting) => setting.path === path)?.allowed ?? "something else";
  const linked = typeof value === "string" && /^(tcp|udp):\/\//.test(value) && origin === variableOf(path);
  const hint = linked ? " (Kubernetes sets it for a service called kinora; enableServiceLinks: false stops that.)" : "";
  return { path, message: `${path} must be ${allowed}, not ${sayValue(value)} (set by ${origin}).${hint}` };
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a table or a date";
  return typeof value === "string" ? JSON.stringify(value.slice(0, 100)) : String(value);
}

function listUnknownVariables(env: SettingsSources["env"], known: SettingInfo[]): string[] {
  const names = [...known.map(({ path }) => variableOf(path)), ...OTHER_VARIABLES];
  return Object.keys(env)
    .filter((name) => name.startsWith("KINORA_") && !names.includes(name))
    .sort()
    .map((name) => `The variable ${name} sets nothing.${sayNearest(name, names)}`);
}
