/**
 * The layout of `japanese.bin`, little-endian, every section padded to four bytes: counts of surfaces (n), entries (m) and connection classes
 * (c), and the length of all readings (u32 x 4); starts of surface texts, in UTF-16 units (u32, n + 1); starts of the surfaces' entries
 * (u32, n + 1); starts of the entries' readings (u32, m); connection costs `[right of the word before * c + left of the word after]`
 * (i16, c * c); entries' left classes (u16, m), right classes (u16, m), costs (i16, m) and roles (u8, m); readings (u8: katakana less U+30A0,
 * each ends with 0); surfaces, sorted (u16).
 */
export const ROLES = ["other", "noun", "prefix", "attached", "doing", "sign"] as const;

/**
 * What a word does in a phrase: a noun; what the next word leans on (`prefix`); what leans on the word before (`attached`: particles, endings,
 * suffixes); the verb "to do", which leans on a noun; a sign; or another word that begins a phrase.
 */
export type Role = (typeof ROLES)[number];

/** A number as the dictionary connects it, and a word that counts things. */
export const NUMBER_CLASS = 1295;
export const COUNTER_CLASS = 1300;
export const NOUN_CLASS = 1285;

/** The sections' places for the given counts, in bytes. */
export function japaneseSections(surfaces: number, entries: number, classes: number, readings: number) {
  const sizes = [
    16,
    4 * (surfaces + 1),
    4 * (surfaces + 1),
    4 * entries,
    2 * classes ** 2,
    2 * entries,
    2 * entries,
    2 * entries,
    entries,
    readings,
  ];
  const starts: number[] = [];
  let at = 0;
  for (const size of sizes) {
    starts.push(at);
    at += Math.ceil(size / 4) * 4;
  }
  const [, surfaceStarts, entryStarts, readingStarts, connections, lefts, rights, costs, roles, kana] = starts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { surfaceStarts, entryStarts, readingStarts, connections, lefts, rights, costs, roles, kana, text: at };
}
