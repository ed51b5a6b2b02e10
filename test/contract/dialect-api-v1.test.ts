import { beforeEach, describe, expect, test } from "bun:test";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { FILM, submissionOf } from "../server/fake-service.ts";
import { type Asked, ask, serve } from "../server/serving.ts";

const { service, url, failures } = serve();
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
const ID = expect.stringMatching(/^[0-9a-f-]{36}$/);

const LEAST = { user_id: "u1", title: "Rivers", script_content: "Rivers begin small." };
const of = (userId: string | null, notes: string[] = []): Partial<JobRecord> => ({
  origin: { dialect: "api-v1", userId, details: { notes } },
});

let made: Record<"pending" | "running" | "retrying" | "done" | "failed" | "foreign", JobRecord>;
beforeEach(() => {
  service.jobs.clear();
  made = {
    pending: service.add({ ...of("u1", ["No such voice."]) }),
    running: service.add({ ...of("u1"), status: "rendering", waitingFor: null, progress: 62.51, step: "Rendering scene 4 of 9" }),
    retrying: service.add({ ...of("u1"), waitingFor: "retry", failures: 1 }),
    done: service.add({ ...of("u2"), status: "completed", waitingFor: null, progress: 100, film: FILM }),
    failed: service.add({
      ...of("u2"),
      status: "failed",
      waitingFor: null,
      failures: 3,
      error: "FFmpeg failed.",
      errorCode: "ffmpeg_failed",
    }),
    foreign: service.add({ status: "cancelled", waitingFor: null }),
  };
});

type Row = [line: string, status: number, body: object, asked?: Asked];
const told = (rows: Row[]) =>
  rows.map((row): [string, Row] => [`${row[0]} answers ${row[1]}${row[2] ? ` with ${JSON.stringify(row[2])}` : ""}`, row]);

async function check(line: string, status: number, body: object, asked: Asked = {}): Promise<Response> {
  const answer = await ask(
    url,
    line.replace(/:([a-z]+)/, (_, name) => made[name as keyof typeof made]?.id ?? "nonsense"),
    asked,
  );
  const text = await answer.clone().text();
  expect({ status: answer.status, text }).toMatchObject({ status });
  if (status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(JSON.parse(text)).toMatchObject(body);
  expect(failures).toEqual([]);
  return answer;
}

describe("making a job", () => {
  const CREATED = { job_id: ID, status: "pending", estimated_duration: 41.5 };
  const ROWS: Row[] = [
    ["POST /api/v1/jobs/", 201, CREATED, { body: { video_request: LEAST } }],
    [
      "POST /api/v1/jobs",
      201,
      CREATED,
      { body: { video_request: { ...LEAST, platform: "tiktok", voice_provider: "azure" }, priority: 9 } },
    ],
    ["POST /api/v1/jobs/", 400, { errors: [{ path: "video_request.title" }] }, { body: { video_request: { ...LEAST, title: undefined } } }],
    ["POST /api/v1/jobs/", 400, { detail: expect.stringContaining("bogus") }, { body: { video_request: { ...LEAST, bogus: 1 } } }],
    ["POST /api/v1/jobs/", 415, {}, { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("says where it is, and that job is whose it is", async () => {
    const answer = await check("POST /api/v1/jobs/", 201, CREATED, { body: { video_request: LEAST } });
    const { job_id } = (await answer.json()) as { job_id: string };
    expect(answer.headers.get("location")).toBe(`/api/v1/jobs/${job_id}`);
    expect(service.jobs.get(job_id)).toMatchObject({ origin: { dialect: "api-v1", userId: "u1" }, priority: 5, title: "Rivers" });
  });

  test("with a key makes one of the same request; keys of the other dialect are others", async () => {
    const headers = { "idempotency-key": "k1" };
    const send = async (video_request: object, status: number) =>
      (await check("POST /api/v1/jobs/", status, {}, { body: { video_request }, headers })).json();
    const first = await send(LEAST, 201);
    expect(await send(LEAST, 201)).toEqual(first);
    expect(await send({ ...LEAST, title: "Seas" }, 422)).toMatchObject({ code: "key_reused" });
    expect((await ask(url, "POST /mcp/generate", { body: { prompt: "x" }, headers })).status).toBe(202);
  });
});

describe("one job", () => {
  const ROWS: Row[] = [
    ["GET /api/v1/jobs/:pending", 200, { status: "pending", progress: 0, message: "Waiting for its turn (No such voice.)", result: null }],
    ["GET /api/v1/jobs/:running/", 200, { status: "processing", progress: 0.6251, message: "Rendering scene 4 of 9", retry_count: 0 }],
    ["GET /api/v1/jobs/:retrying", 200, { status: "retrying", retry_count: 1 }],
    ["GET /api/v1/jobs/:failed", 200, { status: "failure", error: "FFmpeg failed.", message: "Failed", retry_count: 2 }],
    ["GET /api/v1/jobs/:foreign", 200, { status: "cancelled" }],
    ["GET /api/v1/jobs/:unknown", 404, { code: "not_found" }],
    ["DELETE /api/v1/jobs/:running", 200, { status: "cancelled", message: "Cancelled" }],
    ["DELETE /api/v1/jobs/:pending/", 200, { status: "cancelled" }],
    ["DELETE /api/v1/jobs/:done", 409, { code: "wrong_state" }],
    ["DELETE /api/v1/jobs/:unknown", 404, { code: "not_found" }],
    ["PATCH /api/v1/jobs/:done", 405, { code: "method_not_allowed" }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));

  test("that has succeeded is shown with its film, whole", async () => {
    const { id } = made.done;
    const answer = await check("GET /api/v1/jobs/:done", 200, {});
    expect(await answer.json()).toEqual({
      job_id: id,
      status: "success",
      progress: 1,
      message: "Complete",
      result: { video_id: id, video_path: `/media/${id}/1/film.mp4`, duration: 30.5 },
      error: null,
      retry_count: 0,
      created_at: TIME,
      updated_at: TIME,
    });
  });
});

describe("lists and counts", () => {
  const ids = (...names: (keyof typeof made)[]) => ({ jobs: names.map((name) => ({ job_id: made[name].id })), total: names.length });
  const LISTS: [query: string, names: (keyof typeof made)[]][] = [
    ["", ["foreign", "failed", "done", "retrying", "running", "pending"]],
    ["?user_id=u1", ["retrying", "running", "pending"]],
    ["?user_id=u2&status=success", ["done"]],
    ["?status=processing", ["running"]],
    ["?status=failure", ["failed"]],
    ["?status=cancelled", ["foreign"]],
    ["?status=retrying", ["retrying"]],
    ["?user_id=u2&status=retrying", []],
  ];
  test.each(LISTS)(
    "GET /api/v1/jobs/%s lists %j",
    async (query, names) => void (await check(`GET /api/v1/jobs/${query}`, 200, ids(...names))),
  );

  const ROWS: Row[] = [
    ["GET /api/v1/jobs?page=2&page_size=4", 200, { total: 6, page: 2, page_size: 4, jobs: [{}, {}] }],
    ["GET /api/v1/jobs?page_size=1000", 200, { page_size: 100 }],
    ["GET /api/v1/jobs?page=0", 400, { errors: [{ path: "page" }] }],
    ["GET /api/v1/jobs?page=9007199254740991", 400, { errors: [{ path: "page" }] }],
    ["GET /api/v1/jobs?page_size=0", 400, { errors: [{ path: "page_size" }] }],
    ["GET /api/v1/jobs?status=completed", 400, { errors: [{ path: "status" }] }],
    ["GET /api/v1/jobs?status=success,failure", 400, { errors: [{ path: "status" }] }],
    ["GET /api/v1/jobs?user_id=", 400, { errors: [{ path: "user_id" }] }],
    ["GET /api/v1/jobs/stats/counts", 200, { total: 6, pending: 1, retrying: 1, processing: 1, success: 1, failure: 1, cancelled: 1 }],
    [
      "GET /api/v1/jobs/stats/counts/?user_id=u2",
      200,
      { total: 2, pending: 0, retrying: 0, processing: 0, success: 1, failure: 1, cancelled: 0 },
    ],
    ["GET /api/v1/jobs/health", 200, { status: "healthy", version: "1.2.3" }],
  ];
  test.each(told(ROWS))("%s", async (_, row) => void (await check(...row)));
});

describe("readiness", () => {
  const broken = {
    ready: false,
    parts: [
      { name: "store" as const, ok: true, detail: "0 jobs" },
      { name: "disk" as const, ok: false, detail: "3 MB free" },
    ],
  };

  test.each(["/ready", "/api/v1/jobs/health"])("%s says what is wrong, as a problem", async (path) => {
    const usual = service.readiness;
    service.readiness = async () => broken;
    const answer = await check(`GET ${path}`, 503, { code: "disk_full", instance: path, parts: broken.parts });
    expect(answer.headers.get("retry-after")).toBe("30");
    service.readiness = usual;
  });

  test("/ready says that all is well", async () => void (await check("GET /ready", 200, { ready: true })));
  test("/health says which version lives", async () => void (await check("GET /health", 200, { status: "ok", version: "1.2.3" })));
});

describe("a job made through one dialect is seen in the other", () => {
  test("from mcp", async () => {
    const { job_id } = (await (await ask(url, "POST /mcp/generate", { body: { prompt: "Rivers" } })).json()) as { job_id: string };
    const answer = await ask(url, `GET /api/v1/jobs/${job_id}`);
    expect(await answer.json()).toMatchObject({ job_id, status: "pending", message: "Waiting for its turn" });
  });

  test("from api/v1", async () => {
    const { id } = service.add({}, submissionOf());
    expect((await ask(url, `GET /mcp/status/${id}`)).status).toBe(200);
  });
});
