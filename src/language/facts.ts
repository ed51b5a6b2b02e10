import { englishPlural } from "./forms.ts";
import { definitionOf, examplesOf, isDated, isGentle, isSpeakable, remarksOf } from "./gloss.ts";
import { asComplement, asDefinite, asSubject, isMass, isPluralName, isProper } from "./noun-phrases.ts";
import { type Relative, relativesOf, termsOf } from "./relatives.ts";
import { capitalised } from "./title.ts";
import { isCounted, type Topic } from "./topics.ts";
import type { Synset, WordNet } from "./wordnet.ts";

/** A true sentence. `place` orders the film (low first), `worth` says what goes first when time is short (high stays). */
export type Fact = { text: string; place: number; worth: number; about: string };

const LONGEST_WORDS = 30;
const LISTED = 5;
/** Topics that cannot be shown are only defined when something that can be shown stands beside them. */
type Telling = { index: number; brief: boolean };

/** All true sentences that WordNet has about a topic; the first is its definition. */
export function factsAbout(topic: Topic, { index, brief }: Telling, wordnet: WordNet): Fact[] {
  const rank = (topic.main ? 0 : 25) + (brief ? 30 : 0) + index;
  const make =
    (place: number) =>
    ({ text, worth }: Told, order: number): Fact => ({
      text: capitalised(text),
      place: index * 100 + place + order,
      worth: worth - rank,
      about: topic.name,
    });
  const definition = define(topic.name, topic.synset, wordnet);
  if (definition === undefined) return [];
  const opening = [
    { text: definition, worth: 100 },
    ...remarksOf(topic.synset.gloss).map((text) => ({ text: `${text}.`, worth: 84 })),
    ...topic.also.flatMap((synset) => told(define(topic.name, synset, wordnet, " also"), 72)),
  ].map(make(0));
  if (brief) return opening;
  return [
    ...opening,
    ...termFacts(topic, wordnet).map(make(6)),
    ...partFacts(topic, wordnet).map(make(10)),
    ...kindFacts(topic, wordnet).map(make(40)),
    ...examplesOf(topic.synset.gloss, topic.name.toLowerCase())
      .slice(0, 1)
      .map((text) => ({ text: `${text}.`, worth: 50 }))
      .map(make(90)),
  ];
}

type Told = { text: string; worth: number };
const told = (text: string | undefined, worth: number): Told[] => (text === undefined ? [] : [{ text, worth }]);

/** Glosses that lost their subject, or have a second one. */
const BROKEN =
  /\bconsidered a\b|\b(\w+ \w+) \1\b|various shape\b|\brange horse\b|^(lives|digs|feeds|eats|grows|found|native|includes|used|having|lays|makes|builds)\b|^(?!.*\b(that|which|who|whose|whom|where|when|while|because|as|if|by which|what)\b.*\b(is|are)\b).*\b(is|are)\b/;

/** "A volcano is a mountain formed by volcanic material." Undefined when the gloss does not read well as one. */
function define(name: string, synset: Synset, wordnet: WordNet, also = ""): string | undefined {
  const definition = definitionOf(synset.gloss);
  const length = definition.split(" ").length;
  if (length < 2 || length > LONGEST_WORDS || !isSpeakable(synset.gloss) || isDated(definition)) return undefined;
  const complement = asComplement(definition, wordnet);
  if (
    complement === undefined ||
    isCircular(name, definition) ||
    isLoose(name, synset, complement.text) ||
    BROKEN.test(definition) ||
    (isProper(name) && /s of /.test(name))
  )
    return undefined;
  if (!complement.plural || isPluralName(name))
    return joined(subjectOf(name, synset, wordnet), verbOf(name, synset), also, complement.text);
  const countable = !isProper(name) && !isMass(name) && COUNTED.has(synset.field) && !name.endsWith("s");
  return countable ? joined(englishPlural(name), "are", also, complement.text) : undefined;
}

/** Whether a definition says no more than the name: "flightless birds are flightless birds". */
const isCircular = (name: string, definition: string): boolean => name.includes(" ") && definition.startsWith(name);

/** A food of one word that is neither stuff nor a name, told as stuff: neither "a bun is bread" nor "bun is bread" is said. */
const isLoose = (name: string, { field }: Synset, complement: string): boolean =>
  (field === 13 || field === 27) && !/ /.test(name) && !isProper(name) && !isMass(name) && !/^(an?|the|any|one) /.test(complement);

function verbOf(name: string, synset: Synset): string {
  if (isPluralName(name)) return isPast(name, synset) ? "were" : "are";
  return isPast(name, synset) ? "was" : "is";
}

function joined(subject: string, verb: string, also: string, complement: string): string | undefined {
  if (/^the /.test(subject) && /^any /.test(complement)) return undefined;
  return `${capitalised(subject)} ${verb}${also} ${complement}.`;
}

/** Whether a name belongs to history. */
function isPast(name: string, synset: Synset): boolean {
  if (!isProper(name)) return false;
  if (/\bEmpire$/.test(name) || /\b(sailed|fought|reigned|lived)\b/.test(synset.gloss)) return true;
  if (/\b(BC|AD|ancient)\b/.test(synset.gloss.split(";")[0]!)) return [4, 6, 11, 14, 15, 18].includes(synset.field);
  return [4, 11, 18].includes(synset.field) && /\(.*\d{3,4}.*\)|\b(in|from) \d{3,4}\b/.test(synset.gloss);
}

/** Fields of things that come one by one. */
const COUNTED = new Set([5, 6, 8, 11, 14, 15, 17, 18, 19, 20, 28]);
/** Fields of things made of stuffs: made things, foods, plants, substances. */
const MADE_OF = new Set([6, 13, 20, 27]);
/** People are not sorted into kinds. */
const PEOPLE = 18;
/** Fields of feelings and states; of their kinds only those are told that bear their name. */
const FELT = new Set([7, 12, 26]);
/** Fields of feelings, qualities and doings, whose nouns mostly take no article. */
const ABSTRACT = new Set([7, 9, 12, 19, 22, 26]);

/** A name as a subject, with the article that its kind or its gloss asks for. */
function subjectOf(name: string, synset: Synset, wordnet: WordNet): string {
  if (
    isProper(name) &&
    !/ /.test(name) &&
    wordnet.linked(synset.id, "instanceOf").some((id) => /desert|ocean|^sea|river|range/.test(wordnet.synset(id).words[0]!))
  )
    return `the ${name}`;
  const complement = asComplement(definitionOf(synset.gloss), wordnet)?.text ?? "a thing";
  if (synset.field === 4 && /ing$/.test(name) && !name.includes(" ")) return name;
  const abstract = ABSTRACT.has(synset.field) && /(ence|ance|tion|sion|ment|ship|ty|cy)$/.test(name);
  const stuff =
    ((!COUNTED.has(synset.field) || synset.field === 19) && !/^(a|an|the|any|one|the) /.test(complement)) ||
    (ABSTRACT.has(synset.field) && /^the /.test(complement) && !synset.gloss.startsWith("the "));
  return !isProper(name) &&
    (abstract || (stuff && !isProper(complement.split(" ")[0]!))) &&
    !/^(the|a|an) /.test(asSubject(name).replace(/^an? /, "")) &&
    asSubject(name).slice(0, 4) !== "the "
    ? name
    : asSubject(name);
}

function definite(name: string, synset: Synset, wordnet: WordNet): string {
  const subject = subjectOf(name, synset, wordnet);
  return subject === name ? asDefinite(name) : subject.replace(/^an? /, "the ");
}

/** Each with its definition, when that says more than the name does. */
function defineEach(list: Relative[], topic: Topic, worth: number, wordnet: WordNet): Told[] {
  return list.flatMap(({ name, synset }, order) => {
    const text =
      isGentle(definitionOf(synset.gloss), topic.synset.gloss) &&
      !` ${definitionOf(synset.gloss)} `.includes(` ${name} `) &&
      saysMore(definitionOf(synset.gloss), `${name} ${topic.name}`)
        ? define(name, synset, wordnet)
        : undefined;
    return told(text, worth - order);
  });
}

/** Whether a definition has a word of weight that is not in the name: "a rainstorm is a storm with rain" has none. */
function saysMore(definition: string, name: string): boolean {
  const known = (name.toLowerCase().match(/[a-z]{3,}/g) ?? []).map((word) => word.slice(0, 4));
  const fresh = (definition.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !known.some((stem) => word.includes(stem)));
  return (
    fresh.filter((word) => !/^(with|that|from|this|which|member|kind|form|having|into|usually|used|state|quality)$/.test(word)).length > 1
  );
}

function partFacts(topic: Topic, wordnet: WordNet): Told[] {
  const parts = topic.concrete
    ? relativesOf(topic.synset, "part", wordnet).filter(
        ({ name }) => /^\p{Lu}/u.test(name) === isProper(topic.name) && isProper(name) === isProper(topic.name),
      )
    : [];
  const stuff = isCounted(topic) || !MADE_OF.has(topic.synset.field) ? [] : relativesOf(topic.synset, "substance", wordnet);
  const names = listed(parts.slice(0, LISTED).map(({ name, synset }) => definite(name, synset, wordnet)));
  const whole = subjectOf(topic.name, topic.synset, wordnet);
  const contents = listed(
    stuff
      .filter(({ name }) => !definitionOf(topic.synset.gloss).includes(name))
      .slice(0, LISTED)
      .map(({ name, synset }) => (isMass(name) || synset.field === 27 ? name : englishPlural(name))),
  );
  return [
    ...(parts.length > 1 ? [{ text: `Parts of ${whole} include ${names}.`, worth: 80 }] : []),
    ...defineEach(parts.slice(0, LISTED), topic, 58, wordnet),
    ...(contents !== "" ? [{ text: `${topic.name} contains ${contents}.`, worth: 76 }] : []),
  ];
}

function kindFacts(topic: Topic, wordnet: WordNet): Told[] {
  if (topic.synset.field === PEOPLE) return [];
  const named = relativesOf(topic.synset, "instance", wordnet);
  const instances = named.some(({ famous }) => famous) ? named.slice(0, LISTED) : [];
  const plain = !FELT.has(topic.synset.field);
  const kinds = relativesOf(topic.synset, "hyponym", wordnet).filter(({ name }) => plain || name.includes(topic.name));
  const plural = isCounted(topic) ? englishPlural(topic.name) : topic.name;
  const kindNames = kinds
    .slice(0, LISTED)
    .map(({ name, synset }) =>
      isCounted(topic)
        ? definite(name, synset, wordnet)
        : isMass(name) || / /.test(name)
          ? subjectOf(name, synset, wordnet)
          : asSubject(name),
    );
  const instanceNames = instances.map(({ name, synset }) => definite(name, synset, wordnet));
  return [
    ...(kinds.length > 1 ? [{ text: `Kinds of ${plural} include ${listed(kindNames)}.`, worth: 78 }] : []),
    ...defineEach(kinds.slice(0, LISTED + 5), topic, 66, wordnet),
    ...(instances.length > 1 ? [{ text: `${plural} include ${listed(instanceNames)}.`, worth: 77 }] : []),
    ...defineEach(instances, topic, 62, wordnet),
  ];
}

/** What the words of the definition mean, where that is beyond doubt. */
function termFacts(topic: Topic, wordnet: WordNet): Told[] {
  return termsOf(topic, wordnet).flatMap(({ name, synset }, order) =>
    told(saysMore(definitionOf(synset.gloss), name) ? define(name, synset, wordnet) : undefined, 36 - order),
  );
}

/** "the keyboard, the sounding board and the pedals" */
function listed(names: string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
