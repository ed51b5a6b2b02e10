import { rename, rm } from "node:fs/promises";
import { partName } from "../system/files.ts";

/** A file that is written beside its final place and moved there when it is right. Ends in ".part". */
export type PartFile = { path: string; keep(): Promise<void>; drop(): Promise<void> };

/** A part file of a name of its own. Nothing is made yet. */
export function partFile(out: string): PartFile {
  const path = partName(out);
  return { path, keep: () => rename(path, out), drop: () => rm(path, { force: true }) };
}
