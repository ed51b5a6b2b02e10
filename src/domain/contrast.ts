/** A colour, 0..255 a channel. */
export type Colour = [red: number, green: number, blue: number];

/** The least contrast of text against what is behind it (WCAG 2.2, success criterion 1.4.3). */
export const TEXT_CONTRAST = 4.5;
/** The least contrast of large text, such as titles, against what is behind it (the same criterion). */
export const LARGE_TEXT_CONTRAST = 3;
/** What a contrast becomes where a lesser one had to be mended: room for soft edges. */
export const MENDED_CONTRAST = 7;
/** The least contrast of what is no text but means something (WCAG 2.2, success criterion 1.4.11). */
export const SIGN_CONTRAST = 3;

export const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];

const linear = (value: number): number => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);

/** Relative luminance, 0..1 (WCAG 2.2). */
export function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two colours, 1..21, whichever is the lighter (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [Math.max(luminance(one), luminance(other)), Math.min(luminance(one), luminance(other))];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of the first colour and the rest of the second. */
export function mixColours(first: Colour, second: Colour, share: number): Colour {
  return first.map((value, channel) => Math.round(value * share + second[channel]! * (1 - share))) as Colour;
}

/**
 * The colour itself when `contrastOf` finds it to contrast by `least`; else the nearest on its way to black or to white that reaches
 * `MENDED_CONTRAST`, or whichever of these two is the better.
 */
export function mendColour(colour: Colour, contrastOf: (colour: Colour) => number, least: number): Colour {
  if (contrastOf(colour) >= least) return colour;
  for (let share = 0.02; share < 1; share += 0.02) {
    for (const end of [BLACK, WHITE]) {
      const mixed = mixColours(end, colour, share);
      if (contrastOf(mixed) >= MENDED_CONTRAST) return mixed;
    }
  }
  return contrastOf(BLACK) > contrastOf(WHITE) ? BLACK : WHITE;
}

/** `#rrggbb` as a colour. */
export function parseColour(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;
}

/** A colour as `#rrggbb`. */
export function colourHex(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
