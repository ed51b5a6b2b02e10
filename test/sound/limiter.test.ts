import { describe, expect, test } from "bun:test";
import { seededRandom } from "../../src/domain/seed.ts";
import { applyCurve, levelCurve, limitCurve, openMixAnalysis, predictLoudness, STEP } from "../../src/sound/limiter.ts";
import { openLoudnessMeter } from "../../src/sound/loudness.ts";
import { openTruePeakMeter } from "../../src/sound/true-peak.ts";

const RATE = 48_000;

/** Noise in bursts, with a click now and then that stands `clickDb` above it. */
function bursts(level: number, clickDb: number): Float32Array {
  const random = seededRandom(7);
  const samples = new Float32Array(2 * 8 * RATE);
  for (let i = 0; i < samples.length; i++) {
    const click = (i >> 1) % 17_003 < 20 ? 10 ** (clickDb / 20) : 1;
    samples[i] = level * click * (random() * 2 - 1) * (0.3 + 0.7 * Math.sin((Math.PI * i) / 60_000) ** 2);
  }
  return samples;
}

function analyse(samples: Float32Array) {
  const analyser = openMixAnalysis();
  for (let at = 0; at < samples.length; at += 2 * 100 * STEP) analyser.add(samples.subarray(at, at + 2 * 100 * STEP));
  return analyser.analysis;
}

describe("a mix", () => {
  test.each([
    ["with little to limit", 0.05, 0],
    ["with peaks that must go", 0.05, 14],
    ["that is far too loud", 0.9, 3],
    ["that is nearly silent", 0.0008, 6],
  ])("%s comes to -14 LUFS under the ceiling, as foretold", (_, level, clickDb) => {
    const samples = bursts(level, clickDb);
    const analysis = analyse(samples);
    const curve = levelCurve(analysis, -14, -1.8)!;
    applyCurve(samples, curve, 0);
    const meter = openLoudnessMeter(2);
    const peaks = openTruePeakMeter(2);
    meter.add(samples);
    peaks.add(samples);
    expect(Math.abs(meter.integrated() + 14)).toBeLessThan(0.05);
    expect(Math.abs(meter.integrated() - predictLoudness(analysis, curve))).toBeLessThan(0.05);
    expect(peaks.peakDb()).toBeLessThan(-1.7);
  });

  test("of silence has no level to be brought to", () => {
    expect(levelCurve(analyse(new Float32Array(2 * RATE)), -14, -1.8)).toBeUndefined();
  });
});

test("the gain is down when the peak comes, fell gently before it and recovers slowly after", () => {
  const peaks = new Float32Array(300).fill(0.5);
  peaks[100] = 2;
  const curve = limitCurve(peaks, 1, 0.8);
  expect(Math.max(curve[100]!, curve[101]!)).toBeLessThanOrEqual(0.4001);
  expect(curve[90]).toBe(1);
  for (let i = 1; i < curve.length; i++) expect(Math.abs(curve[i]! - curve[i - 1]!)).toBeLessThan(0.13);
  expect(curve[120]).toBeLessThan(0.8);
  expect(curve[299]).toBeGreaterThan(0.95);
});
