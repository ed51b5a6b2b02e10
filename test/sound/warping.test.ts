import { expect, test } from "bun:test";
import type { Features } from "../../src/sound/mfcc.ts";
import { warp } from "../../src/sound/warping.ts";

const features = (...values: number[]): Features => ({ rows: Float32Array.from(values), width: 1, frames: values.length, hopSec: 0.01 });
const everything = (a: Features, b: Features) => ({ from: new Int32Array(a.frames), to: new Int32Array(a.frames).fill(b.frames - 1) });

test.each([
  ["the same", [1, 5, 9], [1, 5, 9], [0, 1, 2], [0, 1, 2]],
  ["a frame that lasts longer", [1, 5, 9], [1, 5, 5, 5, 9], [0, 1, 4], [0, 3, 4]],
  ["a frame that lasts shorter", [1, 5, 5, 5, 9], [1, 5, 9], [0, 1, 1, 1, 2], [0, 1, 1, 1, 2]],
  ["a single frame", [1], [1, 1, 1], [0], [2]],
])("%s is found", (_, left, right, first, last) => {
  const [a, b] = [features(...left), features(...right)];
  const path = warp(a, b, everything(a, b));
  expect([[...path.first], [...path.last]]).toEqual([first, last]);
});

test("the path stays in its band and reaches both ends", () => {
  const [a, b] = [features(1, 1, 9, 9, 9, 9), features(1, 1, 1, 1, 1, 9)];
  const band = { from: Int32Array.of(0, 0, 1, 2, 3, 4), to: Int32Array.of(1, 2, 3, 4, 5, 5) };
  const path = warp(a, b, band);
  expect([path.first[0], path.last[5]]).toEqual([0, 5]);
  for (let row = 0; row < 6; row++) {
    expect(path.first[row]!).toBeGreaterThanOrEqual(band.from[row]!);
    expect(path.last[row]!).toBeLessThanOrEqual(band.to[row]!);
  }
});
