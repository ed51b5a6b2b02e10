import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";

/** A file that is written beside its final place and moved there when it is right. Ends in ".part". */
export type PartFile = { path: string; keep(): Promise<void>; drop(): Promise<void> };

/** A part file of a name that no other thread or process uses. Nothing is made yet. */
export function partFile(out: string): PartFile {
  const path = `${out}.${randomUUID().slice(0, 8)}.part`;
  return { path, keep: () => rename(path, out), drop: () => rm(path, { force: true }) };
}
