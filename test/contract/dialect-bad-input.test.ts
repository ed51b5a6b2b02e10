import { describe, expect, test } from "bun:test";
import { connect } from "node:net";
import { Problem } from "../../src/server/errors.ts";
import { FILM, START_US, STORYBOARD } from "../server/fake-service.ts";
import { ask, serve } from "../server/serving.ts";

const { service, url, failures } = serve();
const { id } = service.add({ status: "completed", waitingFor: null, film: FILM });
service.storyboards.set(id, { revision: 1, etag: "e1", storyboard: STORYBOARD, savedUs: START_US });

type Operation = { parameters?: { name: string; in: string }[]; requestBody?: object; responses: Record<string, object> };
type Paths = Record<string, Record<string, Operation>>;
const { paths } = (await (await ask(url, "GET /openapi.json")).json()) as { paths: Paths };

/** Every operation of the document, as `METHOD /path` with a job's id filled in. */
const ROUTES = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const filled = path.replace("{id}", id).replace("{revision}", "1").replace("{name}", "film.mp4");
    return { line: `${method.toUpperCase()} ${filled}`, path: filled, operation };
  }),
);
const named = <Route extends { line: string }>(routes: Route[]): [string, Route][] => routes.map((route) => [route.line, route]);

/** What is wrong must be said as a problem, foreseen, and leave nothing behind. */
async function expectProblem(answer: Response, status: number): Promise<void> {
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Problem.parse(JSON.parse(text)).status).toBe(answer.status);
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts\b/);
  expect(failures).toEqual([]);
  expect(service.jobs.size).toBe(1);
}

const JSON_TYPE = { "content-type": "application/json" };
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Bodies that no route takes, whatever it does. */
const BODIES: [why: string, body: string | Uint8Array, status: number, headers?: Record<string, string>][] = [
  ["an empty text", " ", 400],
  ["half an object", '{"prompt":', 400],
  ["no JSON", "prompt=x", 400],
  ["null", "null", 400],
  ["a text", '"x"', 400],
  ["a number", "1e309", 400],
  ["a list", "[]", 400],
  ["an unknown field", '{"bogus":1}', 400],
  ["wrong types", '{"prompt":[],"scenes":{},"video_request":7,"priority":"high"}', 400],
  ["a field twice", '{"prompt":"a","prompt":"b","prompt":"c"}', 400],
  ["__proto__", '{"__proto__":{"prompt":"x"}}', 400],
  ["constructor", '{"constructor":{"prototype":{"x":1}}}', 400],
  ["half a surrogate pair", '{"prompt":"\\ud800"}', 400],
  ["bytes that are no UTF-8", latin1('{"prompt":"caf\xe9"}'), 400],
  ["half a surrogate pair in bytes", latin1('{"prompt":"\xed\xa0\x80"}'), 400],
  ["depth 40,000", `${"[".repeat(40_000)}${"]".repeat(40_000)}`, 400],
  ["depth without end", '{"a":'.repeat(19_000), 400],
  ["many names", `{${Array.from({ length: 9000 }, (_, index) => `"${index}":0`).join()}}`, 400],
  ["more bytes than may be", JSON.stringify({ prompt: "x".repeat(100_001) }), 413],
  ["a form", "prompt=x", 415, { "content-type": "application/x-www-form-urlencoded" }],
  ["a form in parts", "--x--", 415, { "content-type": "multipart/form-data; boundary=x" }],
  ["plain text", '{"prompt":"x"}', 415, { "content-type": "text/plain" }],
  ["another character set", '{"prompt":"x"}', 415, { "content-type": "application/json; charset=latin1" }],
  ["something compressed", '{"prompt":"x"}', 415, { ...JSON_TYPE, "content-encoding": "gzip" }],
  ["no type", '{"prompt":"x"}', 415, { "content-type": "" }],
];

describe("bodies that no route takes", () => {
  const routes = named(ROUTES.filter(({ line }) => !line.startsWith("GET ")));
  test("there are routes to try", () => expect(routes.length).toBeGreaterThan(7));

  test.each(routes)("%s", async (_, { line, operation }) => {
    for (const [why, body, status, headers = JSON_TYPE] of BODIES) {
      // A body of spaces is no body to routes that need none.
      if (why === "an empty text" && !operation.requestBody) continue;
      await expectProblem(await ask(url, line, { body, headers: { "if-match": "*", ...headers } }), status);
    }
  });

  test.each(routes)("%s says in the document how it fails", (_, { operation }) =>
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["400", "413", "415", "500"])),
  );
});

describe("queries that no route takes", () => {
  const LENIENT = /^\/(health|ready|api\/v1\/jobs\/health)$/;
  const QUERIES = ["?bogus=1", "?limit=1&limit=1", "?%00=1", "?__proto__=1", "?constructor[prototype]=1", "?=1"];
  const MALFORMED = ["?x=%", "?x=%zz", "?x=%ff", "?x=%ed%a0%80", "?%c3=1"];

  test.each(named(ROUTES))("%s", async (_, { line, path }) => {
    for (const query of LENIENT.test(path) ? MALFORMED : [...QUERIES, ...MALFORMED]) await expectProblem(await ask(url, line + query), 400);
  });

  const NUMBERS = ["-1", "1e9", "NaN", "0x10", "1e309", "", "1.5", "%20", "٣", "null", "1;DROP TABLE jobs", "9".repeat(5000)];
  const withNumbers = ROUTES.flatMap(({ line, operation }) =>
    (operation.parameters ?? [])
      .filter(({ name, in: place }) => place === "query" && ["limit", "offset", "after", "page", "page_size", "priority"].includes(name))
      .map(({ name }): [string, { line: string; name: string }] => [`${line}?${name}=`, { line, name }]),
  );
  test.each(withNumbers)("%s of what is no number", async (_, { line, name }) => {
    for (const value of NUMBERS) {
      const answer = await ask(url, `${line}?${name}=${encodeURIComponent(decodeURIComponent(value))}`);
      if (answer.status === 200) expect(`${name}=${value}`).toMatch(/^(limit|page_size)=9+$/);
      else await expectProblem(answer, 400);
    }
  });

  const CHOICES = ["id;DROP", "", "../../etc/passwd", "\0", "'", '"', "a,b", "constructor", "toString", "x".repeat(5000)];
  const withChoices = ROUTES.flatMap(({ line, operation }) =>
    (operation.parameters ?? [])
      .filter(
        ({ name, in: place }) =>
          place === "query" && !["search", "user_id", "job_id", "limit", "offset", "after", "page", "page_size", "priority"].includes(name),
      )
      .map(({ name }): [string, { line: string; name: string }] => [`${line}?${name}=`, { line, name }]),
  );
  test.each(withChoices)("%s of what is no choice", async (_, { line, name }) => {
    for (const value of CHOICES) await expectProblem(await ask(url, `${line}?${name}=${encodeURIComponent(value)}`), 400);
  });

  test.each(['"', "*", "a AND", "NEAR(", "a:b", "^x", "-", "(((", "'; DROP TABLE jobs;--", "\0", "😀", "%", "_", "\\"])(
    "search for %j is a search",
    async (words) => {
      for (const path of ["/mcp/jobs", `/mcp/logs/${id}`])
        expect((await ask(url, `GET ${path}?search=${encodeURIComponent(words)}`)).status).toBe(200);
    },
  );
});

describe("addresses and methods that are not there", () => {
  const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];

  test.each([...new Set(ROUTES.map(({ path }) => path))].map((path) => [path]))(
    "%s answers each method or names those it has",
    async (path) => {
      const { headers } = await ask(url, `OPTIONS ${path}`);
      const allow = headers.get("allow")!.split(", ");
      for (const method of METHODS.filter((method) => !allow.includes(method))) {
        const answer = await rawly(`${method} ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n`);
        expect(answer).toStartWith("HTTP/1.1 405 Method Not Allowed");
        expect(answer.toLowerCase()).toContain(`\r\nallow: ${allow.join(", ").toLowerCase()}\r\n`);
        expect(answer.toLowerCase()).toContain("content-type: application/problem+json");
      }
      expect(allow.includes("HEAD")).toBe(allow.includes("GET"));
    },
  );

  const gets = named(ROUTES.filter(({ line }) => line.startsWith("GET ")));
  test.each(gets)("%s answers HEAD alike, without content, and whether or not a slash ends it", async (_, { path }) => {
    const [get, head, slash] = await Promise.all(
      ["GET", "HEAD", "GET/"].map((how) => ask(url, how === "GET/" ? `GET ${path}/` : `${how} ${path}`)),
    );
    expect(head!.status).toBe(get!.status);
    expect(slash!.status).toBe(get!.status);
    expect(await head!.text()).toBe("");
    expect(head!.headers.get("content-type")).toBe(get!.headers.get("content-type"));
    // A stream that is still being written has no length yet.
    if (get!.headers.has("content-length")) expect(head!.headers.get("content-length")).toBe(get!.headers.get("content-length"));
  });

  const NOWHERE = [
    "/mcp",
    "/mcp/nothing",
    "/mcp/status",
    "/mcp/status/a/b",
    "/api",
    "/api/v1",
    "/api/v2/jobs",
    "/index.html",
    "/jobs/a/b",
    "/favicon.ico",
    "/docs/other.js",
    "/.env",
    "/mcp//jobs",
    "/media",
    `/media/${id}/1`,
    "/mcp/jobs.json",
    "/MCP/jobs",
  ];
  test.each(NOWHERE.map((path) => [path]))("%s is not found", async (path) => {
    await expectProblem(await ask(url, `GET ${path}`), 404);
    await expectProblem(await ask(url, `POST ${path}`, { body: {} }), 404);
  });

  const IDS = [
    "x",
    "%2e%2e",
    "..%2f..",
    "%00",
    "0".repeat(8000),
    "é",
    "%E2%82%AC",
    "0199F3A0",
    "null",
    "'",
    "*",
    "%20",
    "a%2Fb",
    "__proto__",
  ];
  test.each(named(ROUTES.filter(({ path }) => path.includes(id))))("%s of another id is not found", async (_, { line, operation }) => {
    for (const other of IDS) {
      const body = operation.requestBody ? { body: { scenes: [{ narration: "x" }] }, headers: { "if-match": "*" } } : {};
      await expectProblem(await ask(url, line.replace(id, other), body), 404);
    }
  });

  test.each(["/%", "/%zz", "/mcp/%ff", "/mcp/status/%ed%a0%80", "/%c0%af"])("%s is no address", async (path) =>
    expectProblem(await ask(url, `GET ${path}`), 400),
  );
});

/** Sends bytes and reads until the other side has nothing more to say. */
function rawly(text: string | Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.end(text));
    socket.on("data", (bytes) => {
      said += bytes;
    });
    socket.on("error", () => resolve(said));
    socket.on("close", () => resolve(said));
  });
}

describe("what is hardly HTTP", () => {
  const REQUESTS: [what: string, request: string, answer: RegExp][] = [
    ["a host that is none", "GET /health HTTP/1.1\r\nHost: [\r\n\r\n", /^HTTP\/1.1 200/],
    ["a short host", "GET /mcp/jobs?limit=2 HTTP/1.1\r\nHost: h\r\n\r\n", /^HTTP\/1.1 200/],
    ["no host", "GET /health HTTP/1.1\r\n\r\n", /^HTTP\/1.1 400/],
    ["another server's address", "GET http://elsewhere/health HTTP/1.1\r\nHost: h\r\n\r\n", /^HTTP\/1.1 200/],
    ["CONNECT", "CONNECT elsewhere:443 HTTP/1.1\r\nHost: h\r\n\r\n", /^HTTP\/1.1 405[\s\S]*method_not_allowed/],
    ["TRACE of nothing", "TRACE /nothing HTTP/1.1\r\nHost: h\r\n\r\n", /^HTTP\/1.1 405[\s\S]*method_not_allowed/],
    ["TRACE", "TRACE /health HTTP/1.1\r\nHost: h\r\n\r\n", /^HTTP\/1.1 405/],
    ["a header without end", `GET /health HTTP/1.1\r\nHost: h\r\nX: ${"a".repeat(100_000)}\r\n\r\n`, /^HTTP\/1.1 431/],
    ["an address without end", `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: h\r\n\r\n`, /^HTTP\/1.1 431/],
    ["two lengths", "POST /mcp/generate HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", /^HTTP\/1.1 400/],
    ["a length that is none", "POST /mcp/generate HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n{}", /^HTTP\/1.1 400/],
    [
      "a length beyond what may be",
      "POST /mcp/generate HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n{",
      /^HTTP\/1.1 413[\s\S]*too_large/,
    ],
    [
      "pieces beyond what may be",
      `POST /mcp/generate HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${`8000\r\n${" ".repeat(0x8000)}\r\n`.repeat(4)}0\r\n\r\n`,
      /^HTTP\/1.1 413[\s\S]*too_large/,
    ],
  ];
  test.each(REQUESTS)("%s", async (_, request, answer) => {
    expect(await rawly(request)).toMatch(answer);
    expect(failures).toEqual([]);
    expect(service.jobs.size).toBe(1);
  });

  test("a body that breaks off makes no job", async () => {
    await rawly('POST /mcp/generate HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"prompt":"x"}');
    expect((await ask(url, "GET /health")).status).toBe(200);
    expect(service.jobs.size).toBe(1);
    expect(failures).toEqual([]);
  });
});
