import { type CardInk, capitals, PALE_INK, sentence, smallCapitals } from "../card-look.ts";
import { designScene } from "../settings.ts";
import type { StyleDesign } from "./style.ts";

const HEADING_INK: CardInk = { ...PALE_INK, outlineEm: 0.02 };
const centred = { aside: false, ink: PALE_INK };
const aside = { aside: true, ink: HEADING_INK };

/** The card looks that also serve other styles which show whole landscapes. */
export const LANDSCAPE_CARDS: StyleDesign["cards"] = {
  title: {
    "16:9": { ...centred, middle: 0.4, parts: [capitals(0.8, 0.104, 0.06, 2, 4)] },
    "1:1": { ...centred, middle: 0.4, parts: [capitals(0.86, 0.1, 0.052, 3, 5)] },
    "9:16": { ...centred, middle: 0.34, parts: [capitals(0.86, 0.118, 0.06, 4, 6)] },
  },
  heading: {
    "16:9": { ...aside, middle: 0.1, parts: [sentence(0.6, 0.062, 0.042)] },
    "1:1": { ...aside, middle: 0.09, parts: [sentence(0.84, 0.062, 0.044)] },
    "9:16": { ...aside, middle: 0.12, parts: [sentence(0.86, 0.08, 0.052)] },
  },
  end: {
    "16:9": { ...centred, middle: 0.42, parts: [capitals(0.7, 0.08, 0.048, 2, 3), smallCapitals(0.7, 0.04)] },
    "1:1": { ...centred, middle: 0.42, parts: [capitals(0.84, 0.08, 0.046, 2, 3), smallCapitals(0.84, 0.044)] },
    "9:16": { ...centred, middle: 0.36, parts: [capitals(0.84, 0.095, 0.05, 3, 4), smallCapitals(0.84, 0.052)] },
  },
};

/** A landscape behind everything. */
export const cinematic: StyleDesign = {
  name: "cinematic",
  description: "Wide landscapes with slow parallax, warm light, large titles, captions with the spoken word coloured",
  wants: [],
  layers: (picture, { subjectSvg }) => designScene(picture, subjectSvg),
  shows: ["title", "heading", "end"],
  cards: LANDSCAPE_CARDS,
  captions: "cinematic",
  transition: { kinds: ["dissolve"], sec: 0.6 },
  music: {},
};
