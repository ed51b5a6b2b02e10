import { peak } from "./mountains/peak.ts";
import { range } from "./mountains/range.ts";
import { ridges } from "./mountains/ridges.ts";
import { valley } from "./mountains/valley.ts";
import { overClouds, overWoods } from "./mountains/volcano.ts";
import { suited } from "./suited.ts";

/** Mountains, as they may be seen. */
export const mountains = suited([range, valley, peak, ridges], {
  without: /^(volcano|mountain|snow-capped-mountain|mount-fuji|national-park)$/,
  places: [
    { things: /^volcano$/, designs: [overWoods, overClouds] },
    { things: "water", designs: [range] },
    { things: "ground", designs: [range, valley, ridges] },
  ],
});
