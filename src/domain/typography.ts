import { primaryLanguage } from "./language-tag.ts";

type Marks = { double: readonly [string, string]; single: readonly [string, string] };

const ENGLISH: Marks = { double: ["“", "”"], single: ["‘", "’"] };
const ANGLED: Marks = { double: ["«", "»"], single: ["“", "”"] };
/** Quotation marks by language; where there are none, straight ones stay. */
const MARKS: Record<string, Marks> = {
  en: ENGLISH,
  pt: ENGLISH,
  nl: ENGLISH,
  es: ANGLED,
  it: ANGLED,
  fr: { double: ["«\u00a0", "\u00a0»"], single: ["“", "”"] },
  de: { double: ["„", "“"], single: ["‚", "‘"] },
};

const WITHIN = /(?<=[\p{L}\p{N}])'(?=\p{L})/gu;
/** Letters or the century left out at the head of a word: '90s, 'til. */
const HEADLESS = /(?<![\p{L}\p{N}])'(?=\d\ds?\b|(?:em|til|tis|twas|cause|n)\b)/giu;
const DOUBLE = /(?<=^|[\s([{—–¿¡'-])"(?=\S)([^"]*?\S)"(?![\p{L}\p{N}])/gu;
const SINGLE = /(?<=^|[\s([{—–¿¡“«„-])'(?=\S)([^'\n]*?[^\s\d])'(?![\p{L}\p{N}])/gu;
/** What belongs to a word that ends with an s: the dogs' bowls. */
const OWNING = /(?<=\p{L})'(?![\p{L}\p{N}])/gu;

/** A text with the apostrophes and quotation marks that printers of its language (BCP 47) use instead of straight ones; marks of feet and inches stay. */
export function typeset(text: string, language: string): string {
  if (!/['"]/.test(text)) return text;
  const apostrophes = text.replace(WITHIN, "’").replace(HEADLESS, "’");
  const marks = MARKS[primaryLanguage(language)];
  if (marks === undefined) return apostrophes;
  const { double, single } = marks;
  return apostrophes
    .replace(DOUBLE, (_, inner: string) => double[0] + inner + double[1])
    .replace(SINGLE, (_, inner: string) => single[0] + inner + single[1])
    .replace(OWNING, "’");
}

const SPACE = "\n";
const JOINT = "\u2060";

/** Words one after the other, each typeset as the whole text of them is. */
export function typesetWords<Spoken extends { text: string; joined?: boolean | undefined }>(
  words: readonly Spoken[],
  language: string,
): Spoken[] {
  const whole = words.map(({ text, joined }, index) => (index === 0 ? "" : joined ? JOINT : SPACE) + text).join("");
  const parts = typeset(whole, language).split(/[\n\u2060]/);
  return parts.length === words.length ? words.map((word, index) => ({ ...word, text: parts[index]! })) : [...words];
}
