import { describe, expect, test } from "bun:test";
import { canCancelJob, formatProgress, formatSeconds, getEstimatedTimeRemaining, isJobComplete } from "../../src/client/format.ts";
import { fromDetails } from "../../src/client/inner/from-answers.ts";
import { toAsyncStatus } from "../../src/client/inner/six-words.ts";
import { type AsyncJob, type AsyncJobStatus, applyEvent } from "../../src/client/job.ts";
import type { ServerEvent } from "../../src/client/words.ts";
import { JobStatus, WaitingFor } from "../../src/domain/job-record.ts";
import { toVideoJobStatus } from "../../src/server/dialects/api-v1/job-answers.ts";
import { EXAMPLE_STATUS } from "../../src/server/dialects/mcp/job-answers.ts";

test.each([
  [0, "0%"],
  [0.425, "43%"],
  [0.999, "99%"],
  [1, "100%"],
  [-1, "0%"],
  [7, "100%"],
  [Number.NaN, "0%"],
])("progress %d is %s", (progress, text) => expect(formatProgress(progress)).toBe(text));

test.each([
  [0, "0 s"],
  [59.4, "59 s"],
  [60, "1 min"],
  [185, "3 min 5 s"],
  [3600, "1 h"],
  [4800, "1 h 20 min"],
  [7199, "2 h"],
])("%d seconds are %s", (seconds, text) => expect(formatSeconds(seconds)).toBe(text));

test.each([
  ["pending", false],
  ["retrying", false],
  ["processing", false],
  ["success", true],
  ["failure", true],
  ["cancelled", true],
] as [AsyncJobStatus, boolean][])("a job that is %s is over: %p", (status, isOver) => {
  expect(isJobComplete({ status })).toBe(isOver);
  expect(canCancelJob({ status })).toBe(!isOver);
});

const job: AsyncJob = {
  job_id: "j",
  status: "processing",
  progress: 0.25,
  message: "Speaking",
  result: null,
  error: null,
  retry_count: 0,
  created_at: "2026-11-20T17:00:00.000000Z",
  updated_at: null,
  estimated_time_remaining: null,
};
const nowMs = Date.parse("2026-11-20T17:00:10Z");

test.each([
  [{}, 30],
  [{ estimated_time_remaining: 12.5 }, 12.5],
  [{ status: "success" as const }, 0],
  [{ progress: 0 }, null],
  [{ created_at: "2026-11-20T18:00:00Z" }, null],
])("of a job with %j, %p s are left", (change, seconds) => expect(getEstimatedTimeRemaining({ ...job, ...change }, nowMs)).toBe(seconds));

test("statuses are told in the words of /api/v1 as the server does", () => {
  for (const status of JobStatus.options)
    for (const waitingFor of [null, ...WaitingFor.options])
      expect(toAsyncStatus(status, waitingFor)).toBe(toVideoJobStatus({ status, waitingFor }));
});

test("a job is read off its whole status", () =>
  expect(fromDetails(EXAMPLE_STATUS as never, undefined)).toMatchObject({
    status: "processing",
    progress: 0.625,
    message: "Rendering scene 4 of 9",
    estimated_time_remaining: 18.2,
  }));

describe("an event", () => {
  const status = {
    event: "job_status_update",
    job_id: "j",
    status: "rendering",
    waiting_for: null,
    overall_progress: 60,
    current_step: "Rendering",
    estimated_time_remaining: 4,
  } as const;
  test.each([
    [status, { status: "processing", progress: 0.6, message: "Rendering", estimated_time_remaining: 4 }],
    [{ ...status, overall_progress: 10 }, { progress: 0.25 }],
    [
      { ...status, status: "pending", waiting_for: "retry" },
      { status: "retrying", message: "Waiting to be tried again" },
    ],
    [
      { event: "job_completed", job_id: "j", video_url: null, thumbnail_url: null },
      { status: "success", progress: 1, estimated_time_remaining: 0 },
    ],
    [
      { event: "job_failed", job_id: "j", error: "No room.", error_code: "disk_full" },
      { status: "failure", error: "No room." },
    ],
    [
      { event: "job_cancelled", job_id: "j" },
      { status: "cancelled", progress: 0.25 },
    ],
  ] as [ServerEvent, Partial<AsyncJob>][])("%j changes a job", (event, change) => expect(applyEvent(job, event)).toMatchObject(change));

  test.each([
    { ...status, job_id: "other" },
    { event: "queue_updated", pending: 1, processing: 1, completed: 1 },
    { event: "stage_completed", job_id: "j", stage: "plan", seconds: 1 },
  ] as ServerEvent[])("%j leaves it as it is", (event) => expect(applyEvent(job, event)).toBe(job));
});
