import { Database } from "bun:sqlite";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { KinoraError } from "../domain/error.ts";
import { asDiskError, writeWhole } from "./files.ts";

/** Who holds a data folder. `startTicks` as in /proc, `machine` the host's name; `url` where a server listens. */
export type LockHolder = { pid: number; startTicks?: number | undefined; machine: string; url?: string };

/** A data folder that is one's own. */
export type FolderLock = {
  /** Adds to what others are told of the holder. */
  describe(more: Partial<LockHolder>): Promise<void>;
  /** Gives the folder back; does nothing the second time. */
  release(): Promise<void>;
};

const LOCK = "server.lock";
const HOLDER = "server.json";
/** Held until they are released, even where nobody keeps the lock itself: a closed database would give the folder back. */
const held = new Set<Database>();

/**
 * Makes the folder this process's alone, as far as servers go. Throws `folder_in_use` with who has it. The lock is the kernel's, by way of SQLite
 * (https://sqlite.org/lockingv3.html), so it goes with its process however that ends, and holds between containers; there is nothing to take over.
 */
export async function lockFolder(folder: string, holder: LockHolder): Promise<FolderLock> {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    if (cause.code !== "EEXIST") throw asDiskError(cause, folder);
    throw new KinoraError("output_unwritable", `${folder} is a file. Choose a folder with --data.`, { cause });
  });
  const database = openLocked(join(folder, LOCK));
  if (!database) throw await inUse(folder);
  held.add(database);
  let known = holder;
  const tell = () => writeWhole(join(folder, HOLDER), `${JSON.stringify(known)}\n`);
  const release = async () => {
    if (!held.delete(database)) return;
    // What cannot be taken away does no harm: it tells of a process that has died.
    await rm(join(folder, HOLDER), { force: true }).catch(() => undefined);
    database.close();
  };
  const describe = (more: Partial<LockHolder>) => {
    known = { ...known, ...more };
    return tell();
  };
  await tell().catch(async (error) => {
    await release();
    throw error;
  });
  return { describe, release };
}

/** The holder that last described itself in a folder, which may have died since; undefined when there is none. */
export async function readHolder(folder: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, HOLDER), "utf8")) as LockHolder;
  } catch {
    return undefined;
  }
}

/** A file with an exclusive lock on it, or nothing when another process has that. */
function openLocked(path: string): Database | undefined {
  let database: Database | undefined;
  try {
    database = new Database(path, { create: true, readwrite: true });
    database.run("PRAGMA busy_timeout = 0");
    // Nothing is written, so that a full disk is found by whoever has something to write.
    database.run("PRAGMA journal_mode = MEMORY");
    database.run("BEGIN EXCLUSIVE");
    return database;
  } catch (cause) {
    database?.close();
    const { code = "" } = cause as { code?: string };
    if (code.startsWith("SQLITE_BUSY")) return undefined;
    throw new KinoraError("output_unwritable", `${path} cannot be locked (${code || cause}). Choose another data folder with --data.`, {
      cause,
    });
  }
}

async function inUse(folder: string): Promise<KinoraError> {
  const holder = await readHolder(folder);
  const who = holder ? `process ${holder.pid} on ${holder.machine}${holder.url ? `, ${holder.url}` : ""}` : "another process";
  return new KinoraError(
    "folder_in_use",
    `A Kinora server already runs with the data folder ${folder} (${who}). Stop it, or choose another folder with --data.`,
  );
}
