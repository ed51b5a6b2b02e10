import { type ApiFault, KinoraApiError } from "../errors.ts";
import type { ClientOptions } from "../options.ts";
import { childSignal, pause } from "./pause.ts";

/** A request. `again` says that sending it twice does no more than sending it once. */
export type Call = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  again?: boolean;
};

/** What is asked after the `?`; what is undefined is left out, lists are joined by commas. */
export type Query = Record<string, string | number | boolean | readonly (string | number)[] | undefined>;

/** What came back: the JSON of the body, undefined for an empty one. */
export type Answer<Body> = { body: Body; headers: Headers };

const USUAL_TIMEOUT_MS = 30_000;
const USUAL_RETRIES = 2;
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 10_000;

/** Sends a request and reads the JSON of its answer. Rejects with `KinoraApiError`, or with the reason of the signal. */
export async function callApi<Body>(call: Call, options: ClientOptions = {}): Promise<Body> {
  return (await send<Body>(call, options)).body;
}

/** As `callApi`, with the headers. GETs are sent again when nobody answered, or the server asked for patience; others only when that is safe and the answer was lost. */
export async function send<Body>(call: Call, options: ClientOptions = {}): Promise<Answer<Body>> {
  const retries = options.retries ?? USUAL_RETRIES;
  for (let attempt = 0; ; attempt++) {
    try {
      return await sendOnce<Body>(call, options);
    } catch (error) {
      const waitMs = attempt < retries ? waitBeforeNext(error, call, attempt) : undefined;
      if (waitMs === undefined) throw error;
      await pause(waitMs, options.signal);
    }
  }
}

/** How long to wait before trying again, ms; undefined when that makes no sense. */
function waitBeforeNext(error: unknown, { method, again }: Call, attempt: number): number | undefined {
  if (!(error instanceof KinoraApiError)) return undefined;
  const isLost = error.status === 0 || error.status === 502 || error.status === 504;
  const isBusy = error.status === 429 || error.status === 503;
  if (!(method === "GET" ? isLost || isBusy : again && isLost)) return undefined;
  const waitMs = error.retryAfterSec === undefined ? FIRST_WAIT_MS * 2 ** attempt : error.retryAfterSec * 1000;
  return waitMs > LONGEST_WAIT_MS ? undefined : waitMs;
}

async function sendOnce<Body>(call: Call, options: ClientOptions): Promise<Answer<Body>> {
  if (!options.baseUrl && !options.fetch && !globalThis.location)
    throw new TypeError("Say where the server is, by baseUrl: there is no page that came from it.");
  const limit = childSignal(options.signal);
  const timeoutMs = options.timeoutMs ?? USUAL_TIMEOUT_MS;
  const timer = setTimeout(() => limit.abort(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
  try {
    const response = await fetchWith(options)(toUrl(call.path, options, call.query), toInit(call, options, limit.signal));
    const text = await response.text();
    if (!response.ok) throw toProblem(response, text);
    return { body: readJson(text, response) as Body, headers: response.headers };
  } catch (cause) {
    if (cause instanceof KinoraApiError) throw cause;
    if (options.signal?.aborted) throw options.signal.reason;
    const message = limit.signal.aborted ? `The server did not answer within ${timeoutMs / 1000} s.` : "The server cannot be reached.";
    throw new KinoraApiError(message, { status: 0, code: "unreachable", cause });
  } finally {
    clearTimeout(timer);
    limit.release();
  }
}

/** What sends requests. */
export const fetchWith = (options: ClientOptions) => options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init));

function toInit({ method, body, headers }: Call, options: ClientOptions, signal: AbortSignal): RequestInit {
  return {
    method,
    signal,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...authorization(options),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

/** The header by which a key is shown, if there is one. */
export const authorization = ({ apiKey }: ClientOptions): Record<string, string> => (apiKey ? { authorization: `Bearer ${apiKey}` } : {});

/** An address of the server: a path below its base, with a query. */
export function toUrl(path: string, { baseUrl = "" }: ClientOptions, query: Query = {}): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const search = entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
  return `${baseUrl.replace(/\/+$/, "")}${path}${search}`;
}

function readJson(text: string, { status }: Response): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new KinoraApiError("The answer is no JSON. Is this the address of a Kinora server?", { status, code: "unreadable", cause });
  }
}

/** An answer that is an error, whoever gave it: a proxy's has no problem details. */
export function toProblem({ status, headers }: Response, text: string): KinoraApiError {
  const problem = readProblem(text);
  const retryAfter = Number(headers.get("retry-after") ?? Number.NaN);
  return new KinoraApiError(problem.detail ?? problem.title ?? `The server answered ${status}.`, {
    status,
    code: problem.code ?? "unreadable",
    ...(problem.errors && { faults: problem.errors }),
    ...(Number.isFinite(retryAfter) && { retryAfterSec: retryAfter }),
  });
}

type Problem = { detail?: string; title?: string; code?: KinoraApiError["code"]; errors?: ApiFault[] };

function readProblem(text: string): Problem {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
