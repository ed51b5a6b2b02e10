import { describe, expect, test } from "bun:test";
import { ACCURACY, addSketch, addValue, emptySketch, MOST_CELLS, quantile, type Sketch } from "../../src/domain/sketch.ts";
import { seeded } from "../store/fill.ts";

function sketchOf(values: readonly number[]): Sketch {
  const sketch = emptySketch();
  for (const value of values) addValue(sketch, value);
  return sketch;
}

const random = seeded(1);
const many = (make: () => number): number[] => Array.from({ length: 5000 }, make);
const normal = (): number => Math.sqrt(-2 * Math.log(random() || 1)) * Math.cos(2 * Math.PI * random());

describe("a percentile is within the accuracy of the exact one", () => {
  const DISTRIBUTIONS: [string, number[]][] = [
    ["one value", [12.5]],
    ["two values", [1, 1000]],
    ["the same value many times", many(() => 7)],
    ["evenly spread values", many(() => random() * 600)],
    ["values of a long tail", many(() => Math.exp(3 + normal()))],
    ["values of a very long tail", many(() => (1 - random()) ** -1.5)],
    ["fast answers and a few slow ones", many(() => (random() < 0.99 ? 0.2 + random() : 5000 + 1000 * random()))],
    ["values from thousandths to millions", many(() => 10 ** (random() * 9 - 3))],
  ];
  const SHARES = [0, 0.01, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 1];

  test.each(DISTRIBUTIONS)("of %s", (_name, values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const sketch = sketchOf(values);
    const errors = SHARES.map((share) => {
      const exact = sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!;
      return Math.abs(quantile(sketch, share)! - exact) / exact;
    });
    expect(Math.max(...errors)).toBeLessThanOrEqual(ACCURACY * 1.0001);
    expect(quantile(sketch, 1)).toBe(sorted.at(-1)!);
    expect(quantile(sketch, 0)! / sorted[0]!).toBeCloseTo(1, 1);
  });
});

test("merged sketches are the sketch of all values", () => {
  const values = many(() => Math.exp(normal()));
  const merged = emptySketch();
  for (let part = 0; part < 10; part++) addSketch(merged, sketchOf(values.slice(part * 500, part * 500 + 500)));
  const whole = sketchOf(values);
  expect({ ...merged, sum: 0 }).toEqual({ ...whole, sum: 0 });
  expect(merged.sum).toBeCloseTo(whole.sum, 6);
});

test("nothing has no percentile", () => expect(quantile(emptySketch(), 0.5)).toBeNull());

test("what is no length of time is left out", () => {
  expect(sketchOf([Number.NaN, -1, Number.POSITIVE_INFINITY]).count).toBe(0);
});

test("a sketch has a bounded number of cells, and the least and the most of any value", () => {
  const sketch = sketchOf([0, 1e-9, 1e12, ...many(() => 10 ** (random() * 30 - 15))]);
  expect(sketch.cells.size).toBeLessThanOrEqual(MOST_CELLS);
  expect(MOST_CELLS).toBeLessThan(1200);
  expect([sketch.least, quantile(sketch, 0)! <= 1e-3, sketch.most >= 1e12]).toEqual([0, true, true]);
});
