import { describe, expect, test } from "bun:test";
import { hashSeed } from "../../../src/domain/seed.ts";
import { Mood } from "../../../src/domain/storyboard.ts";
import { openLoudnessMeter } from "../../../src/sound/loudness.ts";
import { type Commission, synthesise } from "../../../src/sound/synth/synthesiser.ts";
import { openTruePeakMeter } from "../../../src/sound/true-peak.ts";

const RATE = 48_000;
const one = (mood: Mood, durationSec: number, seed = 1): Commission => ({
  durationSec,
  spans: [{ startSec: 0, endSec: durationSec, mood }],
  seed,
});

function play(commission: Commission): Float32Array {
  const blocks = [...synthesise(commission)];
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    samples.set(block, at);
    at += block.length;
  }
  return samples;
}

const fingerprint = (samples: Float32Array): string => Bun.hash(new Uint8Array(samples.buffer)).toString(16);
const peakOf = (samples: Float32Array): number => samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);

describe.each(Mood.options)("%s music", (mood) => {
  const samples = play(one(mood, 24, 2));

  test("lasts exactly as long as the film", () => {
    expect(samples.length).toBe(2 * 24 * RATE);
  });

  test("is heard from the first moment and rings out exactly at the end", () => {
    expect(peakOf(samples.subarray(0, 0.15 * RATE))).toBeGreaterThan(0.02);
    expect(peakOf(samples.subarray(-2 * 1.5 * RATE, -2 * RATE))).toBeGreaterThan(0.01);
    expect(peakOf(samples.subarray(-2 * 0.4 * RATE))).toBeGreaterThan(0.001);
    expect(peakOf(samples.subarray(-20))).toBeLessThan(0.0001);
  });

  test("has the loudness of the others, no peak near full scale, no offset and no click", () => {
    const meter = openLoudnessMeter(2);
    const peaks = openTruePeakMeter(2);
    meter.add(samples);
    peaks.add(samples);
    expect(Math.abs(meter.integrated() + 22)).toBeLessThan(1.2);
    expect(peaks.peakDb()).toBeLessThan(-3);
    expect(Math.abs(samples.reduce((sum, value) => sum + value, 0) / samples.length)).toBeLessThan(1e-5);
    let jump = 0;
    for (let i = 2; i < samples.length; i++) jump = Math.max(jump, Math.abs(samples[i]! - samples[i - 2]!));
    expect(jump).toBeLessThan(0.12);
  });
});

test("the same commission gives the same bytes; another seed is another piece", () => {
  const first = play(one("calm", 10, 5));
  expect(fingerprint(play(one("calm", 10, 5)))).toBe(fingerprint(first));
  const other = play(one("calm", 10, 6));
  let [product, a, b] = [0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    product += first[i]! * other[i]!;
    a += first[i]! ** 2;
    b += other[i]! ** 2;
  }
  expect(Math.abs(product / Math.sqrt(a * b))).toBeLessThan(0.3);
});

test("films of any length end in time", () => {
  for (const durationSec of [0.5, 1, 2.75, 5.033, 11.1]) {
    const samples = play(one("playful", durationSec, hashSeed(durationSec)));
    expect(samples.length).toBe(2 * Math.round(durationSec * RATE));
    expect(samples.every(Number.isFinite)).toBe(true);
    expect(peakOf(samples.subarray(-20))).toBeLessThan(0.0002);
  }
});
