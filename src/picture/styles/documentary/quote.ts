import { smoothstep } from "../../camera.ts";
import { toCss } from "../../elements/colour.ts";
import type { Drawing, Layer } from "../../layer.ts";
import { changed, moved } from "../../placing.ts";
import { CAPITAL_EM, setBlock, type TextBlock } from "../text-block.ts";
import { type Board, shown } from "./board.ts";

const ROMAN = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

/** A number from 1 to 399 in Roman figures. */
export function toRoman(value: number): string {
  const step = ROMAN.find(([worth]) => worth <= value);
  return step ? step[1] + toRoman(value - step[0]) : "";
}

/** Which plate of the film it is; nothing for the only one, or beyond what Roman figures can be read at a glance. */
export function plateOf(step: { index: number; count: number } | undefined): string {
  return step && step.count > 1 && step.index < 100 ? toRoman(step.index) : "";
}

/** Two marks of quotation, `size` high, from the top left corner on. */
function marks(size: number, paint: string): string {
  const mark = (x: number): string =>
    `<path transform="translate(${x.toFixed(1)} 0) scale(${(size / 10).toFixed(3)})" d="M0 6.6C0 2.9 2.1.7 5.6 0l.6 1.5C4.3 2.2 3.4 3.2 3.3 4.4c1.7.1 2.9 1.3 2.9 2.8 0 1.7-1.3 2.8-3 2.8C1.2 10 0 8.7 0 6.6z" fill="${paint}"/>`;
  return mark(0) + mark(size * 0.78);
}

/** A lozenge as wide as two marks of quotation, where nobody is quoted. */
const lozenge = (size: number, paint: string): string => {
  const [x, y, half] = [0.3 * size, 0.52 * size, 0.3 * size];
  return `<path d="M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}z" fill="${paint}"/>`;
};

/** Roman figures between the two strokes that hold them together, from the top left corner of the letters on. */
function plateMark({ paths, width, em }: TextBlock, paint: string): string {
  const [thick, out] = [Math.max(1.5, 0.075 * em), 0.12 * em];
  const stroke = (y: number): string =>
    `<rect x="${(-out).toFixed(1)}" y="${y.toFixed(1)}" width="${(width + 2 * out).toFixed(1)}" height="${thick.toFixed(1)}"/>`;
  return `<g fill="${paint}"><path d="${paths.join("")}"/>${stroke(-0.12 * em - thick)}${stroke((CAPITAL_EM + 0.12) * em)}</g>`;
}

/** The marks of quotation or a lozenge, a line, and which plate of the film it is. */
function heading({ picture, means, layout: { words }, unit, colours, rightToLeft, quoted }: Board, size: number): string {
  const em = unit * 0.032;
  const bounds = { width: words.width, largest: em, smallest: em, few: 1, most: 1 };
  const plate = setBlock(means.type, plateOf(picture.facts?.step), "en", { weight: "bold", spreadEm: 0.06, side: 0, bounds });
  const accent = toCss(colours.accent);
  const [wide, thick, middle] = [(quoted ? 1.4 : 0.6) * size, Math.max(1.5, unit * 0.0028), 0.52 * size];
  const from = wide + 0.5 * size;
  const until = words.width - plate.width - (plate.width > 0 ? 0.5 * size : 0);
  const [ruleX, marksX, plateX] = rightToLeft ? [words.width - until, words.width - wide, 0] : [from, 0, words.width - plate.width];
  return `<g transform="translate(${marksX.toFixed(1)} 0)">${quoted ? marks(size, accent) : lozenge(size, accent)}</g><rect x="${ruleX.toFixed(1)}" y="${(middle - thick / 2).toFixed(1)}" width="${(until - from).toFixed(1)}" height="${thick.toFixed(1)}" fill="${accent}" fill-opacity=".55"/><g transform="translate(${plateX.toFixed(1)} ${(middle - (CAPITAL_EM * em) / 2).toFixed(1)})">${plate.width > 0 ? plateMark(plate, accent) : ""}</g>`;
}

/** The words beside the print below their heading. */
function drawQuote(board: Board): { drawing: Drawing; pad: number; height: number } {
  const { picture, means, layout, unit, colours, rightToLeft } = board;
  const { words, em, least, lines } = layout;
  const bounds = { width: words.width, largest: em * unit, smallest: least * unit, few: lines, most: lines };
  const block = setBlock(means.type, board.quote, picture.language ?? "", { weight: "medium", bounds, side: 0, lineEm: 1.26 });
  const mark = unit * 0.042;
  const top = mark + 0.034 * unit;
  const height = top + block.height;
  const x = rightToLeft ? words.width - block.width : 0;
  const pad = Math.ceil(unit * 0.024);
  const text = `<path transform="translate(${x.toFixed(1)} ${top.toFixed(1)})" d="${block.paths.join("")}" fill="${toCss(colours.letters)}"/>`;
  const [wide, high] = [words.width + 2 * pad, Math.ceil(height) + 2 * pad];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-pad} ${-pad} ${wide} ${high}">${heading(board, mark)}${text}</svg>`;
  return { drawing: { svg, width: wide, height: high }, pad, height };
}

/** The number of the plate in the middle of what room the print leaves. */
function drawPlate({ picture, means, layout: { words, em }, unit, colours }: Board): { drawing: Drawing; pad: number; height: number } {
  const bounds = { width: words.width, largest: em * unit, smallest: 0.4 * em * unit, few: 1, most: 1 };
  const block = setBlock(means.type, plateOf(picture.facts?.step), "en", { weight: "light", spreadEm: 0.08, side: 0, bounds });
  const pad = Math.ceil(0.5 * em * unit);
  const [wide, high] = [words.width + 2 * pad, Math.ceil(block.height) + 2 * pad];
  const mark = `<g transform="translate(${((words.width - block.width) / 2).toFixed(1)} 0)">${block.width > 0 ? plateMark(block, toCss(colours.accent)) : ""}</g>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-pad} ${-pad} ${wide} ${high}">${mark}</svg>`;
  return { drawing: { svg, width: wide, height: high }, pad, height: block.height };
}

/** What the scene says, beside or below the print, or which plate it is; it rises a little as it comes. */
export function quote(board: Board): Layer[] {
  if (board.quote === "" && plateOf(board.picture.facts?.step) === "") return [];
  const { words } = board.layout;
  const { drawing, pad, height } = board.quote === "" ? drawPlate(board) : drawQuote(board);
  const y = Math.round(words.y + Math.max(0, (words.height - height) / 2));
  const layer: Layer = { kind: "image", name: "quote", drawing, at: () => ({ x: words.x - pad, y: y - pad }) };
  const start = Math.max(0, board.fromSec) + 0.3;
  const rise = (timeSec: number): number => Math.round(board.unit * 0.018 * (1 - smoothstep((timeSec - start) / 0.9)));
  return shown(
    board,
    changed([layer], (place, timeSec) => moved(place, 0, rise(timeSec))),
    0.3,
  );
}
