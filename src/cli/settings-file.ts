import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { KinoraError } from "../domain/error.ts";
import { dataFolder } from "./data-folder.ts";
import type { Flag } from "./flags.ts";

/** The flag that names the file of settings. */
export const CONFIG_FLAG: Flag = {
  name: "config",
  value: "FILE",
  kind: "text",
  help: "The file of settings (default ./kinora.toml, else kinora.toml in the data folder)",
};

const MOST_BYTES = 1_000_000;
const NAME = "kinora.toml";

type Search = { flags: Record<string, string | number | boolean>; env: Record<string, string | undefined>; cwd: string };

/**
 * The one file of settings: `--config`, else `KINORA_CONFIG`, else `kinora.toml` here, else the one in the data folder that flags and variables
 * name; undefined when there is none. Throws `config_invalid` when the file that was named cannot be read.
 */
export async function findSettingsFile({ flags, env, cwd }: Search): Promise<{ path: string; text: string } | undefined> {
  if (flags.config !== undefined) return readNamed(String(flags.config), "--config", cwd);
  if (env.KINORA_CONFIG) return readNamed(env.KINORA_CONFIG, "KINORA_CONFIG", cwd);
  const folders = [cwd, dataFolder(flags.data as string | undefined, env, cwd)];
  for (const path of folders.map((folder) => join(folder, NAME))) {
    const text = await readText(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

async function readNamed(given: string, origin: string, cwd: string): Promise<{ path: string; text: string }> {
  const path = resolve(cwd, given);
  const text = given.trim() === "" ? undefined : await readText(path);
  if (text === undefined) throw new KinoraError("config_invalid", `There is no file ${JSON.stringify(given)} (named by ${origin}).`);
  return { path, text };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > MOST_BYTES) throw new Error("too large");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new KinoraError(
      "config_invalid",
      `${path} cannot be read as a text file${/^E[A-Z0-9]+$/.test(code ?? "") ? ` (${code})` : ""}.`,
      {
        cause,
      },
    );
  }
}

/** A file's tables. Throws `config_invalid` with the line from which on it is no TOML. */
export function parseToml(text: string, path: string): object {
  try {
    return Bun.TOML.parse(text);
  } catch (cause) {
    const why = String((cause as Error).message).replace(/^TOML Parse error: /, "");
    throw new KinoraError("config_invalid", `${path}, line ${findBadLine(text)}: ${why}`, { cause });
  }
}

/** The first line of what cannot be read: the one after the longest part from the beginning that can. */
function findBadLine(text: string): number {
  const lines = text.split("\n").slice(0, 2000);
  for (let good = lines.length; good > 0; good--) {
    try {
      Bun.TOML.parse(lines.slice(0, good).join("\n"));
      return good + 1;
    } catch {}
  }
  return 1;
}
