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
/** A bass line: bars of hits, in turn. */
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
