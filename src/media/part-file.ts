import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file that is written beside its final place and moved there when it is right. Ends in ".part". */
export type PartFile = { path: string; keep(): Promise<void>; drop(): Promise<void> };

/** A part file of a name that no other thread or process uses, such as `removeParts` clears away after a crash. Nothing is made yet. */
export function partFile(out: string): PartFile {
  const path = join(dirname(out), `.kinora-${process.pid}-${randomUUID().slice(0, 8)}-${basename(out).slice(0, 100)}.part`);
  return { path, keep: () => rename(path, out), drop: () => rm(path, { force: true }) };
}
