import { expect, test } from "bun:test";
import { compress, fadeEnds, limit } from "../../src/sound/dynamics.ts";
import { levelOf, tone } from "./tones.ts";

test("a compressor brings loud and soft nearer", () => {
  const [loud, soft] = [tone(300, 1, 48_000, 0.5), tone(300, 1, 48_000, 0.02)];
  const before = levelOf(loud) / levelOf(soft);
  for (const samples of [loud, soft]) compress(samples, { thresholdDb: -24, ratio: 2, attackSec: 0.004, releaseSec: 0.09 });
  expect(levelOf(soft)).toBeCloseTo(0.02 / Math.SQRT2, 3);
  expect(levelOf(loud) / levelOf(soft)).toBeLessThan(before * 0.45);
});

test("a limiter holds every peak, and leaves what is below alone", () => {
  const samples = tone(200, 0.5, 48_000, 0.5);
  for (let index = 12_000; index < 12_100; index++) samples[index] = 1.7;
  const before = samples.slice();
  limit(samples, 0.89);
  expect(samples.every((value) => Math.abs(value) <= 0.89 + 1e-6)).toBe(true);
  expect(samples.slice(0, 11_800)).toEqual(before.slice(0, 11_800));
  expect(samples.slice(-4_000)).toEqual(before.slice(-4_000));
});

test("the limiter's gain moves without a step", () => {
  const samples = new Float32Array(4_800).fill(0.5);
  samples[2_400] = 2;
  limit(samples, 0.8);
  const steps = [...samples].map((value, index) =>
    index === 2_400 || index === 2_401 ? 0 : Math.abs(value - (samples[index - 1] ?? value)),
  );
  expect(Math.max(...steps)).toBeLessThan(0.01);
});

test("faded ends begin and stop near nothing", () => {
  const samples = new Float32Array(1_000).fill(1);
  fadeEnds(samples, 100);
  expect(Math.abs(samples[0]!)).toBeLessThan(0.001);
  expect(Math.abs(samples[999]!)).toBeLessThan(0.001);
  expect(samples[500]).toBe(1);
  fadeEnds(new Float32Array(0), 100);
});
