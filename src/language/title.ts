import { cutAtWord } from "./hygiene.ts";

const SMALL = new Set("a an the and but or nor for of in on at to by from with as into over vs is".split(" "));
const MAX_TITLE = 60;

/** A title for a film from a prompt, a heading or a first sentence: at most 60 characters, cut at words, in title case for English. */
export function toTitle(text: string, language: "en" | "es"): string {
  const line = text.replace(/\s+/g, " ").trim();
  const first = line.length > MAX_TITLE ? firstClause(line) : line;
  const bare = first.replace(/[.,;:。]+$/u, "").replace(/^["“«]([^"”»]*)["”»]$/u, "$1");
  return cutAtWord(language === "en" ? titleCase(bare) : capitalised(bare), MAX_TITLE);
}

function firstClause(line: string): string {
  const clause = /^(.{12,60}?)[.!?;:,–—](?:\s|$)/u.exec(line)?.[1];
  return clause ?? line;
}

function titleCase(text: string): string {
  const list = text.split(" ");
  return list
    .map((word, index) => {
      const small = index > 0 && index < list.length - 1 && SMALL.has(word.toLowerCase()) && !/[:.!?]$/.test(list[index - 1]!);
      if (small && word === word.toLowerCase()) return word;
      return /^\p{Ll}+(?:['’-]\p{Ll}+)*[^\p{L}]*$/u.test(word) ? capitalised(word) : word;
    })
    .join(" ");
}

/** With the first letter upper-case. */
export function capitalised(text: string): string {
  return text.replace(/^(["'“‘«¿¡(]*)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
}
