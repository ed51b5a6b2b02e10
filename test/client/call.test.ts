import { describe, expect, test } from "bun:test";
import { cancelJob } from "../../src/client/actions.ts";
import { createJob } from "../../src/client/create.ts";
import { KinoraApiError } from "../../src/client/errors.ts";
import { checkServiceHealth } from "../../src/client/health.ts";
import { pollDelayMs } from "../../src/client/inner/ask-until-over.ts";
import { callApi, toUrl } from "../../src/client/inner/call.ts";
import { backoffMs } from "../../src/client/inner/pause.ts";
import { listJobs } from "../../src/client/lists.ts";

type Reply = Response | Error;
const problem = (status: number, more: object = {}, headers = {}) =>
  Response.json({ status, title: "Bad", detail: "It is bad.", code: "invalid_request", ...more }, { status, headers });

/** Answers in turn, and keeps what was asked. */
function replies(...turns: Reply[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    const reply = turns[Math.min(asked.length, turns.length) - 1]!;
    if (reply instanceof Error) throw reply;
    return reply.clone();
  };
  return { asked, options: { baseUrl: "http://kinora.test/", fetch, random: () => 0.5 } };
}
const lost = new TypeError("fetch failed");

describe("a request", () => {
  test.each([
    ["a GET whose answer was lost", "GET", [lost, Response.json({ ok: 1 })], 2],
    ["a GET to a busy server", "GET", [problem(503, {}, { "retry-after": "0" }), Response.json({ ok: 1 })], 2],
    ["a GET through a proxy that has no server", "GET", [new Response("<html>", { status: 502 }), Response.json({ ok: 1 })], 2],
    ["a GET that is wrong", "GET", [problem(400)], 1],
    ["a GET of a server that says to come back much later", "GET", [problem(503, {}, { "retry-after": "600" })], 1],
    ["a POST whose answer was lost", "POST", [lost], 1],
  ] as const)("%s is sent as often as is right", async (_, method, turns, times) => {
    const { asked, options } = replies(...turns);
    await callApi({ method, path: "/x" }, options).catch(() => undefined);
    expect(asked).toHaveLength(times);
  });

  test("gives up after the tries that were allowed", async () => {
    const { asked, options } = replies(lost);
    expect(callApi({ method: "GET", path: "/x" }, { ...options, retries: 1 })).rejects.toMatchObject({ status: 0, code: "unreachable" });
    await Bun.sleep(400);
    expect(asked).toHaveLength(2);
  });

  test("that makes a job carries the same name each time, and another for each call", async () => {
    const { asked, options } = replies(lost, Response.json({ job_id: "1", status: "pending", waiting_for: "slot" }));
    await createJob({ prompt: "x" }, { ...options, random: Math.random });
    await createJob({ prompt: "x" }, { ...options, random: Math.random });
    const names = asked.map(({ init }) => (init.headers as Record<string, string>)["idempotency-key"]);
    expect(names[0]).toBe(names[1]!);
    expect(names[2]).not.toBe(names[1]!);
    expect(names[0]).toMatch(/^[\x21-\x7e]{20,100}$/);
  });

  test("that does something is not sent twice", async () => {
    const { asked, options } = replies(lost);
    await cancelJob("1", options).catch(() => undefined);
    expect(asked).toHaveLength(1);
  });

  test("shows the key, and asks as the API names things", async () => {
    const { asked, options } = replies(Response.json({ jobs: [] }));
    await listJobs({ status: ["failed", "cancelled"], search: "a&b", limit: undefined }, { ...options, apiKey: "secret" });
    expect(asked[0]!.url).toBe("http://kinora.test/mcp/jobs?status=failed%2Ccancelled&search=a%26b");
    expect(asked[0]!.init.headers).toMatchObject({ authorization: "Bearer secret" });
  });

  test("ends after its time, and when its signal fires", async () => {
    const never = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => signal!.addEventListener("abort", () => reject(signal!.reason)));
    expect(callApi({ method: "POST", path: "/x" }, { fetch: never, timeoutMs: 20 })).rejects.toThrow("did not answer within 0.02 s");
    const abort = new AbortController();
    const call = callApi({ method: "GET", path: "/x" }, { fetch: never, signal: abort.signal });
    abort.abort(new Error("enough"));
    expect(call).rejects.toThrow("enough");
  });
});

describe("an answer", () => {
  test.each([
    [
      problem(400, { errors: [{ path: "fps", message: "no" }] }),
      { status: 400, code: "invalid_request", message: "It is bad.", faults: [{ path: "fps", message: "no" }] },
    ],
    [problem(429, { code: "rate_limited" }, { "retry-after": "20" }), { status: 429, code: "rate_limited", retryAfterSec: 20 }],
    [new Response("<html>", { status: 500 }), { status: 500, code: "unreadable", message: "The server answered 500." }],
    [new Response("null", { status: 404 }), { status: 404, code: "unreadable" }],
    [new Response("<html>"), { status: 200, code: "unreadable" }],
  ])("that is an error is thrown as one", async (response, error) => {
    const { options } = replies(response);
    const thrown = await callApi({ method: "POST", path: "/x" }, options).catch((error) => error);
    expect(thrown).toBeInstanceOf(KinoraApiError);
    expect(thrown).toMatchObject(error);
  });

  test("that is empty is nothing", async () =>
    expect(await callApi<undefined>({ method: "POST", path: "/x" }, replies(new Response(null, { status: 204 })).options)).toBeUndefined());

  test("of an unhealthy server says why", async () => {
    const { asked, options } = replies(problem(503, { detail: "Not ready: disk: full" }, { "retry-after": "1" }));
    expect(await checkServiceHealth(options)).toEqual({ healthy: false, reachable: true, version: null, detail: "Not ready: disk: full" });
    expect(asked).toHaveLength(1);
  });
});

test.each([
  ["", "/mcp/jobs"],
  ["http://h:1", "http://h:1/mcp/jobs"],
  ["https://h/films/", "https://h/films/mcp/jobs"],
])("the base %j is kept as a prefix", (baseUrl, url) => expect(toUrl("/mcp/jobs", { baseUrl })).toBe(url));

test.each([
  [0, 3000],
  [59_000, 3000],
  [120_000, 6000],
  [3_600_000, 15_000],
])("after %i ms of asking, one asks again after %i ms", (elapsedMs, waitMs) => expect(pollDelayMs(elapsedMs)).toBe(waitMs));

test("waits double up to a limit, and are scattered", () => {
  const wait = (attempt: number, random: number) => backoffMs(attempt, { firstMs: 500, mostMs: 30_000, random: () => random });
  expect([0, 1, 2, 20].map((attempt) => wait(attempt, 1))).toEqual([500, 1000, 2000, 30_000]);
  expect(wait(2, 0)).toBe(1000);
});
