import type { MoodStyle } from "../mood-style.ts";

/** Bright steps around home, plucked strings, a light beat. */
export const uplifting: MoodStyle = {
  bpm: 108,
  beats: 4,
  mode: 0,
  progressions: ["1.9 5/7 6.7 4.9", "4.9 1/3 6.7 5.s", "6.7 4.9 1 5", "1 4/6 2.7 5.s"],
  cadence: ["4.9", "5", "1.9"],
  pad: { level: 0.8, cutoffHz: 2900 },
  arp: {
    tone: "pluck",
    level: 0.46,
    from: 0.18,
    stepBeats: 0.5,
    low: 60,
    patterns: [
      [0, 2, 4, 2, 3, 2, 4, 5],
      [0, 3, 2, 4, 3, 5, 4, 3],
      [0, 2, 3, 5, 4, 3, 2, 4],
    ],
    sparse: [
      [0, -1, 2, -1, 4, -1, 3, -1],
      [0, 2, -1, 4, -1, 3, -1, 2],
    ],
  },
  bass: {
    tone: "bass",
    level: 0.55,
    from: 0.32,
    bars: [
      [
        [0, 1.5, 0.9, 0],
        [1.5, 0.5, 0.6, 0],
        [2, 1.5, 0.75, 0],
        [3.5, 0.5, 0.6, 1],
      ],
      [
        [0, 1, 0.9, 0],
        [1.5, 1, 0.65, 0],
        [3, 1, 0.7, 1],
      ],
    ],
  },
  melody: {
    tone: "felt",
    double: "bell",
    level: 0.52,
    from: 0.4,
    low: 67,
    high: 84,
    rhythms: [
      [
        [0, 1],
        [1, 0.5],
        [1.5, 1.5],
        [3, 1],
      ],
      [
        [0, 1.5],
        [1.5, 0.5],
        [2, 2],
      ],
      [
        [0.5, 0.5],
        [1, 1],
        [2, 1],
        [3, 1],
      ],
      [
        [0, 2],
        [2.5, 0.5],
        [3, 1],
      ],
    ],
  },
  drums: [
    { tone: "kick", level: 0.6, from: 0.55, bars: ["x.......x.......", "x.......x.....o.", "x.......x...o.o."] },
    { tone: "rim", level: 0.2, from: 0.62, bars: ["....x.......x...", "....x.......x...", "....x.......x..o"] },
    { tone: "shaker", level: 0.13, from: 0.45, bars: ["x.o.x.o.x.o.x.o.", "x.o.x.o.x.o.xoo.", "x.o.x.o.x.oox.oo"] },
  ],
  swing: 0,
  gainDb: -0.1,
};
