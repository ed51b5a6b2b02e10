import { smoothstep } from "./camera.ts";
import type { LetteredCue, LetteredWord } from "./lettered-cue.ts";
import type { OverlayItem } from "./overlay.ts";
import type { Rect } from "./plate.ts";

const RISE_SEC = 0.16;
const RISE_EM = 0.22;

/** All words alike. */
export function whole({ plain, box }: LetteredCue): OverlayItem[] {
  return [{ raster: plain, x: box.x, y: box.y }];
}

/** The word being spoken at a time: the last that has begun, or the first. */
export function spokenAt({ words }: LetteredCue, timeSec: number): LetteredWord {
  return words.findLast((word) => word.startSec <= timeSec) ?? words[0]!;
}

/** The cue as tiles that never overlap: the spoken word in its colours, all around it in the others'. */
export function recoloured(cue: LetteredCue, timeSec: number): OverlayItem[] {
  const { box, plain, spoken } = cue;
  const { part } = spokenAt(cue, timeSec);
  const [right, below] = [part.x + part.width, part.y + part.height];
  const around: Rect[] = [
    { x: 0, y: 0, width: box.width, height: part.y },
    { x: 0, y: part.y, width: part.x, height: part.height },
    { x: right, y: part.y, width: box.width - right, height: part.height },
    { x: 0, y: below, width: box.width, height: box.height - below },
  ];
  return [
    { raster: spoken, x: box.x, y: box.y, clip: part },
    ...around.filter(({ width, height }) => width > 0 && height > 0).map((clip) => ({ raster: plain, x: box.x, y: box.y, clip })),
  ];
}

/** Words that come up into their places as they are spoken; those that have come stand still. */
export function appearing(cue: LetteredCue, timeSec: number): OverlayItem[] {
  const { box, plain, words, em } = cue;
  const begun = words.filter((word) => word.startSec <= timeSec);
  const settled = begun.filter((word) => timeSec - word.startSec >= RISE_SEC);
  if (settled.length === words.length) return whole(cue);
  const coming = begun.filter((word) => timeSec - word.startSec < RISE_SEC);
  return [
    ...inStretches(settled.map((word) => word.part)).map((clip) => ({ raster: plain, x: box.x, y: box.y, clip })),
    ...coming.map(({ startSec, part }) => {
      const come = smoothstep((timeSec - startSec + 1 / 30) / RISE_SEC);
      return { raster: plain, x: box.x, y: box.y + (1 - come) * RISE_EM * em, opacity: come, clip: part };
    }),
  ];
}

/** Neighbouring parts of a row as one. */
function inStretches(parts: Rect[]): Rect[] {
  const stretches: Rect[] = [];
  for (const part of parts.toSorted((one, other) => one.y - other.y || one.x - other.x)) {
    const last = stretches.at(-1);
    if (last && last.y === part.y && last.x + last.width === part.x)
      stretches[stretches.length - 1] = { ...last, width: last.width + part.width };
    else stretches.push(part);
  }
  return stretches;
}
