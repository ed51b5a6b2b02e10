import type { Word } from "./storyboard.ts";

/** One scene's narration as sound: 48 kHz mono float WAV. `words` are in order, in seconds from the start of the file. */
export type Spoken = { file: string; durationSec: number; words: Word[] };

export const SAMPLE_RATE = 48_000;
