import { markedBelow } from "../cue-marks.ts";
import { whole } from "../cue-tiles.ts";
import { type CaptionDesign, LOW } from "./look.ts";

const LINE = { thickEm: 0.1, dropEm: 0.19 };

/** White letters on a dark pill that stands on any ground, the spoken word underlined. */
export const pill: CaptionDesign = {
  name: "pill",
  description: "White letters on a dark rounded pill, the spoken word underlined; for light pictures",
  forms: {
    "16:9": { size: 0.05, side: 0.06, lineChars: 42, lineSigns: 18, weight: "medium", place: LOW["16:9"] },
    "1:1": { size: 0.05, side: 0.05, lineChars: 28, lineSigns: 13, weight: "medium", place: LOW["1:1"] },
    "9:16": { size: 0.062, side: 0.05, lineChars: 20, lineSigns: 10, weight: "medium", place: LOW["9:16"] },
  },
  colours: { letters: "#ffffff", highlight: "#6ee7ff", edge: "#14172b" },
  highlights: "line",
  cover: 0.9,
  outlineEm: 0,
  shadows: [],
  lineEm: 1.4,
  plate: { padXEm: 0.6, padYEm: 0.32, roundEm: 0.5 },
  show: (cue, timeSec) => [...whole(cue), ...markedBelow(cue, timeSec, LINE)],
};
