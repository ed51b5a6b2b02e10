import { describe, expect, test } from "bun:test";
import type { StoredEvent } from "../../src/domain/event.ts";
import type { CrashRecord, JobRecord, StageRecord } from "../../src/domain/job-record.ts";
import { claimChange } from "../../src/queue/changes.ts";
import { crashChange, nextScene, rescueChange } from "../../src/queue/rescue.ts";
import { newJob, staged } from "./engine.ts";

const SEC = 1e6;
const rendering: StageRecord[] = [
  { name: "captions", progress: 100, startedUs: 1 * SEC, finishedUs: 2 * SEC },
  { name: "render", progress: 40, startedUs: 2 * SEC, finishedUs: null },
];
const job = (change: Partial<JobRecord> = {}): JobRecord => ({
  ...newJob(staged({}), { status: "rendering", stages: rendering, waitingFor: null, failures: 1 }),
  seq: 1,
  ...change,
});
const crash = (count: number, scene: number | null = 3): CrashRecord => ({ stage: "render", scene, count, reason: "x" });
const WAITS = { status: "pending", waitingFor: "slot" } as const;

describe("a job that a dead server left", () => {
  test.each<[what: string, workedSec: number, before: CrashRecord | null, after: object]>([
    ["had just begun its stage: nothing is noted", 9, null, WAITS],
    ["had worked on it: a crash is noted", 10, null, { ...WAITS, crash: { stage: "render", scene: 3, count: 1 } }],
    ["had crashed there before: counted", 30, crash(1), { ...WAITS, crash: { count: 2 } }],
    ["had crashed elsewhere before: counted from one", 30, crash(2, 1), { ...WAITS, crash: { count: 1, scene: 3 } }],
    ["had crashed there twice: parked", 30, crash(2), { status: "failed", errorCode: "crashed_repeatedly", crash: { count: 3 } }],
    ["had crashed twice, but this time had just begun: goes on", 3, crash(2), WAITS],
  ])("and that %s", (_what, workedSec, before, after) => {
    const change = rescueChange(job({ crash: before, updatedUs: (2 + workedSec) * SEC }), 3, 99 * SEC);
    expect(change).toMatchObject(after);
    expect("crash" in change).toBe("crash" in after);
    expect(change.failures).toBeUndefined();
    expect(change.dueUs).toBeUndefined();
  });

  test("and that had worked on its stage in an earlier run, but not in this one, goes on", () => {
    const begun = { stages: rendering, startedUs: 2 * SEC };
    const claimed = job({ ...begun, ...claimChange(job(begun), "render", 60 * SEC), crash: crash(2) });
    expect(rescueChange(claimed, 3, 61 * SEC)).toMatchObject(WAITS);
    expect(claimed.stages[0]).toEqual(rendering[0]!);
  });

  test("says where and why it is parked", () => {
    const { error } = crashChange(job({ crash: crash(2) }), { stage: "render", scene: 3 }, "out of memory.", 1);
    expect(error).toContain("3 times in a row in render, scene 4: out of memory.");
  });

  test("was at the first scene that had not been told of as rendered", () => {
    const scene = (seq: number, at: number): StoredEvent => ({
      seq,
      jobId: "a",
      body: { event: "scene_rendered", job_id: "a", scene: at, scenes: 9, thumbnail_url: null },
    });
    const events = () => [scene(1, 0), scene(2, 2), scene(3, 1), scene(4, 4)];
    expect(nextScene({ events }, job())).toBe(3);
    expect(nextScene({ events }, job({ stages: [] }))).toBeNull();
  });
});
