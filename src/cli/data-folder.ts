import { isAbsolute, join, resolve } from "node:path";
import { KinoraError } from "../domain/error.ts";
import type { Surroundings } from "./studio.ts";

/** Where Kinora keeps what it keeps: `--data`, `KINORA_DATA`, `$XDG_DATA_HOME/kinora`, `~/.local/share/kinora`. */
export function dataFolder(given: string | undefined, env: Surroundings["env"], cwd: string): string {
  if (given?.trim() === "") throw new KinoraError("output_unwritable", "--data is empty. Name a folder.");
  if (given) return resolve(cwd, given);
  if (env.KINORA_DATA) return resolve(cwd, env.KINORA_DATA);
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, "kinora");
  if (env.HOME && isAbsolute(env.HOME)) return join(env.HOME, ".local/share/kinora");
  throw new KinoraError("output_unwritable", "There is no home folder to keep finished parts in. Name one with --data.");
}
