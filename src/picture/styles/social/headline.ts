import { toCss } from "../../elements/colour.ts";
import type { Layer } from "../../layer.ts";
import { popScale } from "../motion.ts";
import { springing } from "../springing.ts";
import type { StyleMeans } from "../style.ts";
import { setBlock } from "../text-block.ts";
import type { Board } from "./board.ts";
import { headlineOf } from "./headline-text.ts";

/** The headline, springing up at once. */
export function headline(board: Board, { type }: StyleMeans): Layer[] {
  const { picture, layout, unit, colours, untilSec } = board;
  const text = headlineOf(picture);
  if (text === "") return [];
  const { x, y, width, em, least, lines, side } = layout.headline;
  const bounds = { width: width * picture.size.width, largest: em * unit, smallest: least * unit, few: lines, most: lines + 1 };
  const block = setBlock(type, text, picture.language ?? "", { weight: "black", bounds, side, lineEm: 1.12 });
  const margin = Math.ceil(0.35 * block.em);
  const [wide, high] = [Math.ceil(block.width) + 2 * margin, Math.ceil(block.height) + 2 * margin];
  const path = block.paths.join("");
  const rim = `stroke="${toCss(colours.deep)}" stroke-linejoin="round" stroke-width="${(0.19 * block.em).toFixed(2)}"`;
  const body = `<g transform="translate(${margin} ${margin})"><path d="${path}" transform="translate(0 ${(0.075 * block.em).toFixed(2)})" fill="${toCss(colours.deep)}" ${rim}/><path d="${path}" fill="${toCss(colours.deep)}" ${rim}/><path d="${path}" fill="#fff"/></g>`;
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
  const settle = (timeSec: number) => ({ y: 0, times: timeSec > 1.4 ? 1 / popScale(timeSec, 0.02) : 1 });
  return [springing("headline", drawing, middle, { fromSec: 0.02, untilSec }, settle)];
}
