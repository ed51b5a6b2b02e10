import type { Aspect } from "./frame.ts";
import { primaryLanguage } from "./language-tag.ts";
import { joinWords } from "./words.ts";

/** A word of a cue: its text with punctuation, its times in seconds from the start of the scene; `joined` when no space stands before it. */
export type CueWord = { text: string; startSec: number; endSec: number; joined?: boolean };

/** What stands on the screen at once: one or two lines of words. Times in seconds from the start of the scene; cues never overlap. */
export type Cue = { startSec: number; endSec: number; lines: CueWord[][] };

/**
 * How captions sit in a picture of one shape. `size` is the em as a part of the picture's short side, `side` and `bottom` the margins
 * kept free as parts of its width and height, `lineChars` the most characters a line holds.
 */
export type CaptionForm = { size: number; side: number; bottom: number; lineChars: number; lineWidthEm: number };

function form(widthToShortSide: number, size: number, side: number, bottom: number, lineChars: number): CaptionForm {
  return { size, side, bottom, lineChars, lineWidthEm: ((1 - 2 * side) * widthToShortSide) / size };
}

/** The form of captions by shape. 16:9 gives lines of 6.8 % of the height (an em of 5.58 % in Montserrat). */
export const CAPTION_FORMS: Record<Aspect, CaptionForm> = {
  "16:9": form(16 / 9, 0.0558, 0.05, 0.095, 42),
  "1:1": form(1, 0.0545, 0.06, 0.1, 26),
  "9:16": form(1, 0.0705, 0.07, 0.23, 20),
};

/** The most characters a second that people read with ease, by language; spaces and line ends count as one. */
const READING_SPEED: Record<string, number> = { en: 20, es: 17, fr: 17, de: 17, it: 17, pt: 17, zh: 9, ja: 4 };

/** The most characters a second that captions may ask of a reader of a language (BCP 47). */
export function readingSpeed(language: string): number {
  return READING_SPEED[primaryLanguage(language)] ?? 17;
}

/** A cue's words as plain lines. */
export function cueLines(cue: Cue): string[] {
  return cue.lines.map(joinWords);
}

/** The cue as seen from the film's start, for a scene that begins at `startSec` of the film. */
export function shiftCue(cue: Cue, startSec: number): Cue {
  const shift = (word: CueWord): CueWord => ({ ...word, startSec: word.startSec + startSec, endSec: word.endSec + startSec });
  return { startSec: cue.startSec + startSec, endSec: cue.endSec + startSec, lines: cue.lines.map((line) => line.map(shift)) };
}
