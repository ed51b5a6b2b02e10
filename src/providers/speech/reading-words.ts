import type { ReadingWords } from "./reading-rules.ts";
import { GERMAN } from "./reading-words-de.ts";
import { ENGLISH } from "./reading-words-en.ts";
import { SPANISH } from "./reading-words-es.ts";
import { FRENCH } from "./reading-words-fr.ts";

const PLAIN: ReadingWords = {
  abbreviations: {},
  rules: [],
  units: {},
  currencies: {},
  and: "",
  symbols: [],
  dot: ".",
  slash: " ",
  at: " ",
};

const WORDS = new Map([
  ["en", ENGLISH],
  ["es", SPANISH],
  ["fr", FRENCH],
  ["de", GERMAN],
]);

/** The words for a language by its code; without our own the symbols stay silent. */
export function readingWords(language: string): ReadingWords {
  return WORDS.get(language) ?? PLAIN;
}
