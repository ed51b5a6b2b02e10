import { smoothstep } from "./camera.ts";
import { spokenAt } from "./cue-tiles.ts";
import type { LetteredCue, LetteredWord } from "./lettered-cue.ts";
import type { OverlayItem } from "./overlay.ts";
import { drawPlate, type Rect } from "./plate.ts";

const GLIDE_SEC = 0.14;

/** A box around a word, in em: beyond its ink at the sides, above and below its baseline. */
export type WordBox = { padXEm: number; aboveEm: number; belowEm: number; roundEm: number };

/** A line below a word, in em: its thickness, and how far below the baseline it begins. */
export type WordLine = { thickEm: number; dropEm: number };

/** A rounded box behind the spoken word, gliding from word to word of a line. */
export function markedBehind(cue: LetteredCue, timeSec: number, { padXEm, aboveEm, belowEm, roundEm }: WordBox): OverlayItem[] {
  const { em } = cue;
  const toRect = ({ left, right, baseline }: LetteredWord): Rect =>
    whole(left - padXEm * em, baseline - aboveEm * em, right + padXEm * em, baseline + belowEm * em);
  return marked(cue, timeSec, toRect, roundEm * em);
}

/** A line under the spoken word, gliding from word to word of a line. */
export function markedBelow(cue: LetteredCue, timeSec: number, { thickEm, dropEm }: WordLine): OverlayItem[] {
  const { em } = cue;
  const thick = Math.max(2, Math.round(thickEm * em));
  const toRect = ({ left, right, baseline }: LetteredWord): Rect => {
    const top = Math.round(baseline + dropEm * em);
    return whole(left, top, right, top + thick);
  };
  return marked(cue, timeSec, toRect, thick / 2);
}

function whole(left: number, top: number, right: number, bottom: number): Rect {
  const [x, y] = [Math.round(left), Math.round(top)];
  return { x, y, width: Math.round(right) - x, height: Math.round(bottom) - y };
}

/** The mark at a time: two ends of the widest mark of the cue, brought as near to each other as the word asks. */
function marked(cue: LetteredCue, timeSec: number, toRect: (word: LetteredWord) => Rect, radius: number): OverlayItem[] {
  const rects = cue.words.map(toRect);
  const widest = Math.max(...rects.map(({ width }) => width));
  const height = Math.max(...rects.map((rect) => rect.height));
  const raster = cue.keep("mark", () => drawPlate(widest, height, radius, cue.markColour, 1));
  const { rect, opacity } = gliding(cue, timeSec, rects);
  const [x, y] = [cue.box.x + rect.x, cue.box.y + rect.y];
  const first = Math.floor(rect.width / 2);
  const second = rect.width - first;
  return [
    { raster, x, y, opacity, clip: { x: 0, y: 0, width: first, height } },
    { raster, x: x + rect.width - widest, y, opacity, clip: { x: widest - second, y: 0, width: second, height } },
  ];
}

/** Where the mark is: on its way from the word before in the same row, or coming up where its row begins. */
function gliding(cue: LetteredCue, timeSec: number, rects: Rect[]): { rect: Rect; opacity: number } {
  const index = cue.words.indexOf(spokenAt(cue, timeSec));
  const [word, before] = [cue.words[index]!, cue.words[index - 1]];
  const part = smoothstep((timeSec - word.startSec + 1 / 30) / GLIDE_SEC);
  const [to, from] = [rects[index]!, rects[index - 1]];
  if (!before || !from) return { rect: to, opacity: 1 };
  if (before.row !== word.row) return { rect: to, opacity: Math.max(0.3, part) };
  const between = (start: number, end: number): number => Math.round(start + (end - start) * part);
  return { rect: { ...to, x: between(from.x, to.x), width: between(from.width, to.width) }, opacity: 1 };
}
