import { endsSentence } from "../domain/line-breaks.ts";
import { WIDE } from "../domain/line-marks.ts";

/** Something said that can stand by itself; `quoted` where the text puts it in quotation marks, which are left out. */
export type Saying = { text: string; quoted: boolean };

/** A saying is at most so long in letters; a wide sign counts as several. */
const MOST_UNITS = 70;
const MOST_QUOTED_UNITS = 90;
const FEWEST_UNITS = 14;
const SIGN_UNITS = 2.6;
const TRAILING = /[\s.,;:…。、，；：—–-]+$/u;
const QUOTED = /(?:(?<![\p{L}\p{N}])"|[“„«「『])\s*(\p{L}[^"“”„«»「」『』]*?)\s*["“”»」』]\s?(,)?/gu;

const countUnits = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? SIGN_UNITS : 1), 0);
const isFit = (text: string, most = MOST_UNITS): boolean => countUnits(text) <= most;

/**
 * What of a text is worth being read large: what somebody says in it, or its first sentence or clause, never broken off; undefined when
 * these are too long. `language` is BCP 47.
 */
export function sayingOf(text: string, language: string): Saying | undefined {
  const quoted = quotationIn(text);
  if (quoted !== undefined) return { text: quoted, quoted: true };
  const sentence = firstSentence(text, language);
  if (sentence === "") return undefined;
  if (isFit(sentence)) return { text: sentence, quoted: false };
  const clause = sentence.match(/^.*?[;:；：]|^.*?\s[—–]\s/u)?.[0].replace(TRAILING, "");
  return clause !== undefined && isFit(clause) && countUnits(clause) >= FEWEST_UNITS ? { text: clause, quoted: false } : undefined;
}

/** All that stands in quotation marks, one after the other; nothing where that is a mere word or too long. */
function quotationIn(text: string): string | undefined {
  const parts = [...text.matchAll(QUOTED)].map(([, part, comma = ""]) => (/\p{P}$/u.test(part!) ? part! : part! + comma));
  const whole = parts
    .map((part, index) => (/^\p{Lu}/u.test(parts[index + 1] ?? "") ? part.replace(/,$/, ".") : part))
    .join(WIDE.test(parts[0] ?? "") ? "" : " ")
    .replace(TRAILING, "")
    .trim();
  return countUnits(whole) >= FEWEST_UNITS && isFit(whole, MOST_QUOTED_UNITS) ? whole : undefined;
}

function firstSentence(text: string, language: string): string {
  const wide = text.match(/^[^。！？]*[。！？]/u)?.[0];
  if (wide !== undefined && WIDE.test(wide)) return wide.replace(TRAILING, "");
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const end = words.findIndex((word, index) => endsSentence(word, words[index + 1], language));
  return words
    .slice(0, end < 0 ? undefined : end + 1)
    .join(" ")
    .replace(TRAILING, "");
}
