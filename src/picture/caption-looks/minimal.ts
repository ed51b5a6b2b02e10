import { whole } from "../cue-tiles.ts";
import { type CaptionDesign, LOW } from "./look.ts";

/** Small, light letters on nothing but a soft shadow, out of the picture's way. */
export const minimal: CaptionDesign = {
  name: "minimal",
  description: "Small and light, on a soft shadow; no word is marked",
  forms: {
    "16:9": { size: 0.044, side: 0.12, lineChars: 42, lineSigns: 18, weight: "light", place: { anchor: "bottom", at: 0.925 } },
    "1:1": { size: 0.045, side: 0.1, lineChars: 32, lineSigns: 15, weight: "light", place: { anchor: "bottom", at: 0.92 } },
    "9:16": { size: 0.0535, side: 0.09, lineChars: 26, lineSigns: 13, weight: "light", place: LOW["9:16"] },
  },
  colours: { letters: "#ffffff", highlight: "#ffffff", edge: "#06060e" },
  highlights: "none",
  cover: 0.7,
  outlineEm: 0,
  shadows: [
    { blurEm: 0.1, dropEm: 0.01, opacity: 4 },
    { blurEm: 0.45, dropEm: 0.05, opacity: 1.5 },
  ],
  lineEm: 1.36,
  show: whole,
};
