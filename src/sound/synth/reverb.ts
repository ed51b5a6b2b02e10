import { SAMPLE_RATE } from "../../domain/speech.ts";
import { highPass } from "../biquad.ts";
import { openFilter } from "../running-filter.ts";

/** A room: a feedback delay network of eight lines with a Householder matrix, after J.-M. Jot. */
export type Reverb = {
  /** Adds the room's answer to `count` (at most 512) mono samples to both channels. Spoils the input. */
  render(input: Float32Array, left: Float32Array, right: Float32Array, count: number): void;
};

/** Lengths in samples: primes from 31 to 79 ms, longer than the largest block. */
const LENGTHS = [1493, 1787, 2081, 2389, 2711, 3067, 3413, 3793];
const LONGEST = 4096;
const PREDELAY = 960;
const DECAY_SEC = 2.6;
const BLOCK = 512;
/** Damping of highs at each pass. */
const DULLNESS = 0.24;
const LEVEL = 0.4;

/** Opens a silent room that takes 2.6 s to fall by 60 dB. */
export function openReverb(): Reverb {
  const lines = LENGTHS.map(() => new Float32Array(LONGEST));
  const outputs = LENGTHS.map(() => new Float32Array(BLOCK));
  const gains = LENGTHS.map((length) => 10 ** ((-3 * length) / (DECAY_SEC * SAMPLE_RATE)));
  const dull = new Float64Array(LENGTHS.length);
  const sum = new Float32Array(BLOCK);
  const early = new Float32Array(LONGEST);
  const rumble = openFilter(highPass({ rate: SAMPLE_RATE, hz: 170, q: 0.7 }));
  let at = 0;
  return {
    render(input, left, right, count) {
      rumble(input, count);
      delayInput(early, input, at, count);
      sum.fill(0, 0, count);
      for (let line = 0; line < LENGTHS.length; line++) {
        dull[line] = readLine(lines[line]!, outputs[line]!, sum, at - LENGTHS[line]!, gains[line]!, dull[line]!, count);
      }
      for (let line = 0; line < LENGTHS.length; line++) {
        writeLine(lines[line]!, outputs[line]!, sum, input, at, line % 3 === 0 ? -1 : 1, count);
        addTo(line % 2 === 0 ? left : right, outputs[line]!, line % 4 < 2 ? LEVEL : -LEVEL, count);
      }
      at = (at + count) & (LONGEST - 1);
    },
  };
}

function delayInput(early: Float32Array, input: Float32Array, at: number, count: number): void {
  for (let i = 0; i < count; i++) early[(at + i) & (LONGEST - 1)] = input[i]!;
  for (let i = 0; i < count; i++) input[i] = early[(at + i - PREDELAY) & (LONGEST - 1)]!;
}

function readLine(
  line: Float32Array,
  output: Float32Array,
  sum: Float32Array,
  from: number,
  gain: number,
  dullBefore: number,
  count: number,
): number {
  let dull = dullBefore;
  for (let i = 0; i < count; i++) {
    const value = line[(from + i) & (LONGEST - 1)]! * gain;
    dull = value + DULLNESS * (dull - value);
    output[i] = dull;
    sum[i] = sum[i]! + dull;
  }
  return Math.abs(dull) < 1e-20 ? 0 : dull;
}

function writeLine(
  line: Float32Array,
  output: Float32Array,
  sum: Float32Array,
  input: Float32Array,
  at: number,
  sign: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) line[(at + i) & (LONGEST - 1)] = output[i]! - 0.25 * sum[i]! + sign * input[i]!;
}

function addTo(channel: Float32Array, output: Float32Array, gain: number, count: number): void {
  for (let i = 0; i < count; i++) channel[i] = channel[i]! + gain * output[i]!;
}
