import type { Aspect } from "../../../domain/frame.ts";
import type { PictureSpec } from "../../../domain/picture.ts";
import type { Area } from "../../layer.ts";

/** Where the print and the words beside or below it are, in pixels; the words' sizes as parts of the short side. */
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
    print: { x: 0.09, y: 0.1, width: 0.82, height: 0.345 },
    words: { x: 0.09, y: 0.487, width: 0.82, height: 0.17 },
    em: 0.078,
    least: 0.055,
    lines: 3,
  },
};

const even = (value: number): number => 2 * Math.round(value / 2);

/** The places of a picture's frame: from scene to scene, print and words that stand side by side change sides. */
export function layoutOf({ aspect, size: { width, height }, facts }: PictureSpec): Layout {
  const parts = PARTS[aspect];
  const mirrored = (facts?.step?.index ?? 1) % 2 === 0;
  const toArea = ({ x, ...area }: Area): Area => ({
    x: even((mirrored ? 1 - x - area.width : x) * width),
    y: even(area.y * height),
    width: even(area.width * width),
    height: even(area.height * height),
  });
  return { ...parts, print: toArea(parts.print), words: toArea(parts.words) };
}
