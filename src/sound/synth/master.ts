import { SAMPLE_RATE } from "../../domain/speech.ts";
import { highPass, highShelf, peak } from "../biquad.ts";
import { openFilter } from "../running-filter.ts";

/** The whole music fades to nothing over its last moments, after the final chord has rung. */
const FADE_SEC = 1.5;
const LEVEL = 0.85;
/** Above this, peaks are rounded off. */
const KNEE = 0.7;

/** Rumble out, less mud at 300 Hz, room for a voice at 2.2 kHz, soft highs. */
const SHAPES = [
  highPass({ rate: SAMPLE_RATE, hz: 34, q: 0.7 }),
  peak({ rate: SAMPLE_RATE, hz: 300, q: 0.8 }, -2.5),
  peak({ rate: SAMPLE_RATE, hz: 2_200, q: 0.7 }, -2.5),
  highShelf({ rate: SAMPLE_RATE, hz: 8_000, q: 0.7 }, -1.5),
];

/** Opens the last step of the music: tone, level, the fade at the very end, and two channels into one block. */
export function openMaster(frames: number) {
  const lefts = SHAPES.map(openFilter);
  const rights = SHAPES.map(openFilter);
  const fade = Math.min(frames, Math.round(FADE_SEC * SAMPLE_RATE));
  return (left: Float32Array, right: Float32Array, count: number, block: Float32Array, at: number, frame: number): void => {
    for (const filter of lefts) filter(left, count);
    for (const filter of rights) filter(right, count);
    for (let i = 0; i < count; i++) {
      const toEnd = frames - 1 - frame - i;
      const gain = toEnd >= fade ? LEVEL : LEVEL * 0.5 * (1 - Math.cos((Math.PI * toEnd) / fade));
      block[2 * (at + i)] = rounded(gain * left[i]!);
      block[2 * (at + i) + 1] = rounded(gain * right[i]!);
    }
  };
}

function rounded(value: number): number {
  const over = Math.abs(value) - KNEE;
  return over <= 0 ? value : Math.sign(value) * (KNEE + (1 - KNEE) * Math.tanh(over / (1 - KNEE)));
}
