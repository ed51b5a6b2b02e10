import { describe, expect, test } from "bun:test";
import { waitSeconds } from "../../src/queue/estimate.ts";

describe("the wait for a slot", () => {
  test.each([
    ["none while one is free", { slots: 2, running: [50], ahead: 0, meanSec: 9 }, 0],
    ["what is left of the job that runs", { slots: 1, running: [50], ahead: 0, meanSec: 9 }, 50],
    ["at least until the first of them is done", { slots: 2, running: [50, 60], ahead: 0, meanSec: 9 }, 55],
    ["those ahead, shared among the slots", { slots: 2, running: [10, 10], ahead: 4, meanSec: 20 }, 50],
    ["those ahead of it take the free slots first", { slots: 3, running: [], ahead: 6, meanSec: 10 }, 20],
  ])("%s", (_what, load, sec) => {
    expect(waitSeconds(load)).toBe(sec);
  });
});
