import { WIDE } from "../../domain/line-marks.ts";
import { baseDirection } from "../bidi.ts";
import { type Bounds, fitLines } from "../card-layout.ts";
import type { TextStyle, Type } from "../text.ts";

/** A text as it is to be set: bounds in pixels, where its lines stand (0 left, 0.5 middle, 1 right), from baseline to baseline in em. */
export type BlockStyle = { weight: TextStyle["weight"]; spreadEm?: number; bounds: Bounds; side: number; lineEm?: number };

/** A text in lines. `paths` are its lines as SVG path data when the block's top left corner is at 0,0; capitals reach from the top of the first line. */
export type TextBlock = { paths: string[]; widths: number[]; width: number; height: number; em: number };

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, "");

/** Whether two texts say the same, but for capitals and punctuation. */
export const isSame = (one: string, other: string): boolean => letters(one) === letters(other);

/** How high capitals are, in em. */
export const CAPITAL_EM = 0.7;

/** Sets a text in balanced lines. Where lines begin at the left, those of Arabic and Hebrew begin at the right of the block. */
export function setBlock(
  type: Type,
  text: string,
  language: string,
  { weight, spreadEm = 0, bounds, side, lineEm = 1.14 }: BlockStyle,
): TextBlock {
  const style: TextStyle = { weight, language, spreadEm: WIDE.test(text) ? 0 : spreadEm };
  const { lines, em } = fitLines(text, bounds, (word) => type.measure(word, style), language);
  const set = lines.map((words) => type.setLine(words, style));
  const widths = set.map((line) => line.widthEm * em);
  const width = Math.max(0, ...widths);
  const at = side === 0 && baseDirection(text) === "rtl" ? 1 : side;
  const paths = set.map((line, index) => {
    const [x, y] = [(width - widths[index]!) * at, (CAPITAL_EM + index * lineEm) * em];
    return line.words.map((word) => word.path(x, y, em)).join("");
  });
  return { paths, widths, width, height: (CAPITAL_EM + Math.max(0, lines.length - 1) * lineEm) * em, em };
}
