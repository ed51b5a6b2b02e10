import { primaryLanguage } from "./language-tag.ts";
import { joinWords } from "./words.ts";

/** A word of a cue: its text with punctuation, its times in seconds from the start of the scene; `joined` when no space stands before it. */
export type CueWord = { text: string; startSec: number; endSec: number; joined?: boolean };

/** What stands on the screen at once: one or two lines of words. Times in seconds from the start of the scene; cues never overlap. */
export type Cue = { startSec: number; endSec: number; lines: CueWord[][] };

/**
 * What a line of captions holds: at most `lineChars` letters of an alphabet or `lineSigns` signs of Chinese or Japanese, and never more
 * than `lineWidthEm` in em of its type.
 */
export type CaptionForm = { lineChars: number; lineSigns: number; lineWidthEm: number };

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

/** A film that is made from a prompt has at least so many captions, however little is said. */
export const FEWEST_CUES = 3;
