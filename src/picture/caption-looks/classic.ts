import { whole } from "../cue-tiles.ts";
import { type CaptionDesign, LOW } from "./look.ts";

/** As subtitles have always been: white, outlined in black, nothing moves. */
export const classic: CaptionDesign = {
  name: "classic",
  description: "Plain white subtitles with a black outline; no word is marked",
  forms: {
    "16:9": { size: 0.0558, side: 0.05, lineChars: 42, lineSigns: 16, weight: "medium", place: LOW["16:9"] },
    "1:1": { size: 0.0545, side: 0.06, lineChars: 26, lineSigns: 13, weight: "medium", place: LOW["1:1"] },
    "9:16": { size: 0.0685, side: 0.07, lineChars: 20, lineSigns: 10, weight: "medium", place: LOW["9:16"] },
  },
  colours: { letters: "#ffffff", highlight: "#ffffff", edge: "#000000" },
  highlights: "none",
  cover: 1,
  outlineEm: 0.085,
  shadows: [],
  lineEm: 1.28,
  show: whole,
};
