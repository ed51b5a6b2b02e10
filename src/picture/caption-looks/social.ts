import { recoloured } from "../cue-tiles.ts";
import type { CaptionDesign } from "./look.ts";

/** Large and heavy, few words at a time, for telephones held at arm's length and films without sound. */
export const social: CaptionDesign = {
  name: "social",
  description: "Large black-weight letters with a thick outline, few words at a time, the spoken one in yellow",
  forms: {
    "16:9": { size: 0.082, side: 0.1, lineChars: 24, lineSigns: 11, weight: "black", place: { anchor: "middle", at: 0.79 } },
    "1:1": { size: 0.086, side: 0.06, lineChars: 16, lineSigns: 9, weight: "black", place: { anchor: "middle", at: 0.77 } },
    "9:16": { size: 0.097, side: 0.065, lineChars: 14, lineSigns: 8, weight: "black", place: { anchor: "middle", at: 0.66 } },
  },
  colours: { letters: "#ffffff", highlight: "#ffe500", edge: "#000000" },
  highlights: "letters",
  cover: 1,
  outlineEm: 0.115,
  shadows: [{ blurEm: 0.08, dropEm: 0.07, opacity: 0.8 }],
  lineEm: 1.2,
  show: recoloured,
};
