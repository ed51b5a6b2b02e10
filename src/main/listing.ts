import type { Listing } from "../cli/listings.ts";
import { STYLES } from "../picture/styles.ts";
import { VOICES } from "../providers/registry.ts";

/** What there is to choose from. */
export const LISTING: Listing = { voices: VOICES, styles: STYLES };
