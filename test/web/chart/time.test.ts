import { describe, expect, test } from "bun:test";
import type { OutcomeBucket } from "../../../src/client/analytics.ts";
import { endOf, groupOutcomes, sayBucket, timeTicks } from "../../../src/web/chart/time.ts";

const bucket = (start: string, seconds: number, more: Partial<OutcomeBucket> = {}): OutcomeBucket => ({
  ...{ start, seconds, partial: false, created: 1, completed: 1, failed: 0, cancelled: 0 },
  ...more,
});
const hours = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => bucket(new Date(Date.parse(from) + at * 3600e3).toISOString(), 3600));

describe("buckets along a chart", () => {
  test("hours become days of UTC; a day of which some hours are missing is partial", () => {
    const days = groupOutcomes(hours("2026-11-13T21:00:00Z", 3 + 24 + 5), 86_400);
    expect(days.map(({ start, completed, partial }) => [start.slice(0, 10), completed, partial])).toEqual([
      ["2026-11-13", 3, true],
      ["2026-11-14", 24, false],
      ["2026-11-15", 5, true],
    ]);
  });

  test("what was measured in part stays partial when it is put together", () => {
    const [first, ...others] = hours("2026-11-14T00:00:00Z", 24);
    expect(groupOutcomes([{ ...first!, partial: true }, ...others], 86_400)[0]!.partial).toBe(true);
  });

  test("a bucket ends where the next begins", () => {
    expect(endOf(bucket("2026-11-14T00:00:00.000000Z", 86_400))).toBe("2026-11-15T00:00:00.000Z");
  });

  test("a partial bucket says whether it is not over yet", () => {
    expect(sayBucket(bucket("2020-01-01T00:00:00Z", 86_400, { partial: true }))).toEndWith(", in part");
    expect(sayBucket(bucket("2999-01-01T00:00:00Z", 86_400, { partial: true }))).toEndWith(", so far");
  });

  test.each([120, 400, 1000])("words keep their distance at %p px, and the last is now", (width) => {
    for (const buckets of [hours("2026-11-13T21:00:00Z", 168), groupOutcomes(hours("2026-08-22T00:00:00Z", 90 * 24), 86_400)]) {
      const ticks = timeTicks(buckets, width);
      expect(ticks.at(-1)).toEqual({ at: buckets.length - 1, label: buckets[0]!.seconds === 3600 ? "Now" : "Today" });
      const gaps = ticks.slice(1).map(({ at }, index) => ((at - ticks[index]!.at) / buckets.length) * width);
      expect(Math.min(...gaps)).toBeGreaterThan(38);
      expect(ticks.length).toBeLessThanOrEqual(Math.max(3, width / 60));
    }
  });
});
