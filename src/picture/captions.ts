import { CAPTION_FORMS, type Cue } from "../domain/caption.ts";
import type { Aspect, FrameSize } from "../domain/frame.ts";
import type { Raster } from "./layer.ts";
import { type Colour, colourLettering, drawLettering } from "./lettering.ts";
import type { Clip, Overlay, OverlayItem, OverlaySetting } from "./overlay.ts";
import type { SetLine, TextStyle } from "./text.ts";

/** How captions are set by shape: measure with these when building cues. */
export const CAPTION_STYLES: Record<Aspect, TextStyle> = {
  "16:9": { weight: "medium" },
  "1:1": { weight: "bold" },
  "9:16": { weight: "bold" },
};

const WHITE: Colour = [255, 255, 255];
const SPOKEN: Colour = [255, 208, 66];
const DARK: Colour = [10, 10, 22];

/** In em. */
const LINE_EM = 1.3;
const DESCENT_EM = 0.26;
const OUTLINE_EM = 0.07;
const SHADOW = { blurEm: 0.13, dropEm: 0.05, opacity: 0.75 };
const MARGIN_EM = 0.5;
const ASCENT_EM = 1;

const FADE_SEC = 0.1;
/** Half a frame at 30 a second: a colour changes on the frame nearest to the word's start. */
const NEAREST_SEC = 1 / 60;

type Box = { x: number; y: number; width: number; height: number };
type Shown = { box: Box; plain: Raster; spoken: Raster; words: { startSec: number; clip: Required<Clip> }[] };

/**
 * A scene's captions, the word being spoken in colour. Each cue is drawn when its time comes and let go when it is over. Words stand where
 * they were measured, so that the colour moves and nothing else does.
 */
export async function openCaptions(cues: Cue[], setting: OverlaySetting): Promise<Overlay> {
  await setting.type.prepare(cues.flatMap((cue) => cue.lines.flat().map((word) => word.text)).join(" "));
  let held: { cue: Cue; shown: Shown } | undefined;
  return {
    at: (timeSec) => {
      const index = cues.findIndex((cue) => cue.startSec <= timeSec + NEAREST_SEC && timeSec + NEAREST_SEC < cue.endSec);
      const cue = cues[index];
      if (!cue) {
        held = undefined;
        return [];
      }
      if (held?.cue !== cue) held = { cue, shown: drawCue(cue, setting) };
      return toItems(held.shown, timeSec + NEAREST_SEC, opacity(cues, index, timeSec + NEAREST_SEC));
    },
  };
}

/** Cues come and go softly, except where one takes over from another. */
function opacity(cues: Cue[], index: number, timeSec: number): number {
  const cue = cues[index]!;
  const joins = (before: Cue | undefined, after: Cue | undefined): boolean => !!before && !!after && after.startSec - before.endSec < 0.05;
  const rise = joins(cues[index - 1], cue) ? 1 : (timeSec - cue.startSec) / FADE_SEC + 0.4;
  const fall = joins(cue, cues[index + 1]) ? 1 : (cue.endSec - timeSec) / FADE_SEC + 0.1;
  return Math.max(0, Math.min(1, rise, fall));
}

function drawCue(cue: Cue, { type, rasterise, aspect, size }: OverlaySetting): Shown {
  const em = CAPTION_FORMS[aspect].size * Math.min(size.width, size.height);
  const lines = cue.lines.map((line) =>
    type.setLine(
      line.map((word) => word.text),
      CAPTION_STYLES[aspect],
    ),
  );
  const box = boxOf(lines, em, size, CAPTION_FORMS[aspect].bottom);
  const left = (line: SetLine): number => size.width / 2 - box.x - (line.widthEm * em) / 2;
  const baseline = (row: number): number => (MARGIN_EM + ASCENT_EM + row * LINE_EM) * em;
  const path = lines.map((line, row) => line.words.map((word) => word.path(left(line), baseline(row), em)).join("")).join("");
  const shadow = { blur: SHADOW.blurEm * em, drop: SHADOW.dropEm * em, opacity: SHADOW.opacity };
  const letters = drawLettering(rasterise, { path, width: box.width, height: box.height, outline: OUTLINE_EM * em, shadows: [shadow] });
  return {
    box,
    plain: colourLettering(letters, WHITE, DARK),
    spoken: colourLettering(letters, SPOKEN, DARK),
    words: lines.flatMap((line, row) =>
      clips(line, left(line), row, lines.length, em, box).map((clip, at) => ({ startSec: cue.lines[row]![at]!.startSec, clip })),
    ),
  };
}

/** The cue's box in whole pixels: centred, its last line standing on the safe area's edge. */
function boxOf(lines: SetLine[], em: number, size: FrameSize, bottom: number): Box {
  const width = Math.min(size.width, 2 * Math.ceil((Math.max(...lines.map((line) => line.widthEm)) / 2 + MARGIN_EM) * em));
  const above = Math.ceil((MARGIN_EM + ASCENT_EM + (lines.length - 1) * LINE_EM + DESCENT_EM) * em);
  const height = above + Math.ceil(MARGIN_EM * em);
  return { x: Math.floor((size.width - width) / 2), y: Math.round(size.height * (1 - bottom)) - above, width, height };
}

/** Where each word's colour reaches: to the middle of the spaces beside it, from line to line without a gap. */
function clips(line: SetLine, left: number, row: number, rows: number, em: number, box: Box): Required<Clip>[] {
  const edge = (at: number): number => Math.round((MARGIN_EM + ASCENT_EM + DESCENT_EM + 0.06 + (at - 1) * LINE_EM) * em);
  const top = row === 0 ? 0 : edge(row);
  const bottom = row === rows - 1 ? box.height : edge(row + 1);
  return line.words.map((word) => {
    const from = Math.max(0, Math.floor(left + (word.xEm - 0.13) * em));
    const to = Math.min(box.width, Math.ceil(left + (word.xEm + word.widthEm + 0.13) * em));
    return { x: from, y: top, width: to - from, height: bottom - top };
  });
}

/** The box as tiles that never overlap: the spoken word from one raster, all around it from the other. */
function toItems({ box, plain, spoken, words }: Shown, timeSec: number, opacity: number): OverlayItem[] {
  const { clip } = words.findLast((word) => word.startSec <= timeSec) ?? words[0]!;
  const [right, below] = [clip.x + clip.width, clip.y + clip.height];
  const tiles = [
    { raster: plain, clip: { x: 0, y: 0, width: box.width, height: clip.y } },
    { raster: plain, clip: { x: 0, y: clip.y, width: clip.x, height: clip.height } },
    { raster: spoken, clip },
    { raster: plain, clip: { x: right, y: clip.y, width: box.width - right, height: clip.height } },
    { raster: plain, clip: { x: 0, y: below, width: box.width, height: box.height - below } },
  ];
  return tiles.filter((tile) => tile.clip.width > 0 && tile.clip.height > 0).map((tile) => ({ ...tile, x: box.x, y: box.y, opacity }));
}
