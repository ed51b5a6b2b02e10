import { definitionOf, isDated, isSpeakable } from "./gloss.ts";
import { asComplement } from "./noun-phrases.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Synset, WordNet } from "./wordnet.ts";

/** WordNet's lexicographer files by number, with how well a meaning of the kind can be shown: animals and landforms above relations and amounts. */
const FIELD_WEIGHT: Record<number, number> = {
  4: 0.9,
  5: 3,
  6: 1.8,
  7: -1,
  8: 1,
  9: 0.2,
  10: 0.2,
  11: 1,
  12: 0.5,
  13: 2,
  14: 0.6,
  15: 1,
  16: -1,
  17: 3,
  18: -0.6,
  19: 1.6,
  20: 0.2,
  21: -2,
  22: 0.5,
  23: -3,
  24: -2,
  25: -1,
  26: 0,
  27: 1.5,
  28: 0.2,
};
const REALM = new Set([11, 17, 19, 28]);
/** Words whose most counted meaning is not the one that a film shows: the first word of the synset meant. */
const MEANT: Record<string, string | number> = {
  space: "outer space",
  water: "water",
  jungle: 14,
  knight: 18,
  crown: 6,
  kite: 6,
  seal: 5,
  cricket: 5,
  dragon: 18,
  queen: 18,
  diamond: 27,
  salt: 13,
  pepper: 13,
  sea: "sea",
  night: "night",
  star: "star",
  train: "train",
  mouse: "mouse",
  ball: "ball",
};

/** The fields of what can be seen or touched. */
export const CONCRETE_FIELDS: ReadonlySet<number> = new Set([5, 6, 8, 13, 15, 17, 19, 20, 27]);

/** A meaning as the planner weighs it. */
export type WeighedSense = { synset: Synset; score: number; shared: number };

/** Usages that keep a meaning out of a film. */
const LABELS = /slang|slur|disparag|obscen|trademark|archaism|vulgar|depreciation/;

/** The speakable noun meanings of a lemma, the one that suits the other words of the prompt best first. */
export function weighSenses(lemma: string, others: string[], wordnet: WordNet): WeighedSense[] {
  return weighAllSenses(lemma, others, wordnet).filter(
    ({ synset }) =>
      isSpeakable(synset.gloss) &&
      isSpeakable(synset.words.join(" ")) &&
      !wordnet.linked(synset.id, "usage").some((id) => LABELS.test(wordnet.synset(id).words.join(" "))),
  );
}

/** All noun meanings of a lemma, also those that no film speaks of. */
export function weighAllSenses(lemma: string, others: string[], wordnet: WordNet): WeighedSense[] {
  const context = new Set(others.filter((word) => !STOP_WORDS.en.has(word) && word !== lemma));
  return wordnet
    .senses(lemma)
    .slice(0, 12)
    .map(({ synset: id, count }, order) => {
      const synset = wordnet.synset(id);
      const shared = overlap(synset, context, wordnet);
      return { synset, shared, score: weigh(synset, count, order, lemma, wordnet) + 2.5 * shared };
    })
    .sort((a, b) => b.score - a.score);
}

function weigh(synset: Synset, count: number, order: number, lemma: string, wordnet: WordNet): number {
  const place = Math.max(
    0,
    synset.words.findIndex((word) => word.toLowerCase() === lemma),
  );
  const relatives = (["hyponym", "instance", "part"] as const).reduce((sum, kind) => sum + wordnet.linked(synset.id, kind).length, 0);
  const latin = synset.words.some((word) => /^\p{Lu}\p{Ll}+ \p{Ll}/u.test(word)) ? -0.5 : 0;
  const proper = synset.words[place] !== synset.words[place]?.toLowerCase() ? -1 : 0;
  const told = isDefinable(synset, wordnet) ? 0 : -1;
  const used = 2 * Math.log(1 + Math.min(count, 20));
  const meant = MEANT[lemma] === synset.words[0] || MEANT[lemma] === synset.field ? 6 : 0;
  return (
    meant +
    used +
    (FIELD_WEIGHT[synset.field] ?? 0) -
    0.6 * Math.min(order, 4) -
    0.25 * place +
    (place === 0 ? 0.8 : 0) +
    0.4 * Math.log(1 + relatives) +
    latin +
    proper +
    told
  );
}

/** How many of the prompt's other words the meaning's gloss, parents and kinds speak of. */
function overlap(synset: Synset, context: Set<string>, wordnet: WordNet): number {
  if (context.size === 0) return 0;
  const near = (["hypernym", "instanceOf", "topic", "partOf", "part"] as const).flatMap((kind) => wordnet.linked(synset.id, kind));
  const text = [synset.gloss, ...near.map((id) => wordnet.synset(id)).flatMap((each) => [...each.words, each.gloss])]
    .join(" ")
    .toLowerCase();
  const said = new Set(text.match(/[a-z]+/g) ?? []);
  return [...context].filter((word) => said.has(word)).length;
}

/** Whether the gloss completes "X is …". */
export function isDefinable(synset: Synset, wordnet: WordNet): boolean {
  const definition = definitionOf(synset.gloss);
  return definition.split(" ").length >= 2 && !isDated(definition) && asComplement(definition, wordnet) !== undefined;
}

/** Whether two meanings of one word may stand side by side in a film: "a mountain …" and "a fissure …" of volcano. */
export function isSameRealm(one: Synset, other: Synset): boolean {
  if (!REALM.has(one.field) || !REALM.has(other.field) || /\b(any object|resembling|apparently)\b/.test(other.gloss)) return false;
  const stems = (synset: Synset) =>
    new Set(
      (definitionOf(synset.gloss).match(/[a-z]{3,}/g) ?? []).filter((word) => !STOP_WORDS.en.has(word)).map((word) => word.slice(0, 5)),
    );
  const first = stems(one);
  return (one.field === 17 && other.field === 17) || [...stems(other)].some((stem) => first.has(stem));
}
