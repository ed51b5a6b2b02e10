import type { Aspect } from "../../../domain/frame.ts";
import { WIDE } from "../../../domain/line-marks.ts";
import type { PictureSpec } from "../../../domain/picture.ts";
import type { Area } from "../../layer.ts";
import { isSame } from "../text-block.ts";

/** Where the print and the words beside or below it are, in pixels; the words' sizes as parts of the short side. Without words the print is larger. */
export type Layout = { print: Area; words: Area; em: number; least: number; lines: number };

/** Places as parts of the width and height. */
const PARTS: Record<Aspect, Layout> = {
  "16:9": {
    print: { x: 0.075, y: 0.115, width: 0.55, height: 0.61 },
    words: { x: 0.672, y: 0.115, width: 0.265, height: 0.61 },
    em: 0.064,
    least: 0.045,
    lines: 5,
  },
  "1:1": {
    print: { x: 0.09, y: 0.085, width: 0.82, height: 0.43 },
    words: { x: 0.09, y: 0.57, width: 0.82, height: 0.2 },
    em: 0.062,
    least: 0.038,
    lines: 2,
  },
  "9:16": {
    print: { x: 0.09, y: 0.075, width: 0.82, height: 0.345 },
    words: { x: 0.09, y: 0.458, width: 0.82, height: 0.165 },
    em: 0.078,
    least: 0.055,
    lines: 3,
  },
};

/** The same where nothing but the number of the plate stands beside the print. */
const ALONE: Record<Aspect, Layout> = {
  "16:9": {
    print: { x: 0.095, y: 0.095, width: 0.66, height: 0.655 },
    words: { x: 0.805, y: 0.095, width: 0.1, height: 0.655 },
    em: 0.06,
    least: 0.04,
    lines: 1,
  },
  "1:1": {
    print: { x: 0.09, y: 0.085, width: 0.82, height: 0.57 },
    words: { x: 0.4, y: 0.69, width: 0.2, height: 0.08 },
    em: 0.05,
    least: 0.03,
    lines: 1,
  },
  "9:16": {
    print: { x: 0.09, y: 0.1, width: 0.82, height: 0.46 },
    words: { x: 0.35, y: 0.585, width: 0.3, height: 0.072 },
    em: 0.06,
    least: 0.04,
    lines: 1,
  },
};

/** A saying that is no quotation is shown where it is at most so wide; a wide sign counts as several letters. */
const MOST_UNITS = 46;
const MOST_QUOTED_UNITS: Record<Aspect, number> = { "16:9": 90, "1:1": 62, "9:16": 74 };
const SIGN_UNITS = 2.4;

/** What stands beside the print: the scene's title, what somebody says in it, or its first sentence where that is short. */
export function quoteOf({ facts, aspect }: PictureSpec): { text: string; quoted: boolean } {
  const { heading, saying } = facts ?? {};
  const isSaid = (text: string): boolean => isSame(text, facts?.title ?? "");
  if (heading !== undefined) return { text: isSaid(heading) ? "" : heading, quoted: false };
  const units = [...(saying?.text ?? "")].reduce((sum, sign) => sum + (WIDE.test(sign) ? SIGN_UNITS : 1), 0);
  return saying && !isSaid(saying.text) && units <= (saying.quoted ? MOST_QUOTED_UNITS[aspect] : MOST_UNITS)
    ? saying
    : { text: "", quoted: false };
}

const even = (value: number): number => 2 * Math.round(value / 2);

/** The places of a picture's frame: from scene to scene, print and words that stand side by side change sides. */
export function layoutOf(picture: PictureSpec): Layout {
  const { aspect, size, facts } = picture;
  const { width, height } = size;
  const isAlone = quoteOf(picture).text === "";
  const parts = isAlone ? ALONE[aspect] : PARTS[aspect];
  const middle = isAlone && facts?.step === undefined ? { x: (1 - parts.print.width) / 2 } : {};
  const mirrored = (facts?.step?.index ?? 1) % 2 === 0;
  const toArea = ({ x, ...area }: Area): Area => ({
    x: even((mirrored ? 1 - x - area.width : x) * width),
    y: even(area.y * height),
    width: even(area.width * width),
    height: even(area.height * height),
  });
  return { ...parts, print: toArea({ ...parts.print, ...middle }), words: toArea(parts.words) };
}
