import { describe, expect, test } from "bun:test";
import { apiV1 } from "../../src/server/dialects/api-v1/routes.ts";
import { mcp } from "../../src/server/dialects/mcp/routes.ts";
import { health } from "../../src/server/health.ts";
import type { ServerMeans } from "../../src/server/means.ts";
import { FILM, START_US, STORYBOARD } from "../server/fake-service.ts";
import { type Asked, ask, serve } from "../server/serving.ts";

const { service, url } = serve();
const { id: waiting } = service.add({ waitingFor: "approval", approved: false });
const { id: running } = service.add({
  status: "tts_generation",
  waitingFor: null,
  progress: 12.345,
  startedUs: START_US,
  stages: [{ name: "plan", progress: 100, startedUs: START_US, finishedUs: START_US + 5 }],
});
const { id: done } = service.add({ status: "completed", waitingFor: null, progress: 100, film: FILM, finishedUs: START_US });
const { id: failed } = service.add({ status: "failed", waitingFor: null, failures: 3, error: "No.", errorCode: "stalled" });
service.add({ kind: "noop", style: null, durationTargetSec: null });
for (const id of [waiting, done]) service.storyboards.set(id, { revision: 1, etag: "e1", storyboard: STORYBOARD, savedUs: START_US });
service.lines.push({ seq: 1, line: 1, jobId: running, timeUs: START_US, level: "INFO", stage: null, message: "x" });
service.told.push({ seq: 1, jobId: running, body: { event: "stage_completed", job_id: running, stage: "plan", seconds: 0.4 } });
service.told.push({ seq: 2, jobId: null, body: { event: "queue_updated", pending: 1, processing: 2, completed: 3 } });

const means = { service, version: "1.2.3" } as unknown as ServerMeans;
const endpoints = [...mcp(means), ...apiV1(means), ...health(means)];
const tried = new Set<string>();

/** What the document says of an answer. */
function documented(line: string, status: number) {
  const [method, address = ""] = line.split(" ");
  const path = address.replace(/\?.*/, "");
  const isIt = (pattern: string) => new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`).test(path);
  // Paths without parameters come first, as they do where requests are routed.
  const endpoint = endpoints
    .filter((known) => known.method === method && isIt(known.path))
    .sort((a, b) => Number(a.path.includes(":")) - Number(b.path.includes(":")))[0]!;
  tried.add(endpoint.name);
  return endpoint.answers[status];
}

const LINES: [line: string, status: number, asked?: Asked][] = [
  ["POST /mcp/generate", 202, { body: { prompt: "x" } }],
  ...[waiting, running, done, failed].map((id): [string, number] => [`GET /mcp/status/${id}`, 200]),
  ["GET /mcp/jobs", 200],
  [`GET /mcp/result/${done}`, 200],
  [`GET /mcp/storyboard/${done}`, 200],
  [`PUT /mcp/storyboard/${done}`, 200, { body: { scenes: [{ narration: "x" }] }, headers: { "if-match": "*" } }],
  [`GET /mcp/logs/${running}`, 200],
  [`GET /mcp/logs/${running}/summary`, 200],
  [`GET /mcp/logs/${running}/matches`, 200],
  ["GET /mcp/voices", 200],
  ["GET /mcp/queue", 200],
  ...[waiting, running, done, failed].map((id): [string, number] => [`GET /mcp/attempts/${id}`, 200]),
  ["GET /mcp/styles", 200],
  ["GET /mcp/events", 200],
  ["POST /mcp/estimate", 200, { body: { prompt: "x" } }],
  [`GET /mcp/request/${done}`, 200],
  ["POST /mcp/bulk", 200, { body: { action: "retry", job_ids: [done, failed] } }],
  ["GET /mcp/export?format=json", 200],
  ["GET /mcp/preferences", 200],
  ["PUT /mcp/preferences", 200, { body: { theme: "dark" } }],
  ["GET /mcp/settings", 200],
  ["PUT /mcp/settings", 200, { body: { "limits.queue": 7 } }],
  ["GET /mcp/about", 200],
  ["DELETE /mcp/cache", 200],
  ["GET /mcp/analytics", 200],
  ["GET /mcp/analytics/stage_time", 200],
  ["POST /api/v1/jobs", 201, { body: { video_request: { user_id: "u", title: "t", script_content: "x" } } }],
  ["GET /api/v1/jobs", 200],
  [`GET /api/v1/jobs/${done}`, 200],
  ["GET /api/v1/jobs/stats/counts", 200],
  ["GET /api/v1/jobs/health", 200],
  ["GET /health", 200],
  ["GET /ready", 200],
  [`POST /mcp/prefetch/${waiting}`, 202],
  [`POST /mcp/storyboard/${waiting}/approve`, 202],
  [`POST /mcp/cancel/${waiting}`, 200],
  [`POST /mcp/retry/${waiting}`, 202],
  [`DELETE /api/v1/jobs/${waiting}`, 200],
];

describe("what is answered is what the document says, no more and no less:", () => {
  for (const [line, status, asked] of LINES) {
    test(line, async () => {
      const answer = await ask(url, line, asked);
      const body: unknown = await answer.json();
      expect({ status: answer.status, body }).toMatchObject({ status });
      const note = documented(line, status)!;
      expect(note.schema!.parse(body)).toEqual(body as never);
      for (const name of Object.keys(note.headers ?? {})) expect(answer.headers.has(name)).toBe(true);
    });
  }

  test("every call was tried that answers JSON", () => {
    const answering = endpoints.filter(({ answers }) => Object.values(answers).some(({ schema }) => schema));
    expect(answering.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
