import { OUTDOORS } from "../habitats.ts";
import { pane } from "./rain/pane.ts";
import { street } from "./rain/street.ts";
import { ADRIFT, suited } from "./suited.ts";

/** Rain, as it may be seen. */
export const rain = suited([street, pane], { without: ADRIFT, places: [{ things: OUTDOORS, designs: [street] }] });
