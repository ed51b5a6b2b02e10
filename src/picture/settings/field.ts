import { meadow } from "./field/meadow.ts";
import { wheat } from "./field/wheat.ts";
import { ADRIFT, suited } from "./suited.ts";

/** Open country, as it may be seen. */
export const field = suited([wheat, meadow], { without: ADRIFT });
