import type { MoodStyle } from "../mood-style.ts";

/** Minor in three, felt piano, a bowed line behind it. */
export const melancholic: MoodStyle = {
  bpm: 84,
  beats: 3,
  mode: 5,
  progressions: ["1.9 6.7 3 7", "4.7 7 3.7 6.7", "1 5/7 6.7 4.9", "6.7 3/5 4.9 5.M"],
  cadence: ["4.9", "5.M", "1.9"],
  pad: { level: 0.95, cutoffHz: 1800 },
  arp: {
    tone: "felt",
    level: 0.55,
    from: 0.15,
    stepBeats: 0.5,
    low: 55,
    patterns: [
      [0, 2, 3, 4, 3, 2],
      [0, 2, 4, 3, 2, 3],
      [0, 3, 4, 5, 4, 3],
    ],
    sparse: [
      [0, -1, 2, -1, 3, -1],
      [0, -1, 3, 2, -1, -1],
    ],
  },
  bass: {
    tone: "bass",
    level: 0.58,
    from: 0.3,
    bars: [
      [[0, 3, 0.8, 0]],
      [
        [0, 2, 0.8, 0],
        [2, 1, 0.5, 1],
      ],
    ],
  },
  melody: {
    tone: "felt",
    double: "bowed",
    level: 0.5,
    from: 0.25,
    low: 67,
    high: 82,
    rhythms: [
      [
        [0, 2],
        [2, 1],
      ],
      [
        [0, 1],
        [1, 2],
      ],
      [
        [0, 1.5],
        [1.5, 0.5],
        [2, 1],
      ],
      [
        [1, 1],
        [2, 1],
      ],
    ],
  },
  drums: [{ tone: "swell", level: 0.1, from: 0.6, bars: ["............", "............", "x..........."] }],
  swing: 0,
  gainDb: -0.7,
};
