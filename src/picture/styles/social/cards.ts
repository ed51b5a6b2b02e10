import { type CardInk, sentence, smallCapitals } from "../../card-look.ts";
import type { CardLooks } from "../../cards.ts";

const INK: CardInk = {
  letters: [255, 255, 255],
  rule: [255, 230, 92],
  shade: [24, 8, 40],
  outlineEm: 0.085,
  shadows: [{ blurEm: 0.14, dropEm: 0.07, opacity: 0.7 }],
};
const centred = { aside: false, ink: INK };
const large = (width: number, most: number, least: number) => sentence(width, most, least, "black");

/** Large texts in heavy white letters with a thick dark rim. */
export const CARDS: CardLooks = {
  title: {
    "16:9": { ...centred, middle: 0.38, parts: [large(0.8, 0.13, 0.07)] },
    "1:1": { ...centred, middle: 0.4, parts: [large(0.86, 0.11, 0.06)] },
    "9:16": { ...centred, middle: 0.36, parts: [large(0.86, 0.13, 0.07)] },
  },
  heading: {
    "16:9": { ...centred, middle: 0.15, parts: [large(0.8, 0.08, 0.05)] },
    "1:1": { ...centred, middle: 0.13, parts: [large(0.86, 0.08, 0.05)] },
    "9:16": { ...centred, middle: 0.16, parts: [large(0.86, 0.1, 0.06)] },
  },
  end: {
    "16:9": { ...centred, middle: 0.36, parts: [large(0.8, 0.12, 0.07), smallCapitals(0.7, 0.05)] },
    "1:1": { ...centred, middle: 0.37, parts: [large(0.84, 0.1, 0.06), smallCapitals(0.84, 0.05)] },
    "9:16": { ...centred, middle: 0.38, parts: [large(0.84, 0.12, 0.065), smallCapitals(0.84, 0.055)] },
  },
};
