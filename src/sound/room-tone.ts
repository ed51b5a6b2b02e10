import { seededRandom } from "../domain/seed.ts";
import { STEP } from "./limiter.ts";

/** Length of the loop, frames: a prime, so that it never falls in step with anything. */
const LOOP = 95_987;
/** Root mean square of the tone, dBFS: below what one notices, above what counts as a dropout. */
const LEVEL_DB = -58;

let loop: Float32Array | undefined;

/** Adds the hush of a quiet room to a stereo block that begins at step `step`, so that pauses of a film without music are not dead. */
export function addRoomTone(block: Float32Array, step: number): void {
  loop ??= buildLoop();
  let at = (step * STEP) % LOOP;
  for (let i = 0; i < block.length; i += 2) {
    block[i] = block[i]! + loop[at]!;
    block[i + 1] = block[i + 1]! + loop[LOOP - 1 - at]!;
    at = at + 1 === LOOP ? 0 : at + 1;
  }
}

/** Noise that falls by 6 dB an octave above 150 Hz, wrapped so that it has no seam. */
function buildLoop(): Float32Array {
  const random = seededRandom(1);
  const white = Float32Array.from({ length: LOOP }, () => random() - 0.5);
  const tone = new Float32Array(LOOP);
  let low = 0;
  let slow = 0;
  for (let i = 0; i < 2 * LOOP; i++) {
    const x = white[i % LOOP]!;
    low += 0.0196 * (x - low);
    slow += 0.004 * (low - slow);
    tone[i % LOOP] = low - slow;
  }
  const rms = Math.sqrt(tone.reduce((sum, value) => sum + value * value, 0) / LOOP);
  return tone.map((value) => (value / rms) * 10 ** (LEVEL_DB / 20));
}
