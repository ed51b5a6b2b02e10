import { beach } from "./ocean/beach.ts";
import { coast } from "./ocean/coast.ts";
import { greatSky } from "./ocean/great-sky.ts";
import { lowSun } from "./ocean/low-sun.ts";
import { openSea } from "./ocean/open-sea.ts";
import { suited } from "./suited.ts";

/** The sea, as it may be seen. */
export const ocean = suited([openSea, lowSun, beach, coast, greatSky], {
  without:
    /^(water-wave|lighthouse|tram|tram-car|train|locomotive|.*-train|metro|light-rail|railway-.*|bus|minibus|trolleybus|tractor|bridge-at-night)$/,
  places: [
    { things: /^lighthouse$/, designs: [coast] },
    { things: "ground", designs: [beach] },
    { things: "water", designs: [openSea, coast, greatSky] },
  ],
});
