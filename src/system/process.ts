import { KinoraError } from "../domain/error.ts";

/** A running child in a process group of its own; it dies with this process. */
export type Child = {
  pid: number;
  /** Writes to its standard input, waiting while the pipe is full. Throws when the child has gone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Closes its standard input. */
  end(): Promise<void>;
  stdout: ReadableStream<Uint8Array>;
  /** Kills the whole group at once. */
  kill(): void;
  /** Settles when it has ended. Never rejects. */
  ended: Promise<Ended>;
};

export type Ended = { code: number | null; signal: string | null; stderr: string; timedOut: boolean; aborted: boolean };

export type SpawnOptions = {
  signal?: AbortSignal;
  /** The child is killed after so long without an end. */
  timeoutMs?: number;
  /** The child is killed after so long without `alive()` having been called; see `Child`. */
  stdin?: "pipe" | "ignore";
  stdout?: "pipe" | "ignore";
  env?: Record<string, string>;
  cwd?: string;
  /** Told when a child starts and ends, so that the owner can reap it. */
  onLine?: (line: string) => void;
};

const STDERR_KEPT = 64 * 1024;

let told: ((event: { pid: number; alive: boolean }) => void) | undefined;

/** Every child that this thread starts or loses is told to `listener`, so that the main thread can end what a dead thread left. */
export function tellChildren(listener: (event: { pid: number; alive: boolean }) => void): void {
  told = listener;
}

let guard: string[] | undefined;

/** The prefix that makes a child die with its parent: util-linux's setpriv where it exists, nothing elsewhere. */
function parentDeathGuard(): string[] {
  guard ??= process.platform === "linux" && Bun.which("setpriv") ? [Bun.which("setpriv") as string, "--pdeathsig", "KILL", "--"] : [];
  return guard;
}

/** Kills a process group; a group that has gone is no error. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {}
}

/** Starts a program. The only place in the product that does. */
export function startProcess(command: string[], options: SpawnOptions = {}): Child {
  options.signal?.throwIfAborted();
  const child = Bun.spawn([...parentDeathGuard(), ...command], {
    stdin: options.stdin ?? "ignore",
    stdout: options.stdout ?? "ignore",
    stderr: "pipe",
    detached: true,
    env: { ...process.env, ...options.env },
    cwd: options.cwd,
  });
  told?.({ pid: child.pid, alive: true });
  let timedOut = false;
  let aborted = false;
  const kill = () => killGroup(child.pid);
  const abort = () => {
    aborted = true;
    kill();
  };
  options.signal?.addEventListener("abort", abort, { once: true });
  const timer = options.timeoutMs
    ? setTimeout(() => {
        timedOut = true;
        kill();
      }, options.timeoutMs)
    : undefined;
  const ended = (async (): Promise<Ended> => {
    const stderr = await readTail(child.stderr as ReadableStream<Uint8Array>, options.onLine);
    await child.exited;
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
    told?.({ pid: child.pid, alive: false });
    return { code: child.exitCode, signal: child.signalCode === null ? null : String(child.signalCode), stderr, timedOut, aborted };
  })();
  const sink = child.stdin as unknown as
    | { write(bytes: Uint8Array): number; flush(): number | Promise<number>; end(): number | Promise<number> }
    | undefined;
  return {
    pid: child.pid,
    stdout: child.stdout as unknown as ReadableStream<Uint8Array>,
    kill,
    ended,
    async write(bytes) {
      if (!sink) throw new KinoraError("internal", "This child has no standard input.");
      sink.write(bytes);
      await sink.flush();
    },
    async end() {
      await sink?.end();
    },
  };
}

/** Runs a program to its end and returns what it printed on standard output, at most `maxBytes` of it. */
export async function runProcess(
  command: string[],
  options: SpawnOptions & { maxBytes?: number } = {},
): Promise<Ended & { stdout: Buffer }> {
  const child = startProcess(command, { ...options, stdout: "pipe" });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of child.stdout) {
    size += chunk.length;
    if (size > (options.maxBytes ?? 64 * 1024 * 1024)) {
      child.kill();
      break;
    }
    chunks.push(chunk);
  }
  return { ...(await child.ended), stdout: Buffer.concat(chunks) };
}

async function readTail(stream: ReadableStream<Uint8Array>, onLine?: (line: string) => void): Promise<string> {
  const decoder = new TextDecoder();
  let tail = "";
  let partial = "";
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true });
    tail = (tail + text).slice(-STDERR_KEPT);
    if (!onLine) continue;
    const lines = (partial + text).split(/[\r\n]/);
    partial = (lines.pop() ?? "").slice(-STDERR_KEPT);
    for (const line of lines) if (line) onLine(line);
  }
  return tail;
}
