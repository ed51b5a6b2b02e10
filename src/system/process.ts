import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { parentDeathGuard } from "./process-guard.ts";

/** A running child in a process group of its own; it dies with the thread that started it. */
export type Child = {
  pid: number;
  /** Writes to its standard input; resolves when the pipe has taken it all, so that the bytes may be used again. Rejects with `PipeBroken` when the child has gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes its standard input. Never rejects: what came of it is told by `ended`. */
  end(): Promise<void>;
  /** Its standard output, read only as fast as it is asked for. Empty unless `stdout` is "pipe". */
  stdout: AsyncIterable<Uint8Array>;
  /** Kills the whole group at once; does nothing once it has ended. */
  kill(): void;
  /** Settles when it and what it left behind in its group have ended. Never rejects. A program that cannot be started ends with code 127. */
  ended: Promise<Ended>;
};

/** How a child ended: `code` or `signal`, the last 64 KB of standard error, and whether we ended it ourselves. */
export type Ended = { code: number | null; signal: string | null; stderr: string; timedOut: boolean; aborted: boolean };

/** How a program is started. */
export type SpawnOptions = {
  /** The child's group is killed when it fires. */
  signal?: AbortSignal;
  /** The child's group is killed after so long without an end; 0 or absent: never. */
  timeoutMs?: number;
  /** "ignore" (the default) is /dev/null. */
  stdin?: "pipe" | "ignore";
  /** "ignore" (the default) is /dev/null. */
  stdout?: "pipe" | "ignore";
  /** Added to this process's variables; undefined takes one away. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Told each line of standard error, ended by a line feed or a carriage return, without it. */
  onLine?: (line: string) => void;
};

/** Writing to a child that has gone or has closed its standard input. */
export class PipeBroken extends Error {
  override readonly name = "PipeBroken";
}

/** A child that started or ended. `startTicks` (from /proc, where there is one) tells it from a later process with the same number. */
export type ChildEvent = { pid: number; alive: boolean; startTicks?: number };

const STDERR_KEPT = 64 * 1024;
/** How long pipes may stay open, held by a grandchild in another group, after the child has ended. */
const DRAIN_MS = 500;

let told: ((event: ChildEvent) => void) | undefined;

/** Every child that this thread starts or loses is told to `listener`, so that the main thread can end what a dead thread left. */
export function tellChildren(listener: (event: ChildEvent) => void): void {
  told = listener;
}

/** Kills a process group; a group that has gone is no error. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {}
}

/** Kills the group of a child recorded earlier, perhaps by a process that has died, unless its number belongs to another process by now. */
export function reapChild(recorded: { pid: number; startTicks?: number }): void {
  if (recorded.startTicks === undefined || startTicks(recorded.pid) === recorded.startTicks) killGroup(recorded.pid);
}

/** Starts a program. The only place in the product that does. */
export function startProcess(command: string[], options: SpawnOptions = {}): Child {
  options.signal?.throwIfAborted();
  const [program, ...args] = [...parentDeathGuard(), ...command];
  const child = spawn(program!, args, {
    stdio: [options.stdin ?? "ignore", options.stdout ?? "ignore", "pipe"],
    detached: true,
    env: { ...process.env, ...options.env },
    cwd: options.cwd,
  });
  const pid = child.pid;
  let over = pid === undefined;
  const kill = () => {
    if (!over) killGroup(pid!);
  };
  const ended = watch(child, options, kill);
  ended.then(() => {
    over = true;
  });
  return { pid: pid ?? 0, stdout: (child.stdout ?? nothing()) as AsyncIterable<Uint8Array>, kill, ended, ...openInput(child, ended) };
}

/** Runs a program to its end and returns what it printed on standard output; it is killed when that exceeds `maxBytes` (64 MiB). */
export async function runProcess(
  command: string[],
  options: SpawnOptions & { maxBytes?: number } = {},
): Promise<Ended & { stdout: Buffer }> {
  const child = startProcess(command, { ...options, stdout: "pipe" });
  const chunks: Uint8Array[] = [];
  const collect = async () => {
    let size = 0;
    for await (const chunk of child.stdout) {
      size += chunk.length;
      if (size > (options.maxBytes ?? 64 * 1024 * 1024)) return child.kill();
      chunks.push(chunk);
    }
  };
  const collected = collect().catch(() => {});
  const ended = await child.ended;
  await atMost(collected, DRAIN_MS);
  return { ...ended, stdout: Buffer.concat(chunks) };
}

/** Waits for a promise that never rejects, but no longer than `ms`. */
function atMost(promise: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function watch(child: ChildProcess, options: SpawnOptions, kill: () => void): Promise<Ended> {
  const how = { timedOut: false, aborted: false };
  const abort = () => {
    how.aborted = true;
    kill();
  };
  const late = () => {
    how.timedOut = true;
    kill();
  };
  options.signal?.addEventListener("abort", abort, { once: true });
  const timer = options.timeoutMs ? setTimeout(late, options.timeoutMs) : undefined;
  if (child.pid !== undefined) told?.({ pid: child.pid, alive: true, startTicks: startTicks(child.pid) });
  const stderr = readTail(child, options.onLine);
  return exitOf(child, kill).then(async ({ code, signal, problem }) => {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
    await atMost(stderr.closed, DRAIN_MS);
    if (child.pid !== undefined) told?.({ pid: child.pid, alive: false });
    return { code, signal, stderr: problem ?? stderr.text(), ...how };
  });
}

function exitOf(child: ChildProcess, kill: () => void): Promise<{ code: number | null; signal: string | null; problem?: string }> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      if (child.pid === undefined) resolve({ code: 127, signal: null, problem: error.message });
    });
    child.once("exit", (code, signal) => {
      kill();
      resolve({ code, signal });
    });
  });
}

function openInput(child: ChildProcess, ended: Promise<Ended>): Pick<Child, "write" | "end"> {
  const input = child.stdin;
  let gone = input === null;
  let waiting: ((error: Error) => void) | undefined;
  const broken = () => new PipeBroken("The program has gone and takes no more input.");
  const leave = () => {
    gone = true;
    waiting?.(broken());
  };
  input?.on("error", leave);
  ended.then(leave);
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (gone || !input) return reject(broken());
        waiting = reject;
        input.write(bytes, (error) => (error ? reject(broken()) : resolve()));
      }),
    end: () =>
      new Promise((resolve) => {
        if (gone || !input) return resolve();
        waiting = () => resolve();
        input.end(resolve);
      }),
  };
}

function readTail(child: ChildProcess, onLine?: (line: string) => void): { text: () => string; closed: Promise<void> } {
  const decoder = new TextDecoder();
  let tail = "";
  let partial = "";
  child.stderr?.on("data", (chunk: Uint8Array) => {
    const text = decoder.decode(chunk, { stream: true });
    tail = (tail + text).slice(-STDERR_KEPT);
    if (!onLine) return;
    const lines = (partial + text).split(/[\r\n]/);
    partial = (lines.pop() ?? "").slice(-STDERR_KEPT);
    for (const line of lines) if (line) onLine(line);
  });
  child.stderr?.on("error", () => {});
  const closed = new Promise<void>((resolve) => {
    if (!child.stderr) return resolve();
    child.stderr.once("close", () => {
      if (partial) onLine?.(partial);
      resolve();
    });
  });
  return { text: () => tail, closed };
}

/** True while a process runs, and is the one that started at `ticks` where both are known. */
export function isAlive(pid: number, ticks = 0): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return ticks === 0 || (startTicks(pid) ?? ticks) === ticks;
}

/** When a process started, in clock ticks since boot (proc(5), field 22), or undefined where that cannot be read. */
export function startTicks(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
  } catch {
    return undefined;
  }
}
