import { appearing } from "../cue-tiles.ts";
import { type CaptionDesign, LOW } from "./look.ts";

/** Each word comes up into its place as it is spoken, and stays. */
export const pop: CaptionDesign = {
  name: "pop",
  description: "Bold letters, each word rising into its place as it is spoken",
  forms: {
    "16:9": { size: 0.062, side: 0.06, lineChars: 36, lineSigns: 15, weight: "bold", place: LOW["16:9"] },
    "1:1": { size: 0.062, side: 0.06, lineChars: 23, lineSigns: 12, weight: "bold", place: LOW["1:1"] },
    "9:16": { size: 0.0725, side: 0.06, lineChars: 20, lineSigns: 10, weight: "bold", place: LOW["9:16"] },
  },
  colours: { letters: "#ffffff", highlight: "#ffffff", edge: "#0a0a16" },
  highlights: "none",
  cover: 1,
  outlineEm: 0.08,
  shadows: [{ blurEm: 0.12, dropEm: 0.06, opacity: 0.75 }],
  lineEm: 1.28,
  byWord: true,
  show: appearing,
};
