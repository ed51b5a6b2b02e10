import { WIDE } from "../../../domain/line-marks.ts";
import { parseColour, type Rgb, toCss } from "../../elements/colour.ts";
import type { Drawing, Layer } from "../../layer.ts";
import type { Point } from "../../placing.ts";
import type { Type } from "../../text.ts";
import { popScale, seen } from "../motion.ts";
import { springing } from "../springing.ts";
import type { StyleMeans } from "../style.ts";
import { setBlock } from "../text-block.ts";
import type { Board } from "./board.ts";
import { headlineOf } from "./headline-text.ts";

/** Titles of so few letters, of which a wide sign counts as two, stand larger. */
const SHORT = 11;
const countLetters = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
/** Around the film's title, whose scenes have many colours. */
const SHADE = parseColour("#1c0a34");

/** A scene's own title, springing up at once. */
export function headline(board: Board, { type }: StyleMeans): Layer[] {
  const { untilSec, colours, picture } = board;
  if (picture.facts?.heading === undefined) return [];
  const { drawing, middle } = setHeadline(board, type, colours.deep);
  return [springing("headline", drawing, middle, { fromSec: 0.02, untilSec }, settled)];
}

/** The film's title over scenes without one of their own: it springs up where the film begins and stays, whatever changes behind it. */
export function filmTitle(board: Board, { type }: StyleMeans): Layer[] {
  const { untilSec, picture } = board;
  if (headlineOf(picture) === "" || picture.facts?.heading !== undefined) return [];
  const { drawing, middle } = setHeadline(board, type, SHADE);
  if (!picture.facts?.progress?.from) return [springing("title", drawing, middle, { fromSec: 0.02, untilSec }, settled)];
  const [x, y] = [middle.x - drawing.width / 2, middle.y - drawing.height / 2];
  return [{ kind: "image", name: "title", drawing, at: (timeSec) => ({ x, y, opacity: seen(timeSec, -1, untilSec) }) }];
}

/** Holds still as soon as it has sprung up. */
const settled = (timeSec: number) => ({ y: 0, times: timeSec > 1.4 ? 1 / popScale(timeSec, 0.02) : 1 });

function setHeadline({ picture, layout, unit }: Board, type: Type, shade: Rgb): { drawing: Drawing; middle: Point } {
  const text = headlineOf(picture);
  const { x, y, width, em, least, lines, side } = layout.headline;
  const bounds = {
    width: width * picture.size.width,
    largest: em * unit * (countLetters(text) <= SHORT ? 1.3 : 1),
    smallest: least * unit,
    few: lines,
    most: lines + 1,
  };
  const block = setBlock(type, text, picture.language ?? "", { weight: "black", bounds, side, lineEm: 1.12 });
  const margin = Math.ceil(0.35 * block.em);
  const [wide, high] = [Math.ceil(block.width) + 2 * margin, Math.ceil(block.height) + 2 * margin];
  const path = block.paths.join("");
  const rim = `stroke="${toCss(shade)}" stroke-linejoin="round" stroke-width="${(0.19 * block.em).toFixed(2)}"`;
  const body = `<g transform="translate(${margin} ${margin})"><path d="${path}" transform="translate(0 ${(0.075 * block.em).toFixed(2)})" fill="${toCss(shade)}" ${rim}/><path d="${path}" fill="${toCss(shade)}" ${rim}/><path d="${path}" fill="#fff"/></g>`;
  const drawing = {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">${body}</svg>`,
    width: wide,
    height: high,
  };
  const left = x * picture.size.width - side * block.width;
  const middle = {
    x: Math.round(left + block.width / 2 - wide / 2) + wide / 2,
    y: Math.round(y * picture.size.height - high / 2) + high / 2,
  };
  return { drawing, middle };
}
