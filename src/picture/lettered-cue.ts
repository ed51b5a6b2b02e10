import type { Cue, CueWord } from "../domain/caption.ts";
import type { FrameSize } from "../domain/frame.ts";
import { joinWords } from "../domain/words.ts";
import { baseDirection } from "./bidi.ts";
import type { CaptionColours, Ink } from "./caption-colours.ts";
import type { Plate } from "./caption-looks/look.ts";
import type { SetLook } from "./caption-looks.ts";
import { emptyAfter, emptyBefore } from "./hollow-marks.ts";
import type { Raster } from "./layer.ts";
import { type Colour, colourLettering, drawLettering, type Lettering, type Rasterise } from "./lettering.ts";
import { drawPlate, putUnder, type Rect } from "./plate.ts";
import type { SetLine, Type } from "./text.ts";

/** A word of a drawn cue, in px of the cue's box: its ink from `left` to `right` on a `baseline`, and the part of the box that is its own. */
export type LetteredWord = { startSec: number; row: number; left: number; right: number; baseline: number; part: Rect };

/** A cue drawn for a picture. Its words' parts fill the box without overlapping. */
export type LetteredCue = {
  /** Where the cue stands in the picture. */
  box: Rect;
  em: number;
  words: LetteredWord[];
  /** All words as they are when they are not being spoken, and as they are when they are. */
  plain: Raster;
  spoken: Raster;
  /** The colour of what marks the spoken word, other than its letters. */
  markColour: Colour;
  /** Something that is drawn once for this cue, and kept as long as it is. */
  keep: (name: string, draw: () => Raster) => Raster;
};

/** What a cue is drawn with. */
export type CueMeans = { type: Type; rasterise: Rasterise; size: FrameSize; look: SetLook; colours: CaptionColours };

/** In em: room around the letters for outlines and shadows, and the heights of letters above and below their baseline. */
const MARGIN_EM = 0.5;
const ASCENT_EM = 1;
const DESCENT_EM = 0.26;
/** The least outline where a shadow does not do. */
const SOLID_EM = 0.07;

/** A line, and how much at its ends is a full-width mark without ink, in em. */
type InkedLine = SetLine & { hollowLeft: number; hollowRight: number };

type Layout = { lines: InkedLine[]; em: number; box: Rect; marginX: number; marginY: number; lineEm: number };

/** Draws a cue: its letters at once, their colours when asked for. */
export function letterCue(cue: Cue, means: CueMeans): LetteredCue {
  const layout = layOut(cue, means);
  const kept = new Map<string, Raster>();
  const keep = (name: string, draw: () => Raster): Raster => {
    const raster = kept.get(name) ?? draw();
    kept.set(name, raster);
    return raster;
  };
  let letters: Lettering | undefined;
  const colour = (ink: Ink): Raster => {
    letters ??= drawLetters(layout, means);
    return colourCue(letters, layout, ink, means);
  };
  return {
    box: layout.box,
    em: layout.em,
    words: placeWords(cue, layout, means.look.style.language ?? ""),
    get plain() {
      return keep("plain", () => colour(means.colours.plain));
    },
    get spoken() {
      return keep("spoken", () => colour(means.colours.spoken));
    },
    markColour: means.colours.mark,
    keep,
  };
}

/** Lines set, and the box they stand in: whole pixels, centred, inside the picture. */
function layOut(cue: Cue, { type, look, size }: CueMeans): Layout {
  const { plate, lineEm } = look.design;
  const em = look.em * Math.min(size.width, size.height);
  const direction = baseDirection(joinWords(cue.lines.flat()));
  const lines = cue.lines.map((line) => ({
    ...type.setLine(line, { ...look.style, direction }),
    ...hollows(line, look.style.language ?? ""),
  }));
  const marginX = Math.max(MARGIN_EM, plate?.padXEm ?? 0) * em;
  const marginY = Math.max(MARGIN_EM, plate?.padYEm ?? 0) * em;
  const width = Math.min(size.width, 2 * Math.ceil(Math.max(...lines.map((line) => line.widthEm * em)) / 2 + marginX));
  const inkHeight = (ASCENT_EM + DESCENT_EM + (lines.length - 1) * lineEm) * em;
  const height = Math.ceil(inkHeight + 2 * marginY);
  const pad = (plate?.padYEm ?? 0) * em;
  const seen = inkHeight + 2 * pad;
  const top = look.place.at * size.height - seen * { top: 0, middle: 0.5, bottom: 1 }[look.place.anchor];
  const y = Math.round(top + pad - marginY);
  const box = { x: Math.floor((size.width - width) / 2), y: Math.max(0, Math.min(size.height - height, y)), width, height };
  return { lines, em, box, marginX, marginY, lineEm };
}

function hollows(line: CueWord[], language: string): { hollowLeft: number; hollowRight: number } {
  return { hollowLeft: emptyBefore(line[0]?.text ?? "", language), hollowRight: emptyAfter(line.at(-1)?.text ?? "", language) };
}

/** Where a line begins for its ink to stand in the middle. */
const leftOf = ({ box, em }: Layout, { widthEm, hollowLeft, hollowRight }: InkedLine): number =>
  box.width / 2 - ((widthEm + hollowLeft - hollowRight) / 2) * em;
const baselineOf = ({ em, marginY, lineEm }: Layout, row: number): number => marginY + (ASCENT_EM + row * lineEm) * em;

function drawLetters(layout: Layout, { rasterise, look, colours }: CueMeans): Lettering {
  const { lines, em, box } = layout;
  const { outlineEm, shadows, plate } = look.design;
  const outline = colours.solid && !plate ? Math.max(outlineEm, SOLID_EM) : outlineEm;
  const path = lines
    .flatMap((line, row) => line.words.map((word) => word.path(leftOf(layout, line), baselineOf(layout, row), em)))
    .join("");
  const cast = shadows.map(({ blurEm, dropEm, opacity }) => ({ blur: blurEm * em, drop: dropEm * em, opacity }));
  return drawLettering(rasterise, { path, width: box.width, height: box.height, outline: outline * em, shadows: cast });
}

/** Letters in their colours, upon their plate. Shadows take the colour of the words that are not being spoken. */
function colourCue(letters: Lettering, layout: Layout, ink: Ink, { look, colours }: CueMeans): Raster {
  const raster = colourLettering(letters, ink.letters, ink.edge, colours.plain.edge);
  const { plate, cover } = look.design;
  if (plate) putPlate(raster, layout, plate, colours, cover);
  return raster;
}

function putPlate(
  raster: Raster,
  { lines, em, box, marginX, marginY, lineEm }: Layout,
  plate: Plate,
  colours: CaptionColours,
  cover: number,
): void {
  const [x, y] = [Math.floor(marginX - plate.padXEm * em), Math.floor(marginY - plate.padYEm * em)];
  const [width, height] = [box.width - 2 * x, box.height - 2 * y];
  const oneLine = (ASCENT_EM + DESCENT_EM + 2 * plate.padYEm) * em;
  const radius = Math.min(plate.roundEm * em * (lines.length > 1 ? lineEm : 1), oneLine / 2);
  putUnder(raster, drawPlate(width, height, radius, colours.plain.edge, colours.solid ? 1 : cover), x, y);
}

/** Each word with its part of the box: rows meet between lines, words in the middle of the gaps between them. */
function placeWords(cue: Cue, layout: Layout, language: string): LetteredWord[] {
  const { lines, em, box } = layout;
  const edge = (row: number): number => Math.round(baselineOf(layout, row - 1) + (DESCENT_EM + 0.06) * em);
  return lines.flatMap((line, row) => {
    const top = row === 0 ? 0 : edge(row);
    const bottom = row === lines.length - 1 ? box.height : edge(row + 1);
    const left = leftOf(layout, line);
    const ends = line.words.map((word) => ({ from: left + word.xEm * em, to: left + (word.xEm + word.widthEm) * em }));
    const columns = partColumns(ends, box.width);
    return ends.map(({ from, to }, index) => {
      const { x, width } = columns[index]!;
      const { startSec, text } = cue.lines[row]![index]!;
      const part = { x, y: top, width, height: bottom - top };
      const inked = { left: from + emptyBefore(text, language) * em, right: to - emptyAfter(text, language) * em };
      return { startSec, row, ...inked, baseline: baselineOf(layout, row), part };
    });
  });
}

/** Cuts a row between its words, in the order in which they stand on screen. */
function partColumns(ends: { from: number; to: number }[], width: number): { x: number; width: number }[] {
  const order = ends.map((_, index) => index).sort((left, right) => ends[left]!.from - ends[right]!.from);
  const cuts = order.slice(1).map((index, place) => Math.round((ends[order[place]!]!.to + ends[index]!.from) / 2));
  const edges = [0, ...cuts, width];
  const columns = new Array<{ x: number; width: number }>(ends.length);
  order.forEach((index, place) => {
    columns[index] = { x: edges[place]!, width: edges[place + 1]! - edges[place]! };
  });
  return columns;
}
