import { describe, expect, test } from "bun:test";
import { allRows, coverPairs, pairsOf, sampleRows, valuesOf } from "./pairwise.ts";

const FACTORS = { style: ["a", "b", "c", "d", "e", "f"], aspect: ["1", "2", "3"], language: ["u", "v", "w", "x", "y", "z"] };

describe("rows that cover pairs", () => {
  const rows = coverPairs(FACTORS);

  test("hold every pair, in about as few rows as the two longest factors have pairs", () => {
    expect(new Set(rows.flatMap(pairsOf))).toEqual(new Set(allRows(FACTORS).flatMap(pairsOf)));
    expect(rows.length).toBeLessThanOrEqual(40);
  });

  test("are the same every time, none twice", () => {
    expect(coverPairs(FACTORS)).toEqual(rows);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
  });

  test("can be sampled so that every value occurs", () => {
    const few = sampleRows(rows, 8);
    expect(few).toHaveLength(8);
    expect(new Set(few.flatMap(valuesOf))).toEqual(new Set(rows.flatMap(valuesOf)));
    expect(sampleRows(rows.slice(0, 3), 8)).toHaveLength(3);
  });
});
