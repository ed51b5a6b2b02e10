import { SAMPLE_RATE } from "../domain/speech.ts";

/** How long the limiter takes from full gain to none before a peak, and back after it. */
const FALL_SEC = 0.002;
const RISE_SEC = 0.06;

/** How a compressor hears and acts; levels in dB of full scale, times in seconds. */
export type Compression = { thresholdDb: number; ratio: number; attackSec: number; releaseSec: number };

/** Samples that share one step of the gain, which moves evenly between steps. */
const STEP = 16;

/** Turns down in place what is louder than the threshold, with a knee of 6 dB: a feed-forward compressor on the smoothed level. */
export function compress(samples: Float32Array, { thresholdDb, ratio, attackSec, releaseSec }: Compression): void {
  const [attack, release] = [smoothing(attackSec), smoothing(releaseSec)];
  let [power, gain] = [0, 1];
  for (let start = 0; start < samples.length; start += STEP) {
    const end = Math.min(start + STEP, samples.length);
    for (let index = start; index < end; index++) {
      const square = samples[index]! ** 2;
      power += (square - power) * (square > power ? attack : release);
    }
    const slope = (gainFor(10 * Math.log10(power + 1e-12) - thresholdDb, ratio) - gain) / STEP;
    for (let index = start; index < end; index++) samples[index]! *= gain += slope;
  }
}

/** The gain for a level so many dB above the threshold. */
function gainFor(overDb: number, ratio: number): number {
  const bentDb = overDb <= -3 ? 0 : overDb < 3 ? (overDb + 3) ** 2 / 12 : overDb;
  return 10 ** ((bentDb * (1 / ratio - 1)) / 20);
}

/** Keeps every sample within `ceiling`, in place and without delay: the gain is down before the peak arrives and recovers after it. */
export function limit(samples: Float32Array, ceiling: number): void {
  const gains = new Float32Array(samples.length).fill(1);
  const [fall, rise] = [1 / (FALL_SEC * SAMPLE_RATE), 1 / (RISE_SEC * SAMPLE_RATE)];
  let gain = 1;
  for (let index = samples.length - 1; index >= 0; index--) {
    gain = Math.min(gain + fall, 1, ceiling / Math.max(ceiling, Math.abs(samples[index]!)));
    gains[index] = gain;
  }
  gain = 1;
  for (let index = 0; index < samples.length; index++) {
    gain = Math.min(gain + rise, gains[index]!);
    samples[index]! *= gain;
  }
}

/** Raises from and lowers to nothing at both ends, in place, so that neither clicks. */
export function fadeEnds(samples: Float32Array, lengthSamples: number): void {
  const length = Math.min(lengthSamples, samples.length >> 1);
  for (let index = 0; index < length; index++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * (index + 0.5)) / length);
    samples[index]! *= gain;
    samples[samples.length - 1 - index]! *= gain;
  }
}

const smoothing = (sec: number): number => 1 - Math.exp(-1 / (sec * SAMPLE_RATE));
