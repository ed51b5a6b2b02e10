/** How a word is said where it stands: the whole word, without signs around it, and its neighbours must match. Texts may use the groups of `word`. */
export type ReadingRule = {
  word: RegExp;
  previous?: RegExp;
  next?: RegExp;
  say: string | ((groups: string[], previous: string) => string);
};

/** What one and several of a currency are called. */
export type Currency = { one: string; many: string };

/** How a language says what is not written as a word. */
export type ReadingWords = {
  /** In lower case with their full stops. */
  abbreviations: Record<string, string>;
  /** Asked in order before the abbreviations. */
  rules: ReadingRule[];
  /** Names of units after a number: "5 km", "5km". */
  units: Record<string, string>;
  /** By sign. Where a voice reads a sign by itself, it is not here. */
  currencies: Record<string, Currency>;
  /** Between an amount and its hundredths: "con" in Spanish. */
  and: string;
  /** Replacements inside a word, in order. */
  symbols: [RegExp, string][];
  dot: string;
  slash: string;
  at: string;
};
