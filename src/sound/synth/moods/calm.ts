import type { MoodStyle } from "../mood-style.ts";

/** Warm sevenths, a felt piano in broken chords, a vibraphone above. */
export const calm: MoodStyle = {
  bpm: 72,
  beats: 4,
  mode: 0,
  progressions: ["1.9 6.7 4.7 5.s", "4.7 1/3 2.7 5.s", "1.9 3.7 4.7 4/6", "6.7 4.7 1/3 5"],
  cadence: ["2.7", "5.s", "1.9"],
  pad: { level: 1, cutoffHz: 1950 },
  arp: {
    tone: "felt",
    level: 0.5,
    from: 0.2,
    stepBeats: 0.5,
    low: 57,
    patterns: [
      [0, 2, 3, 4, 5, 4, 3, 2],
      [0, 3, 2, 4, 3, 5, 4, 3],
      [0, 2, 4, 3, 5, -1, 4, 2],
    ],
    sparse: [
      [0, -1, 3, -1, 4, -1, 2, -1],
      [0, -1, 2, -1, -1, 4, 3, -1],
    ],
  },
  bass: {
    tone: "bass",
    level: 0.62,
    from: 0.3,
    bars: [
      [[0, 4, 0.8, 0]],
      [
        [0, 2.5, 0.8, 0],
        [2.5, 1.5, 0.55, 1],
      ],
    ],
  },
  melody: {
    tone: "bell",
    level: 0.42,
    from: 0.25,
    low: 69,
    high: 86,
    rhythms: [
      [
        [0, 2],
        [2, 1],
        [3, 1],
      ],
      [
        [0, 3],
        [3, 1],
      ],
      [
        [1, 1],
        [2, 2],
      ],
      [
        [0.5, 1.5],
        [2, 2],
      ],
    ],
  },
  drums: [{ tone: "shaker", level: 0.1, from: 0.72, bars: ["o...x...o...x...", "o...x...o...x.o.", "o...x...o.o.x.o."] }],
  swing: 0,
  gainDb: 0.7,
};
