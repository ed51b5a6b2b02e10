import { describe, expect, test } from "bun:test";
import type { Attempt } from "../../../../src/client/queue.ts";
import { buildTimeline } from "../../../../src/web/pages/job/timeline-rows.ts";

const time = (sec: number): string => new Date(Date.UTC(2026, 10, 20, 12) + sec * 1000).toISOString();
const ms = (sec: number): number => Date.parse(time(sec));

const DONE: Attempt = {
  attempt: 1,
  revision: 1,
  queued_at: time(0),
  started_at: time(2),
  finished_at: time(12),
  outcome: "completed",
  error: null,
  error_code: null,
  stages: [
    { name: "plan", status: "scene_planning", started_at: time(2), finished_at: time(3) },
    { name: "mix", status: "audio_processing", started_at: time(3), finished_at: time(6) },
    { name: "captions", status: "audio_processing", started_at: time(4), finished_at: time(5) },
    { name: "render", status: "rendering", started_at: time(6), finished_at: time(12) },
  ],
};
const rowOf = (attempt: Attempt, status: string, nowSec = 12, left: number | null = null) =>
  buildTimeline(attempt, ms(nowSec), left).rows.find((row) => row.status === status)!;

describe("the times of an attempt", () => {
  test("begin with the queue, and have a row for each status", () => {
    const { rows, ticks } = buildTimeline(DONE, ms(99), null);
    expect(rows.map(({ label, seconds }) => [label, seconds])).toEqual([
      ["In the queue", 2],
      ["Scene planning", 1],
      ["Asset retrieval", null],
      ["TTS", null],
      ["Audio", 3],
      ["Rendering", 6],
    ]);
    expect(ticks.map(({ label }) => label)).toEqual(["0:00", "0:06", "0:12"]);
  });

  test("stand where they were: half of the time is half of the width", () => {
    expect(rowOf(DONE, "rendering").spans).toEqual([{ from: 0.5, to: 1, kind: "done" }]);
    expect(rowOf(DONE, "pending").spans).toEqual([{ from: 0, to: 2 / 12, kind: "wait" }]);
  });

  test("of what runs grow, and what is expected follows", () => {
    const running: Attempt = { ...DONE, outcome: "running", finished_at: null, stages: DONE.stages.slice(0, 1) };
    running.stages = [...running.stages, { name: "render", status: "rendering", started_at: time(3), finished_at: null }];
    const { spans, seconds } = rowOf(running, "rendering", 8, 4);
    expect(seconds).toBe(5);
    expect(spans.map(({ kind }) => kind)).toEqual(["running", "expected"]);
    expect(spans[1]!.to).toBe(1);
  });

  test("show where it failed, and what was kept from before", () => {
    const failed: Attempt = {
      ...DONE,
      outcome: "failed",
      stages: [{ name: "render", status: "rendering", started_at: time(2), finished_at: null }],
    };
    expect(rowOf(failed, "rendering").spans.map(({ kind }) => kind)).toEqual(["failed"]);
    expect(rowOf(failed, "tts_generation").kept).toBe(true);
  });

  test("of a long wait leave room for the work", () => {
    const late: Attempt = { ...DONE, queued_at: time(-3600) };
    expect(rowOf(late, "pending").seconds).toBe(3602);
    expect(rowOf(late, "pending").spans[0]!.to).toBeLessThan(0.3);
    expect(buildTimeline(late, ms(12), null).ticks.at(-1)!.label).toBe("0:10");
  });

  test("of one that only waits are its wait", () => {
    const waiting: Attempt = { ...DONE, started_at: null, finished_at: null, outcome: "waiting", stages: [] };
    expect(rowOf(waiting, "pending", 7)).toMatchObject({ seconds: 7, spans: [{ from: 0, to: 1, kind: "wait" }] });
  });
});
