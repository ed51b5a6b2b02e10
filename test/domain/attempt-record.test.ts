import { describe, expect, test } from "bun:test";
import { type AttemptRecord, type AttemptStep, attemptStep, attemptsOf } from "../../src/domain/attempt-record.ts";
import type { CrashRecord, JobRecord } from "../../src/domain/job-record.ts";

const job = (change: Partial<JobRecord> = {}): JobRecord =>
  ({
    ...{ id: "a", status: "pending", waitingFor: "slot", revision: 1, createdUs: 100, dueUs: 100, updatedUs: 200 },
    ...{ startedUs: null, finishedUs: null, error: null, errorCode: null, crash: null, stages: [], ...change },
  }) as JobRecord;

const RUNS = { status: "rendering", waitingFor: null } as const;
const FAILED = { error: "No.", errorCode: "provider_unavailable" } as const;
const CRASH: CrashRecord = { stage: "render", scene: 1, count: 1, reason: "it threw" };
const none = { error: null, errorCode: null };
const at = { updatedUs: 900 };

describe("what a change of a job means for its tries", () => {
  const CHANGES: [what: string, before: Partial<JobRecord>, after: Partial<JobRecord>, step: AttemptStep | undefined][] = [
    ["a claim begins one", {}, { ...RUNS, ...at }, { step: "begin", startedUs: 900 }],
    ["progress means nothing", RUNS, { ...RUNS, progress: 5 }, undefined],
    ["waiting for something else means nothing", { waitingFor: "time" }, {}, undefined],
    ["a retry by hand means nothing yet", { status: "failed", waitingFor: null }, {}, undefined],
    [
      "a film ends one",
      RUNS,
      { status: "completed", waitingFor: null, ...at },
      { step: "end", end: { outcome: "completed", finishedUs: 900, ...none } },
    ],
    ["so does a plan", RUNS, { waitingFor: "approval", ...at }, { step: "end", end: { outcome: "completed", finishedUs: 900, ...none } }],
    [
      "a failure",
      RUNS,
      { status: "failed", waitingFor: null, ...FAILED, ...at },
      { step: "end", end: { outcome: "failed", finishedUs: 900, ...FAILED } },
    ],
    [
      "a failure that is tried again",
      RUNS,
      { waitingFor: "retry", ...FAILED, ...at },
      { step: "end", end: { outcome: "failed", finishedUs: 900, ...FAILED } },
    ],
    ["the server's end", RUNS, { ...at }, { step: "end", end: { outcome: "interrupted", finishedUs: 900, ...none } }],
    [
      "a server that died long ago",
      { ...RUNS, updatedUs: 1e6 },
      { updatedUs: 500e6 },
      { step: "end", end: { outcome: "interrupted", finishedUs: 11e6, ...none } },
    ],
    [
      "a worker's death",
      RUNS,
      { crash: CRASH, ...at },
      { step: "end", end: { outcome: "interrupted", finishedUs: 900, error: "it threw", errorCode: "worker_died" } },
    ],
    [
      "cancelling one that runs",
      RUNS,
      { status: "cancelled", waitingFor: null, ...at },
      { step: "end", end: { outcome: "cancelled", finishedUs: 900, ...none } },
    ],
    [
      "cancelling one that waits",
      {},
      { status: "cancelled", waitingFor: null, ...at },
      { step: "drop", end: { outcome: "cancelled", finishedUs: 900, ...none } },
    ],
  ];
  test.each(CHANGES)("%s", (_, before, after, step) => expect(attemptStep(job(before), job(after))).toEqual(step));
});

describe("the tries of a job", () => {
  const kept: AttemptRecord = {
    ...{ number: 3, revision: 1, queuedUs: 100, startedUs: 300, finishedUs: 800, outcome: "failed", stages: [] },
    ...{ error: "No.", errorCode: "stalled" },
  };
  const waiting = { number: 4, revision: 1, startedUs: null, finishedUs: null, outcome: null, ...none, stages: [] };

  test("are those kept, and the one that waits", () => {
    expect(attemptsOf(job({ status: "failed", waitingFor: null }), [kept])).toEqual([kept]);
    expect(attemptsOf(job({ dueUs: 950 }), [kept])).toEqual([kept, { ...waiting, queuedUs: 950 }]);
    expect(attemptsOf(job(), [kept])[1]).toEqual({ ...waiting, queuedUs: 800 });
    expect(attemptsOf(job({ waitingFor: "approval" }), [kept])).toEqual([kept]);
    expect(attemptsOf(job(), [])).toEqual([{ ...waiting, number: 1, queuedUs: 100 }]);
  });

  test("show of the one that runs what it has begun itself", () => {
    const stages = [
      { name: "plan", progress: 100, startedUs: 10, finishedUs: 20 },
      { name: "render", progress: 5, startedUs: 310, finishedUs: null },
    ] as const;
    const open = { ...kept, finishedUs: null, outcome: null };
    expect(attemptsOf(job({ ...RUNS, startedUs: 10, stages: [...stages] }), [open])[0]!.stages).toEqual([
      { name: "render", startedUs: 310, finishedUs: null },
    ]);
  });

  test("are one for a job of before they were kept, from what it says of itself", () => {
    const old = job({ status: "failed", waitingFor: null, startedUs: 300, finishedUs: 900, error: "No.", errorCode: "stalled" });
    expect(attemptsOf(old, [])).toEqual([{ ...kept, number: 1, queuedUs: 100, finishedUs: 900 }]);
    expect(attemptsOf(job({ startedUs: 300 }), []).map(({ outcome }) => outcome)).toEqual(["interrupted", null]);
  });
});
