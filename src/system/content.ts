import { createHash } from "node:crypto";
import { mkdir, readdir, rm, stat, utimes } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { asDiskError, digestFile, moveInto, writeWhole } from "./files.ts";

/** Files named by what they were made from. A file counts only when the note beside it, written last, agrees with its size and bytes. */
export type ContentStore = {
  find<Result>(kind: string, key: string, extension: string): Promise<Kept<Result> | undefined>;
  /** Whether a file that `find` or `keep` answered earlier still counts; asking is using it. */
  holds(file: string): Promise<boolean>;
  /** Moves a finished temporary file in; the result is kept beside it. */
  keep<Result>(kind: string, key: string, extension: string, temporary: string, result: Result): Promise<Kept<Result>>;
};

/** A file that is kept, and what its task answered. */
export type Kept<Result> = { file: string; result: Result };

type Note = { bytes: number; sha256: string; result: unknown };

/** The name for what is made from `parts`: SHA-256 over their JSON with the keys of objects sorted, since what comes back from a user is in another order. */
export function contentKey(...parts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts, sortKeys)).digest("hex").slice(0, 40);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Opens the store in `folder`. */
export function openContent(folder: string): ContentStore {
  const place = (kind: string, key: string, extension: string) => join(folder, kind, key.slice(0, 2), `${key}.${extension}`);
  return {
    async find<Result>(kind: string, key: string, extension: string) {
      const file = place(kind, key, extension);
      const note = await noteOf(file);
      return note && { file, result: note.result as Result };
    },
    holds: async (file) => (await noteOf(file)) !== undefined,
    async keep<Result>(kind: string, key: string, extension: string, temporary: string, result: Result) {
      const file = place(kind, key, extension);
      try {
        await mkdir(dirname(file), { recursive: true });
        const note: Note = { bytes: (await stat(temporary)).size, sha256: await digestFile(temporary), result };
        await moveInto(temporary, file);
        await writeWhole(`${file}.json`, JSON.stringify(note));
      } catch (error) {
        throw asDiskError(error, folder);
      }
      return { file, result };
    },
  };
}

/** The note of a file that counts, which is used from now on. */
async function noteOf(file: string): Promise<Note | undefined> {
  const note = await readNote(file);
  if (!note || !(await agrees(file, note))) return undefined;
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
  return note;
}

/** False for a file that has gone, was cut short, or is not what was written, as after a power cut. */
async function agrees(file: string, { bytes, sha256 }: Note): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.size === bytes && (await digestFile(file).catch(() => undefined)) === sha256;
}

async function readNote(file: string): Promise<Note | undefined> {
  try {
    return (await Bun.file(`${file}.json`).json()) as Note;
  } catch {
    return undefined;
  }
}

type Entry = { file: string; bytes: number; usedMs: number };

/**
 * Removes what was used least recently until at most `limitBytes` are kept; nothing that was used after `sinceMs` is touched, even when that is while
 * it is looked through. Answers what went.
 */
export async function trimContent(folder: string, limitBytes: number, sinceMs: number): Promise<{ files: number; bytes: number }> {
  const entries = (await listEntries(folder)).sort((a, b) => b.usedMs - a.usedMs);
  const gone = { files: 0, bytes: 0 };
  let total = 0;
  for (const { file, bytes, usedMs } of entries) {
    total += bytes;
    if (total <= limitBytes || usedMs >= sinceMs || !(await removeUnused(file, sinceMs))) continue;
    gone.files++;
    gone.bytes += bytes;
  }
  return gone;
}

/** Removes a file with its note, unless it has been used since; answers whether it has gone. */
async function removeUnused(file: string, sinceMs: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (!found || found.mtimeMs >= sinceMs) return false;
  try {
    for (const part of [`${file}.json`, file]) await rm(part, { force: true });
    return true;
  } catch {
    return false;
  }
}

async function listEntries(folder: string): Promise<Entry[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => [] as string[]);
  const entries: Entry[] = [];
  for (const name of names) {
    if (!/^[0-9a-f]{40}\.\w+$/.test(basename(name))) continue;
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.isFile()) entries.push({ file: join(folder, name), bytes: found.size, usedMs: found.mtimeMs });
  }
  return entries;
}
