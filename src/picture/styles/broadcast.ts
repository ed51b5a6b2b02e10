import type { PictureSpec } from "../../domain/picture.ts";
import { type CardInk, sentence, smallCapitals } from "../card-look.ts";
import type { Area, Layer } from "../layer.ts";
import { headlineOf, labelOf, openBoard } from "./broadcast/board.ts";
import { bug, initialsOf } from "./broadcast/bug.ts";
import { pictureArea } from "./broadcast/layout.ts";
import { below, ground, panes } from "./broadcast/light.ts";
import { strap } from "./broadcast/strap.ts";
import type { StyleDesign, StyleMeans } from "./style.ts";
import { vignette } from "./vignette.ts";

const INK: CardInk = {
  letters: [255, 255, 255],
  rule: [255, 197, 61],
  shade: [8, 12, 32],
  outlineEm: 0,
  shadows: [{ blurEm: 0.12, dropEm: 0.03, opacity: 0.6 }],
};
const aside = { aside: true, ink: INK };
const centred = { aside: false, ink: INK };
const large = (width: number, most: number, least: number) => sentence(width, most, least, "black");

const CARDS: StyleDesign["cards"] = {
  title: {
    "16:9": { ...aside, middle: 0.34, parts: [large(0.76, 0.13, 0.07)] },
    "1:1": { ...aside, middle: 0.28, parts: [large(0.84, 0.115, 0.06)] },
    "9:16": { ...aside, middle: 0.28, parts: [large(0.86, 0.135, 0.07)] },
  },
  heading: {
    "16:9": { ...aside, middle: 0.1, parts: [large(0.66, 0.068, 0.045)] },
    "1:1": { ...aside, middle: 0.09, parts: [large(0.72, 0.068, 0.045)] },
    "9:16": { ...aside, middle: 0.12, parts: [large(0.72, 0.085, 0.052)] },
  },
  end: {
    "16:9": { ...centred, middle: 0.4, parts: [large(0.74, 0.1, 0.06), smallCapitals(0.7, 0.042)] },
    "1:1": { ...centred, middle: 0.39, parts: [large(0.84, 0.095, 0.055), smallCapitals(0.84, 0.045)] },
    "9:16": { ...centred, middle: 0.36, parts: [large(0.84, 0.11, 0.06), smallCapitals(0.84, 0.052)] },
  },
};

const areaOf = ({ aspect, size }: PictureSpec): Area => pictureArea(aspect, size);

/** The landscape above the captions' ground, with light passing over it. */
function layers(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture, means);
  return [...vignette(picture, areaOf(picture), means.subjectSvg), panes(board), below(board)];
}

function front(picture: PictureSpec, means: StyleMeans): Layer[] {
  const board = openBoard(picture, means);
  return [...ground(board), ...strap(board), ...bug(board)];
}

const letters = (picture: PictureSpec): string => `${headlineOf(picture)} ${labelOf(picture)} ${initialsOf(picture.facts?.title ?? "")} …`;

/** News: what is said stands in a lower third. */
export const broadcast: StyleDesign = {
  name: "broadcast",
  description: "A news look: whole landscapes, a lower third with the headline, the film's mark in the corner, quick wipes",
  wants: ["title", "heading", "saying", "captioned", "keywords", "cards"],
  layers,
  window: areaOf,
  front,
  letters,
  shows: ["title", "end"],
  cards: CARDS,
  captions: "classic",
  transition: { kinds: ["wipe", "slide"], sec: 0.4 },
  music: { calm: "uplifting", playful: "uplifting", melancholic: "dramatic" },
};
