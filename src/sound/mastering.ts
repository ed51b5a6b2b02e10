import { SAMPLE_RATE } from "../domain/speech.ts";
import { filter, highPass, peak } from "./biquad.ts";
import { compress, fadeEnds, limit } from "./dynamics.ts";
import { measureLoudness } from "./loudness.ts";
import { resample } from "./resample.ts";

/** The loudness that every narration is brought to, LUFS, so that scenes match. */
export const SPEECH_LOUDNESS = -18;

/** What a voice has too much or too little of: so many dB around a frequency. */
export type Tone = { hz: number; q: number; gainDb: number }[];

const CEILING = 0.89;
const MOST_GAIN = 100;

/**
 * A voice's raw samples to mastered ones at 48 kHz: resampled, rumble out, its tone mended, light compression, one loudness, no peak above -1 dBFS.
 * Adds and removes no time: what was heard at t seconds is heard at t seconds.
 */
export function master(raw: Float32Array, sampleRate: number, tone: Tone = []): Float32Array {
  const samples = resample(raw, sampleRate, SAMPLE_RATE);
  filter(samples, highPass({ rate: SAMPLE_RATE, hz: 70, q: Math.SQRT1_2 }));
  for (const { hz, q, gainDb } of tone) filter(samples, peak({ rate: SAMPLE_RATE, hz, q }, gainDb));
  normalise(samples, SPEECH_LOUDNESS - 4);
  compress(samples, { thresholdDb: -24, ratio: 2, attackSec: 0.004, releaseSec: 0.09 });
  normalise(samples, SPEECH_LOUDNESS);
  limit(samples, CEILING);
  fadeEnds(samples, Math.round(0.005 * SAMPLE_RATE));
  return samples;
}

/** Brings samples to a loudness in place; what is next to silent stays so. */
function normalise(samples: Float32Array, loudness: number): void {
  const measured = measureLoudness(samples);
  if (!Number.isFinite(measured)) return;
  const gain = Math.min(MOST_GAIN, 10 ** ((loudness - measured) / 20));
  for (let index = 0; index < samples.length; index++) samples[index]! *= gain;
}
