import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobRecord } from "../../../../src/domain/job-record.ts";
import { readCsv } from "../../../helpers/csv.ts";
import { readZip } from "../../../helpers/zip.ts";
import { fakeMany } from "../../fake-many.ts";
import { FILM, fakeService, START_US, submissionOf } from "../../fake-service.ts";
import { type Asked, ask, serve } from "../../serving.ts";

const folder = mkdtempSync(join(tmpdir(), "kinora-many-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const service = fakeService();
const many = fakeMany(service);
const { url, failures } = serve({ service, many });
const UNKNOWN = "0199f3a0-7c1e-7b3a-9c55-ffffffffffff";
const NASTY = `=cmd|' /C calc'!A0 <script>alert("1")</script> \u202Eabc 👩‍👩‍👧 ${"x".repeat(20_000)}`;

let made: Record<"pending" | "done" | "failed" | "nasty", JobRecord>;
beforeEach(async () => {
  service.jobs.clear();
  service.files.clear();
  made = {
    pending: service.add({ title: "Rivers, and seas" }),
    done: service.add({ status: "completed", waitingFor: null, progress: 100, film: FILM, title: "Tea?", finishedUs: START_US }),
    failed: service.add({ status: "failed", waitingFor: null, error: "It failed.", errorCode: "ffmpeg_failed", failures: 3 }),
    nasty: service.add({ prompt: NASTY.slice(0, 1000), title: "-1+1" }, submissionOf({ prompt: NASTY, captions: { look: "pop" } })),
  };
});
const named = (text: string) =>
  text.replaceAll(/:([a-z]+)/g, (all, name) => made[name as keyof typeof made]?.id ?? (name === "unknown" ? UNKNOWN : all));

type Row = [line: string, status: number, body: object, asked?: Asked];
const told = (rows: Row[]) =>
  rows.map((row): [string, Row] => [`${row[0]} with ${JSON.stringify(row[3] ?? "nothing")} answers ${row[1]}`, row]);
async function check(line: string, status: number, body: object, { body: sent, ...asked }: Asked = {}): Promise<void> {
  const answer = await ask(url, named(line), { ...asked, ...(sent !== undefined && { body: JSON.parse(named(JSON.stringify(sent))) }) });
  const text = await answer.text();
  expect({ status: answer.status, text }).toMatchObject({ status });
  if (status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(JSON.parse(text)).toMatchObject(body);
  expect(failures).toEqual([]);
}

describe("POST /mcp/bulk", () => {
  const fault = (path: string) => ({ code: "invalid_request", errors: [{ path }] });
  const ROWS: Row[] = [
    [
      "POST /mcp/bulk",
      200,
      { action: "cancel", done: 1, skipped: 0, failed: 0, remaining: 0 },
      { body: { action: "cancel", job_ids: [":pending"] } },
    ],
    ["POST /mcp/bulk", 200, { done: 1, skipped: 1, failed: 1 }, { body: { action: "cancel", job_ids: [":pending", ":done", ":unknown"] } }],
    ["POST /mcp/bulk", 200, { results: [{ outcome: "done", reason: null }] }, { body: { action: "retry", job_ids: [":failed"] } }],
    [
      "POST /mcp/bulk",
      200,
      { results: [{ outcome: "skipped", reason: expect.stringContaining("retried") }] },
      { body: { action: "retry", job_ids: [":done"] } },
    ],
    ["POST /mcp/bulk", 200, { results: [{ outcome: "failed", job_id: "nonsense" }] }, { body: { action: "retry", job_ids: ["nonsense"] } }],
    ["POST /mcp/bulk", 200, { action: "retry", done: 1 }, { body: { action: "retry", filter: { status: "failed" } } }],
    ["POST /mcp/bulk", 200, { done: 2, skipped: 2 }, { body: { action: "cancel", filter: {} } }],
    [
      "POST /mcp/bulk",
      200,
      { done: 2, skipped: 1 },
      { body: { action: "cancel", filter: { status: ["pending", "failed"], priority: 5 } } },
    ],
    ["POST /mcp/bulk", 400, fault("filter"), { body: { action: "cancel", filter: { search: " " } } }],
    ["POST /mcp/bulk", 400, fault("filter"), { body: { action: "cancel", filter: { date_range: "all" } } }],
    ["POST /mcp/bulk", 400, fault("filter.priority"), { body: { action: "cancel", filter: { priority: 11 } } }],
    ["POST /mcp/bulk", 400, fault("filter.priority"), { body: { action: "cancel", filter: { priority: "1 OR 1=1" } } }],
    ["POST /mcp/bulk", 400, fault("filter.status"), { body: { action: "cancel", filter: { status: ["success"] } } }],
    ["POST /mcp/bulk", 400, fault("filter.status"), { body: { action: "cancel", filter: { status: [] } } }],
    ["POST /mcp/bulk", 400, fault("filter.date_range"), { body: { action: "cancel", filter: { date_range: "all", from: "2026-01-01" } } }],
    ["POST /mcp/bulk", 400, fault("filter.limit"), { body: { action: "cancel", filter: { limit: 10 } } }],
    ["POST /mcp/bulk", 400, fault("filter.from"), { body: { action: "cancel", filter: { from: { $gt: "" } } } }],
    ["POST /mcp/bulk", 400, fault("filter"), { body: { action: "cancel", filter: null } }],
    ["POST /mcp/bulk", 400, fault("filter"), { body: { action: "cancel", filter: [] } }],
    ["POST /mcp/bulk", 400, fault("action"), { body: { action: "delete", job_ids: [":done"] } }],
    ["POST /mcp/bulk", 400, fault(""), { body: { action: "cancel" } }],
    ["POST /mcp/bulk", 400, fault(""), { body: { action: "cancel", job_ids: [":done"], filter: {} } }],
    ["POST /mcp/bulk", 400, fault("job_ids"), { body: { action: "cancel", job_ids: [] } }],
    ["POST /mcp/bulk", 400, fault("job_ids"), { body: { action: "cancel", job_ids: Array(1001).fill("x") } }],
    ["POST /mcp/bulk", 400, fault("job_ids.0"), { body: { action: "cancel", job_ids: [7] } }],
    ["POST /mcp/bulk", 400, { errors: [{ path: "ids" }, {}] }, { body: { action: "cancel", ids: [":done"] } }],
    ["POST /mcp/bulk", 400, {}, { headers: { "content-type": "application/json" } }],
    ["POST /mcp/bulk", 415, {}, { body: { action: "cancel" }, headers: { "content-type": "text/plain" } }],
    ["POST /mcp/bulk?action=cancel", 400, fault("action"), { body: { action: "cancel", filter: {} } }],
    ["GET /mcp/bulk", 405, {}],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("hands the filter on as lists do", async () => {
    const filter = {
      status: ["failed", "cancelled"],
      from: "2026-11-19",
      priority: 7,
      style: "social",
      kind: "generate",
      search: " red fox ",
    };
    await check("POST /mcp/bulk", 200, { done: 0 }, { body: { action: "retry", filter } });
    const { statuses, ...rest } = (many.lastSelection as { filter: { statuses?: string[] } }).filter;
    expect(statuses).toEqual(["failed", "cancelled"]);
    expect(rest).toEqual({
      fromUs: START_US - 1.5 * 86_400e6,
      priority: 7,
      style: "social",
      kind: "generate",
      search: "red fox",
    } as object);
  });
});

describe("GET /mcp/export", () => {
  const get = (path: string) => ask(url, named(`GET ${path}`));
  const CASES: Row[] = [
    ["GET /mcp/export?format=xml", 400, { errors: [{ path: "format" }] }],
    ["GET /mcp/export?status=success", 400, { errors: [{ path: "status" }] }],
    ["GET /mcp/export?limit=10", 400, { errors: [{ path: "limit" }] }],
    ["GET /mcp/export?job_id=:done&status=failed", 400, { errors: [{ path: "job_id" }] }],
    [`GET /mcp/export?job_id=${Array(401).fill("x").join(",")}`, 400, { errors: [{ path: "job_id" }] }],
    ["GET /mcp/export?job_id=:unknown", 404, { code: "not_found" }],
    ["POST /mcp/export", 405, {}],
  ];
  test.each(told(CASES))("%s", async (_, row) => void (await check(...row)));

  test("is one JSON array of all that is known of each job, the oldest first", async () => {
    const answer = await get("/mcp/export?format=json");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="kinora-jobs-2026-11-20.json"');
    expect(answer.headers.get("content-type")).toBe("application/json");
    const rows = (await answer.json()) as { job_id: string; request: object; stages: object[]; attempt: number }[];
    expect(rows.map(({ job_id }) => job_id)).toEqual([made.pending.id, made.done.id, made.failed.id, made.nasty.id]);
    expect(rows[1]).toMatchObject({ title: "Tea?", bytes: 1234, video_url: `/media/${made.done.id}/1/film.mp4`, scenes: [10.5, 20] });
    expect(rows[2]).toMatchObject({ error_code: "ffmpeg_failed", attempt: 3, revision: 1 });
    expect(rows[3]!.request).toEqual({
      prompt: NASTY,
      style: "cinematic",
      aspect: "16:9",
      quality: "720p",
      captions: { look: "pop" },
      seed: 1,
      priority: 5,
      review: false,
    });
    expect(rows[3]!.stages).toHaveLength(8);
  });

  test("is CSV that every spreadsheet reads, with no formula in it and nothing lost", async () => {
    const answer = await get("/mcp/export?format=csv&job_id=:nasty,:done");
    expect(answer.headers.get("content-type")).toStartWith("text/csv");
    const bytes = await answer.bytes();
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = readCsv(new TextDecoder().decode(bytes));
    expect(rows).toHaveLength(2);
    const cell = (row: string[], name: string) => row[header!.indexOf(name)];
    expect(cell(rows[0]!, "text")).toBe(`'${NASTY}`);
    expect(cell(rows[0]!, "title")).toBe("'-1+1");
    expect(cell(rows[0]!, "captions")).toBe('{"look":"pop"}');
    expect(cell(rows[1]!, "scenes")).toBe("10.5 20");
    expect(cell(rows[1]!, "bytes")).toBe("1234");
    expect(cell(rows[1]!, "plan_started_at")).toBe("");
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header!.length]));
  });

  test("of no job is a table without rows, and an empty array", async () => {
    expect(await (await get("/mcp/export?priority=1")).json()).toEqual([]);
    expect(readCsv(await (await get("/mcp/export?format=csv&priority=1")).text())).toHaveLength(1);
  });

  test("has headers of its own when only those are asked for", async () => {
    const answer = await ask(url, "HEAD /mcp/export?format=csv");
    expect([answer.status, answer.headers.get("content-disposition"), await answer.text()]).toEqual([
      200,
      'attachment; filename="kinora-jobs-2026-11-20.csv"',
      "",
    ]);
  });
});

describe("GET /mcp/films", () => {
  const CASES: Row[] = [
    ["GET /mcp/films?job_id=:pending", 409, { code: "wrong_state" }],
    ["GET /mcp/films?job_id=:unknown", 404, { code: "not_found" }],
    ["GET /mcp/films?status=failed", 409, { code: "wrong_state" }],
    ["GET /mcp/films?sort_by=created_at", 400, { errors: [{ path: "sort_by" }] }],
    ["GET /mcp/films?job_id=:done&search=x", 400, { errors: [{ path: "job_id" }] }],
  ];
  test.each(told(CASES))("%s", async (_, row) => void (await check(...row)));

  test("is one archive of the finished films, named by their titles, each once", async () => {
    const again = service.add({ status: "completed", waitingFor: null, film: FILM, title: "Tea?" });
    const contents = [crypto.getRandomValues(new Uint8Array(60_000)), new Uint8Array(0)];
    for (const [index, { id }] of [made.done, again].entries()) {
      await Bun.write(`${folder}/${id}.mp4`, contents[index]!);
      service.files.set(`${id}/1/film.mp4`, `${folder}/${id}.mp4`);
    }
    const answer = await ask(url, "GET /mcp/films");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="kinora-films-2026-11-20.zip"');
    const files = readZip(await answer.bytes());
    expect(files.map(({ name }) => name)).toEqual(["Tea (0199f3a0).mp4", "Tea (0199f3a0-7c1e).mp4"]);
    expect(files.map(({ content }) => Buffer.from(content))).toEqual(contents.map((content) => Buffer.from(content)));
    expect((await ask(url, "HEAD /mcp/films")).headers.get("content-disposition")).toContain("kinora-films");
  });
});

describe("who goes away", () => {
  /** A server whose jobs never come to an end; resolves once nobody asks for more of them. */
  function endless() {
    const job = service.add();
    const ended = Promise.withResolvers<void>();
    let batches = 0;
    const { url } = serve({
      many: {
        ...many,
        async *each() {
          try {
            for (;;) {
              batches++;
              yield Array.from({ length: 200 }, () => ({
                job,
                listed: { ...job, queuePosition: null, scenes: null, film: null, still: null },
              }));
              await new Promise((resolve) => setImmediate(resolve));
            }
          } finally {
            ended.resolve();
          }
        },
      },
    });
    return { url, ended: ended.promise, batches: () => batches };
  }

  test("ends an export", async () => {
    const { url, ended } = endless();
    const abort = new AbortController();
    const answer = await fetch(`${url}/mcp/export`, { signal: abort.signal });
    const reader = answer.body!.getReader();
    await reader.read();
    abort.abort();
    await ended;
  });

  test("and who asks for headers alone begins none", async () => {
    const { url, ended, batches } = endless();
    expect((await ask(url, "HEAD /mcp/export")).status).toBe(200);
    await ended;
    expect(batches()).toBe(1);
  });

  test("leaves no file open", async () => {
    const path = `${folder}/large.mp4`;
    await Bun.write(path, new Uint8Array(64 << 20));
    service.files.set(`${made.done.id}/1/film.mp4`, path);
    const isOpen = () => readdirSync("/proc/self/fd").some((fd) => linkOf(fd) === path);
    const abort = new AbortController();
    const reader = (await fetch(`${url}/mcp/films`, { signal: abort.signal })).body!.getReader();
    await reader.read();
    expect(isOpen()).toBe(true);
    abort.abort();
    while (isOpen()) await Bun.sleep(5);
  });
});

/** What a descriptor of this process stands for; nothing when it has been closed. */
function linkOf(fd: string): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return undefined;
  }
}
