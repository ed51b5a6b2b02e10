// One set-up at a time: a file with the holder's process id and start. A holder that has died is taken over from.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const WAIT_MS = 200;
const SETTLE_MS = 50;

/** @param {number} ms */
const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));

/** Waits until no other set-up runs and returns what gives the lock back. @param {string} file @param {(pid: number) => void} onWait told once when another holds it */
export async function takeLock(file, onWait) {
  mkdirSync(dirname(file), { recursive: true });
  const me = describe(process.pid);
  let told = false;
  while (!(await tryLock(file, me))) {
    if (!told) onWait(Number.parseInt(read(file), 10));
    told = true;
    await sleep(WAIT_MS);
  }
  return () => {
    if (read(file) === me) rmSync(file, { force: true });
  };
}

/** @param {string} file @param {string} me */
async function tryLock(file, me) {
  const holder = read(file);
  if (holder && holder === describe(Number.parseInt(holder, 10))) return false;
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, me);
  try {
    // A dead holder's file is replaced in one step. Two may do so at once: the last one stays, and the other sees it after settling.
    if (holder) renameSync(mine, file);
    else linkSync(mine, file);
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
  if (holder) await sleep(SETTLE_MS);
  return read(file) === me;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** A living process as its id and, on Linux, its start in clock ticks, since ids come back; "" when there is none. @param {number} pid */
function describe(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return "";
  }
  const started = read(`/proc/${pid}/stat`).split(") ").pop()?.split(" ")[19] ?? "";
  return `${pid} ${started}`;
}
