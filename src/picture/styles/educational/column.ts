import { parseColour, type Rgb, toCss } from "../../elements/colour.ts";
import { nestedSvg } from "../../elements/stage.ts";
import type { Drawing, ImageLayer, Layer } from "../../layer.ts";
import { arrived } from "../motion.ts";
import { CAPITAL_EM, setBlock, type TextBlock } from "../text-block.ts";
import type { Board } from "./board.ts";
import { entering } from "./card.ts";
import { type Chip, chipsOf } from "./chips.ts";
import { stepText } from "./step.ts";

/** A piece of the column: what is drawn, its own size without the margin around it. */
type Piece = { name: string; drawing: Drawing; margin: number; width: number; height: number };

const GAP = { afterStep: 0.038, afterHeadline: 0.036, afterLine: 0.038, betweenChips: 0.016 };
const LINE = { length: 0.14, thick: 0.009 };

function toPiece(name: string, width: number, height: number, margin: number, body: string): Piece {
  const [wide, high] = [Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-margin} ${-margin} ${wide} ${high}">${body}</svg>`;
  return { name, drawing: { svg, width: wide, height: high }, margin, width, height };
}

function setLabel({ means, picture, unit }: Board, text: string, em: number, spreadEm = 0): TextBlock {
  const bounds = { width: picture.size.width * 0.8, largest: em * unit, smallest: em * unit, few: 1, most: 1 };
  return setBlock(means.type, text, picture.language ?? "", { weight: "bold", spreadEm, bounds, side: 0 });
}

const inBox = (block: TextBlock, x: number, height: number, colour: Rgb): string =>
  `<path transform="translate(${x.toFixed(1)} ${((height - CAPITAL_EM * block.em) / 2).toFixed(1)})" d="${block.paths.join("")}" fill="${toCss(colour)}"/>`;

function stepPiece(board: Board): Piece[] {
  const { picture, unit, colours, layout } = board;
  const text = stepText(picture.facts?.step, picture.facts?.title ?? "", picture.language ?? "en");
  if (text === "") return [];
  const block = setLabel(board, text, 0.031, 0.1);
  const height = unit * 0.066;
  const width = block.width + height * 0.9;
  const [ground, ink] = layout.stepOnCard ? [parseColour("#ffffff"), colours.accent] : [colours.tints[1], colours.accent];
  const box = `<rect width="${width.toFixed(1)}" height="${height.toFixed(1)}" rx="${(height / 2).toFixed(1)}" fill="${toCss(ground)}"/>`;
  return [toPiece("step", width, height, 4, box + inBox(block, height * 0.45, height, ink))];
}

function headlinePiece({ means, picture, headline, layout, unit, colours }: Board): Piece[] {
  if (headline === "") return [];
  const { em, least, lines } = layout.headline;
  const bounds = { width: layout.column.width, largest: em * unit, smallest: least * unit, few: lines, most: lines + 1 };
  const block = setBlock(means.type, headline, picture.language ?? "", { weight: "black", bounds, side: 0, lineEm: 1.16 });
  return [
    toPiece("headline", block.width, block.height, 0.4 * block.em, `<path d="${block.paths.join("")}" fill="${toCss(colours.ink)}"/>`),
  ];
}

function linePiece({ unit, colours }: Board): Piece {
  const [width, height] = [unit * LINE.length, unit * LINE.thick];
  const box = `<rect width="${width.toFixed(1)}" height="${height.toFixed(1)}" rx="${(height / 2).toFixed(1)}" fill="${toCss(colours.line)}"/>`;
  return toPiece("line", width, height, 4, box);
}

function chipPiece(board: Board, { text, picture }: Chip, index: number): Piece {
  const { unit, colours, means } = board;
  const block = setLabel(board, text, 0.031);
  const height = unit * 0.07;
  const svg = picture === undefined ? undefined : means.subjectSvg(picture);
  const icon = unit * (svg === undefined ? 0.017 : 0.044);
  const [pad, gap, middle] = [height * 0.42, unit * 0.014, height / 2];
  const width = 2 * pad + icon + gap + block.width;
  const margin = Math.ceil(unit * 0.03);
  const rect = `width="${width.toFixed(1)}" height="${height.toFixed(1)}" rx="${middle.toFixed(1)}"`;
  const shadow = `<defs><filter id="f" x="-20%" y="-50%" width="140%" height="220%"><feGaussianBlur stdDeviation="${(unit * 0.009).toFixed(1)}"/></filter></defs><rect ${rect} transform="translate(0 ${(unit * 0.008).toFixed(1)})" fill="${toCss(colours.ink)}" fill-opacity=".22" filter="url(#f)"/>`;
  const mark =
    svg === undefined
      ? `<circle cx="${(pad + icon / 2).toFixed(1)}" cy="${middle.toFixed(1)}" r="${(icon / 2).toFixed(1)}" fill="${toCss(index % 2 === 0 ? colours.line : colours.card[1])}"/>`
      : nestedSvg(svg, pad, middle - icon / 2, icon);
  return toPiece(
    `chip ${index}`,
    width,
    height,
    margin,
    `${shadow}<rect ${rect} fill="#fff"/>${mark}${inBox(block, pad + icon + gap, height, colours.ink)}`,
  );
}

/** Chips side by side as far as the column is wide. */
function chipRow(board: Board): Piece[] {
  const row: Piece[] = [];
  let x = 0;
  for (const [index, chip] of chipsOf(board.picture).entries()) {
    const piece = chipPiece(board, chip, index);
    if (x + piece.width > board.layout.column.width) continue;
    x += piece.width + GAP.betweenChips * board.unit;
    row.push(piece);
  }
  return row;
}

/** A piece with its own top left corner at `x`, `y` of the frame. */
const standing = ({ name, drawing, margin }: Piece, x: number, y: number): ImageLayer => {
  const at = { x: Math.round(x - margin), y: Math.round(y - margin) };
  return { kind: "image", name, drawing, at: () => at };
};

/** The line under the headline grows from its beginning. */
function growing(board: Board, layer: ImageLayer): ImageLayer {
  const { at, drawing } = layer;
  return {
    ...layer,
    at: (timeSec) => {
      const place = at(timeSec);
      const shown = arrived(timeSec, board.fromSec + 0.55, 0.7) * drawing.width;
      const x = board.rightToLeft ? place.x + drawing.width - shown : place.x;
      return { ...place, within: { x, y: place.y, width: shown, height: drawing.height } };
    },
  };
}

/** Step, headline, underline and, where there is room above the captions, chips, one below the other. */
export function column(board: Board): Layer[] {
  const { layout, unit, rightToLeft } = board;
  const { column: area, card } = layout;
  const [step, headline, line] = [stepPiece(board), headlinePiece(board), linePiece(board)];
  const row = headline.length > 0 ? chipRow(board) : [];
  const stacked = layout.stepOnCard ? [] : step;
  const heights = [
    ...stacked.map(({ height }) => height + GAP.afterStep * unit),
    ...headline.map(({ height }) => height + GAP.afterHeadline * unit),
    line.height,
  ];
  const bare = heights.reduce((sum, height) => sum + height, 0);
  const forChips = row.length > 0 ? GAP.afterLine * unit + row[0]!.height : 0;
  const chips = bare + forChips > area.height ? [] : row;
  let y = area.y + Math.max(0, (area.height - bare - (chips.length > 0 ? forChips : 0)) / 2);
  const xOf = (piece: Piece, from: number): number => (rightToLeft ? area.x + area.width - from - piece.width : area.x + from);
  const layers: Layer[] = [];
  const add = (piece: Piece, x: number, afterSec: number, grow = false): void => {
    const layer = standing(piece, x, y);
    layers.push(...entering(board, [grow ? growing(board, layer) : layer], afterSec, 0.05, 0));
  };
  for (const piece of stacked) {
    add(piece, xOf(piece, 0), 0.1);
    y += piece.height + GAP.afterStep * unit;
  }
  for (const piece of headline) {
    add(piece, xOf(piece, 0), 0.22);
    y += piece.height + GAP.afterHeadline * unit;
  }
  if (headline.length > 0) add(line, xOf(line, 0), 0.5, true);
  y += line.height + GAP.afterLine * unit;
  let from = 0;
  chips.forEach((piece, index) => {
    add(piece, xOf(piece, from), 0.75 + 0.16 * index);
    from += piece.width + GAP.betweenChips * unit;
  });
  if (layout.stepOnCard) {
    const inset = unit * 0.03;
    y = card.y + inset;
    for (const piece of step) add(piece, rightToLeft ? card.x + card.width - inset - piece.width : card.x + inset, 0.2);
  }
  return layers;
}
