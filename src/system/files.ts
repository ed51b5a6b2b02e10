import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, constants, mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { KinoraError } from "../domain/error.ts";
import { isAlive } from "./process.ts";
import { openTemporary } from "./temporary.ts";

/** The folders that hold what Kinora keeps between runs. */
export type DataFolders = { root: string; cache: string; temporary: string };

/** Makes the data folders and a temporary folder for this process alone; what dead processes left there is removed. */
export async function openDataFolders(root: string, pid: number): Promise<DataFolders> {
  try {
    const temporary = await openTemporary(join(root, "tmp"), pid);
    await mkdir(join(root, "cache"), { recursive: true });
    await checkWritable(join(root, "cache"), "--data");
    return { root, cache: join(root, "cache"), temporary };
  } catch (cause) {
    throw new KinoraError("output_unwritable", `Cannot write to the data folder ${root}. Choose another with --data.`, { cause });
  }
}

/** Free bytes for this user where `folder` lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Free bytes for this user and all bytes of the disk on which `folder` lies. */
export async function diskSpace(folder: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** Throws `output_unwritable` unless `folder` exists, can be written to and has `neededBytes` free. Never makes it. `flag` is the option that chose it. */
export async function checkOutputFolder(folder: string, neededBytes: number, flag = "--out"): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found)
    throw new KinoraError("output_unwritable", `The folder ${folder} does not exist. Make it first, or choose another with ${flag}.`);
  if (!found.isDirectory()) throw new KinoraError("output_unwritable", `${folder} is not a folder. Choose another place with ${flag}.`);
  await checkWritable(folder, flag);
  if ((await freeBytes(folder)) < neededBytes) {
    throw new KinoraError(
      "output_unwritable",
      `The disk of ${folder} is full (${megabytes(neededBytes)} are needed). Free some space, or choose another place with ${flag}.`,
    );
  }
}

async function checkWritable(folder: string, flag: string): Promise<void> {
  const probe = join(folder, `.kinora-${process.pid}.part`);
  try {
    await access(folder, constants.W_OK);
    await (await open(probe, "wx")).close();
  } catch (cause) {
    throw new KinoraError("output_unwritable", `The folder ${folder} cannot be written to. Choose another place with ${flag}.`, { cause });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** Puts a finished file in its place at once: by renaming, or by copying beside and renaming when it comes from another disk. */
export async function moveInto(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw asDiskError(error, to);
    await copyInto(from, to);
    await rm(from, { force: true });
  }
}

/** Copies a file so that the copy appears whole or not at all. */
export async function copyInto(from: string, to: string): Promise<void> {
  const beside = partName(to);
  try {
    await Bun.write(beside, Bun.file(from));
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw asDiskError(error, to);
  }
}

/** Writes a file so that it appears whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = partName(path);
  try {
    await Bun.write(beside, content as string);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw asDiskError(error, path);
  }
}

let lastPart = 0;

/** A name beside `path` that no other write has, here or in another thread or process, however long the file's own name is; `removeParts` clears it away. */
export const partName = (path: string): string => join(dirname(path), `.kinora-${process.pid}-${threadId}-${++lastPart}.part`);

/** Removes the unfinished files that this process, or one that has died, left in a folder. */
export async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^\.kinora-(\d+)[-.].*part$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

const DISK_FULL = ["ENOSPC", "EDQUOT"];
const UNWRITABLE = ["ENOENT", "EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR", "ENAMETOOLONG"];

/** What a disk refused, in words: `disk_full`, or `output_unwritable` where a place has gone or is closed; anything else as it is. */
export function asDiskError(error: unknown, path: string): unknown {
  if (error instanceof KinoraError || !(error instanceof Error)) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (DISK_FULL.includes(code)) {
    return new KinoraError(
      "disk_full",
      `The disk of ${path} is full. Free some space and run the same command again: it goes on from what is finished.`,
      { cause: error },
    );
  }
  if (!UNWRITABLE.includes(code)) return error;
  const place = (error as NodeJS.ErrnoException).path ?? path;
  return new KinoraError("output_unwritable", `${place} has gone or cannot be written to (${code}). Run the same command again.`, {
    cause: error,
  });
}

/** SHA-256 of a file's bytes, in hex; memory does not grow with the file. */
export async function digestFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { ...(signal && { signal }), highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
