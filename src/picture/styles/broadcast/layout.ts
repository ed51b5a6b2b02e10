import type { Aspect, FrameSize } from "../../../domain/frame.ts";
import type { Area } from "../../layer.ts";

/** Places as parts of the width and height, sizes as parts of the short side. The strap stands on `bottom`, above two lines of captions. */
export type Layout = {
  strap: { side: number; bottom: number; width: number; em: number; least: number; lines: number };
  bug: { side: number; top: number; size: number };
  line: number;
  /** How much of the height the picture has; below it are captions. */
  picture: number;
};

/** By the shape of the picture. */
export const LAYOUTS: Record<Aspect, Layout> = {
  "16:9": {
    strap: { side: 0.055, bottom: 0.745, width: 0.76, em: 0.054, least: 0.043, lines: 1 },
    bug: { side: 0.055, top: 0.085, size: 0.088 },
    line: 0.948,
    picture: 0.76,
  },
  "1:1": {
    strap: { side: 0.06, bottom: 0.735, width: 0.8, em: 0.056, least: 0.045, lines: 1 },
    bug: { side: 0.06, top: 0.06, size: 0.092 },
    line: 0.94,
    picture: 0.76,
  },
  "9:16": {
    strap: { side: 0.07, bottom: 0.65, width: 0.78, em: 0.068, least: 0.052, lines: 2 },
    bug: { side: 0.07, top: 0.075, size: 0.12 },
    line: 0.795,
    picture: 0.7,
  },
};

/** The part of the frame that the picture has, in whole, even pixels. */
export function pictureArea(aspect: Aspect, { width, height }: FrameSize): Area {
  return { x: 0, y: 0, width, height: 2 * Math.round((LAYOUTS[aspect].picture * height) / 2) };
}
