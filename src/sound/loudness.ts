import { SAMPLE_RATE } from "../domain/speech.ts";

/** Samples in 100 ms, the step of the gating blocks. */
const HOP = SAMPLE_RATE / 10;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/** Mean square, already K-weighted and summed over channels, to LUFS. */
export const toLufs = (power: number): number => (power > 0 ? -0.691 + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY);

/** One channel's K-weighting memory: two values for each of its two filters. */
export type KWeighting = Float64Array;

/** Opens K-weighting for one channel. */
export const openKWeighting = (): KWeighting => new Float64Array(4);

/** The sum of squares of `count` K-weighted samples of one channel at 48 kHz. Source: ITU-R BS.1770-4, Annex 1, tables 1 and 2. */
export function weighedEnergy(state: KWeighting, samples: Float32Array, from: number, stride: number, count: number): number {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let sum = 0;
  for (let i = 0, at = from; i < count; i++, at += stride) {
    const x = samples[at]!;
    const y = 1.53512485958697 * x + a;
    a = -2.69169618940638 * x + 1.69065929318241 * y + b;
    b = 1.19839281085285 * x - 0.73248077421585 * y;
    const z = y + c;
    c = -2 * y + 1.99004745483398 * z + d;
    d = y - 0.99007225036621 * z;
    sum += z * z;
  }
  state[0] = withoutDenormal(a);
  state[1] = withoutDenormal(b);
  state[2] = withoutDenormal(c);
  state[3] = withoutDenormal(d);
  return sum;
}

const withoutDenormal = (value: number): number => (Math.abs(value) < 1e-20 ? 0 : value);

/**
 * Integrated loudness in LUFS from the mean squares of 100 ms hops: blocks of 400 ms, gated at -70 LUFS and 10 LU under the rest;
 * -Infinity when nothing passes. Source: ITU-R BS.1770-4, Annex 1.
 */
export function gateLoudness(hopPowers: ArrayLike<number>): number {
  const blocks = toBlocks(hopPowers);
  const audible = meanAbove(blocks, ABSOLUTE_GATE);
  return toLufs(meanAbove(blocks, Math.max(ABSOLUTE_GATE, toLufs(audible) + RELATIVE_GATE)));
}

function toBlocks(hops: ArrayLike<number>): Float64Array {
  const blocks = new Float64Array(Math.max(0, hops.length - 3));
  for (let i = 0; i < blocks.length; i++) blocks[i] = (hops[i]! + hops[i + 1]! + hops[i + 2]! + hops[i + 3]!) / 4;
  return blocks;
}

function meanAbove(blocks: Float64Array, gateLufs: number): number {
  const gate = 10 ** ((gateLufs + 0.691) / 10);
  let sum = 0;
  let count = 0;
  for (const power of blocks) {
    if (power <= gate) continue;
    sum += power;
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/** A meter that takes sound as it comes and keeps 10 numbers for each second. */
export type LoudnessMeter = {
  /** Adds interleaved samples at 48 kHz. */
  add(block: Float32Array): void;
  /** Integrated loudness so far, LUFS. */
  integrated(): number;
  /** K-weighted mean squares of the full 100 ms hops so far. */
  hops(): number[];
};

/** Opens a loudness meter for one or two channels. */
export function openLoudnessMeter(channels: 1 | 2): LoudnessMeter {
  const states = Array.from({ length: channels }, openKWeighting);
  const hops: number[] = [];
  let energy = 0;
  let filled = 0;
  const addPart = (block: Float32Array, fromFrame: number, frames: number) => {
    for (let channel = 0; channel < channels; channel++) {
      energy += weighedEnergy(states[channel]!, block, fromFrame * channels + channel, channels, frames);
    }
    filled += frames;
    if (filled < HOP) return;
    hops.push(energy / HOP);
    energy = 0;
    filled = 0;
  };
  return {
    add(block) {
      const frames = block.length / channels;
      for (let at = 0; at < frames; ) {
        const part = Math.min(HOP - filled, frames - at);
        addPart(block, at, part);
        at += part;
      }
    },
    integrated: () => gateLoudness(hops),
    hops: () => hops,
  };
}

/** Integrated loudness of mono samples at 48 kHz, LUFS; what is shorter than one block of 0.4 s is measured as one block, silence is -Infinity. */
export function measureLoudness(samples: Float32Array): number {
  const meter = openLoudnessMeter(1);
  meter.add(samples);
  if (meter.hops().length >= 4) return meter.integrated();
  return toLufs(weighedEnergy(openKWeighting(), samples, 0, 1, samples.length) / Math.max(1, samples.length));
}
