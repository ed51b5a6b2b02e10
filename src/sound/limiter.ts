import { SAMPLE_RATE } from "../domain/speech.ts";
import { gateLoudness, openKWeighting, weighedEnergy } from "./loudness.ts";
import { openTruePeak } from "./true-peak.ts";

/** Frames that share one step of the limiter's gain: 1.33 ms. */
export const STEP = 64;
const STEPS_PER_HOP = SAMPLE_RATE / 10 / STEP;
/** The gain begins to fall so many steps (6.7 ms) before a peak. */
const ATTACK_STEPS = 5;
/** How much of a reduction is left one step after the peak: 70 ms to a third. */
const RELEASE = Math.exp(-STEP / (0.07 * SAMPLE_RATE));

/** What has to be known of a mix to bring it to a loudness under a ceiling: true peak and K-weighted energy for each step of 64 frames. 12 KB a second. */
export type MixAnalysis = { peaks: number[]; energies: number[] };

/** Takes a stereo mix as it comes; every block but the last has a multiple of 64 frames. Peaks that cannot reach `careFrom` are not interpolated. */
export function openMixAnalysis(careFrom = 0): { add(block: Float32Array): void; analysis: MixAnalysis } {
  const analysis: MixAnalysis = { peaks: [], energies: [] };
  const channels = [0, 1].map((offset) => ({ offset, weighting: openKWeighting(), detector: openTruePeak(STEP) }));
  return {
    analysis,
    add(block) {
      for (let at = 0; at < block.length; at += 2 * STEP) {
        const count = Math.min(STEP, (block.length - at) / 2);
        let peak = 0;
        let energy = 0;
        for (const { offset, weighting, detector } of channels) {
          peak = Math.max(peak, detector.peak(block, at + offset, 2, count, careFrom));
          energy += weighedEnergy(weighting, block, at + offset, 2, count);
        }
        analysis.peaks.push(peak);
        analysis.energies.push(energy);
      }
    },
  };
}

/** The whole gain curve of a look-ahead limiter: one value at the start of each step and one at the end; in between it runs straight. No step exceeds `ceiling` after it. */
export function limitCurve(peaks: ArrayLike<number>, gain: number, ceiling: number): Float32Array {
  const allowed = new Float32Array(peaks.length + 1);
  for (let i = 0; i < allowed.length; i++) {
    allowed[i] = Math.min(1, ceiling / (gain * Math.max(peaks[i - 1] ?? 0, peaks[i] ?? 0, 1e-9)));
  }
  const held = holdAhead(allowed);
  const curve = new Float32Array(allowed.length);
  for (let i = 0; i < curve.length; i++) {
    let sum = 0;
    for (let back = 0; back <= ATTACK_STEPS; back++) sum += held[Math.max(0, i - back)]!;
    curve[i] = (gain * sum) / (ATTACK_STEPS + 1);
  }
  return curve;
}

/** The least of what the coming steps allow, recovering slowly afterwards. */
function holdAhead(allowed: Float32Array): Float32Array {
  const held = new Float32Array(allowed.length);
  let last = 1;
  for (let i = 0; i < held.length; i++) {
    let least = 1 - (1 - last) * RELEASE;
    for (let ahead = 0; ahead <= ATTACK_STEPS && i + ahead < allowed.length; ahead++) least = Math.min(least, allowed[i + ahead]!);
    held[i] = last = least;
  }
  return held;
}

/** Integrated loudness in LUFS that a mix will have after a gain curve. */
export function predictLoudness(analysis: MixAnalysis, curve: Float32Array): number {
  const hops = new Float64Array(Math.floor(analysis.energies.length / STEPS_PER_HOP));
  for (let hop = 0; hop < hops.length; hop++) {
    let energy = 0;
    for (let i = hop * STEPS_PER_HOP; i < (hop + 1) * STEPS_PER_HOP; i++) {
      const gain = (curve[i]! + curve[i + 1]!) / 2;
      energy += analysis.energies[i]! * gain * gain;
    }
    hops[hop] = energy / (STEPS_PER_HOP * STEP);
  }
  return gateLoudness(hops);
}

/** The gain curve that brings a mix to `targetLufs` with no true peak above `ceilingDb`, limiter included. Undefined when the mix is silent. */
export function levelCurve(analysis: MixAnalysis, targetLufs: number, ceilingDb: number): Float32Array | undefined {
  const ceiling = 10 ** (ceilingDb / 20);
  let gainDb = targetLufs - predictLoudness(analysis, new Float32Array(analysis.peaks.length + 1).fill(1));
  if (!Number.isFinite(gainDb)) return undefined;
  const highestDb = gainDb + 24;
  let curve = limitCurve(analysis.peaks, 10 ** (gainDb / 20), ceiling);
  for (let round = 0; round < 20; round++) {
    const missing = targetLufs - predictLoudness(analysis, curve);
    if (Math.abs(missing) < 0.01 || gainDb >= highestDb) break;
    gainDb = Math.min(highestDb, gainDb + missing * (missing > 0 ? 1.3 : 1));
    curve = limitCurve(analysis.peaks, 10 ** (gainDb / 20), ceiling);
  }
  return curve;
}

/** Multiplies a stereo block in place by the curve, beginning at step `step` of it. */
export function applyCurve(block: Float32Array, curve: Float32Array, step: number): void {
  for (let at = 0; at < block.length; at += 2 * STEP, step++) {
    const end = Math.min(block.length, at + 2 * STEP);
    const slope = (curve[step + 1]! - curve[step]!) / STEP;
    let gain = curve[step]!;
    for (let i = at; i < end; i += 2) {
      block[i] = block[i]! * gain;
      block[i + 1] = block[i + 1]! * gain;
      gain += slope;
    }
  }
}
