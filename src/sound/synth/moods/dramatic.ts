import type { MoodStyle } from "../mood-style.ts";

/** Minor, a string ostinato over drums, the leading note at the end of lines. */
export const dramatic: MoodStyle = {
  bpm: 90,
  beats: 4,
  mode: 5,
  progressions: ["1 6 3 7", "1.9 4 6.7 5.M", "6 7 1.t 1", "1 7/2 6.9 5.M"],
  cadence: ["6.9", "5.M", "1"],
  pad: { level: 1, cutoffHz: 2200 },
  arp: {
    tone: "spiccato",
    level: 0.4,
    from: 0.25,
    stepBeats: 0.5,
    low: 50,
    patterns: [
      [0, 0, 2, 0, 1, 0, 2, 1],
      [0, 0, 1, 0, 2, 0, 1, 2],
      [0, 1, 2, 1, 3, 2, 1, 2],
    ],
    sparse: [
      [0, -1, 0, -1, 1, -1, 0, -1],
      [0, -1, 1, -1, 0, -1, 2, -1],
    ],
  },
  bass: {
    tone: "bass",
    level: 0.7,
    from: 0.2,
    bars: [
      [[0, 4, 0.95, 0]],
      [
        [0, 3, 0.9, 0],
        [3, 1, 0.7, 2],
      ],
    ],
  },
  melody: {
    tone: "bowed",
    level: 0.36,
    from: 0.4,
    low: 62,
    high: 79,
    rhythms: [
      [
        [0, 3],
        [3, 1],
      ],
      [
        [0, 2],
        [2, 2],
      ],
      [
        [0, 1.5],
        [1.5, 0.5],
        [2, 2],
      ],
      [
        [0, 1],
        [1, 3],
      ],
    ],
  },
  drums: [
    { tone: "taiko", level: 0.7, from: 0.42, bars: ["x...............", "x.........o.....", "x.......o.o.x.x."] },
    { tone: "kick", level: 0.35, from: 0.7, bars: ["....o..o....o...", "....o..o....o.o.", "..o.o..o..o.o.o."] },
    { tone: "swell", level: 0.16, from: 0.5, bars: ["................", "................", "x..............."] },
  ],
  swing: 0,
  gainDb: 0.3,
};
