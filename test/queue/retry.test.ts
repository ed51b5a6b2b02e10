import { describe, expect, test } from "bun:test";
import { KinoraError } from "../../src/domain/error.ts";
import { backOffSec, judgeFailure } from "../../src/queue/retry.ts";

const retry = { base: 2, max: 300 };
const failed = (code: "provider_unavailable" | "provider_rejected" | "disk_full", retryAfterSec?: number) =>
  new KinoraError(code, "No.", retryAfterSec === undefined ? {} : { retryAfterSec });

describe("the wait before an attempt", () => {
  test.each([
    [1, 0, 1],
    [1, 1, 2],
    [2, 0.5, 3],
    [3, 1, 8],
    [20, 0, 150],
    [20, 1, 300],
  ])("after %d failures, where chance says %d, is %d s", (failures, chance, sec) => {
    expect(backOffSec(failures, retry, () => chance)).toBe(sec);
  });
});

describe("a failure", () => {
  test.each([
    [
      "the first that may pass is followed by another attempt",
      failed("provider_unavailable"),
      0,
      { again: true, failures: 1, afterSec: 2 },
    ],
    ["the third is not", failed("provider_unavailable"), 2, { again: false, failures: 3 }],
    ["one for good is not", failed("provider_rejected"), 0, { again: false, failures: 1 }],
    ["what the error says about when is obeyed", failed("provider_unavailable", 90), 0, { again: true, failures: 1, afterSec: 90 }],
    ["but does not shorten the wait", failed("provider_unavailable", 0.1), 0, { again: true, failures: 1, afterSec: 2 }],
    ["a full disk uses no attempt", failed("disk_full"), 1, { again: false, failures: 1 }],
  ] as const)("%s", (_what, error, before, verdict) => {
    expect(judgeFailure(error, before, retry, () => 1)).toEqual(verdict);
  });
});
