import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { keptFiles } from "../helpers/kinora.ts";
import { type Answer, newDataFolder, OVER, removeDataFolder, type Server, startServer, until, untilOver } from "../helpers/server.ts";
import { childrenOf, filmRequest, submitFilm, untilCompleted, untilDrawing } from "../helpers/server-films.ts";

const ORDER = ["pending", "scene_planning", "asset_retrieval", "tts_generation", "audio_processing", "rendering", "completed"];
const FAR = "2099-01-01T00:00:00Z";

let server: Server;
beforeAll(async () => {
  server = await startServer({ data: await newDataFolder() });
});
afterAll(async () => {
  await server.end("SIGTERM");
  await removeDataFolder(server.data);
});

const get = (path: string) => server.call("GET", path);
const post = (path: string, json?: unknown, headers?: Record<string, string>) =>
  server.call("POST", path, { ...(json !== undefined && { json }), ...(headers && { headers }) });
const statusOf = async (id: string) => (await get(`/mcp/status/${id}`)).body;

test("the first line says where it listens, and there it is alive and ready", async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await get("/health")).status).toBe(200);
  await until(
    () => get("/ready"),
    ({ status }) => status === 200,
    10_000,
  );
});

describe("a film by HTTP alone", () => {
  let id: string;
  let accepted: Answer;
  const seen: Answer["body"][] = [];
  beforeAll(async () => {
    accepted = await post("/mcp/generate", filmRequest(3));
    id = accepted.body.job_id;
    const look = async () => {
      seen.push(await statusOf(id));
      return seen.at(-1);
    };
    await until(look, ({ status }) => OVER.includes(status));
  });

  test("is accepted with its place and the address of its status", () => {
    const { job_id, ...receipt } = accepted.body;
    expect(accepted.status).toBe(202);
    expect(job_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(accepted.headers.get("location")).toBe(`/mcp/status/${id}`);
    expect(receipt).toMatchObject({ status: "pending", waiting_for: "slot", queue_position: 1 });
    expect(receipt.estimated_time_remaining).toBeGreaterThan(0);
  });

  test("goes through its statuses in order and its progress never falls, from below 100 to 100", () => {
    const places = seen.map(({ status }) => ORDER.indexOf(status));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const progress = seen.map(({ overall_progress }) => overall_progress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[0]).toBeLessThan(100);
    expect(seen.at(-1)).toMatchObject({ status: "completed", overall_progress: 100, attempt: 1, error: null, error_code: null });
  });

  test("ends with every stage done, and times in microseconds that follow each other", () => {
    const { stages, created_at, started_at, finished_at } = seen.at(-1);
    expect(stages.map(({ name, progress }: Answer["body"]) => [name, progress])).toEqual(
      ["plan", "assets", "speech", "timeline", "mix", "captions", "render", "deliver"].map((name) => [name, 100]),
    );
    for (const time of [created_at, started_at, finished_at]) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect([created_at, started_at, finished_at]).toEqual([created_at, started_at, finished_at].sort());
  });

  test("has a result with all that was promised, whose film plays in parts", async () => {
    const { status, body } = await get(`/mcp/result/${id}`);
    expect(status).toBe(200);
    const names = "job_id video_url hls_url thumbnail_url duration downloads subtitles storyboard_thumbnails credits quality_report";
    for (const name of names.split(" ")) expect(body).toHaveProperty(name);
    expect(body.downloads[0]).toEqual({
      ...{ format: "mp4", quality: "480p", width: 854, height: 480 },
      ...{ bytes: expect.any(Number), url: expect.stringContaining("/film.mp4") },
    });
    expect(body.quality_report.checks.filter((check: { passed: boolean }) => !check.passed)).toEqual([]);
    const film = server.url + body.video_url;
    const part = await fetch(film, { headers: { range: "bytes=4-11" } });
    expect([part.status, part.headers.get("content-range"), part.headers.get("content-type")]).toEqual([
      206,
      `bytes 4-11/${body.downloads[0].bytes}`,
      "video/mp4",
    ]);
    expect((await part.text()).slice(0, 4)).toBe("ftyp");
    const head = await fetch(film, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, `${body.downloads[0].bytes}`, ""]);
    expect((await fetch(film, { headers: { range: `bytes=${body.downloads[0].bytes}-` } })).status).toBe(416);
    expect((await (await fetch(film)).arrayBuffer()).byteLength).toBe(body.downloads[0].bytes);
  });

  test("has subtitles in both formats and a poster", async () => {
    const { subtitles, thumbnail_url } = (await get(`/mcp/result/${id}`)).body;
    const vtt = await get(subtitles[0].vtt_url);
    expect([vtt.status, vtt.headers.get("content-type"), vtt.body.slice(0, 6)]).toEqual([200, "text/vtt; charset=utf-8", "WEBVTT"]);
    expect((await get(subtitles[0].srt_url)).body).toContain("The tide goes out");
    const poster = await fetch(server.url + thumbnail_url);
    expect([...new Uint8Array(await poster.arrayBuffer()).subarray(0, 2)]).toEqual([0xff, 0xd8]);
  });

  test("is shown in the other dialect, in its words", async () => {
    const { body } = await get(`/api/v1/jobs/${id}`);
    const { video_url, duration } = (await get(`/mcp/result/${id}`)).body;
    expect(body).toMatchObject({ job_id: id, status: "success", progress: 1, error: null, retry_count: 0 });
    expect(body.result).toEqual({ video_id: expect.any(String), video_path: video_url, duration });
  });

  test("can be found by its words, by its id and in its log", async () => {
    for (const search of ["tide", id.slice(0, 13)]) {
      const { jobs } = (await get(`/mcp/jobs?search=${search}`)).body;
      expect(jobs.map((job: { job_id: string }) => job.job_id)).toContain(id);
    }
    expect((await get(`/mcp/logs/${id}?format=text`)).status).toBe(200);
  });

  test("cannot be cancelled any more, nor retried", async () => {
    for (const path of [`/mcp/cancel/${id}`, `/mcp/retry/${id}`])
      expect(await post(path)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  });
});

describe("the same request sent twice", () => {
  const json = { kind: "noop", prompt: "Once", run_at: FAR };

  test("with one key makes one job, also when both are under way at once", async () => {
    const key = { "idempotency-key": "the-same" };
    const answers = await Promise.all([post("/mcp/generate", json, key), post("/mcp/generate", json, key)]);
    const later = await post("/mcp/generate", json, key);
    expect(new Set([...answers, later].map(({ body }) => body.job_id)).size).toBe(1);
    expect(await post("/mcp/generate", { ...json, prompt: "Another" }, key)).toMatchObject({ status: 422, body: { code: "key_reused" } });
  });

  test("without a key makes two", async () => {
    expect((await post("/mcp/generate", json)).body.job_id).not.toBe((await post("/mcp/generate", json)).body.job_id);
  });
});

test("a job made in one dialect is stopped in the other", async () => {
  const later = (await post("/mcp/generate", { ...filmRequest(1), run_at: FAR })).body;
  expect(later).toMatchObject({ status: "pending", waiting_for: "time" });
  expect((await server.call("DELETE", `/api/v1/jobs/${later.job_id}`)).status).toBe(200);
  expect(await statusOf(later.job_id)).toMatchObject({ status: "cancelled", finished_at: expect.any(String) });

  const { script } = filmRequest(8);
  const request = { user_id: "ana", title: "Tides", script_content: script, platform: "tiktok" };
  const made = await post("/api/v1/jobs/", { video_request: request, priority: 5 });
  expect(made.status).toBe(201);
  expect((await get(`/mcp/jobs?search=${made.body.job_id}`)).body).toMatchObject({ jobs: [{ job_id: made.body.job_id }] });
  expect((await post(`/mcp/cancel/${made.body.job_id}`)).status).toBe(200);
  expect((await get(`/api/v1/jobs/${made.body.job_id}`)).body).toMatchObject({ status: "cancelled", result: null });
  const { jobs, total } = (await get("/api/v1/jobs/?user_id=ana")).body;
  expect([jobs.length, total]).toEqual([1, 1]);
});

test("a job that is cancelled while it renders leaves no child, and goes on from its scenes when retried", async () => {
  const id = await submitFilm(server, filmRequest(6, { seed: 11, quality: "720p" }));
  await untilDrawing(server, id);
  expect(await post(`/mcp/cancel/${id}`)).toMatchObject({ status: 200, body: { job_id: id, status: "cancelled" } });
  await until(
    () => childrenOf(server),
    (children) => children.length === 0,
    5000,
  );
  expect(await statusOf(id)).toMatchObject({ status: "cancelled" });
  expect(await post(`/mcp/cancel/${id}`)).toMatchObject({ status: 409, body: { code: "wrong_state" } });
  const drawn = await keptFiles(server.data, "render");
  expect((await post(`/mcp/retry/${id}`)).status).toBe(202);
  await untilCompleted(server, id);
  const now = await keptFiles(server.data, "render");
  for (const [file, made] of drawn) expect(now.get(file)).toBe(made);
});

describe("a film under review", () => {
  let id: string;
  const path = () => `/mcp/storyboard/${id}`;
  const edit = async (scene: number, narration: string, etag?: string) => {
    const { body, headers } = await get(path());
    body.scenes[scene].narration = narration;
    return server.call("PUT", path(), { json: body, headers: { "if-match": etag ?? headers.get("etag")! } });
  };

  test("waits for approval when it is planned, and holds no worker", async () => {
    id = await submitFilm(server, filmRequest(5, { seed: 12, review: true, music: "off" }));
    await until(
      () => statusOf(id),
      ({ waiting_for }) => waiting_for === "approval",
    );
    expect((await get("/mcp/jobs?limit=1")).body.summary.in_progress).toBe(0);
    const { status, body, headers } = await get(path());
    expect([status, body.scenes.length, headers.get("etag")?.startsWith('"')]).toEqual([200, 5, true]);
  });

  test("takes edits of whoever has read the newest storyboard, and of nobody else", async () => {
    const { headers } = await get(path());
    const stale = headers.get("etag")!;
    const edited = await edit(1, "Behind the hills the last light leaves the snow.");
    expect([edited.status, edited.headers.get("etag") === stale]).toEqual([200, false]);
    expect(await edit(2, "Too late.", stale)).toMatchObject({ status: 412, body: { code: "stale_revision" } });
    const { body } = await get(path());
    expect(await server.call("PUT", path(), { json: body })).toMatchObject({ status: 428, body: { code: "revision_required" } });
    expect(body.scenes[1].narration).toContain("last light");
  });

  test("is made of the approved scenes", async () => {
    expect((await post(`${path()}/approve`)).status).toBe(202);
    await untilCompleted(server, id);
    const { subtitles } = (await get(`/mcp/result/${id}`)).body;
    expect((await get(subtitles[0].srt_url)).body.replaceAll("\n", " ")).toContain("last light");
  });

  test("renders only what has changed when it is edited after its end", async () => {
    const [first, drawn] = [(await get(`/mcp/result/${id}`)).body, await keptFiles(server.data, "render")];
    expect((await edit(4, "Far above it the planets keep their way.")).status).toBe(200);
    expect((await post(`${path()}/approve`)).status).toBe(202);
    await untilCompleted(server, id);
    const now = await keptFiles(server.data, "render");
    expect(now.size - drawn.size).toBe(1);
    for (const [file, made] of drawn) expect(now.get(file)).toBe(made);
    const second = (await get(`/mcp/result/${id}`)).body;
    expect(second.video_url).not.toBe(first.video_url);
    expect((await fetch(server.url + first.video_url, { method: "HEAD" })).status).toBe(200);
    expect((await get(second.subtitles[0].srt_url)).body).toContain("keep their way");
  });
});

test("a job that does nothing runs through the whole engine, and tells when", async () => {
  const { body } = await post("/mcp/generate", { kind: "noop", prompt: "Nothing" });
  const { status, created_at, started_at, finished_at } = await untilOver(server, body.job_id);
  expect(status).toBe("completed");
  expect([created_at, started_at, finished_at].every((time) => /\.\d{6}Z$/.test(time))).toBe(true);
  expect((await get(`/mcp/result/${body.job_id}`)).status).toBe(409);
});
