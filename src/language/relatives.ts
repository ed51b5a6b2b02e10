import { isFamiliar } from "./familiar.ts";
import { englishBases, words } from "./forms.ts";
import { definitionOf, isDated, isGentle, isSpeakable } from "./gloss.ts";
import { headOf, isProper } from "./noun-phrases.ts";
import { CONCRETE_FIELDS, isDefinable, weighSenses } from "./senses.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { subjectsIn } from "./subjects.ts";
import type { Topic } from "./topics.ts";
import type { Synset, WordNet } from "./wordnet.ts";

/** A meaning near another one, with the name a film would use and how well it is known. */
export type Relative = { name: string; synset: Synset; fame: number; famous: boolean };

/** A continent has so many parts that a few of them say nothing; only its seas and mountains are told. */
const MANY_PARTS = 24;

/** The meanings one link away that can be named in a film, the best known first. */
export function relativesOf(synset: Synset, kind: "part" | "substance" | "hyponym" | "instance", wordnet: WordNet): Relative[] {
  const names = new Set(synset.words.map((word) => word.toLowerCase()));
  const all = wordnet.linked(synset.id, kind);
  const crowded = kind === "part" && all.length > MANY_PARTS;
  return all
    .filter((id) => !crowded || wordnet.synset(id).field === 17)
    .flatMap((id) => toRelative(wordnet.synset(id), synset, wordnet))
    .sort((a, b) => b.fame - a.fame)
    .filter(({ name }) => !names.has(name.toLowerCase()) && names.add(name.toLowerCase()))
    .filter(
      ({ name }, index, all) => !all.slice(0, index).some((other) => other.name.endsWith(` ${name}`) || name.endsWith(` ${other.name}`)),
    );
}

function toRelative(synset: Synset, topic: Synset, wordnet: WordNet): Relative[] {
  const name = nameOf(synset, topic.words[0]!, wordnet);
  const fit =
    name !== undefined &&
    isFamiliar(name, wordnet) &&
    isMeant(name, synset, wordnet) &&
    isSpeakable(`${synset.words.join(" ")} ${synset.gloss}`) &&
    isGentle(`${name} ${definitionOf(synset.gloss).replace(/\bgenus\b|\bfamily \w+/g, "")}`, topic.gloss) &&
    !isDated(synset.gloss);
  const famous = name !== undefined && (FAMOUS.test(name) || wordnet.senses(name.toLowerCase()).some(({ count }) => count > 0));
  return fit ? [{ name, synset, fame: fameOf(name, synset, wordnet), famous }] : [];
}

/** Whether people who read a single word think of this meaning: "flag" is no tail of a dog. */
function isMeant(name: string, { id }: Synset, wordnet: WordNet): boolean {
  const senses = wordnet.senses(name.toLowerCase());
  const uses = senses.reduce((sum, { count }) => sum + count, 0);
  const own = senses.find(({ synset }) => synset === id);
  return name.includes(" ") || senses[0]?.synset === id || (own?.count ?? 0) * 2.5 > uses;
}

/** The word of a synset that a film would use: short, no numerals, no Latin; a longer one where the first may mean something else. */
function nameOf(synset: Synset, topic: string, wordnet: WordNet): string | undefined {
  const living = synset.field === 5 || synset.field === 20;
  const isLatin = (word: string) =>
    living && /^\p{Lu}/u.test(word) && wordnet.senses(word.split(" ").at(-1)!.toLowerCase()).length === (word.includes(" ") ? 0 : 1);
  const usable = synset.words.filter(
    (word) =>
      word.split(" ").length <= 3 &&
      !/[\d.]|^genus|^family/.test(word) &&
      !isLatin(word) &&
      !word.endsWith(` of ${topic}`) &&
      !isPlural(word, wordnet),
  );
  const first = usable[0];
  if (first === undefined || isProper(first)) return first;
  const clear = !/\bgenus\b/.test(synset.gloss) && wordnet.senses(first.toLowerCase())[0]?.synset === synset.id;
  return clear ? first : (usable.find((word) => word.endsWith(` ${topic}`)) ?? first);
}

/** Whether a name is a plural, which no article suits. */
function isPlural(word: string, wordnet: WordNet): boolean {
  const last = word.split(" ").at(-1)!.toLowerCase();
  const [base] = englishBases(last);
  return !isProper(word) && base !== last && wordnet.senses(base!).length > 0;
}

const FAMOUS =
  /^(Vesuvius|Etna|Mount (Etna|Vesuvius|Everest|Fuji|Kilimanjaro|Elbrus|McKinley|Rainier)|Fuji|Everest|Kilimanjaro|Matterhorn|Mont Blanc|Krakatau|Stromboli|Niagara|Louvre|Big Ben|Nile|Amazon|Danube|Rhine|Thames|Mississippi|Ganges|Yangtze|Congo|Volga|Seine|Colorado|Sahara|Gobi|Mojave|Kalahari|Atacama|Namib|Alps|Andes|Himalayas|Rockies|Paris|London|Rome|Tokyo|New York|Cairo|Sydney|Venice|Madrid|Berlin|Beijing|Moscow|Lake (Superior|Baikal|Victoria|Geneva)|Baikal|Victoria|Superior|Titicaca|Mars|Venus|Jupiter|Saturn|Sirius|Polaris|Mediterranean|Caribbean|Black Sea|Red Sea|Dead Sea|Sherwood Forest|Black Forest|Colosseum|Golden Gate Bridge|Brooklyn Bridge|Madagascar|Iceland|Greenland|Hawaii|Crete|Sicily|Bali)$/;

function fameOf(name: string, synset: Synset, wordnet: WordNet): number {
  const count = wordnet.senses(name.toLowerCase()).find((sense) => sense.synset === synset.id)?.count ?? 0;
  const pictured = subjectsIn(name, "en").length > 0 ? 3 : 0;
  const relations = (["hyponym", "part", "instance"] as const).reduce((sum, kind) => sum + wordnet.linked(synset.id, kind).length, 0);
  const technical = /(ous|oid|id|ian|ate|iform|aceous)( |$)/.test(name) ? -2 : 0;
  const plain = FAMOUS.test(name) ? 5 : name.includes(" ") ? 0 : 0.5;
  return (
    Math.log(1 + count) * 2 +
    pictured +
    Math.log(1 + relations) +
    plain +
    technical +
    (headOf(definitionOf(synset.gloss), wordnet) ? 1 : -2)
  );
}

const VAGUE = new Set(
  `region location object thing part act action substance mechanism device structure area body material group member kind form state quality process person people man
  woman one unit piece place point position time period instance event condition surface side end front back top bottom line way work matter whole mass number
  ground south north east west coat satellite shadow underground earth's leaf name fish
  female male
  head arm leg hand foot face eye mouth neck skin bone flesh organ trap string arc capital goal fur hair color colour air heat light sound game food sea
  water animal floor amount set system product means source use result land world year day`.split(/\s+/),
);

/** Nouns of a topic's definition whose meaning is beyond doubt and can be shown, at most two. */
export function termsOf(topic: Topic, wordnet: WordNet): Relative[] {
  const list = words(definitionOf(topic.synset.gloss));
  const found: Relative[] = [];
  for (let at = 0; at < list.length && found.length < 2; at++) {
    for (const said of [list.slice(at, at + 2), list.slice(at, at + 1)]) {
      const term = toTerm(said, list, topic, wordnet);
      if (term === undefined) continue;
      if (!found.some(({ synset }) => synset.id === term.synset.id)) found.push(term);
      at += said.length - 1;
      break;
    }
  }
  return found;
}

/** Beside what the topic is a kind of, only natural things are told of: made things share their names with too much. */
const TERM_FIELDS = new Set([5, 17, 19, 20, 27]);
/** A landform or celestial body that outweighs all other meanings by so much is meant. */
const CLEAR_BY = 5;

function toTerm(said: string[], list: string[], topic: Topic, wordnet: WordNet): Relative | undefined {
  const name = [...said.slice(0, -1), englishBases(said.at(-1)!)[0]!].join(" ");
  if (
    said.some((word) => STOP_WORDS.en.has(word) || VAGUE.has(word)) ||
    VAGUE.has(name) ||
    topic.synset.words.some((word) => word.toLowerCase() === name)
  )
    return undefined;
  const senses = wordnet.senses(name);
  const uses = senses.reduce((sum, sense) => sum + sense.count, 0);
  const [best, ...rest] = weighSenses(name, list, wordnet);
  const clear = best?.synset.field === 17 && rest.every(({ synset, score }) => synset.field === 17 || score < best.score - CLEAR_BY);
  const parent = best !== undefined && wordnet.linked(topic.synset.id, "hypernym").includes(best.synset.id);
  const sure = parent || clear || senses.length === 1 || (uses > 3 && (senses[0]?.count ?? 0) > uses * 0.6);
  if (
    !best ||
    !sure ||
    (!parent && (best.synset.id !== senses[0]!.synset || !TERM_FIELDS.has(best.synset.field))) ||
    wordnet.elsewhere(name) > uses
  )
    return undefined;
  const fit =
    !/^genus|(ic|ous|grade)$|^(herbage|trestle)$/i.test(name) &&
    CONCRETE_FIELDS.has(best.synset.field) &&
    isDefinable(best.synset, wordnet) &&
    isGentle(best.synset.gloss, topic.synset.gloss) &&
    !isDated(best.synset.gloss);
  const written = best.synset.words.find((word) => word.toLowerCase() === name) ?? name;
  return fit ? { name: written, synset: best.synset, fame: best.score, famous: false } : undefined;
}
