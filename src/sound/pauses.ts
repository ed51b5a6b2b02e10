import type { Word } from "../domain/storyboard.ts";

export type Pause = { startSec: number; endSec: number };

const FRAME_SEC = 0.01;
/** Silent is what is so far below the loud parts: 32 dB, as a ratio of powers. */
const SILENT = 10 ** (-32 / 10);

/** Where mono samples are silent for `leastSec` or longer, in order. Loud is what only a tenth of the sound exceeds. */
export function findPauses(samples: Float32Array, rate: number, leastSec: number): Pause[] {
  const powers = framePowers(samples, Math.round(FRAME_SEC * rate));
  const loud = powers.slice().sort()[Math.floor(powers.length * 0.9)] ?? 0;
  const pauses: Pause[] = [];
  let from = 0;
  for (let frame = 0; frame <= powers.length; frame++) {
    if (frame < powers.length && powers[frame]! <= loud * SILENT) continue;
    if ((frame - from) * FRAME_SEC >= leastSec) pauses.push({ startSec: from * FRAME_SEC, endSec: frame * FRAME_SEC });
    from = frame + 1;
  }
  return pauses;
}

/** Words that do not reach across a pause: each stays on the side where more of it lies. */
export function keepOutOfPauses(words: Word[], pauses: Pause[]): Word[] {
  return words.map((word) => pauses.reduce(besidePause, word));
}

function besidePause(word: Word, { startSec, endSec }: Pause): Word {
  if (word.end <= startSec || word.start >= endSec) return word;
  if (startSec - word.start > word.end - endSec) return { ...word, start: Math.min(word.start, startSec), end: startSec };
  return { ...word, start: endSec, end: Math.max(endSec, word.end) };
}

function framePowers(samples: Float32Array, length: number): Float64Array {
  return Float64Array.from({ length: Math.floor(samples.length / length) }, (_, frame) => {
    let sum = 0;
    for (let index = frame * length; index < (frame + 1) * length; index++) sum += samples[index]! ** 2;
    return sum / length;
  });
}
