import { SAMPLE_RATE } from "../domain/speech.ts";

/** One time round blends into the next over this long. */
const BLEND = 2 * SAMPLE_RATE;
/** The end fades over this long. */
const FADE_SEC = 3;
/** Music shorter than this is not worth repeating: a film of ten minutes would become a machine gun. */
const SHORTEST_LOOP = 2 * BLEND;

/**
 * A user's own music for a film of `durationSec`: cropped when too long, repeated with a blend of one second when too short, faded out at the end.
 * `open` gives interleaved stereo at 48 kHz from its beginning each time. What is shorter than two seconds is played once.
 */
export async function* loopMusic(open: () => AsyncIterable<Float32Array>, durationSec: number): AsyncGenerator<Float32Array> {
  const total = 2 * Math.round(durationSec * SAMPLE_RATE);
  const fade = 2 * Math.round(Math.min(FADE_SEC, durationSec / 3) * SAMPLE_RATE);
  let at = 0;
  for await (const block of endlessly(open)) {
    const part = block.slice(0, Math.min(block.length, total - at));
    for (let i = Math.max(0, total - fade - at); i < part.length; i++) {
      part[i] = part[i]! * 0.5 * (1 - Math.cos((Math.PI * (total - at - i)) / fade));
    }
    yield part;
    at += part.length;
    if (at >= total) return;
  }
}

/** The music over and over; its last second is held back until it is known whether it is the last. */
async function* endlessly(open: () => AsyncIterable<Float32Array>): AsyncGenerator<Float32Array> {
  let tail = new Float32Array(0);
  for (;;) {
    let length = 0;
    let blended = 0;
    let held = new Float32Array(0);
    for await (const block of open()) {
      length += block.length;
      const joined = join(held, block);
      blended = blendInto(joined, tail, blended, held.length);
      const ready = Math.max(0, joined.length - BLEND);
      held = joined.slice(ready);
      if (ready > 0) yield joined.subarray(0, ready);
    }
    if (length < SHORTEST_LOOP) return yield held;
    tail = held;
  }
}

function join(first: Float32Array, second: Float32Array): Float32Array<ArrayBuffer> {
  const joined = new Float32Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Fades the tail of the time before out and this beginning in, from `from` on where new samples start; returns how far it got. */
function blendInto(samples: Float32Array, tail: Float32Array, blended: number, from: number): number {
  const count = Math.min(tail.length - blended, samples.length - from);
  for (let i = 0; i < count; i++) {
    const angle = (Math.PI / 2) * ((blended + i) / tail.length);
    samples[from + i] = samples[from + i]! * Math.sin(angle) + tail[blended + i]! * Math.cos(angle);
  }
  return blended + Math.max(0, count);
}
