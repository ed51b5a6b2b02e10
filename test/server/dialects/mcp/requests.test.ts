import { expect, test } from "bun:test";
import { readSubmission } from "../../../../src/domain/submit.ts";
import { START_US, STORYBOARD, submissionOf } from "../../fake-service.ts";
import { type Asked, ask, serve } from "../../serving.ts";

const { service, url, failures } = serve();
const { url: bench } = serve({ noop: true });
const NASTY = `=cmd|' /C calc'!A0 <script>alert("1")</script> \u202Eabc 👩‍👩‍👧 ${"x".repeat(19_000)}`;

type Row = [line: string, status: number, body: object, asked?: Asked];
const ROWS: Row[] = [
  [
    "POST /mcp/estimate",
    200,
    { duration: 60, scenes: 10, queue_position: 1, processing: 33.13, cost: 0.001235 },
    { body: { prompt: "Tea" } },
  ],
  ["POST /mcp/estimate", 200, { duration: 30, scenes: 7 }, { body: { prompt: "Tea", duration_target: 30, scene_count: 7 } }],
  ["POST /mcp/estimate", 200, { scenes: 1, words: 3 }, { body: { script: "Tea is fine.", language: "en" } }],
  [
    "POST /mcp/estimate",
    200,
    { scenes: 2, words: 1, duration: 11 },
    { body: { storyboard: { scenes: [{ duration: 4 }, { narration: "Tea", duration: 7 }] } } },
  ],
  [
    "POST /mcp/estimate",
    200,
    { films_measured: 4, stages: [{ name: "plan", status: "scene_planning", seconds: 0.3 }] },
    { body: { prompt: NASTY } },
  ],
  ["POST /mcp/estimate", 400, { errors: [{ path: "priority" }] }, { body: { prompt: "x", priority: 11 } }],
  ["POST /mcp/estimate", 400, { errors: [{ path: "voice" }] }, { body: { prompt: "x", voice: "nobody" } }],
  ["POST /mcp/estimate", 400, { code: "webhooks_unavailable" }, { body: { prompt: "x", callback_url: "https://a.example/" } }],
  ["POST /mcp/estimate", 400, { code: "invalid_request" }, { body: { kind: "noop" } }],
  ["POST /mcp/estimate", 400, { code: "invalid_request" }, { body: { prompt: "x".repeat(20_001) } }],
  ["POST /mcp/estimate", 415, {}, { body: "{}", headers: { "content-type": "text/plain" } }],
  ["GET /mcp/estimate", 405, {}],
  ["GET /mcp/request/nonsense", 404, { code: "not_found" }],
  ["GET /mcp/request/0199f3a0-7c1e-7b3a-9c55-ffffffffffff", 404, {}],
];
test.each(ROWS.map((row): [string, Row] => [`${row[0]} with ${String(JSON.stringify(row[3]?.body)).slice(0, 80)} answers ${row[1]}`, row]))(
  "%s",
  async (_, [line, status, body, asked]) => {
    const answer = await ask(url, line, asked);
    const text = await answer.text();
    expect({ status: answer.status, text }).toMatchObject({ status });
    expect(JSON.parse(text)).toMatchObject(body);
    expect(failures).toEqual([]);
  },
);

test("a job that does nothing takes as long as it says, where such jobs are taken", async () => {
  const answer = await ask(bench, "POST /mcp/estimate", { body: { kind: "noop", noop_ms: 500 } });
  expect(await answer.json()).toMatchObject({ duration: 0, scenes: 0 });
});

const asked = async (id: string) => (await (await ask(url, `GET /mcp/request/${id}`)).json()) as { revision: number; request: object };

test.each<object>([
  { prompt: NASTY, duration_target: 20, style: "documentary", review: true, priority: 8 },
  { script: "Rivers begin small.", language: "en", captions: { look: "pop" }, music: "calm", title: "Rivers", fps: 25 },
  { storyboard: { scenes: [{ narration: "Rivers begin small." }, { duration: 3 }] }, style: "custom", custom: {} },
  { prompt: "Later", run_at: "2026-11-21T10:00:00Z" },
  { prompt: "Sooner", run_at: "2026-11-01T10:00:00Z" },
])("what %j asked makes the same film when it is sent again", async (body) => {
  const submission = readSubmission(body, { noop: false });
  const { request, revision } = await asked(service.add({ priority: submission.priority }, submission).id);
  const again = readSubmission(request, { noop: false });
  const due = (runAt: string | null) => (runAt !== null && Date.parse(runAt) * 1000 > START_US ? Date.parse(runAt) : null);
  expect({ ...again, request: { ...again.request, runAt: due(again.request.runAt) } }).toEqual({
    ...submission,
    request: { ...submission.request, runAt: due(submission.request.runAt) },
  } as never);
  expect(revision).toBe(1);
});

test("a job whose storyboard has been edited is asked for by that", async () => {
  const { id } = service.add({}, submissionOf({ prompt: "Rivers", quality: "480p" }));
  service.storyboards.set(id, { revision: 3, etag: "e", storyboard: STORYBOARD, savedUs: 0 });
  const { request, revision } = await asked(id.toUpperCase());
  expect(revision).toBe(3);
  expect(request).toMatchObject({ storyboard: STORYBOARD, quality: "480p", seed: 1 });
  expect(request).not.toHaveProperty("prompt");
});
