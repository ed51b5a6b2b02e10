import { primaryLanguage } from "./language-tag.ts";
import type { Word } from "./storyboard.ts";
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

/** About as long as a cue is seen that holds a short line, s. */
const STRETCH_SEC = 1.4;
/** How long the last words stay, s. */
const LINGER_SEC = 0.35;

/** How easily the quickest stretch of spoken words can be read, as far as a short cue of it would be: the speed of reading over that of speech; below 1 it is too quick. */
export function stretchEase(words: readonly Word[], language: string): number {
  const limit = readingSpeed(language);
  let least = Number.POSITIVE_INFINITY;
  for (const [from, first] of words.entries()) {
    let chars = 0;
    for (let to = from; to < words.length; to++) {
      const word = words[to]!;
      chars += [...word.text].length + (to > from && !word.joined ? 1 : 0);
      if (chars < limit * STRETCH_SEC) continue;
      const endSec = words[to + 1]?.start ?? word.end + LINGER_SEC;
      least = Math.min(least, (limit * (endSec - first.start)) / chars);
      break;
    }
  }
  return least;
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
