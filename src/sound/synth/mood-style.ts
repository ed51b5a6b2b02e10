import type { Mood } from "../../domain/storyboard.ts";
import type { ToneName } from "./tones.ts";

/** Broken chords: `patterns` are rungs of the chord's ladder (0 its lowest note from `low` up, -1 a rest), one for each step of `stepBeats`. */
export type ArpStyle = {
  tone: ToneName;
  level: number;
  from: number;
  stepBeats: number;
  low: number;
  patterns: number[][];
  sparse: number[][];
};

/** A bass note: on which beat, for how many, how hard, and how many steps of the chord above its root (0 root, 1 fifth, 2 octave). */
export type BassHit = [beat: number, beats: number, velocity: number, which: 0 | 1 | 2];
export type BassStyle = { tone: ToneName; level: number; from: number; bars: BassHit[][] };

/** Rhythms are bars of [beat, beats]; pitches are led between `low` and `high`. */
export type MelodyStyle = {
  tone: ToneName;
  double?: ToneName;
  level: number;
  from: number;
  low: number;
  high: number;
  rhythms: [number, number][][];
};

/** A drum: a bar in sixteenths for even and odd bars and for the end of a phrase; `x` loud, `o` soft. */
export type DrumStyle = { tone: ToneName; level: number; from: number; bars: [string, string, string] };

/** All that makes a mood's music: written for diatonic chords of the mode, four bars a phrase. */
export type MoodStyle = {
  bpm: number;
  beats: 3 | 4;
  mode: number;
  progressions: string[];
  /** The last two bars before the final chord, and that chord. */
  cadence: [string, string, string];
  pad: { level: number; cutoffHz: number };
  arp: ArpStyle;
  bass: BassStyle;
  melody: MelodyStyle;
  drums: DrumStyle[];
  /** How late off-beat eighths come, parts of an eighth. */
  swing: number;
  /** Brings moods to one loudness, dB. */
  gainDb: number;
};

export const MOOD_STYLES: Record<Mood, MoodStyle> = {
  calm: {
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
  },
  uplifting: {
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
  },
  dramatic: {
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
  },
  mysterious: {
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
  },
  playful: {
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
  },
  melancholic: {
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
  },
};
