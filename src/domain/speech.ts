import type { Word } from "./storyboard.ts";

/** One scene's narration as sound: mono WAV at 48 kHz. `words` are in order, in seconds from the start of the file. */
export type Spoken = { file: string; durationSec: number; words: Word[] };

/** Samples a second of all sound from the voices to the film, per channel. */
export const SAMPLE_RATE = 48_000;
