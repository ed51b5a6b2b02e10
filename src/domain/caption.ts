/** A word of a cue: its text with punctuation, its times in seconds from the start of the scene. */
export type CueWord = { text: string; startSec: number; endSec: number };

/** What stands on the screen at once: one or two lines of words. Times in seconds from the start of the scene; cues never overlap. */
export type Cue = { startSec: number; endSec: number; lines: CueWord[][] };
