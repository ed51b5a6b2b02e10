import type { MoodStyle } from "../mood-style.ts";

/** Pizzicato, marimba off the beat, a swing in the eighths. */
export const playful: MoodStyle = {
  bpm: 116,
  beats: 4,
  mode: 0,
  progressions: ["1 6.7 2.7 5", "1 4 5.7 1/3", "4 5 3.7 6", "1.9 2.7 4/6 5.s"],
  cadence: ["2.7", "5.7", "1"],
  pad: { level: 0.55, cutoffHz: 2550 },
  arp: {
    tone: "marimba",
    level: 0.6,
    from: 0.15,
    stepBeats: 0.5,
    low: 60,
    patterns: [
      [-1, 2, 3, 1, -1, 2, 4, 3],
      [0, 2, -1, 3, 2, -1, 4, 2],
      [0, 2, 4, 2, -1, 3, 2, 1],
    ],
    sparse: [
      [-1, 2, -1, 3, -1, 2, -1, 3],
      [0, -1, 2, -1, 3, -1, 2, -1],
    ],
  },
  bass: {
    tone: "pizz",
    level: 0.75,
    from: 0.15,
    bars: [
      [
        [0, 1, 0.9, 0],
        [2, 1, 0.8, 1],
      ],
      [
        [0, 1, 0.9, 0],
        [1.5, 0.5, 0.6, 0],
        [2, 1, 0.8, 1],
        [3.5, 0.5, 0.6, 2],
      ],
    ],
  },
  melody: {
    tone: "pluck",
    double: "bell",
    level: 0.5,
    from: 0.3,
    low: 67,
    high: 84,
    rhythms: [
      [
        [0, 0.5],
        [0.5, 0.5],
        [1, 1],
        [2.5, 0.5],
        [3, 1],
      ],
      [
        [0, 1],
        [1.5, 0.5],
        [2, 1],
        [3, 0.5],
      ],
      [
        [0.5, 0.5],
        [1, 0.5],
        [1.5, 0.5],
        [2, 1.5],
      ],
      [
        [0, 0.5],
        [1, 0.5],
        [2, 0.5],
        [2.5, 1],
      ],
    ],
  },
  drums: [
    { tone: "kick", level: 0.42, from: 0.5, bars: ["x.......x.......", "x.....o.x.......", "x.......x..o.o.."] },
    { tone: "rim", level: 0.17, from: 0.42, bars: ["....x.......x...", "....x.......x.o.", "....x..o....x.oo"] },
    { tone: "shaker", level: 0.12, from: 0.35, bars: ["o.x.o.x.o.x.o.x.", "o.x.o.x.o.x.oox.", "o.x.o.x.o.xoo.xo"] },
  ],
  swing: 0.22,
  gainDb: 1,
};
