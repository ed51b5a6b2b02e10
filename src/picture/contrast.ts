import type { Colour } from "./lettering.ts";

/** The least contrast of text against what is behind it (WCAG 2.2, success criterion 1.4.3). */
export const TEXT_CONTRAST = 4.5;
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

/** The colour nearest to `colour`, on its way to black or to white, that `suits`; black or white itself when nothing before does. */
export function nearestSuiting(colour: Colour, suits: (colour: Colour) => boolean): Colour {
  for (let share = 0; share <= 1.0001; share += 0.02) {
    for (const end of [BLACK, WHITE]) {
      const mixed = mixColours(end, colour, share);
      if (suits(mixed)) return mixed;
    }
  }
  return luminance(colour) > 0.18 ? WHITE : BLACK;
}

/** `#rrggbb` as a colour. */
export function parseColour(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;
}

/** A colour as `#rrggbb`. */
export function colourHex(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
