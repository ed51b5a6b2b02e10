import { OF_STREETS } from "../habitats.ts";
import { bridge } from "./city/bridge.ts";
import { rooftop } from "./city/rooftop.ts";
import { street } from "./city/street.ts";
import { waterfront } from "./city/waterfront.ts";
import { suited } from "./suited.ts";

/** The city, as it may be seen. */
export const city = suited([waterfront, street, rooftop, bridge], {
  without: /^(bridge-at-night|building|houses|cityscape.*|night-with-stars)$/,
  places: [
    { things: /^bridge-at-night$/, designs: [bridge] },
    { things: OF_STREETS, designs: [waterfront] },
    { things: "water", designs: [waterfront, bridge] },
    { things: "ground", designs: [street, waterfront] },
  ],
});
