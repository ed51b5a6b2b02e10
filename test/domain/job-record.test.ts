import { expect, test } from "bun:test";
import { attemptOf } from "../../src/domain/job-record.ts";

test.each([
  ["waits for the first time", { status: "pending", failures: 0, errorCode: null }, 1],
  ["waits to be tried again", { status: "pending", failures: 1, errorCode: "ffmpeg_failed" }, 2],
  ["runs for the third time", { status: "rendering", failures: 2, errorCode: null }, 3],
  ["is done at the second", { status: "completed", failures: 1, errorCode: null }, 2],
  ["failed for good at the first", { status: "failed", failures: 1, errorCode: "provider_rejected" }, 1],
  ["failed at the last", { status: "failed", failures: 3, errorCode: "ffmpeg_failed" }, 3],
  ["met a full disk at the second, which counts for nothing", { status: "failed", failures: 1, errorCode: "disk_full" }, 2],
  ["crashed again and again in its first", { status: "failed", failures: 0, errorCode: "crashed_repeatedly" }, 1],
] as const)("a job that %s says which attempt that is", (_name, job, attempt) => {
  expect(attemptOf(job)).toBe(attempt);
});
