import type { CueWord } from "./caption.ts";
import { CLOSING, NOT_FIRST, NOT_LAST, OPENING, UNSPACED } from "./line-marks.ts";
import type { Word } from "./storyboard.ts";
import { cutWord } from "./word-cuts.ts";

/** What a line holds: `maxUnits` as `units` counts a text, `maxEm` as `measure` does. */
export type LineLimits = {
  language: string;
  maxUnits: number;
  units: (text: string) => number;
  maxEm: number;
  measure: (text: string) => number;
};

/** What is never torn: its text, times and width. */
export type Piece = CueWord & { widthEm: number };

/** A word of writing without spaces is cut where it has more signs than this. */
const MOST_SIGNS = 7;
const NO_BREAK_SPACE = "\u00a0";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Spoken words as the pieces that lines are made of: marks go with the word they belong to, long runs of writing without spaces become
 * words, and a word longer than a line becomes pieces that each fit one. Times are shared out by length.
 */
export function toPieces(words: Word[], limits: LineLimits): Piece[] {
  const widths = new Map<string, number>();
  const measure = (text: string): number => {
    const widthEm = widths.get(text) ?? limits.measure(text);
    widths.set(text, widthEm);
    return widthEm;
  };
  const fits = (text: string): boolean => limits.units(text) <= limits.maxUnits && measure(text) <= limits.maxEm;
  const whole = words.map(toCueWord).filter(({ text }) => text !== "");
  return gather(whole.flatMap((word) => inDirections(word)).flatMap((word) => inPhrases(word, limits.language)))
    .flatMap((word) => (fits(word.text) ? [word] : inParts(word, cutWord(word.text, fits))))
    .map((word) => ({ ...word, widthEm: measure(word.text) }));
}

function toCueWord({ text, start, end, joined }: Word): CueWord {
  const clean = text.trim().replace(/\s+/gu, " ");
  return { text: clean, startSec: start, endSec: Math.max(start, end), ...(joined && { joined }) };
}

/** Marks without a letter of their own join the word before, opening ones the word after: nothing else may come between. */
function gather(words: CueWord[]): CueWord[] {
  const gathered: CueWord[] = [];
  for (const word of words) {
    const last = gathered.at(-1);
    if (!last) gathered.push(word);
    else if (clings(last.text, word)) gathered[gathered.length - 1] = fuse(last, word);
    else gathered.push(word);
  }
  return gathered;
}

const isMark = (text: string): boolean => !/[\p{L}\p{N}\p{S}]/u.test(text);

function clings(before: string, { text, joined }: CueWord): boolean {
  if (!joined) return CLOSING.test(text) || OPENING.test(before);
  return (isMark(text) && NOT_FIRST.test(text)) || (isMark(before) && NOT_LAST.test(before)) || isParticle(before, text);
}

/** A particle or an ending in kana, which is neither spoken nor shown by itself. */
function isParticle(before: string, text: string): boolean {
  return (
    /^\p{Script=Hiragana}{1,2}\p{P}*$/u.test(text) && /[\p{L}\p{N}」』）]$/u.test(before) && [...before, ...text].length <= MOST_SIGNS + 1
  );
}

function fuse(before: CueWord, after: CueWord): CueWord {
  return { ...before, text: before.text + (after.joined ? "" : NO_BREAK_SPACE) + after.text, endSec: after.endSec };
}

const TURN =
  /(?<=[\p{Script=Hebrew}\p{Script=Arabic}]\p{P}?)(?=[\p{Script=Latin}])|(?<=[\p{Script=Latin}]\p{P}?)(?=[\p{Script=Hebrew}\p{Script=Arabic}])/u;

/** A word that runs one way and then the other as its halves: each stands where its own direction puts it. */
function inDirections(word: CueWord): CueWord[] {
  return TURN.test(word.text) ? inParts(word, word.text.split(TURN)) : [word];
}

/** Writing without spaces as its words; particles and endings in kana stay with what they follow. */
function inPhrases(word: CueWord, language: string): CueWord[] {
  if (!UNSPACED.test(word.text) || [...word.text].length <= MOST_SIGNS) return [word];
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale(language), { granularity: "word" }).segment(word.text)) {
    const before = parts.at(-1);
    if (before !== undefined && leans(before, segment)) parts[parts.length - 1] = before + segment;
    else parts.push(segment);
  }
  return inParts(word, parts);
}

function leans(before: string, segment: string): boolean {
  if (/^\s/u.test(segment) || /\s$/u.test(before) || NOT_FIRST.test(segment) || NOT_LAST.test(before)) return true;
  return isParticle(before, segment);
}

function locale(language: string): string {
  return Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : "en";
}

/** A word as parts of its text, each with its share of the time; the first is joined as the word is, the others to it. */
function inParts(word: CueWord, parts: string[]): CueWord[] {
  const lengths = parts.map((part) => [...graphemes.segment(part)].length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const secondsEach = (word.endSec - word.startSec) / total;
  let passed = 0;
  return parts.map((part, index) => {
    const startSec = word.startSec + passed * secondsEach;
    passed += lengths[index]!;
    const spaced = /^\s/u.test(part) || /\s$/u.test(parts[index - 1] ?? "");
    const joined = index === 0 ? word.joined : !spaced;
    return { text: part.trim(), startSec, endSec: word.startSec + passed * secondsEach, ...(joined && { joined }) };
  });
}
