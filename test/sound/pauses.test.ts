import { expect, test } from "bun:test";
import { findPauses, keepOutOfPauses } from "../../src/sound/pauses.ts";
import { tone } from "./tones.ts";

test("pauses are found to a hundredth of a second, and short ones are none", () => {
  const samples = tone(300, 3, 16_000);
  samples.fill(0.0001, 16_000, 24_000);
  samples.fill(0, 32_000, 33_000);
  const pauses = findPauses(samples, 16_000, 0.2);
  expect(pauses.length).toBe(1);
  expect(pauses[0]!.startSec).toBeCloseTo(1, 1);
  expect(pauses[0]!.endSec).toBeCloseTo(1.5, 1);
});

test("silence all through, and no sound at all", () => {
  expect(findPauses(new Float32Array(16_000), 16_000, 0.2)).toEqual([{ startSec: 0, endSec: 1 }]);
  expect(findPauses(new Float32Array(0), 16_000, 0.2)).toEqual([]);
});

test.each([
  ["before it stays", { start: 0, end: 0.9 }, { start: 0, end: 0.9 }],
  ["mostly before ends with the sound", { start: 0.5, end: 1.7 }, { start: 0.5, end: 1 }],
  ["mostly after begins with the sound", { start: 0.9, end: 2.5 }, { start: 2, end: 2.5 }],
  ["inside goes to the nearer end", { start: 1.2, end: 1.6 }, { start: 1, end: 1 }],
])("a word that lies %s", (_, word, kept) => {
  expect(keepOutOfPauses([{ text: "a", ...word }], [{ startSec: 1, endSec: 2 }])).toEqual([{ text: "a", ...kept }]);
});
