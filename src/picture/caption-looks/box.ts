import { markedBehind } from "../cue-marks.ts";
import { recoloured } from "../cue-tiles.ts";
import { type CaptionDesign, LOW } from "./look.ts";

const BOX = { padXEm: 0.14, aboveEm: 0.86, belowEm: 0.3, roundEm: 0.2 };

/** A rounded box behind the spoken word that glides from word to word. */
export const box: CaptionDesign = {
  name: "box",
  description: "Bold letters, a violet box behind the spoken word that moves from word to word",
  forms: {
    "16:9": { size: 0.06, side: 0.06, lineChars: 38, lineSigns: 16, weight: "bold", place: LOW["16:9"] },
    "1:1": { size: 0.06, side: 0.06, lineChars: 24, lineSigns: 12, weight: "bold", place: LOW["1:1"] },
    "9:16": { size: 0.0705, side: 0.06, lineChars: 20, lineSigns: 10, weight: "bold", place: LOW["9:16"] },
  },
  colours: { letters: "#ffffff", highlight: "#6d35e8", edge: "#0a0a16" },
  highlights: "ground",
  cover: 1,
  outlineEm: 0.075,
  shadows: [{ blurEm: 0.1, dropEm: 0.05, opacity: 0.6 }],
  lineEm: 1.36,
  show: (cue, timeSec) => [...markedBehind(cue, timeSec, BOX), ...recoloured(cue, timeSec)],
};
