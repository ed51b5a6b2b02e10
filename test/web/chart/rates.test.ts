import { describe, expect, test } from "bun:test";
import type { OutcomeBucket } from "../../../src/client/analytics.ts";
import { findOutlier, rateOf, rateOfAll } from "../../../src/web/chart/rates.ts";

const day = (completed: number, failed: number): OutcomeBucket => ({
  ...{ start: "2026-11-14T00:00:00Z", seconds: 86_400, partial: false, created: completed + failed, completed, failed, cancelled: 0 },
});

describe("success rates", () => {
  test("a rate is of what was completed or failed; of nothing there is none", () => {
    expect(rateOf(day(3, 1))).toBe(75);
    expect(rateOf(day(0, 0))).toBeNull();
    expect(rateOfAll([day(9, 0), day(0, 1)])).toBe(90);
    expect(rateOfAll([])).toBeNull();
  });

  test("an outlier is much worse than all together, and more than one mishap", () => {
    expect(findOutlier([day(40, 1), day(38, 5), day(41, 0)])).toBe(1);
    expect(findOutlier([day(40, 0), day(1, 1), day(41, 0)])).toBeNull();
    expect(findOutlier([day(10, 2), day(10, 2)])).toBeNull();
    expect(findOutlier([])).toBeNull();
  });
});
