import { dlopen } from "bun:ffi";
import { startTicks } from "./process.ts";

const WITHOUT_WAITING = 1;
const LOOKS = 40;
const LOOK_MS = 50;

type WaitPid = (pid: number, status: null, options: number) => number;
let waitpid: WaitPid | undefined | null;

/** waitpid(2), where the C library is one that is known. */
function findWaitpid(): WaitPid | undefined {
  if (waitpid !== undefined) return waitpid ?? undefined;
  waitpid = null;
  for (const library of ["libc.so.6", `libc.musl-${process.arch === "arm64" ? "aarch64" : "x86_64"}.so.1`]) {
    try {
      waitpid ??= dlopen(library, { waitpid: { args: ["i32", "ptr", "i32"], returns: "i32" } }).symbols.waitpid as WaitPid;
    } catch {}
  }
  return waitpid ?? undefined;
}

/**
 * Takes from the list of processes the children of a thread that has ended without taking note of their end, as soon as they have ended.
 * Only those that are known by their start (Linux), so that another with the same number keeps its own.
 */
export function buryChildren(children: ReadonlyMap<number, number | undefined>): void {
  const left = new Map([...children].filter(([, ticks]) => ticks !== undefined));
  let looks = 0;
  const look = (): void => {
    for (const [pid, ticks] of left) if (startTicks(pid) !== ticks || findWaitpid()?.(pid, null, WITHOUT_WAITING) !== 0) left.delete(pid);
    if (left.size > 0 && ++looks < LOOKS) setTimeout(look, LOOK_MS).unref();
  };
  look();
}
