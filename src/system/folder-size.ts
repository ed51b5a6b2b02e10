import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Files beyond these are not counted: a walk ends in any case. */
const MOST_FILES = 1_000_000;

/** The bytes of all files below a folder, or of one file; 0 where there is none. Ends with the signal, with what it has counted. */
export async function sizeOf(path: string, signal?: AbortSignal): Promise<number> {
  let bytes = 0;
  let files = 0;
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const found = await stat(folder).catch(() => undefined);
    if (found && !found.isDirectory()) bytes += found.size;
    if (!found?.isDirectory()) continue;
    const entries = await opendir(folder).catch(() => undefined);
    if (!entries) continue;
    for await (const entry of entries) {
      if (signal?.aborted || ++files > MOST_FILES) return bytes;
      const inside = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(inside);
      else if (entry.isFile()) bytes += (await stat(inside).catch(() => undefined))?.size ?? 0;
    }
  }
  return bytes;
}
