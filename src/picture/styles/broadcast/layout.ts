import type { Aspect } from "../../../domain/frame.ts";

/** Places as parts of the width and height, sizes as parts of the short side. The strap stands on `bottom`, above two lines of captions. */
export type Layout = {
  strap: { side: number; bottom: number; width: number; em: number; least: number };
  bug: { side: number; top: number; size: number };
  line: number;
  /** Where the shade behind captions begins. */
  shade: number;
};

/** By the shape of the picture. */
export const LAYOUTS: Record<Aspect, Layout> = {
  "16:9": {
    strap: { side: 0.055, bottom: 0.735, width: 0.56, em: 0.06, least: 0.042 },
    bug: { side: 0.055, top: 0.085, size: 0.088 },
    line: 0.948,
    shade: 0.56,
  },
  "1:1": {
    strap: { side: 0.06, bottom: 0.735, width: 0.8, em: 0.058, least: 0.04 },
    bug: { side: 0.06, top: 0.06, size: 0.092 },
    line: 0.94,
    shade: 0.54,
  },
  "9:16": {
    strap: { side: 0.07, bottom: 0.65, width: 0.78, em: 0.072, least: 0.05 },
    bug: { side: 0.07, top: 0.075, size: 0.12 },
    line: 0.795,
    shade: 0.52,
  },
};
