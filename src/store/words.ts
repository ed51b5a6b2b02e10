/** Letters of writings that put no spaces between words: each counts as a word, and those of one run as a phrase. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}々ー]/u;
const RUNS = new RegExp(`(?:${SPACELESS.source}\\p{M}*)+|(?:(?!${SPACELESS.source})[\\p{L}\\p{N}\\p{M}])+`, "gu");
const LETTERS = new RegExp(`${SPACELESS.source}\\p{M}*`, "gu");

/** A text in lower case, without accents and variants of letters, the way in which texts and searches meet. */
const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase();

/** The words of a text; a run of letters without spaces is one entry of its letters. */
const toRuns = (text: string): string[][] =>
  (fold(text).match(RUNS) ?? []).map((run) => (SPACELESS.test(run) ? run.match(LETTERS)! : [run]));

/** What is indexed of a text: its words, with the letters of writings without spaces set apart. */
export const toTokens = (text: string): string[] => toRuns(text).flat();

/** What a search looks for: its words, those of a writing without spaces as phrases. */
export const toPhrases = (search: string): string[] => [...new Set(toRuns(search).map((run) => run.join(" ")))];

/** Phrases as an FTS5 expression that finds all of them, whatever FTS5 would make of what is in them. */
export const toMatch = (phrases: readonly string[]): string => phrases.map((phrase) => `"${phrase}"`).join(" AND ");

/** Whether a text has all phrases, as FTS5 would find it. */
export function hasPhrases(text: string, phrases: readonly string[]): boolean {
  const tokens = ` ${toTokens(text).join(" ")} `;
  return phrases.every((phrase) => tokens.includes(` ${phrase} `));
}
