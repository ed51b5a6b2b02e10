import type { PictureSpec } from "../../domain/picture.ts";
import { type CardInk, type CardPart, smallCapitals } from "../card-look.ts";
import type { Layer } from "../layer.ts";
import { openBoard, shown } from "./documentary/board.ts";
import { grain } from "./documentary/grain.ts";
import { layoutOf, quoteOf } from "./documentary/layout.ts";
import { map } from "./documentary/map.ts";
import { landscape, mounting } from "./documentary/print.ts";
import { plateOf, quote } from "./documentary/quote.ts";
import type { StyleDesign, StyleMeans } from "./style.ts";

const INK: CardInk = {
  letters: [248, 239, 219],
  rule: [224, 177, 96],
  shade: [24, 16, 8],
  outlineEm: 0,
  shadows: [
    { blurEm: 0.12, dropEm: 0.03, opacity: 0.6 },
    { blurEm: 0.7, dropEm: 0.03, opacity: 0.6 },
  ],
};
const centred = { aside: false, ink: INK };
const slender = (width: number, largest: number, smallest: number): CardPart => ({
  style: { weight: "light", spreadEm: 0.02 },
  upper: false,
  bounds: { width, largest, smallest, few: 2, most: 4 },
});

const CARDS: StyleDesign["cards"] = {
  title: {
    "16:9": { ...centred, middle: 0.42, parts: [slender(0.74, 0.125, 0.07)] },
    "1:1": { ...centred, middle: 0.42, parts: [slender(0.82, 0.115, 0.06)] },
    "9:16": { ...centred, middle: 0.38, parts: [slender(0.82, 0.13, 0.07)] },
  },
  heading: {
    "16:9": { ...centred, middle: 0.14, parts: [slender(0.8, 0.07, 0.045)] },
    "1:1": { ...centred, middle: 0.12, parts: [slender(0.84, 0.07, 0.045)] },
    "9:16": { ...centred, middle: 0.14, parts: [slender(0.84, 0.085, 0.05)] },
  },
  end: {
    "16:9": { ...centred, middle: 0.42, parts: [slender(0.7, 0.1, 0.06), smallCapitals(0.7, 0.04)] },
    "1:1": { ...centred, middle: 0.42, parts: [slender(0.82, 0.095, 0.055), smallCapitals(0.82, 0.044)] },
    "9:16": { ...centred, middle: 0.38, parts: [slender(0.82, 0.11, 0.06), smallCapitals(0.82, 0.05)] },
  },
};

function layers(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture, means);
  if (picture.visual.kind !== "scenery") return [map(board)];
  return [map(board), ...shown(board, [...landscape(board), ...mounting(board), grain(board)]), ...quote(board)];
}

/** Around and over one's own picture, which takes the print's place. */
function over(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture, means);
  return [...mounting(board), grain(board), ...quote(board)];
}

/** Slow and quiet: prints on an old map. */
export const documentary: StyleDesign = {
  name: "documentary",
  description: "Prints mounted on an old map, a slow camera, film grain, quotes in slender letters, dissolves",
  wants: ["title", "heading", "saying", "step", "cards"],
  layers,
  over,
  window: (picture) => layoutOf(picture).print,
  letters: (picture) => `${quoteOf(picture).text} ${plateOf(picture.facts?.step)} …`,
  shows: ["title", "end"],
  cards: CARDS,
  captions: "minimal",
  transition: { kinds: ["dissolve"], sec: 0.9 },
  music: { uplifting: "calm", playful: "calm" },
};
