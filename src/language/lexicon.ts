import { bases, words } from "./forms.ts";
import { cutCompound } from "./forms-european.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { findUnspaced } from "./unspaced.ts";

/**
 * Words by what they speak for, one line of words each. Words joined by `_` are met one after the other; those before a `|` name the thing
 * itself and count three times.
 */
export type Lexicon<Name extends string> = Record<Name, string>;

type Index = Map<string, { name: string; worth: number }[]>;

const STRONG = 3;
const LONGEST = 4;
const opened = new WeakMap<object, Index>();

/** How strongly a text speaks for each name of a lexicon: the number of its words found there, words of a longer entry once. Accents may be missing. */
export function scoreText<Name extends string>(text: string, lexicon: Lexicon<Name>, language: PlanLanguage): Map<Name, number> {
  const index = opened.get(lexicon) ?? toIndex(lexicon, language);
  opened.set(lexicon, index);
  const scores = new Map<Name, number>();
  const add = (found: { name: string; worth: number }[]) => {
    for (const { name, worth } of found) scores.set(name as Name, (scores.get(name as Name) ?? 0) + worth);
  };
  if (isUnspaced(language)) {
    for (const { entry } of findUnspaced(text, index, language)) add(entry);
    return scores;
  }
  const list = words(text, language);
  for (let at = 0; at < list.length; ) {
    const { found, count } = longestEntry(list, at, index, language);
    add(found);
    at += count;
  }
  return scores;
}

function longestEntry(list: string[], at: number, index: Index, language: PlanLanguage) {
  for (let count = Math.min(LONGEST, list.length - at); count > 0; count--) {
    const said = list.slice(at, at + count);
    const singular = said.map((word) => bases(word, language)[0]!);
    const forms = bases(said.at(-1)!, language).map((last) => [...said.slice(0, -1), last]);
    for (const form of count > 1 ? [...forms, singular] : forms) {
      const found = index.get(plain(form.join("_"), language));
      if (found) return { found, count };
    }
  }
  return { found: language === "de" ? partsOfCompound(list[at]!, index) : [], count: 1 };
}

/** What the halves of a German compound speak for: "Bergsee" for mountains and for a lake. */
function partsOfCompound(word: string, index: Index): { name: string; worth: number }[] {
  const known = (part: string) =>
    bases(part, "de")
      .map((form) => index.get(plain(form, "de")))
      .find((found) => found !== undefined);
  if (word.length < SHORTEST_COMPOUND) return [];
  for (const [first, second] of cutCompound(word)) {
    const before = known(first);
    const after = before && known(second);
    if (before && after) return [...before, ...after];
  }
  return [];
}

const SHORTEST_COMPOUND = 7;
const SHORTEST_PLAIN = 3;
const plain = (word: string, language: PlanLanguage): string =>
  word.length < SHORTEST_PLAIN || isUnspaced(language) ? word : word.normalize("NFD").replace(/\p{M}/gu, "");

function toIndex(lexicon: Lexicon<string>, language: PlanLanguage): Index {
  const index: Index = new Map();
  for (const [name, line] of Object.entries(lexicon)) {
    const [strong = "", weak = ""] = line.includes("|") ? line.split("|") : ["", line];
    for (const [list, worth] of [
      [strong, STRONG],
      [weak, 1],
    ] as const)
      for (const word of list.split(/\s+/).filter((each) => each !== ""))
        index.set(plain(word, language), [...(index.get(plain(word, language)) ?? []), { name, worth }]);
  }
  return index;
}

/** The name with the highest score, the earlier one of equals; undefined when nothing was found. */
export function strongest<Name extends string>(scores: Map<Name, number>): Name | undefined {
  let best: Name | undefined;
  for (const [name, score] of scores) if (score > (best === undefined ? 0 : scores.get(best)!)) best = name;
  return best;
}
