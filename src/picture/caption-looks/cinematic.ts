import { recoloured } from "../cue-tiles.ts";
import { type CaptionDesign, LOW } from "./look.ts";

/** White letters low in the picture, the spoken one in amber. */
export const cinematic: CaptionDesign = {
  name: "cinematic",
  description: "White letters with a soft outline, the spoken word in amber",
  forms: {
    "16:9": { size: 0.0558, side: 0.05, lineChars: 42, lineSigns: 16, weight: "medium", place: LOW["16:9"] },
    "1:1": { size: 0.0545, side: 0.06, lineChars: 26, lineSigns: 13, weight: "bold", place: LOW["1:1"] },
    "9:16": { size: 0.0705, side: 0.07, lineChars: 20, lineSigns: 10, weight: "bold", place: LOW["9:16"] },
  },
  colours: { letters: "#ffffff", highlight: "#ffd042", edge: "#0a0a16" },
  highlights: "letters",
  cover: 1,
  outlineEm: 0.07,
  shadows: [{ blurEm: 0.13, dropEm: 0.05, opacity: 0.75 }],
  lineEm: 1.3,
  show: recoloured,
};
