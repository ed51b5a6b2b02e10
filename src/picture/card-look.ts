import type { Bounds } from "./card-layout.ts";
import type { Colour } from "./lettering.ts";
import type { TextStyle } from "./text.ts";

/** One text of a card: sizes as parts of the short side, width as a part of the picture's width. */
export type CardPart = { style: TextStyle; upper: boolean; bounds: Bounds };

/** What a card is lettered in. `outlineEm` is how far a rim in the colour of the shadow reaches beyond the letters; the shadows fall below both. */
export type CardInk = {
  letters: Colour;
  rule: Colour;
  shade: Colour;
  outlineEm: number;
  /** The colour of the shadows, black by default: what sets off dark letters is light. */
  shadow?: Colour;
  shadows: readonly { blurEm: number; dropEm: number; opacity: number }[];
};

/** A card's look in one shape: its texts, and where its middle (or, aside, its top) is as a part of the height. */
export type CardLook = { parts: readonly CardPart[]; middle: number; aside: boolean; ink: CardInk };

const WHITE: Colour = [255, 252, 245];
const WARM: Colour = [255, 214, 120];
const DARK: Colour = [8, 8, 20];

/** White letters and a warm rule on a soft dark shadow: for pictures. */
export const PALE_INK: CardInk = {
  letters: WHITE,
  rule: WARM,
  shade: DARK,
  outlineEm: 0,
  shadows: [
    { blurEm: 0.09, dropEm: 0.045, opacity: 0.7 },
    { blurEm: 0.75, dropEm: 0.03, opacity: 0.85 },
  ],
};

/** A text in wide capitals; `few` lines before it shrinks, `most` at its smallest. */
export function capitals(width: number, largest: number, smallest: number, few: number, most: number): CardPart {
  return { style: { weight: "black", spreadEm: 0.11 }, upper: true, bounds: { width, largest, smallest, few, most } };
}

/** A text as it is written. */
export function sentence(width: number, largest: number, smallest: number, weight: TextStyle["weight"] = "bold"): CardPart {
  return { style: { weight, spreadEm: 0.01 }, upper: false, bounds: { width, largest, smallest, few: 2, most: 3 } };
}

/** Closing words in small capitals. */
export function smallCapitals(width: number, largest: number): CardPart {
  return { style: { weight: "medium", spreadEm: 0.2 }, upper: true, bounds: { width, largest, smallest: largest * 0.6, few: 1, most: 2 } };
}
