import { access, constants, realpath, stat } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { KinoraError } from "../domain/error.ts";
import type { Ffmpeg } from "./ffmpeg.ts";
import { type Inspection, inspectProgram, withCache } from "./inspect.ts";
import { OLDEST } from "./version.ts";

/** Where FFmpeg is looked for. */
export type FfmpegSearch = {
  /** FFMPEG_BIN, FFPROBE_BIN and PATH are read. */
  env: Record<string, string | undefined>;
  /** Folders that are looked in before PATH: the data folder's copy, the executable's own. */
  folders?: string[];
  /** Folders that are looked in last: ffmpeg-static's, in development. */
  lastFolders?: string[];
  /** Where what was found out about a program is kept, so that it is asked once; absent: asked every time. */
  cache?: string;
  signal: AbortSignal;
};

/** What to type where FFmpeg is missing or will not do. */
export const HOW_TO_MEND = `Install FFmpeg ${OLDEST} or later (Debian, Ubuntu: sudo apt install ffmpeg; macOS: brew install ffmpeg), or name it: FFMPEG_BIN=/path/to/ffmpeg FFPROBE_BIN=/path/to/ffprobe`;

type Name = "ffmpeg" | "ffprobe";

/**
 * Finds an FFmpeg and an ffprobe that can do all we need: FFMPEG_BIN and FFPROBE_BIN, or else the first that will do in `folders`, PATH and
 * `lastFolders`. Throws `ffmpeg_missing` or `ffmpeg_too_old` with what to type, `ffmpeg_hung` or `ffmpeg_failed` when it does not answer.
 */
export async function findFfmpeg(search: FfmpegSearch): Promise<Ffmpeg> {
  const ffmpeg = await pick("ffmpeg", search.env.FFMPEG_BIN, search);
  const beside = { ...search, folders: [dirname(ffmpeg.path), ...(search.folders ?? [])] };
  const ffprobe = await pick("ffprobe", search.env.FFPROBE_BIN, beside);
  return { ffmpeg: ffmpeg.path, ffprobe: ffprobe.path, version: ffmpeg.version };
}

async function pick(name: Name, named: string | undefined, search: FfmpegSearch): Promise<Inspection> {
  if (named) return demand(await inspect(await namedProgram(name, named), search));
  let best: Inspection | undefined;
  let silent: unknown;
  for (const path of await candidates(name, search)) {
    try {
      const found = await inspect(path, search);
      if (usable(found)) return found;
      best ??= found;
    } catch (error) {
      search.signal.throwIfAborted();
      silent ??= error;
    }
  }
  if (best) return demand(best);
  throw silent ?? new KinoraError("ffmpeg_missing", `There is no ${name} on this machine. ${HOW_TO_MEND}`);
}

const inspect = (path: string, { cache, signal }: FfmpegSearch) => withCache(cache, path, () => inspectProgram(path, signal));

const usable = ({ newEnough, needs }: Inspection): boolean => newEnough && needs.every(({ found }) => found);

/** Throws unless a program will do. */
function demand(found: Inspection): Inspection {
  if (!found.newEnough) {
    throw new KinoraError("ffmpeg_too_old", `${found.path} is version ${found.version}, and ${OLDEST} is needed. ${HOW_TO_MEND}`);
  }
  const missing = found.needs.filter((need) => !need.found).map(({ name }) => name);
  if (missing.length > 0) {
    throw new KinoraError("ffmpeg_missing", `${found.path} was built without ${missing.join(", ")}. ${HOW_TO_MEND}`);
  }
  return found;
}

async function namedProgram(name: Name, path: string): Promise<string> {
  if (await isProgram(path)) return path;
  const variable = name === "ffmpeg" ? "FFMPEG_BIN" : "FFPROBE_BIN";
  throw new KinoraError("ffmpeg_missing", `${variable} names ${path}, which is not a program. Set it to the path of ${name}, or unset it.`);
}

/** Every program of that name, each once, in the order of preference. */
async function candidates(name: Name, { env, folders = [], lastFolders = [] }: FfmpegSearch): Promise<string[]> {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  const onPath = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = new Map<string, string>();
  for (const folder of [...folders, ...onPath, ...lastFolders]) {
    const path = join(folder, file);
    if (!(await isProgram(path))) continue;
    const real = await realpath(path);
    if (!found.has(real)) found.set(real, path);
  }
  return [...found.values()];
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
