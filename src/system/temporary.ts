import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { isAlive, startTicks } from "./process.ts";

const LONGEST_RUN_MS = 24 * 3600 * 1000;

/**
 * Makes a folder in `folder` for a process alone, named by machine, process number and when that process started; what processes that have
 * gone left there is removed. Containers that share a folder cannot see each other's processes: what is another machine's goes after a day.
 */
export async function openTemporary(folder: string, pid: number): Promise<string> {
  const machine = hostname().replaceAll(/\W/g, "_");
  const own = join(folder, `${machine}-${pid}-${startTicks(pid) ?? 0}`);
  await mkdir(own, { recursive: true });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (path !== own && (await isLeft(path, name, machine))) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
  return own;
}

async function isLeft(path: string, name: string, machine: string): Promise<boolean> {
  const [, owner, pid, ticks] = /^(\w+)-(\d+)-(\d+)$/.exec(name) ?? [];
  if (owner === machine) return !isAlive(Number(pid), Number(ticks));
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  return Date.now() - mtimeMs > LONGEST_RUN_MS;
}
