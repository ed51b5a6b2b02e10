import { buttes } from "./desert/buttes.ts";
import { dunes } from "./desert/dunes.ts";
import { greatDune } from "./desert/great-dune.ts";
import { oasis } from "./desert/oasis.ts";
import { saltFlat } from "./desert/salt-flat.ts";
import { suited } from "./suited.ts";

/** The desert, as it may be seen. */
export const desert = suited([dunes, greatDune, buttes, oasis, saltFlat], {
  without: /^desert$/,
  places: [{ things: "water", designs: [oasis] }],
});
