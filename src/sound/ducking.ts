/** A stretch in which somebody speaks, in seconds. */
export type Span = { startSec: number; endSec: number };

/** Pauses shorter than this do not let the music up. */
const HOLD_SEC = 0.7;
/** The music is down this long before the first sound of speech, having taken `FALL_SEC` for it. */
const LEAD_SEC = 0.04;
const FALL_SEC = 0.3;
/** After the last sound the music waits, then rises. */
const WAIT_SEC = 0.12;
const RISE_SEC = 0.6;
/** How far the music goes down under speech, dB. */
export const DUCK_DB = -10;
/** Points of the envelope in a second. */
export const DUCK_RATE = 200;

/** Joins spans that overlap or lie closer than the hold; in order of time. */
export function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.startSec - b.startSec)) {
    const last = joined.at(-1);
    if (last && span.startSec - last.endSec < HOLD_SEC) last.endSec = Math.max(last.endSec, span.endSec);
    else joined.push({ ...span });
  }
  return joined;
}

/** The music's gain (1 in gaps, -10 dB under speech), `DUCK_RATE` points a second, one more than the film has; smooth in decibels. */
export function buildDucking(spans: Span[], durationSec: number): Float32Array {
  const gains = new Float32Array(Math.ceil(durationSec * DUCK_RATE) + 2).fill(1);
  for (const { startSec, endSec } of joinSpans(spans)) {
    const from = Math.max(0, Math.floor((startSec - LEAD_SEC - FALL_SEC) * DUCK_RATE));
    const to = Math.min(gains.length - 1, Math.ceil((endSec + WAIT_SEC + RISE_SEC) * DUCK_RATE));
    for (let i = from; i <= to; i++) gains[i] = Math.min(gains[i]!, gainAt(i / DUCK_RATE, startSec, endSec));
  }
  return gains;
}

function gainAt(sec: number, startSec: number, endSec: number): number {
  const down = smooth((sec - (startSec - LEAD_SEC - FALL_SEC)) / FALL_SEC);
  const up = smooth((sec - (endSec + WAIT_SEC)) / RISE_SEC);
  return 10 ** ((DUCK_DB * Math.min(down, 1 - up)) / 20);
}

/** 0 to 1 along half a cosine. */
const smooth = (x: number): number => (1 - Math.cos(Math.PI * Math.max(0, Math.min(1, x)))) / 2;
