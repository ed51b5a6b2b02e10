import { SAMPLE_RATE } from "../../domain/speech.ts";

/** How much of the sound around a join is looked at, on each side, and how far from it a click still counts as its own; in sample pairs. */
export const AROUND = Math.round(0.06 * SAMPLE_RATE);
const NEAR = Math.round(0.012 * SAMPLE_RATE);
/** Energy is taken in frames of half a millisecond. */
const FRAME = Math.round(0.0005 * SAMPLE_RATE);
/** A click lasts at most so many frames; a drum or a consonant sounds on. */
const WIDTH = 3;
/** How many times the energy of what surrounds it a click has: 15 dB. */
const STANDS_OUT = 32;
/** Below this step between neighbouring samples nothing is heard. */
const LEAST_STEP = 0.004;

/**
 * Whether a click stands in the middle of interleaved stereo samples: a burst of the highest frequencies (third differences), shorter than
 * two milliseconds, that stands out from the sound before and after it.
 */
export function hasClick(samples: Float32Array): boolean {
  return [0, 1].some((channel) => channelClicks(samples.filter((_, index) => index % 2 === channel)));
}

function channelClicks(samples: Float32Array): boolean {
  const frames = roughness(samples);
  const middle = Math.round(samples.length / 2 / FRAME);
  const reach = Math.round(NEAR / FRAME);
  for (let at = Math.max(0, middle - reach); at <= Math.min(frames.length - 1, middle + reach); at++) {
    const own = frames[at]!;
    if (Math.sqrt(own) < LEAST_STEP) continue;
    const before = loudest(frames, at - 4 * WIDTH * 2, at - WIDTH);
    const after = loudest(frames, at + WIDTH, at + 4 * WIDTH * 2);
    if (own > STANDS_OUT * Math.max(before, after)) return true;
  }
  return false;
}

/** The largest squared third difference in each frame. */
function roughness(samples: Float32Array): Float64Array {
  const frames = new Float64Array(Math.floor(samples.length / FRAME));
  for (let at = 3; at < frames.length * FRAME; at++) {
    const third = samples[at]! - 3 * samples[at - 1]! + 3 * samples[at - 2]! - samples[at - 3]!;
    const frame = Math.floor(at / FRAME);
    frames[frame] = Math.max(frames[frame]!, third * third);
  }
  return frames;
}

function loudest(frames: Float64Array, from: number, to: number): number {
  let most = 0;
  for (let at = Math.max(0, from); at <= Math.min(frames.length - 1, to); at++) most = Math.max(most, frames[at]!);
  return most;
}

/** Keeps what lies around given moments of a stream of interleaved stereo samples. */
export function windowsAround(momentsSec: number[]) {
  const windows = momentsSec.map((sec) => ({ first: Math.round(sec * SAMPLE_RATE) - AROUND, samples: new Float32Array(4 * AROUND) }));
  let heard = 0;
  return {
    windows: windows.map(({ samples }) => samples),
    take(block: Float32Array): void {
      const pairs = block.length / 2;
      for (const { first, samples } of windows) {
        const from = Math.max(first, heard);
        const to = Math.min(first + 2 * AROUND, heard + pairs);
        if (to > from) samples.set(block.subarray(2 * (from - heard), 2 * (to - heard)), 2 * (from - first));
      }
      heard += pairs;
    },
  };
}
