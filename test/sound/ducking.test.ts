import { expect, test } from "bun:test";
import { buildDucking, DUCK_DB, DUCK_RATE, joinSpans } from "../../src/sound/ducking.ts";

const db = (gain: number): number => 20 * Math.log10(gain);
const at = (gains: Float32Array, sec: number): number => db(gains[Math.round(sec * DUCK_RATE)]!);

test("pauses under 0.7 s are speech, longer ones are not", () => {
  const spans = [
    { startSec: 3, endSec: 4 },
    { startSec: 1, endSec: 2 },
    { startSec: 2.6, endSec: 2.9 },
    { startSec: 5, endSec: 6 },
  ];
  expect(joinSpans(spans)).toEqual([
    { startSec: 1, endSec: 4 },
    { startSec: 5, endSec: 6 },
  ]);
});

test("music is down before speech begins, stays down through it and is back soon after", () => {
  const gains = buildDucking([{ startSec: 2, endSec: 4 }], 8);
  expect(at(gains, 1.6)).toBeCloseTo(0, 3);
  expect(at(gains, 1.85)).toBeLessThan(-3);
  for (let sec = 2; sec <= 4; sec += 0.1) expect(at(gains, sec)).toBeCloseTo(DUCK_DB, 3);
  expect(at(gains, 4.8)).toBeCloseTo(0, 1);
});

test("it moves smoothly: never more than a third of a decibel in 5 ms", () => {
  const gains = buildDucking(
    [
      { startSec: 0.1, endSec: 1 },
      { startSec: 1.9, endSec: 3 },
    ],
    5,
  );
  for (let i = 1; i < gains.length; i++) expect(Math.abs(db(gains[i]!) - db(gains[i - 1]!))).toBeLessThan(0.34);
});

test("without speech nothing moves", () => {
  expect(new Set(buildDucking([], 3))).toEqual(new Set([1]));
});
