import { describe, expect, test } from "bun:test";
import { atOfRow, endOf, placeRows, ROW, realEnd, toAt, toTop } from "../../../../src/web/pages/job/log-scroll.ts";

const view = 400;

describe.each([1, 20, 21, 1000, 1_000_000, 50_000_000])("of %d rows", (rows) => {
  const extent = { rows, view };

  test("the beginning shows the first, the end the last, wrapped or not", () => {
    for (const wrap of [false, true]) {
      expect(placeRows(0, extent, wrap)).toMatchObject({ from: 0, point: 0, y: 0 });
      expect(placeRows(endOf(extent), extent, wrap).to).toBe(rows - 1);
    }
  });

  test("no more are drawn than fit, twice over when wrapped", () => {
    for (const share of [0, 0.3, 0.77, 1]) {
      const plain = placeRows(endOf(extent) * share, extent, false);
      expect(plain.to - plain.from).toBeLessThanOrEqual(view / ROW + 1);
      const wrapped = placeRows(endOf(extent) * share, extent, true);
      expect(wrapped.to - wrapped.from).toBeLessThanOrEqual((view / ROW) * 2 + 4);
    }
  });

  test("what the browser scrolls stays within what it can lay out, and leads to the same place", () => {
    expect(realEnd(extent)).toBeLessThan(12_000_001);
    for (const share of [0, 0.25, 1]) {
      const at = endOf(extent) * share;
      expect(toAt(toTop(at, extent), extent)).toBeCloseTo(at, 3);
    }
  });

  test("a line is brought into sight", () => {
    const row = Math.floor(rows / 2);
    const { from, to } = placeRows(atOfRow(row, extent), extent, false);
    expect(from <= row && row <= to).toBe(true);
  });
});
