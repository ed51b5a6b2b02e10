import { z } from "zod";

/** The typefaces that letters can be asked to be set in; other scripts are set in the fonts that have them. */
export const FONT_NAMES = [
  "montserrat-medium",
  "montserrat-semibold",
  "montserrat-bold",
  "montserrat-extrabold",
  "noto-sans-bold",
] as const;

/** A font that is embedded, by name. */
export const FontName = z.enum(FONT_NAMES, {
  error: `is no embedded font; use ${FONT_NAMES.slice(0, -1).join(", ")} or ${FONT_NAMES.at(-1)}`,
});
export type FontName = z.infer<typeof FontName>;
