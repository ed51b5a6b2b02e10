import type { CueWord } from "./caption.ts";
import type { Word } from "./storyboard.ts";

type Limits = { maxChars: number; maxEm: number; measure: (text: string) => number };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Words with their widths in em; a word longer than a line becomes pieces that each fill one, its time shared out by their length. */
export function splitLongWords(words: Word[], limits: Limits): (CueWord & { widthEm: number })[] {
  const widths = new Map<string, number>();
  return words.flatMap((word) => {
    const text = word.text.trim().replace(/\s+/gu, " ");
    const widthEm = widths.get(text) ?? limits.measure(text);
    widths.set(text, widthEm);
    const whole = { text, startSec: word.start, endSec: Math.max(word.start, word.end), widthEm };
    return widthEm <= limits.maxEm && [...text].length <= limits.maxChars ? [whole] : inPieces(whole, limits);
  });
}

function inPieces(word: CueWord, limits: Limits): (CueWord & { widthEm: number })[] {
  const letters = [...graphemes.segment(word.text)].map((part) => part.segment);
  const secondsEach = (word.endSec - word.startSec) / letters.length;
  const pieces: (CueWord & { widthEm: number })[] = [];
  for (let from = 0; from < letters.length; ) {
    const { text, widthEm, count } = longestPiece(letters, from, limits);
    pieces.push({ text, widthEm, startSec: word.startSec + from * secondsEach, endSec: word.startSec + (from + count) * secondsEach });
    from += count;
  }
  return pieces;
}

/** As many letters as fit a line, one at least; the measure is only asked about texts of a line's length. */
function longestPiece(letters: string[], from: number, limits: Limits): { text: string; widthEm: number; count: number } {
  for (let count = Math.min(limits.maxChars, letters.length - from); ; count--) {
    const text = letters.slice(from, from + count).join("");
    if (count > 1 && [...text].length > limits.maxChars) continue;
    const widthEm = limits.measure(text);
    if (widthEm <= limits.maxEm || count === 1) return { text, widthEm, count };
  }
}
