import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Removes what a job has left unfinished in the folder that all jobs of this process share. */
export async function clearTemporary(folder: string, jobId: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${jobId}-`));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)));
}
