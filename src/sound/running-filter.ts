import type { Biquad } from "./biquad.ts";

/** A filter that remembers, for sound that comes in blocks. Filters `count` mono samples in place, from the first. */
export type RunningFilter = (samples: Float32Array, count: number) => void;

/** Opens a filter for one channel (transposed direct form II). */
export function openFilter({ b0, b1, b2, a1, a2 }: Biquad): RunningFilter {
  let s1 = 0;
  let s2 = 0;
  return (samples, count) => {
    let first = s1;
    let second = s2;
    for (let i = 0; i < count; i++) {
      const input = samples[i]!;
      const output = b0 * input + first;
      first = b1 * input - a1 * output + second;
      second = b2 * input - a2 * output;
      samples[i] = output;
    }
    s1 = Math.abs(first) < 1e-20 ? 0 : first;
    s2 = Math.abs(second) < 1e-20 ? 0 : second;
  };
}
