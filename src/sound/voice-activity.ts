import { SAMPLE_RATE } from "../domain/speech.ts";
import type { Span } from "./ducking.ts";
import { openLoudnessMeter } from "./loudness.ts";

/** What is known of a voice recording before it is mixed. `loudness` is LUFS as one channel, -Infinity when too short or silent to tell; spans count from its start. */
export type VoiceActivity = { durationSec: number; loudness: number; spans: Span[] };

const STEP = SAMPLE_RATE / 100;
/** A 10 ms step counts as speech when it is less than this below the loudest one... */
const RANGE_DB = 38;
/** ...and louder than this at all. */
const FLOOR_DB = -60;

/** Hears a whole mono recording once, block by block: how loud it is and when somebody speaks. */
export async function hearVoice(blocks: AsyncIterable<Float32Array>): Promise<VoiceActivity> {
  const meter = openLoudnessMeter(1);
  const levels: number[] = [];
  let energy = 0;
  let filled = 0;
  let samples = 0;
  for await (const block of blocks) {
    meter.add(block);
    samples += block.length;
    for (let i = 0; i < block.length; i++) {
      energy += block[i]! * block[i]!;
      if (++filled < STEP) continue;
      levels.push(energy / STEP);
      energy = 0;
      filled = 0;
    }
  }
  if (filled > 0) levels.push(energy / filled);
  return { durationSec: samples / SAMPLE_RATE, loudness: meter.integrated(), spans: toSpans(levels) };
}

function toSpans(levels: number[]): Span[] {
  const loudest = levels.reduce((a, b) => Math.max(a, b), 0);
  const threshold = Math.max(loudest * 10 ** (-RANGE_DB / 10), 10 ** (FLOOR_DB / 10));
  const spans: Span[] = [];
  levels.forEach((level, i) => {
    if (level < threshold) return;
    const last = spans.at(-1);
    const startSec = i / 100;
    if (last && startSec - last.endSec < 0.1) last.endSec = startSec + 0.01;
    else spans.push({ startSec, endSec: startSec + 0.01 });
  });
  return spans.filter((span) => span.endSec - span.startSec >= 0.03);
}
