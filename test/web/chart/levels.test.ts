import { describe, expect, test } from "bun:test";
import { levelsTo, percentLevels, secondLevels } from "../../../src/web/chart/levels.ts";

describe("lines across a chart", () => {
  test.each([
    [0, [0, 1, 2, 3, 4]],
    [3, [0, 1, 2, 3]],
    [30, [0, 10, 20, 30]],
    [77, [0, 20, 40, 60, 80]],
    [1234, [0, 500, 1000, 1500]],
  ])("whole numbers up to %p are round and few", (most, levels) => {
    const found = levelsTo(most, { whole: true });
    expect(found.slice(0, 2)).toEqual(levels.slice(0, 2));
    expect(found.at(-1)!).toBeGreaterThanOrEqual(most);
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found.every(Number.isInteger)).toBe(true);
  });

  test("percentages end at 100 and reach below the least", () => {
    expect(percentLevels(95)).toEqual([94, 96, 98, 100]);
    expect(percentLevels(60)).toEqual([60, 70, 80, 90, 100]);
    expect(percentLevels(0)).toEqual([0, 25, 50, 75, 100]);
  });

  test("seconds go in the steps of clocks", () => {
    expect(secondLevels(260)).toEqual([0, 60, 120, 180, 240, 300]);
    expect(secondLevels(0.3)).toHaveLength(4);
  });
});
