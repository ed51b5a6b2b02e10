import { WIDE } from "../../../domain/line-marks.ts";
import { toCss } from "../../elements/colour.ts";
import type { Layer } from "../../layer.ts";
import { CAPITAL_EM, setBlock } from "../text-block.ts";
import { type Board, drawn } from "./board.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const first = (word: string, count: number): string =>
  [...graphemes.segment(word)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join("");

/** The initials of a title's first two telling words (a number only where it comes first); of titles without spaces, the first two signs. */
export function initialsOf(title: string): string {
  const words = title.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "");
  if (words[0] !== undefined && WIDE.test(words[0])) return first(words[0], 2);
  const isTelling = (word: string, index: number): boolean => (/^\p{N}/u.test(word) ? index === 0 : [...word].length > 3);
  const telling = words.filter(isTelling);
  const rest = words.slice(Math.max(0, words.findIndex(isTelling))).filter((word, index) => index === 0 || /^\p{L}.|^\P{L}*$/u.test(word));
  return (telling.length > 1 ? telling : rest)
    .slice(0, 2)
    .map((word) => first(word, 1))
    .join("")
    .toLocaleUpperCase("en");
}

/** The mark in the upper corner: the film's initials, over which light passes. */
export function bug(board: Board): Layer[] {
  const { picture, means, layout, unit, colours, rightToLeft } = board;
  const initials = initialsOf(picture.facts?.title ?? "");
  if (initials === "") return [];
  const side = 2 * Math.round((layout.bug.size * unit) / 2);
  const bounds = { width: side * 0.78, largest: side * 0.5, smallest: side * 0.2, few: 1, most: 1 };
  const block = setBlock(means.type, initials, picture.language ?? "", { weight: "black", spreadEm: 0.02, bounds, side: 0 });
  const edge = Math.round(layout.bug.side * picture.size.width);
  const [x, y] = [rightToLeft ? edge : picture.size.width - edge - side, Math.round(layout.bug.top * picture.size.height)];
  const within = { x, y, width: side, height: side };
  const text = `<path transform="translate(${((side - block.width) / 2).toFixed(1)} ${((side * 0.94 - CAPITAL_EM * block.em) / 2).toFixed(1)})" d="${block.paths.join("")}" fill="#fff"/>`;
  const foot = Math.round(side * 0.09);
  const body = `<rect width="${side}" height="${side}" fill="${toCss(colours.accent)}"/><rect y="${side - foot}" width="${side}" height="${foot}" fill="${toCss(colours.plate)}"/>${text}`;
  const light = `<path d="M${side * 0.5} 0H${side * 0.8}L${side * 0.3} ${side}H0Z" fill="#fff" fill-opacity=".2"/>`;
  return [
    drawn("bug", within, body, () => ({ x, y })),
    drawn("bug light", within, light, (timeSec) => ({ x: x - side + ((timeSec % 4.6) * side) / 0.9, y, within })),
  ];
}
