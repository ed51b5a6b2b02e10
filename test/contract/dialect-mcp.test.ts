import { beforeEach, describe, expect, test } from "bun:test";
import { type ErrorCode, KinoraError } from "../../src/domain/error.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { FILM, START_US, STORYBOARD } from "../server/fake-service.ts";
import { type Asked, ask, serve } from "../server/serving.ts";

const { service, url, failures } = serve();
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const UNKNOWN = "0199f3a0-7c1e-7b3a-9c55-ffffffffffff";

/** Jobs of every kind of standing, made anew for each test. */
let made: Record<"pending" | "running" | "retrying" | "waiting" | "done" | "failed" | "cancelled" | "noop", JobRecord>;
beforeEach(() => {
  service.jobs.clear();
  service.lines.length = 0;
  service.stills.length = 0;
  service.told.length = 0;
  made = {
    pending: service.add(),
    running: service.add({ status: "rendering", waitingFor: null, progress: 62.5, step: "Rendering scene 4 of 9", startedUs: START_US }),
    retrying: service.add({ waitingFor: "retry", failures: 1 }),
    waiting: service.add({ waitingFor: "approval", approved: false }),
    done: service.add({ status: "completed", waitingFor: null, progress: 100, film: FILM, finishedUs: START_US }),
    failed: service.add({ status: "failed", waitingFor: null, failures: 3, error: "FFmpeg failed.", errorCode: "ffmpeg_failed" }),
    cancelled: service.add({ status: "cancelled", waitingFor: null }),
    noop: service.add({ kind: "noop", status: "completed", waitingFor: null, progress: 100 }),
  };
  for (const { id } of [made.done, made.waiting, made.running])
    service.storyboards.set(id, { revision: 1, etag: "e1", storyboard: STORYBOARD, savedUs: START_US });
});

type Row = [line: string, status: number, body: object | undefined, asked?: Asked];
const told = (rows: Row[]) =>
  rows.map((row): [string, Row] => [`${row[0]} answers ${row[1]}${row[2] ? ` with ${JSON.stringify(row[2])}` : ""}`, row]);

/** Sends the request, with the names of jobs for `:name`, and compares. */
async function check(line: string, status: number, body: object | undefined, asked: Asked = {}): Promise<Response> {
  const named = line.replace(/:([a-z]+)/, (_, name) => made[name as keyof typeof made]?.id ?? UNKNOWN);
  const answer = await ask(url, named, asked);
  const text = await answer.clone().text();
  expect({ status: answer.status, text }).toMatchObject({ status });
  if (status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  if (body) expect(JSON.parse(text)).toMatchObject(body);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(failures).toEqual([]);
  return answer;
}

describe("POST /mcp/generate", () => {
  const CREATED = { status: "pending", waiting_for: "slot", queue_position: 1, estimated_time_remaining: 41.5 };
  const ROWS: Row[] = [
    ["POST /mcp/generate", 202, CREATED, { body: { prompt: "Rivers" } }],
    ["POST /mcp/generate/", 202, CREATED, { body: { script: "Rivers begin small.", language: "en", voice: "en-US-female" } }],
    ["POST /mcp/generate", 202, CREATED, { body: { storyboard: { scenes: [{ narration: "Rivers." }] } } }],
    ["POST /mcp/generate", 202, CREATED, { body: { prompt: "x" }, headers: { "content-type": "Application/JSON; charset=UTF-8" } }],
    ["POST /mcp/generate", 400, { code: "invalid_request" }, { body: {} }],
    ["POST /mcp/generate", 400, { errors: [{ path: "priority" }] }, { body: { prompt: "x", priority: 11 } }],
    ["POST /mcp/generate", 400, { errors: [{}, {}] }, { body: { prompt: "x", fps: 7, style: "noir" } }],
    ["POST /mcp/generate", 400, { detail: expect.stringContaining("bogus") }, { body: { prompt: "x", bogus: 1 } }],
    ["POST /mcp/generate", 400, { code: "webhooks_unavailable" }, { body: { prompt: "x", callback_url: "https://a.example/" } }],
    ["POST /mcp/generate", 400, {}, { body: { kind: "noop" } }],
    ["POST /mcp/generate?limit=1", 400, { errors: [{ path: "limit" }] }, { body: { prompt: "x" } }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("says where to ask how it goes", async () => {
    const answer = await check("POST /mcp/generate", 202, {}, { body: { prompt: "x" } });
    const { job_id } = (await answer.json()) as { job_id: string };
    expect(answer.headers.get("location")).toBe(`/mcp/status/${job_id}`);
  });

  test("with a key makes one job of the same request, however it is written, and none of another", async () => {
    const headers = { "idempotency-key": "k1", "content-type": "application/json" };
    const send = async (body: string, status: number) => (await check("POST /mcp/generate", status, {}, { body, headers })).json();
    const first = await send('{"prompt":"x","seed":1}', 202);
    expect(await send('{ "seed": 1, "prompt": "x" }', 202)).toEqual(first);
    expect(await send('{"prompt":"y"}', 422)).toMatchObject({ code: "key_reused" });
  });

  const REFUSALS: [code: ErrorCode, retryAfterSec: number, status: number, headers: Record<string, string>][] = [
    ["disk_full", 60, 503, { "retry-after": "60" }],
    ["queue_closed", 30, 503, { "retry-after": "30" }],
    ["rate_limited", 12.2, 429, { "retry-after": "13", "ratelimit-limit": "10", "ratelimit-remaining": "0", "ratelimit-reset": "13" }],
  ];
  test.each(REFUSALS)("passes on %s, and when to come again", async (code, retryAfterSec, status, headers) => {
    service.failNext = new KinoraError(code, "Not now.", { retryAfterSec });
    const answer = await check("POST /mcp/generate", status, { code, detail: "Not now." }, { body: { prompt: "x" } });
    for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
  });

  test("says nothing of what nobody foresaw, but the log does", async () => {
    service.failNext = new Error("secret");
    const answer = await ask(url, "POST /mcp/generate", { body: { prompt: "x" } });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(failures.splice(0)).toEqual([expect.stringContaining("secret")]);
  });
});

test("jobs that do nothing are taken where the engine is measured", async () => {
  const measured = serve({ noop: true });
  const send = (body: object) => ask(measured.url, "POST /mcp/generate", { body });
  expect((await send({ kind: "noop", noop_ms: 5, priority: 9 })).status).toBe(202);
  expect([...measured.service.jobs.values()]).toMatchObject([{ kind: "noop", priority: 9, request: { kind: "noop", noopMs: 5 } }]);
  expect((await send({ kind: "noop", noop_ms: -1 })).status).toBe(400);
  expect((await send({ prompt: "x" })).status).toBe(202);
});

describe("one job", () => {
  const ROWS: Row[] = [
    [
      "GET /mcp/status/:pending",
      200,
      { status: "pending", waiting_for: "slot", queue_position: 1, attempt: 1, max_attempts: 3, error: null },
    ],
    [
      "GET /mcp/status/:running/",
      200,
      {
        status: "rendering",
        overall_progress: 62.5,
        current_step: "Rendering scene 4 of 9",
        hls_url: null,
        created_at: TIME,
        started_at: TIME,
      },
    ],
    ["GET /mcp/status/:retrying", 200, { status: "pending", waiting_for: "retry", attempt: 2 }],
    ["GET /mcp/status/:failed", 200, { status: "failed", error: "FFmpeg failed.", error_code: "ffmpeg_failed", attempt: 3 }],
    ["GET /mcp/status/:noop", 200, { kind: "noop", stages: [] }],
    ["GET /mcp/status/:unknown", 404, { code: "not_found" }],
    ["GET /mcp/status/nonsense", 404, { code: "not_found", instance: "/mcp/status/nonsense" }],
    ["POST /mcp/cancel/:running", 200, { status: "cancelled" }],
    ["POST /mcp/cancel/:pending", 200, { status: "cancelled" }, { body: {} }],
    ["POST /mcp/cancel/:done", 409, { code: "wrong_state" }],
    ["POST /mcp/cancel/:unknown", 404, { code: "not_found" }],
    ["POST /mcp/retry/:failed", 202, { status: "pending" }],
    ["POST /mcp/retry/:cancelled", 202, { status: "pending" }],
    ["POST /mcp/retry/:running", 409, { code: "wrong_state" }],
    ["POST /mcp/prefetch/:pending", 202, { status: "pending" }],
    ["POST /mcp/prefetch/:running", 409, { code: "wrong_state" }],
    ["POST /mcp/storyboard/:waiting/approve", 202, { waiting_for: "slot" }],
    ["POST /mcp/storyboard/:pending/approve", 409, { code: "wrong_state" }],
    ["POST /mcp/cancel/:running", 400, { code: "invalid_request" }, { body: { why: "x" } }],
    ["POST /mcp/cancel/:running", 415, {}, { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ["GET /mcp/result/:pending", 409, { code: "wrong_state" }],
    ["GET /mcp/result/:failed", 409, { detail: expect.stringContaining("FFmpeg failed.") }],
    ["GET /mcp/result/:noop", 409, { code: "wrong_state" }],
    ["GET /mcp/session", 404, { code: "not_found" }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("shows every stage, those that have not begun as well", async () => {
    service.jobs.set(made.running.id, { ...made.running, stages: [{ name: "plan", progress: 100, startedUs: 1, finishedUs: 2 }] });
    const { stages } = (await (await check("GET /mcp/status/:running", 200, {})).json()) as { stages: object[] };
    expect(stages).toHaveLength(8);
    expect(stages[0]).toEqual({ name: "plan", status: "scene_planning", progress: 100, started_at: TIME, finished_at: TIME });
    expect(stages[7]).toEqual({ name: "deliver", status: "rendering", progress: 0, started_at: null, finished_at: null });
  });

  test("has its film's addresses, sizes and report", async () => {
    const base = `/media/${made.done.id}/1/film`;
    const answer = await check("GET /mcp/result/:done", 200, undefined);
    expect(await answer.json()).toEqual({
      job_id: made.done.id,
      video_url: `${base}.mp4`,
      hls_url: null,
      thumbnail_url: `${base}.jpg`,
      duration: 30.5,
      downloads: [{ format: "mp4", quality: "720p", width: 1280, height: 720, bytes: 1234, url: `${base}.mp4?download=1` }],
      subtitles: [{ language: "en", vtt_url: `${base}.vtt`, srt_url: `${base}.srt` }],
      storyboard_thumbnails: null,
      credits: [{ what: "Scenery", author: "Kinora", url: null, licence: "free to use" }],
      quality_report: {
        passed: true,
        checks: [{ name: "loudness", value: -14, unit: "LUFS", limit: "-14 ± 1", passed: true, informational: false }],
      },
      notes: ["Read by an English voice."],
    });
  });
});

describe("GET /mcp/jobs", () => {
  const ROWS: Row[] = [
    ["GET /mcp/jobs", 200, { pagination: { total: 8, total_is_exact: true, limit: 50, offset: 0, page: 1, pages: 1 } }],
    ["GET /mcp/jobs?limit=3&offset=3", 200, { pagination: { limit: 3, offset: 3, page: 2, pages: 3 } }],
    ["GET /mcp/jobs?limit=1000000", 200, { pagination: { limit: 100 } }],
    ["GET /mcp/jobs?limit=0", 200, { jobs: [], pagination: { limit: 0, page: 1, pages: 0, total: 8 } }],
    ["GET /mcp/jobs?offset=9007199254740991", 200, { jobs: [], pagination: { total: 8 } }],
    ["GET /mcp/jobs?status=failed&status=cancelled", 200, { pagination: { total: 2 }, summary: { total_jobs: 8 } }],
    ["GET /mcp/jobs/?status=failed,cancelled,pending", 200, { pagination: { total: 5 } }],
    ["GET /mcp/jobs?status=", 400, { errors: [{ path: "status" }] }],
    ["GET /mcp/jobs?status=success", 400, { errors: [{ path: "status" }] }],
    ["GET /mcp/jobs?date_range=yesterday", 400, { errors: [{ path: "date_range" }] }],
    ["GET /mcp/jobs?date_range=all&from=2026-01-01", 400, { errors: [{ path: "date_range" }] }],
    ["GET /mcp/jobs?from=2026-02-30", 400, { errors: [{ path: "from" }] }],
    ["GET /mcp/jobs?to=tomorrow", 400, { errors: [{ path: "to" }] }],
    ["GET /mcp/jobs?sort_by=id;DROP", 400, { errors: [{ path: "sort_by" }] }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("counts all jobs whatever the filter, and shows what lists show", async () => {
    const { jobs, summary } = (await (await check("GET /mcp/jobs?status=rendering", 200, {})).json()) as {
      jobs: object[];
      summary: object;
    };
    expect(summary).toEqual({ total_jobs: 8, completed: 2, failed: 1, in_progress: 1, pending: 3, cancelled: 1 });
    expect(jobs).toEqual([
      {
        job_id: made.running.id,
        kind: "generate",
        prompt: "Rivers",
        title: null,
        status: "rendering",
        waiting_for: null,
        overall_progress: 62.5,
        duration_target: 60,
        style: "cinematic",
        priority: 5,
        created_at: TIME,
        updated_at: TIME,
        estimated_time_remaining: null,
        queue_position: null,
        started_at: TIME,
        finished_at: null,
        thumbnail_url: null,
        scenes: null,
        video_url: null,
        bytes: null,
        duration: null,
        error: null,
        error_code: null,
      },
    ]);
  });

  test("tells of each job what its row needs: its place, its film, why it failed", async () => {
    const { jobs } = (await (await check("GET /mcp/jobs", 200, {})).json()) as { jobs: { job_id: string }[] };
    const row = (name: keyof typeof made) => jobs.find(({ job_id }) => job_id === made[name].id);
    expect(row("pending")).toMatchObject({ queue_position: 1, started_at: null, scenes: null });
    expect(row("failed")).toMatchObject({ error: "FFmpeg failed.", error_code: "ffmpeg_failed", queue_position: null });
    expect(row("done")).toMatchObject({
      finished_at: TIME,
      thumbnail_url: `/media/${made.done.id}/1/film.jpg`,
      video_url: `/media/${made.done.id}/1/film.mp4`,
      scenes: [10.5, 20],
      bytes: 1234,
      duration: 30.5,
    });
  });

  const DAY = 86_400e6;
  const NOON = START_US;
  const QUERIES: [query: string, asked: object][] = [
    ["", { sortBy: "created_at", descending: true, limit: 50, offset: 0 }],
    ["?sort_by=priority&sort_order=asc", { sortBy: "priority", descending: false }],
    ["?priority=7&style=social&kind=generate", { priority: 7, style: "social", kind: "generate" }],
    ["?search=%20red+fox%20", { search: "red fox" }],
    ["?search=%22%20OR%20NEAR(a*%20-b)", { search: '" OR NEAR(a* -b)' }],
    ["?date_range=today", { fromUs: NOON - DAY / 2 }],
    ["?date_range=week", { fromUs: NOON - 7 * DAY }],
    ["?date_range=month", { fromUs: NOON - 30 * DAY }],
    ["?from=2026-11-19&to=2026-11-20", { fromUs: NOON - 1.5 * DAY, toUs: NOON + DAY / 2 }],
    ["?from=2026-11-20T12:00:00Z&to=2026-11-20T13:30:00%2B01:00", { fromUs: NOON, toUs: NOON + DAY / 48 }],
  ];
  test.each(QUERIES)("%s asks for %j", async (query, asked) => {
    await check(`GET /mcp/jobs${query}`, 200, {});
    expect(service.lastQuery).toMatchObject(asked);
  });

  test.each(["?search=", "?search=+", "?date_range=all"])("%s narrows nothing", async (query) => {
    await check(`GET /mcp/jobs${query}`, 200, {});
    expect(Object.keys(service.lastQuery!).sort()).toEqual(["descending", "limit", "offset", "sortBy"]);
  });
});

describe("a storyboard", () => {
  const body = { scenes: [{ narration: "Rivers end as seas." }] };
  const ROWS: Row[] = [
    ["GET /mcp/storyboard/:pending", 409, { code: "wrong_state" }],
    ["GET /mcp/storyboard/:unknown", 404, {}],
    ["PUT /mcp/storyboard/:done", 428, { code: "revision_required" }, { body }],
    ["PUT /mcp/storyboard/:done", 412, { code: "stale_revision" }, { body, headers: { "if-match": '"old"' } }],
    ["PUT /mcp/storyboard/:done", 412, { code: "stale_revision" }, { body, headers: { "if-match": 'W/"e1"' } }],
    [
      "PUT /mcp/storyboard/:done",
      200,
      { revision: 2, scenes: [{ narration: "Rivers end as seas." }] },
      { body, headers: { "if-match": '"e1"' } },
    ],
    ["PUT /mcp/storyboard/:done", 200, { revision: 2 }, { body, headers: { "if-match": "*" } }],
    ["PUT /mcp/storyboard/:done", 400, { errors: [{ path: "If-Match" }] }, { body, headers: { "if-match": "e1" } }],
    ["PUT /mcp/storyboard/:done", 400, { errors: [{ path: "scenes" }] }, { body: { scenes: [] }, headers: { "if-match": "*" } }],
    ["PUT /mcp/storyboard/:done", 400, {}, { body: [], headers: { "if-match": "*" } }],
    ["PUT /mcp/storyboard/:running", 409, {}, { body, headers: { "if-match": "*" } }],
    ["PUT /mcp/storyboard/:unknown", 404, {}, { body }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("is read, is not sent again while it is the same, and can be sent back as it came", async () => {
    const answer = await check("GET /mcp/storyboard/:done", 200, { job_id: made.done.id, revision: 1, saved_at: TIME, title: "Rivers" });
    const etag = answer.headers.get("etag")!;
    expect(etag).toBe('"e1"');
    const again = await check("GET /mcp/storyboard/:done", 304, undefined, { headers: { "if-none-match": etag } });
    expect(again.headers.get("etag")).toBe(etag);
    const read = (await answer.json()) as { scenes: object[] };
    expect(read.scenes[0]).toMatchObject({ duration: 4.6, duration_is: "measured", thumbnail: null, clip: null });
    const saved = await check("PUT /mcp/storyboard/:done", 200, { revision: 2 }, { body: read, headers: { "if-match": etag } });
    expect(saved.headers.get("etag")).toBe('"e2"');
    expect(service.storyboards.get(made.done.id)!.storyboard).toEqual(STORYBOARD);
  });

  test("a storyboard shows its stills; its tag changes as they come, and counts for edits as before", async () => {
    service.storyboards.set(made.done.id, { revision: 1, etag: "1-e", storyboard: STORYBOARD, savedUs: START_US });
    const before = (await check("GET /mcp/storyboard/:done", 200, { scenes: [{ thumbnail: null }] })).headers.get("etag")!;
    service.stills.push({ revision: 1, scene: 0 });
    const thumbnail = `/media/${made.done.id}/1/scene-001.jpg`;
    const after = await check("GET /mcp/storyboard/:done", 200, { scenes: [{ thumbnail }] }, { headers: { "if-none-match": before } });
    const tag = after.headers.get("etag")!;
    expect(before).toBe('"1-e"');
    expect(tag).toMatch(/^"1-e\.\w+"$/);
    await check("GET /mcp/storyboard/:done", 304, undefined, { headers: { "if-none-match": tag } });
    await check("PUT /mcp/storyboard/:done", 200, { revision: 2 }, { body: await after.json(), headers: { "if-match": tag } });
  });
});

describe("logs and events", () => {
  const line = (seq: number, message: string, level: "INFO" | "ERROR" = "INFO") =>
    service.lines.push({ seq, line: seq, jobId: made.running.id, timeUs: START_US + seq, level, stage: "plan", message });
  const event = (seq: number, jobId = made.running.id) =>
    service.told.push({ seq, jobId, body: { event: "job_cancelled", job_id: jobId } });

  test("logs come by the page", async () => {
    for (let seq = 1; seq <= 5; seq++) line(seq, `line ${seq}`, seq === 3 ? "ERROR" : "INFO");
    const entry = { seq: 3, line: 3, timestamp: "2026-11-20T12:00:00.000003Z", level: "ERROR", stage: "plan", message: "line 3" };
    await check("GET /mcp/logs/:running?level=ERROR", 200, { logs: [entry], next: 3 });
    await check("GET /mcp/logs/:running?after=3&limit=1", 200, { logs: [{ seq: 4 }], next: 4 });
    await check("GET /mcp/logs/:running?after=5", 200, { logs: [], next: 5 });
    await check("GET /mcp/logs/:running?search=ne+2", 200, { logs: [{ seq: 2 }] });
    await check("GET /mcp/logs/:running?level=ERROR,WARNING&level=DEBUG", 200, { logs: [entry] });
    await check("GET /mcp/logs/:running?tail=2", 200, { logs: [{ seq: 4 }, { seq: 5 }], next: 5 });
    await check("GET /mcp/logs/:running?before=4&limit=1", 200, { logs: [{ seq: 3 }], next: 3 });
    await check("GET /mcp/logs/:running?from_line=2&to_line=3", 200, { logs: [{ line: 2 }, { line: 3 }], next: 3 });
  });

  test("how long a log is, and which of its lines fit, is told apart from them", async () => {
    const empty = { total: 0, first_line: null, last_line: null, first_seq: null, last_seq: null };
    await check("GET /mcp/logs/:running/summary", 200, empty);
    for (let seq = 1; seq <= 5; seq++) line(seq, `line ${seq}`, seq === 3 ? "ERROR" : "INFO");
    const levels = { DEBUG: 0, INFO: 4, WARNING: 0, ERROR: 1 };
    await check("GET /mcp/logs/:running/summary", 200, { total: 5, levels, first_line: 1, last_line: 5, first_seq: 1, last_seq: 5 });
    await check("GET /mcp/logs/:running/matches?level=INFO&limit=3", 200, { lines: [1, 2, 4], next: 5 });
    await check("GET /mcp/logs/:running/matches?search=line&from_line=4", 200, { lines: [4, 5], next: null });
  });

  test("logs come as one text, however long, a line each", async () => {
    for (let seq = 1; seq <= 2500; seq++) line(seq, seq === 1 ? "two\nlines" : `line ${seq}`);
    const answer = await check("GET /mcp/logs/:running?format=text", 200, undefined);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="kinora-${made.running.id}.log"`);
    const shown = await check("GET /mcp/logs/:running?format=text&download=0", 200, undefined);
    expect(shown.headers.get("content-disposition")).toBe(`inline; filename="kinora-${made.running.id}.log"`);
    const lines = (await answer.text()).split("\n");
    expect(lines).toHaveLength(2502);
    expect(lines.slice(0, 3)).toEqual([
      "2026-11-20T12:00:00.000001Z INFO    plan: two",
      "  lines",
      "2026-11-20T12:00:00.000002Z INFO    plan: line 2",
    ]);
  });

  test("events come by the page, of all jobs or of one", async () => {
    event(7);
    event(8, made.pending.id);
    service.told.push({
      seq: 9,
      jobId: made.running.id,
      body: { event: "job_log_entry", job_id: made.running.id, line: 1, timestamp: "", level: "INFO", stage: null, message: "x" },
    });
    await check("GET /mcp/events", 200, { events: [{ seq: 7, event: "job_cancelled", job_id: made.running.id }, { seq: 8 }], next: 8 });
    await check("GET /mcp/events?after=7&limit=1", 200, { events: [{ seq: 8 }], next: 8 });
    await check("GET /mcp/events?after=9", 200, { events: [], next: 9 });
    await check("GET /mcp/events?after=99", 200, { events: [{ event: "events_expired", after: 99, newest: 9 }], next: 9 });
    await check(`GET /mcp/events?job_id=${made.running.id.toUpperCase()}&logs=true`, 200, {
      events: [{ seq: 7 }, { seq: 9, message: "x" }],
    });
  });

  const ROWS: Row[] = [
    ["GET /mcp/logs/:unknown", 404, { code: "not_found" }],
    ["GET /mcp/logs/:unknown/summary", 404, { code: "not_found" }],
    ["GET /mcp/logs/:unknown/matches", 404, { code: "not_found" }],
    ["GET /mcp/logs/:running/matches?from_line=0", 400, { code: "invalid_request" }],
    ["GET /mcp/logs/:running/matches?after=1", 400, { code: "invalid_request" }],
    ["GET /mcp/logs/:running?tail=0", 400, { code: "invalid_request" }],
    ["GET /mcp/logs/:running?level=INFO,LOUD", 400, { code: "invalid_request" }],
    ["GET /mcp/logs/:unknown?format=text", 404, { code: "not_found" }],
    ["GET /mcp/logs/:running?level=LOUD", 400, { errors: [{ path: "level" }] }],
    ["GET /mcp/logs/:running?limit=0", 400, { errors: [{ path: "limit" }] }],
    ["GET /mcp/logs/:running?format=xml", 400, { errors: [{ path: "format" }] }],
    ["GET /mcp/events?limit=0", 400, { errors: [{ path: "limit" }] }],
    ["GET /mcp/events?limit=99999", 200, {}],
    ["GET /mcp/events?job_id=7", 400, { errors: [{ path: "job_id" }] }],
    ["GET /mcp/events?logs=yes", 400, { errors: [{ path: "logs" }] }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));
});

test("a voice that nobody has is refused where it stands, an old name is not", async () => {
  const body = { prompt: "Rivers", voice: "nobody" };
  const problem = (await (await check("POST /mcp/generate", 400, undefined, { body })).json()) as { errors: { path: string }[] };
  expect(problem.errors.map(({ path }) => path)).toEqual(["voice"]);
  for (const voice of ["flite-slt", "en-US-male"]) await check("POST /mcp/generate", 202, undefined, { body: { prompt: "Rivers", voice } });
});
