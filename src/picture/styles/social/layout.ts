import type { Aspect } from "../../../domain/frame.ts";
import type { Point } from "../../placing.ts";

/** Where things are in a shape, as parts of the width and height; sizes as parts of the short side. */
export type Layout = {
  middle: Point;
  size: number;
  headline: { x: number; y: number; width: number; em: number; least: number; lines: number; side: number };
  stickers: { x: number; y: number; size: number }[];
  /** Pictures below the closing words, `step` apart. */
  last: { y: number; size: number; step: number };
};

const LAYOUTS: Record<Aspect, Layout> = {
  "9:16": {
    middle: { x: 0.5, y: 0.4 },
    size: 0.54,
    headline: { x: 0.5, y: 0.155, width: 0.84, em: 0.112, least: 0.066, lines: 2, side: 0.5 },
    stickers: [
      { x: 0.15, y: 0.285, size: 0.2 },
      { x: 0.86, y: 0.3, size: 0.17 },
      { x: 0.845, y: 0.515, size: 0.2 },
    ],
    last: { y: 0.64, size: 0.25, step: 0.3 },
  },
  "1:1": {
    middle: { x: 0.5, y: 0.445 },
    size: 0.4,
    headline: { x: 0.5, y: 0.13, width: 0.86, em: 0.088, least: 0.056, lines: 2, side: 0.5 },
    stickers: [
      { x: 0.155, y: 0.375, size: 0.17 },
      { x: 0.85, y: 0.34, size: 0.15 },
      { x: 0.83, y: 0.56, size: 0.17 },
    ],
    last: { y: 0.77, size: 0.2, step: 0.25 },
  },
  "16:9": {
    middle: { x: 0.71, y: 0.385 },
    size: 0.53,
    headline: { x: 0.075, y: 0.37, width: 0.44, em: 0.118, least: 0.07, lines: 3, side: 0 },
    stickers: [
      { x: 0.905, y: 0.2, size: 0.17 },
      { x: 0.545, y: 0.155, size: 0.15 },
      { x: 0.93, y: 0.58, size: 0.19 },
    ],
    last: { y: 0.77, size: 0.22, step: 0.3 },
  },
};

/** The places in a shape; without a headline beside it, the picture takes the middle. */
export function layoutOf(aspect: Aspect, hasHeadline: boolean): Layout {
  const layout = LAYOUTS[aspect];
  const aside = layout.middle.x - 0.5;
  if (hasHeadline || aside === 0) return layout;
  const inwards = <Placed extends Point>(place: Placed): Placed => ({ ...place, x: place.x - aside });
  return { ...layout, middle: inwards(layout.middle), stickers: layout.stickers.map(inwards) };
}
