/** Letters of writings that put no spaces between words: each counts as a word, and those of one run as a phrase. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}々ー]/u;
const RUNS = new RegExp(`(?:${SPACELESS.source}\\p{M}*)+|(?:(?!${SPACELESS.source})[\\p{L}\\p{N}\\p{M}])+`, "gu");
const LETTERS = new RegExp(`${SPACELESS.source}\\p{M}*`, "gu");

/** The words of a text, folded to lower case; a run of letters without spaces is one entry of its letters. */
const toRuns = (text: string): string[][] =>
  (text.normalize("NFKC").toLowerCase().match(RUNS) ?? []).map((run) => (SPACELESS.test(run) ? run.match(LETTERS)! : [run]));

/** What is indexed of a text: its words, with the letters of writings without spaces set apart. */
export const toTokens = (text: string): string[] => toRuns(text).flat();

/** A search as an FTS5 expression that finds all of its words, whatever FTS5 would make of them; undefined for a search without words. */
export function toMatch(search: string): string | undefined {
  const phrases = toRuns(search).map((run) => `"${run.join(" ")}"`);
  return phrases.length === 0 ? undefined : [...new Set(phrases)].join(" AND ");
}
