import { breakCosts } from "../domain/line-breaks.ts";
import { WIDE } from "../domain/line-marks.ts";
import { toPieces } from "../domain/word-pieces.ts";
import { joinWords } from "../domain/words.ts";

/** A phrase is at most so long in letters; a wide sign counts as several. */
const MOST_UNITS = 60;
const COMFORTABLE_UNITS = 22;
/** What ends with a colon is a phrase from such a length on. */
const LEAST_UNITS = 12;
const SIGN_UNITS = 2.6;
/** What ends a sentence; a comma ends no phrase where the rest still fits. */
const ENDING = /[.!?…。！？]['"”’»」』)]*$/u;
const TRAILING = /[\s.,;:!…。、，；：！—–-]+$/u;

const countUnits = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? SIGN_UNITS : 1), 0);

/** The beginning of a text up to where it breathes, short enough for a headline, without the mark it ends with; undefined when there is none. */
export function phraseOf(text: string, language: string): string | undefined {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const limits = { language, maxUnits: MOST_UNITS, units: countUnits, maxEm: MOST_UNITS, measure: countUnits };
  const pieces = toPieces(
    words.slice(0, 30).map((word) => ({ text: word, start: 0, end: 0 })),
    limits,
  );
  const cost = breakCosts(language);
  let best: { cost: number; phrase: string } | undefined;
  for (let count = 1; count <= pieces.length; count++) {
    const phrase = joinWords(pieces.slice(0, count)).replace(TRAILING, "");
    const units = countUnits(phrase);
    if (units > MOST_UNITS) break;
    const [last, next] = [pieces[count - 1]!, pieces[count]];
    const torn = next ? cost(last.text, next.text, next.joined) : 0;
    const spent = torn + 1.5 * Math.max(0, 1 - units / COMFORTABLE_UNITS) + 0.25 * (1 - units / MOST_UNITS);
    if (units > 0 && (!best || spent < best.cost)) best = { cost: spent, phrase };
    if (next && (ENDING.test(last.text) ? torn === 0 : /[:：]$/u.test(last.text) && units >= LEAST_UNITS)) break;
  }
  return best?.phrase;
}
