import { describe, expect, test } from "bun:test";
import { ask, serve } from "../../serving.ts";

const SINCE = 1_763_640_000_000_000;
const { url, service } = serve({
  queue: () => ({
    depth: { pending: 3, rendering: 1 },
    places: [
      { job: service.add({ status: "rendering", waitingFor: null, step: "Rendering scene 1 of 3", prompt: "Bees" }), sinceUs: SINCE },
      { job: null, sinceUs: SINCE },
    ],
    threads: 2,
    oldestWaiting: { id: "0199f3a0-7c1e-7b3a-9c55-000000000009", prompt: "Tea", sec: 12.345 },
    nextStartSec: 4.56,
  }),
});

test("the queue tells who does what and what waits", async () => {
  const body = await (await ask(url, "GET /mcp/queue")).json();
  const since = "2025-11-20T12:00:00.000000Z";
  const free = { job_id: null, kind: null, prompt: null, status: null, current_step: null, since };
  expect(body).toEqual({
    depth: { pending: 3, rendering: 1 },
    workers: [
      {
        ...{ worker: 1, job_id: expect.any(String), kind: "generate", prompt: "Bees", status: "rendering" },
        ...{ current_step: "Rendering scene 1 of 3", since },
      },
      { worker: 2, ...free },
    ],
    threads: 2,
    oldest_waiting: { job_id: "0199f3a0-7c1e-7b3a-9c55-000000000009", prompt: "Tea", seconds: 12.3 },
    next_start: 4.6,
  });
});

describe("the tries of a job", () => {
  test("are told with what they ran", async () => {
    const { id } = service.add({ status: "failed", waitingFor: null });
    service.tries.push({
      ...{ number: 1, revision: 1, queuedUs: SINCE, startedUs: SINCE + 5, finishedUs: SINCE + 9, outcome: "failed" },
      ...{ error: "No.", errorCode: "stalled", stages: [{ name: "plan", startedUs: SINCE + 6, finishedUs: null }] },
    });
    expect(await (await ask(url, `GET /mcp/attempts/${id}`)).json()).toEqual({
      job_id: id,
      attempts: [
        {
          ...{ attempt: 1, revision: 1, outcome: "failed", error: "No.", error_code: "stalled" },
          queued_at: "2025-11-20T12:00:00.000000Z",
          started_at: "2025-11-20T12:00:00.000005Z",
          finished_at: "2025-11-20T12:00:00.000009Z",
          stages: [{ name: "plan", status: "scene_planning", started_at: "2025-11-20T12:00:00.000006Z", finished_at: null }],
        },
      ],
    });
  });

  test.each([
    ["GET /mcp/attempts/0199f3a0-7c1e-7b3a-9c55-00000000ffff", 404],
    ["GET /mcp/attempts/nothing", 404],
    ["GET /mcp/queue?x=1", 400],
    ["DELETE /mcp/queue", 405],
  ])("%s answers %d", async (line, status) => expect((await ask(url, line)).status).toBe(status));
});
