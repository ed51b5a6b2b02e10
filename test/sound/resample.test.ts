import { expect, test } from "bun:test";
import { resample } from "../../src/sound/resample.ts";
import { levelOf, tone } from "./tones.ts";

const dB = (ratio: number): number => 20 * Math.log10(ratio);

test.each([
  [16_000, 48_000, 1_000],
  [22_050, 48_000, 1_000],
  [22_050, 48_000, 9_000],
  [48_000, 16_000, 6_000],
])("from %d to %d Hz a tone of %d Hz keeps its level and its phase", (from, to, hz) => {
  const made = resample(tone(hz, 0.5, from), from, to);
  const wanted = tone(hz, 0.5, to);
  const error = made.map((value, index) => value - wanted[index]!);
  expect(dB(levelOf(error) / levelOf(wanted))).toBeLessThan(-45);
});

test("no image of a tone appears above the old half rate, and what the new rate cannot hold goes", () => {
  const mirrored = resample(tone(7_000, 0.5, 16_000), 16_000, 48_000);
  const image = tone(9_000, 0.5, 48_000, 1);
  const leak = Math.abs(mirrored.reduce((sum, value, index) => sum + value * image[index]!, 0) / mirrored.length);
  expect(dB(leak)).toBeLessThan(-60);
  expect(dB(levelOf(resample(tone(11_000, 0.5, 48_000), 48_000, 16_000)))).toBeLessThan(-60);
});

test("a click stays where it is", () => {
  const click = new Float32Array(2_205);
  click[1_000] = 1;
  const made = resample(click, 22_050, 48_000);
  const loudest = made.reduce((best, value, index) => (value > made[best]! ? index : best), 0);
  expect(loudest).toBe(Math.round((1_000 * 48_000) / 22_050));
});

test("the length follows the rate, and the same rate changes nothing", () => {
  expect(resample(new Float32Array(22_050), 22_050, 48_000).length).toBe(48_000);
  expect(resample(new Float32Array(0), 22_050, 48_000).length).toBe(0);
  expect(resample(tone(440, 0.1, 48_000), 48_000, 48_000)).toEqual(tone(440, 0.1, 48_000));
});
