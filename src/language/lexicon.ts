import { bases, words } from "./forms.ts";

/** Words by what they speak for, one line of words each. Two words joined by `_` are met one after the other. */
export type Lexicon<Name extends string> = Record<Name, string>;

type Index = Map<string, { name: string; place: number }[]>;

const opened = new WeakMap<object, Index>();

/** How strongly a text speaks for each name of a lexicon: the number of its words found there; the first `strong` words of a line count three times. */
export function scoreText<Name extends string>(text: string, lexicon: Lexicon<Name>, language: "en" | "es", strong = 0): Map<Name, number> {
  const index = opened.get(lexicon) ?? toIndex(lexicon);
  opened.set(lexicon, index);
  const scores = new Map<Name, number>();
  const list = words(text);
  list.forEach((word, at) => {
    const next = list[at + 1];
    const names = next === undefined ? undefined : bases(next, language).flatMap((base) => index.get(`${word}_${base}`) ?? []);
    const found = names?.length
      ? names
      : (bases(word, language)
          .map((base) => index.get(base))
          .find((list) => list !== undefined) ?? []);
    for (const { name, place } of found) scores.set(name as Name, (scores.get(name as Name) ?? 0) + (place < strong ? 3 : 1));
  });
  return scores;
}

function toIndex(lexicon: Lexicon<string>): Index {
  const index: Index = new Map();
  for (const [name, list] of Object.entries(lexicon))
    list
      .trim()
      .split(/\s+/)
      .forEach((word, place) => {
        index.set(word, [...(index.get(word) ?? []), { name, place }]);
      });
  return index;
}

/** The name with the highest score, the earlier one of equals; undefined when nothing was found. */
export function strongest<Name extends string>(scores: Map<Name, number>): Name | undefined {
  let best: Name | undefined;
  for (const [name, score] of scores) if (score > (best === undefined ? 0 : scores.get(best)!)) best = name;
  return best;
}
