import { breakCosts } from "../domain/line-breaks.ts";
import { splitLongWords } from "../domain/word-pieces.ts";

/** Bounds of a large text: sizes and width in one unit (px), `few` lines before it shrinks, `most` at its smallest before it is cut. */
export type Bounds = { width: number; largest: number; smallest: number; few: number; most: number };

/** Lines of words and the em they are set at. */
export type Fitted = { lines: string[][]; em: number };

const COSTS = [breakCosts("en"), breakCosts("es")];
const SHRINK = 0.95;
const SPARED = 0.7;
const TORN = 1.5;

/**
 * Balanced lines for a large text: as large as it can stand in few lines, then smaller, then in more lines, and cut with an ellipsis when
 * even these do not hold it. `measure` answers the width of a word or a space in em.
 */
export function fitLines(text: string, bounds: Bounds, measure: (text: string) => number): Fitted {
  const words = toWords(text, bounds, measure);
  const whole = largestFit(words, bounds, measure);
  if (whole) return whole;
  for (let count = words.length; count > 0; count--) {
    const kept = count === words.length ? words : [...words.slice(0, count - 1), `${words[count - 1]!.replace(/[\p{P}\s]+$/u, "")}…`];
    const lines = fewestLines(kept, bounds.width / bounds.smallest, bounds.most, measure);
    if (lines) return { lines, em: bounds.smallest };
  }
  return { lines: [], em: bounds.smallest };
}

/** The largest size that holds the words in few lines; somewhat smaller where that spares tearing an article from its noun. */
function largestFit(words: string[], bounds: Bounds, measure: (text: string) => number): Fitted | undefined {
  let torn: Fitted | undefined;
  for (let em = bounds.largest; em > Math.max(bounds.smallest, (torn?.em ?? 0) * SPARED); em *= SHRINK) {
    const lines = fewestLines(words, bounds.width / em, bounds.few, measure);
    if (!lines) continue;
    if (lines.every((line, index) => index === 0 || tear([lines[index - 1]!.at(-1)!, line[0]!], 1) < TORN)) return { lines, em };
    torn ??= { lines, em };
  }
  return torn;
}

function toWords(text: string, { width, smallest }: Bounds, measure: (text: string) => number): string[] {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const limits = { maxChars: 400, maxEm: width / smallest, measure };
  const pieces = splitLongWords(
    words.slice(0, 200).map((word) => ({ text: word, start: 0, end: 0 })),
    limits,
  );
  return pieces.slice(0, 200).map((piece) => piece.text);
}

function fewestLines(words: string[], maxEm: number, most: number, measure: (text: string) => number): string[][] | undefined {
  const widths = words.map(measure);
  const space = measure(" ");
  if (widths.reduce((total, width) => total + width + space, -space) > maxEm * most) return undefined;
  for (let count = 1; count <= Math.min(most, words.length); count++) {
    const lines = balanced(words, widths, space, maxEm, count);
    if (lines) return lines;
  }
  return undefined;
}

type Cut = { cost: number; from: number };

/** Exactly `count` lines of most even width, torn where it hurts least; undefined when they cannot fit. */
function balanced(words: string[], widths: number[], space: number, maxEm: number, count: number): string[][] | undefined {
  const ends = [0];
  for (const width of widths) ends.push(ends.at(-1)! + width + space);
  const widthOf = (from: number, to: number): number => ends[to]! - ends[from]! - space;
  const ideal = (ends.at(-1)! - space) / count;
  let cuts: Cut[][] = [[{ cost: 0, from: 0 }]];
  for (let line = 1; line <= count; line++) {
    const row: Cut[] = [];
    for (let to = line; to <= words.length; to++) {
      for (let from = to - 1; from >= line - 1 && widthOf(from, to) <= maxEm; from--) {
        const before = cuts[line - 1]![from];
        if (!before) continue;
        const cost = before.cost + tear(words, to) + 6 * ((widthOf(from, to) - ideal) / ideal) ** 2;
        if (cost < (row[to]?.cost ?? Number.POSITIVE_INFINITY)) row[to] = { cost, from };
      }
    }
    cuts = [...cuts, row];
  }
  const lines: string[][] = [];
  for (let line = count, to = words.length; line > 0; line--) {
    const cut = cuts[line]![to];
    if (!cut) return undefined;
    lines.unshift(words.slice(cut.from, to));
    to = cut.from;
  }
  return lines;
}

const tear = (words: string[], at: number): number =>
  at >= words.length ? 0 : Math.max(...COSTS.map((cost) => cost(words[at - 1]!, words[at]!))) / 2;
