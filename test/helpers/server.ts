import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINORA } from "./kinora.ts";

/** An answer with its body, read as JSON where it says so. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
export type Answer = { status: number; headers: Headers; body: any };

/** A running `kinora serve`. */
export type Server = {
  url: string;
  pid: number;
  data: string;
  /** Milliseconds from starting the program to its first line. */
  listeningMs: number;
  /** One call; what is given as `json` is sent as such. */
  call: (method: string, path: string, options?: { json?: unknown; headers?: Record<string, string> }) => Promise<Answer>;
  /** What it has logged so far. */
  stderr: () => string;
  /** Sends a signal and resolves with the exit status: null when a signal ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
  exited: Promise<number | null>;
};

export type ServeOptions = {
  data: string;
  args?: string[];
  env?: Record<string, string>;
  /** What runs the program, such as a tracer with its arguments. */
  before?: string[];
  /** By default what KINORA names, or the compiled program. */
  command?: string[];
  /** Longest wait for the first line, ms. */
  patienceMs?: number;
};

/** A folder of one's own for a server's data, below `KINORA_TEST_FOLDER` or the system's temporary folder. */
export const newDataFolder = (): Promise<string> => mkdtemp(join(process.env.KINORA_TEST_FOLDER ?? tmpdir(), "kinora-serve-"));

/** Removes a data folder, also while children of a killed server are still closing their files in it. */
export const removeDataFolder = (data: string): Promise<void> =>
  rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });

/** Starts the program on a free port and waits for the line that says where it listens. Throws with what it has logged when there is none. */
export async function startServer({
  data,
  args = [],
  env = {},
  before = [],
  command = [process.env.KINORA ?? KINORA],
  patienceMs = 30_000,
}: ServeOptions) {
  const started = performance.now();
  const child = Bun.spawn([...before, ...command, "serve", "--port", "0", "--data", data, ...args], {
    env: { PATH: process.env.PATH, HOME: data, LANG: "C.UTF-8", KINORA_BENCH: "1", ...env },
    cwd: data,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const logged = gather(child.stderr);
  const exited = child.exited.then((code) => (child.signalCode ? null : code));
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const lines = readLines(child.stdout);
  const first = await lines.next();
  clearTimeout(timer);
  const listeningMs = performance.now() - started;
  const { event, url } = first.done ? {} : (JSON.parse(first.value) as { event?: string; url?: string });
  if (event !== "listening" || !url) throw new Error(`The server did not start: ${first.value ?? ""} ${await logged.all}`);
  void drain(lines);
  return {
    url,
    pid: child.pid,
    data,
    listeningMs,
    call: (method, path, options) => call(url + path, method, options),
    stderr: logged.soFar,
    end(signal) {
      child.kill(signal);
      return exited;
    },
    exited,
  } satisfies Server as Server;
}

async function call(
  url: string,
  method: string,
  { json, headers = {} }: { json?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const sent = json === undefined ? {} : { body: JSON.stringify(json), headers: { "content-type": "application/json", ...headers } };
  const response = await fetch(url, { method, headers, ...sent });
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}

/** Asks until an answer will do, ten times a second. Throws with the last answer after the patience, ms. */
export async function until<Value>(ask: () => Promise<Value>, will: (value: Value) => boolean, patienceMs = 60_000): Promise<Value> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const value = await ask();
    if (will(value)) return value;
    if (performance.now() > end) throw new Error(`Still not so after ${patienceMs / 1000} s: ${JSON.stringify(value)?.slice(0, 2000)}`);
    await Bun.sleep(100);
  }
}

/** Statuses from which a job does not move by itself. */
export const OVER = ["completed", "failed", "cancelled"];

/** Waits until a job is over; answers its status as the API gives it. */
export async function untilOver(server: Pick<Server, "call">, jobId: string, patienceMs = 60_000): Promise<Answer["body"]> {
  const ask = async () => (await server.call("GET", `/mcp/status/${jobId}`)).body;
  return until(ask, ({ status }) => OVER.includes(status), patienceMs);
}

function gather(stream: ReadableStream<Uint8Array>): { soFar: () => string; all: Promise<string> } {
  let text = "";
  const decoder = new TextDecoder();
  const all = (async () => {
    for await (const chunk of stream) text = (text + decoder.decode(chunk, { stream: true })).slice(-200_000);
    return text;
  })();
  return { soFar: () => text, all };
}

async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
    }
  }
  return undefined;
}

async function drain(lines: AsyncGenerator<string>): Promise<void> {
  for await (const _ of lines);
}
