import { type BreakCost, breakCosts } from "../domain/line-breaks.ts";
import { toPieces } from "../domain/word-pieces.ts";
import type { LineWord } from "./text.ts";

/** Bounds of a large text: sizes and width in one unit (px), `few` lines before it shrinks, `most` at its smallest before it is cut. */
export type Bounds = { width: number; largest: number; smallest: number; few: number; most: number };

/** Lines of words and the em they are set at. */
export type Fitted = { lines: LineWord[][]; em: number };

const SHRINK = 0.95;
const SPARED = 0.7;
const TORN = 1.5;
const LOPSIDED = 0.42;

/**
 * Balanced lines for a large text: as large as it can stand in few lines, then smaller, then in more lines, and cut with an ellipsis when
 * even these do not hold it. `measure` answers the width of a word or a space in em, of a text in `language` (BCP 47).
 */
export function fitLines(text: string, bounds: Bounds, measure: (text: string) => number, language: string): Fitted {
  const words = toWords(text, bounds, measure, language);
  const setting = { measure, cost: breakCosts(language) };
  const whole = largestFit(words, bounds, setting);
  if (whole) return whole;
  for (let count = words.length; count > 0; count--) {
    const kept = count === words.length ? words : [...words.slice(0, count - 1), cutShort(words[count - 1]!)];
    const lines = fewestLines(kept, bounds.width / bounds.smallest, bounds.most, setting);
    if (lines) return { lines, em: bounds.smallest };
  }
  return { lines: [], em: bounds.smallest };
}

type Setting = { measure: (text: string) => number; cost: BreakCost };

const cutShort = (word: LineWord): LineWord => ({ ...word, text: `${word.text.replace(/[\p{P}\s]+$/u, "")}…` });

/** The largest size that holds the words in few lines; somewhat smaller where that spares tearing an article from its noun, or leaving one short word alone. */
function largestFit(words: LineWord[], bounds: Bounds, setting: Setting): Fitted | undefined {
  let torn: Fitted | undefined;
  for (let em = bounds.largest; em > Math.max(bounds.smallest, (torn?.em ?? 0) * SPARED); em *= SHRINK) {
    const lines = fewestLines(words, bounds.width / em, bounds.few, setting);
    if (!lines) continue;
    const whole = lines.every((line, index) => index === 0 || tear([lines[index - 1]!.at(-1)!, line[0]!], 1, setting) < TORN);
    if (whole && !isLopsided(lines, setting)) return { lines, em };
    torn ??= { lines, em };
  }
  return torn;
}

/** Whether one of two lines is but a stump of the other. */
function isLopsided(lines: LineWord[][], { measure }: Setting): boolean {
  if (lines.length !== 2) return false;
  const [one, other] = lines.map((line) => line.reduce((sum, { text }) => sum + measure(text), 0)) as [number, number];
  return Math.min(one, other) < LOPSIDED * Math.max(one, other);
}

function toWords(text: string, { width, smallest }: Bounds, measure: (text: string) => number, language: string): LineWord[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const limits = { language, maxUnits: 400, units: (part: string) => part.length, maxEm: width / smallest, measure };
  const pieces = toPieces(
    words.slice(0, 200).map((word) => ({ text: word, start: 0, end: 0 })),
    limits,
  );
  return pieces.slice(0, 200).map(({ text, joined }) => ({ text, ...(joined && { joined }) }));
}

function fewestLines(words: LineWord[], maxEm: number, most: number, setting: Setting): LineWord[][] | undefined {
  const space = setting.measure(" ");
  const widths = words.map((word) => setting.measure(word.text));
  const spaces = words.map((word, index) => (index === 0 || word.joined ? 0 : space));
  if ([...widths, ...spaces].reduce((total, width) => total + width, 0) > maxEm * most) return undefined;
  for (let count = 1; count <= Math.min(most, words.length); count++) {
    const lines = balanced(words, { widths, spaces }, maxEm, count, setting);
    if (lines) return lines;
  }
  return undefined;
}

type Cut = { cost: number; from: number };
/** The width of each word, and of the space before it. */
type Room = { widths: number[]; spaces: number[] };

/** Exactly `count` lines of most even width, torn where it hurts least; undefined when they cannot fit. */
function balanced(words: LineWord[], room: Room, maxEm: number, count: number, setting: Setting): LineWord[][] | undefined {
  const ends = [0];
  words.forEach((_, index) => {
    ends.push(ends.at(-1)! + room.spaces[index]! + room.widths[index]!);
  });
  const widthOf = (from: number, to: number): number => ends[to]! - ends[from]! - room.spaces[from]!;
  const ideal = ends.at(-1)! / count;
  let cuts: Cut[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= count; line++) {
    const row: Cut[] = [];
    for (let to = line; to <= words.length; to++) {
      for (let from = to - 1; from >= line - 1 && widthOf(from, to) <= maxEm; from--) {
        const before = cuts[line - 1]![from];
        if (!before) continue;
        const cost = before.cost + tear(words, to, setting) + 6 * ((widthOf(from, to) - ideal) / ideal) ** 2;
        if (cost < (row[to]?.cost ?? Number.POSITIVE_INFINITY)) row[to] = { cost, from };
      }
    }
    cuts = [...cuts, row];
  }
  const lines: LineWord[][] = [];
  for (let line = count, to = words.length; line > 0; line--) {
    const cut = cuts[line]![to];
    if (!cut) return undefined;
    lines.unshift(words.slice(cut.from, to));
    to = cut.from;
  }
  return lines;
}

/** What it costs to begin a line with a word; writing without spaces is torn where it hurts least rather than in the middle. */
function tear(words: LineWord[], at: number, { cost }: Setting): number {
  const [before, after] = [words[at - 1], words[at]];
  if (!before || !after) return 0;
  return cost(before.text, after.text, after.joined) * (after.joined ? 0.9 : 0.5);
}
