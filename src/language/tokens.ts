import { NOT_FIRST, NOT_LAST, UNSPACED, WIDE } from "../domain/line-marks.ts";
import { segmentsOf } from "./forms.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";

/** A word with its punctuation; `glued` when no space stands before it, `torn` when that is inside what is longer than any word. */
export type Token = { text: string; glued: boolean; torn: boolean };

const LONGEST_WORD = 160;
const PART = 24;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The words of a text in order, with all that is written but white space. */
export function tokensOf(text: string, language: PlanLanguage): Token[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .flatMap((word) => {
      const unspaced = UNSPACED.test(word);
      const parts = unspaced ? unspacedParts(word, language) : word.length > LONGEST_WORD ? partsOfWord(word, LONGEST_WORD) : [word];
      return parts.map((part, index) => ({ text: part, glued: index > 0, torn: index > 0 && !unspaced }));
    });
}

/** Tokens as one text. */
export const joinTokens = (list: Token[]): string =>
  list.map((token, index) => (index > 0 && !token.glued ? " " : "") + token.text).join("");

const ENDS_WIDE = new RegExp(`${WIDE.source}["'”’…]*$`, "u");
const BEGINS_WIDE = new RegExp(`^["'“‘…]*${WIDE.source}`, "u");

/** Two texts as one, with a space between unless both are written without. */
export function joinText(first: string, second: string): string {
  return first + (ENDS_WIDE.test(first) && BEGINS_WIDE.test(second) ? "" : " ") + second;
}

/** Words written without spaces, each with the marks that lean on it. */
function unspacedParts(text: string, language: PlanLanguage): string[] {
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const parts: string[] = [];
  let at = 0;
  for (const { length } of segmentsOf(text, isUnspaced(language) ? language : kana ? "ja" : "zh")) {
    const segment = text.slice(at, at + length);
    at += length;
    const before = parts.at(-1);
    const leans = before !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(before) || isSplit(before, segment));
    if (leans) parts[parts.length - 1] = before + segment;
    else parts.push(segment);
  }
  return at === text.length
    ? parts.flatMap((part) => (part.length > LONGEST_WORD ? partsOfWord(part, PART) : [part]))
    : partsOfWord(text, PART);
}

/** Whether a Latin word or number goes on: "H2O", "v1.5". */
const isSplit = (before: string, after: string): boolean =>
  /[\p{Script=Latin}\d.'’&-]$/u.test(before) && /^[\p{Script=Latin}\d.'’&-]/u.test(after);

function partsOfWord(word: string, size: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const { segment } of graphemes.segment(word)) {
    part += segment;
    if (part.length < size) continue;
    parts.push(part);
    part = "";
  }
  return part === "" ? parts : [...parts, part];
}
