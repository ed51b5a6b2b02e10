import type { PictureSpec } from "../../domain/picture.ts";
import { type CardInk, sentence, smallCapitals } from "../card-look.ts";
import { toCss } from "../elements/colour.ts";
import type { Layer } from "../layer.ts";
import { headlineOf, openBoard } from "./educational/board.ts";
import { card, rim, veil } from "./educational/card.ts";
import { chipsOf } from "./educational/chips.ts";
import { coloursOf } from "./educational/colours.ts";
import { column } from "./educational/column.ts";
import { cover } from "./educational/cover.ts";
import { layoutOf } from "./educational/layout.ts";
import { paper } from "./educational/paper.ts";
import { stepText } from "./educational/step.ts";
import { progressLine } from "./progress-line.ts";
import type { StyleDesign, StyleMeans } from "./style.ts";

const INK: CardInk = { letters: [27, 34, 51], rule: [240, 138, 36], shade: [251, 250, 246], outlineEm: 0.05, shadows: [] };
const centred = { aside: false, ink: INK };
const large = (width: number, most: number, least: number) => sentence(width, most, least, "black");

const CARDS: StyleDesign["cards"] = {
  title: {
    "16:9": { ...centred, middle: 0.5, parts: [large(0.72, 0.12, 0.07)] },
    "1:1": { ...centred, middle: 0.47, parts: [large(0.84, 0.11, 0.06)] },
    "9:16": { ...centred, middle: 0.43, parts: [large(0.84, 0.125, 0.07)] },
  },
  heading: {
    "16:9": { ...centred, middle: 0.14, parts: [large(0.8, 0.07, 0.045)] },
    "1:1": { ...centred, middle: 0.12, parts: [large(0.84, 0.07, 0.045)] },
    "9:16": { ...centred, middle: 0.14, parts: [large(0.84, 0.085, 0.05)] },
  },
  end: {
    "16:9": { ...centred, middle: 0.5, parts: [large(0.7, 0.1, 0.06), smallCapitals(0.7, 0.042)] },
    "1:1": { ...centred, middle: 0.48, parts: [large(0.84, 0.09, 0.055), smallCapitals(0.84, 0.045)] },
    "9:16": { ...centred, middle: 0.44, parts: [large(0.84, 0.105, 0.06), smallCapitals(0.84, 0.052)] },
  },
};

function layers(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture, means);
  if (picture.visual.kind !== "scenery") return paper(board);
  return [...paper(board), ...card(board), ...column(board), ...cover(board)];
}

/** Around one's own picture, which takes the card's place. */
function over(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture, means);
  return [rim(board), ...(picture.facts?.cards ? [veil(board)] : []), ...column(board), ...cover(board)];
}

function front(picture: PictureSpec): Layer[] {
  const { accent } = coloursOf(picture.facts?.title ?? "");
  return progressLine(picture, "top", toCss(accent), toCss(accent, 0.18));
}

const letters = (picture: PictureSpec): string =>
  [
    headlineOf(picture),
    stepText(picture.facts?.step, picture.facts?.title ?? "", picture.language ?? "en"),
    ...chipsOf(picture).map(({ text }) => text),
  ].join(" ");

/** Clear and calm, like a well-made lesson. */
export const educational: StyleDesign = {
  name: "educational",
  description: "Light paper, a card with the picture, the step, a headline and keywords, captions on a dark pill",
  wants: ["title", "heading", "phrase", "keywords", "subjects", "step", "progress", "cards"],
  layers,
  over,
  window: (picture) => layoutOf(picture.aspect, picture.size, headlineOf(picture) !== "").card,
  front,
  letters,
  shows: ["title", "end"],
  cards: CARDS,
  captions: "pill",
  transition: { kinds: ["dissolve"], sec: 0.4 },
  music: { dramatic: "uplifting", mysterious: "calm", melancholic: "calm" },
};
