import { falls } from "./river/falls.ts";
import { meander } from "./river/meander.ts";
import { suited } from "./suited.ts";

/** Rivers, as they may be seen. */
export const river = suited([meander, falls], { without: /^bridge-at-night$/ });
