import type { MoodStyle } from "../mood-style.ts";

/** Dorian, a marimba in threes and twos, bells far above. */
export const mysterious: MoodStyle = {
  bpm: 78,
  beats: 4,
  mode: 1,
  progressions: ["1.9 4.s 1.7 7", "1.t 3.7 4 1.9", "7.9 4/6 1.7 5.7", "1.9 2/1 7/1 1.t"],
  cadence: ["7.9", "5.7", "1.t"],
  pad: { level: 1.05, cutoffHz: 1600 },
  arp: {
    tone: "marimba",
    level: 0.5,
    from: 0.25,
    stepBeats: 0.5,
    low: 55,
    patterns: [
      [0, -1, 2, 3, -1, 2, 4, -1],
      [0, 2, -1, 3, 2, -1, 4, 3],
      [0, -1, 3, 2, -1, 4, 2, -1],
    ],
    sparse: [
      [0, -1, -1, 3, -1, -1, 2, -1],
      [0, -1, 2, -1, -1, 4, -1, -1],
    ],
  },
  bass: {
    tone: "bass",
    level: 0.6,
    from: 0.28,
    bars: [
      [[0, 4, 0.8, 0]],
      [
        [0, 1.5, 0.8, 0],
        [1.5, 2.5, 0.6, 0],
      ],
    ],
  },
  melody: {
    tone: "bell",
    level: 0.46,
    from: 0.2,
    low: 72,
    high: 89,
    rhythms: [
      [
        [0, 1.5],
        [1.5, 2.5],
      ],
      [
        [1, 1],
        [2, 2],
      ],
      [
        [0, 0.5],
        [0.5, 0.5],
        [1, 3],
      ],
      [
        [1.5, 1],
        [2.5, 1.5],
      ],
    ],
  },
  drums: [
    { tone: "taiko", level: 0.34, from: 0.5, bars: ["x.....o.........", "x...........o...", "x.....o.....o.o."] },
    { tone: "shaker", level: 0.09, from: 0.6, bars: ["..o..o..o..o..o.", "..o..o..x..o..o.", "..o..o..o..oo.o."] },
    { tone: "swell", level: 0.12, from: 0.35, bars: ["................", "................", "x..............."] },
  ],
  swing: 0,
  gainDb: 2.2,
};
