import { englishBases, englishPlural, words } from "./forms.ts";
import { isMass, isProper } from "./noun-phrases.ts";
import { longestNoun } from "./phrases.ts";
import { CONCRETE_FIELDS, isDefinable, isSameRealm, weighAllSenses, weighSenses } from "./senses.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Synset, WordNet } from "./wordnet.ts";

/** A thing the prompt names: its name in the singular, the meaning chosen, and others that belong to the same picture. */
export type Topic = { name: string; synset: Synset; also: Synset[]; main: boolean; concrete: boolean };

/** What a short English prompt is about; or why WordNet has no true sentences for it. `phrase` is the prompt without its frame ("how … work"). */
export type Subject = { topics: Topic[]; phrase: string; framed: boolean } | { unfit: string };

const FRAMES = [
  /^(?:please\s+)?(?:(?:can|could) you\s+)?(?:make|create|generate|produce|write|show|give|film|tell)(?:\s+(?:me|us))?(?:\s+(?:a|an|the|some))?(?:\s+[\w-]+){0,3}?(?:\s+(?:video|film|movie|documentary|clip|explainer|story|overview|animation|facts))?\s+(?:about|on|of|explaining|showing)\s+/i,
  /^(?:an?|the)?\s*(?:[\w-]+\s+){0,2}(?:video|film|movie|documentary|clip|explainer|introduction|intro|overview|lesson|facts)\s+(?:about|on|of|to|explaining|showing)\s+/i,
  /^(?:(?:the|a)\s+)?(?:brief\s+|short\s+|long\s+|complete\s+|amazing\s+|secret\s+|fascinating\s+)?(?:history|story|life|lives|world|science|secrets?|beauty|art|magic|power|anatomy|wonders?|origins?|basics?|importance|meaning|role)\s+of\s+/i,
  /^(?:explain(?:ing)?|all about|everything about|learn about|discover|exploring|explore|understanding|introducing|meet|about|inside|what(?:'s| is| are))\s+/i,
  /^(?:how|where)\s+(?:do|does|did|are|is)?\s*(?=.+\s(?:works?|made|formed|live|born|grow|fly|function|form|erupt|happen)\??$)/i,
];
const FRAME_END =
  /\s+(?:works?|made|formed|live|born|grow|fly|function|form|erupt|happen|explained|for (?:kids|beginners|children|everyone)|in \d+ (?:seconds|minutes)|facts|documentary)\s*[?.!]*$/i;
const UNFIT: [RegExp, string][] = [
  [/\b(my|mine|our|ours|your|yours|i|i'm|me|we|us|you|dear)\b/i, "it speaks of you and yours, which no dictionary knows"],
  [/\b(how to|tutorial|recipe|tips|steps?|ways|hacks?|guide to|learn(ing)? to|instructions?)\b/i, "it asks for instructions"],
  [
    /\b(why|should|best|worst|better|vs|versus|opinion|review|reasons?|top \d+|most|pros and cons|future of)\b/i,
    "it asks for reasons or opinions",
  ],
  [
    /\b(king|queen|lord|jack|game|wheel|mother|father|house|castle|bed|piece|needle|fish|murder) (of|in|out of) (the |a |all )?(?!england|spain|scotland|egypt)\w+\b|\brock (and|'?n'?|&) roll\b/i,
    "it is a figure of speech",
  ],
  [
    /\b(quotes?|motivat\w+|inspirational|pitch|promo\w*|advert\w*|commercial|trailer|ad for|buy|sale|launch of|subscribe|welcome|thank|congratulations|happy|invitation|brand|startup|campaign|slogan|poem|joke)\b/i,
    "it asks for a message of its own",
  ],
];
const MOST_WORDS = 12;
const MOST_TOPICS = 4;

/** Finds what a prompt names and what is meant by it. Expects clean text in English. */
export function findSubject(prompt: string, wordnet: WordNet): Subject {
  const unfit = UNFIT.find(([pattern]) => pattern.test(prompt));
  if (unfit) return { unfit: unfit[1] };
  const phrase = withoutFrame(prompt);
  const list = words(phrase);
  if (list.length > MOST_WORDS) return { unfit: "it describes more than a dictionary can tell" };
  if (/[a-z]["'”]?\s+["'“]?[A-Z]/.test(phrase) && hasUnknownName(phrase, wordnet))
    return { unfit: "it names someone or something no dictionary knows" };
  const found = findNouns(phrase, wordnet);
  if (typeof found === "string") return { unfit: found };
  const topics = tellable(
    found.flatMap((noun) => toTopic(noun, list, wordnet)),
    wordnet,
  );
  const [first] = found.filter(({ head, name }) => head && !VAGUE.has(name));
  const begun = first !== undefined && toTopic(first, list, wordnet).length > 0;
  if (!begun || !topics.some((topic) => topic.main)) return { unfit: "WordNet has no sentence for what it names" };
  const told = topics.filter((topic, index) => topics.findIndex((other) => other.synset.id === topic.synset.id) === index);
  return { topics: told.sort((a, b) => rank(b) - rank(a)).slice(0, MOST_TOPICS), phrase, framed: phrase !== prompt };
}

/** Fields of doings, qualities, thoughts, words, motives, shares, relations and states. */
const UNSEEN: ReadonlySet<number> = new Set([4, 7, 9, 10, 12, 16, 21, 22, 23, 24, 26]);

/** The topics without doings and notions ("a walk", "the life") where something that can be shown is named as well. */
function tellable(topics: Topic[], wordnet: WordNet): Topic[] {
  if (!topics.some(({ concrete }) => concrete)) return topics;
  return topics.filter(({ name, synset }) => !UNSEEN.has(synset.field) || (synset.field !== 26 && isPursuit(name, wordnet)));
}

/** Whether a doing is a thing of its own, such as chess or jazz: mostly a noun, and not named after a verb. */
function isPursuit(name: string, wordnet: WordNet): boolean {
  return PURSUITS.has(name) || (name.includes(" ") && wordnet.elsewhere(name) === 0);
}
const PURSUITS = new Set(
  "chess jazz music football tennis basketball baseball golf ballet opera yoga soccer hockey cricket poetry surfing swimming skiing".split(
    " ",
  ),
);

const rank = (topic: Topic): number => (topic.main ? 2 : 0) + (topic.concrete ? 1 : 0);

/** Phrases whose first word only shapes, holds or counts the second: "a cup of tea", "a school of fish", "the heart of the city". */
const HOLDING =
  /\b(?:an?\s+|the\s+)?(?:heart|middle|edge|top|foot|sea|ocean|river|wall|tree|land|sound|voice|song|music|dance|soul|spirit|face|eyes?|colou?rs?|breath|taste|smell|cup|glass|bottle|bowl|slice|loaf|bunch|pile|drop|flock|herd|pack|swarm|school|pride|pair|row|kinds?|types?|lots?|plenty|thousands|world|kingdom|realm|age|birth|rise|wonders?|sight|view|day in the life|life cycle|seasons?) of\s+(?=\S)/i;

function withoutFrame(prompt: string): string {
  let text = prompt.replace(/[?.!]+$/, "").trim();
  text = text.replace(/^\d+\s+(?:\w+\s+)?(?:facts|things)(?:\s+to know)?\s+(?:about|on)\s+/i, "");
  for (const frame of FRAMES) {
    const rest = text.replace(frame, "");
    if (rest !== text && words(rest).length > 0) text = rest.replace(FRAME_END, "");
  }
  const end = text.replace(FRAME_END, "");
  return words(end).some((word) => !STOP_WORDS.en.has(word)) ? end : text;
}

/** A capitalised word that starts no sentence and stands in no dictionary. */
function hasUnknownName(phrase: string, wordnet: WordNet): boolean {
  const titled = phrase.split(" ").filter((word) => /^\p{Lu}/u.test(word)).length * 2 > phrase.split(" ").length;
  const names = phrase
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => words(word)[0] ?? "");
  return (
    !titled &&
    names.some(
      (name) =>
        name !== "" && englishBases(name).every((base) => wordnet.senses(base).length === 0) && !partOfKnownName(phrase, name, wordnet),
    )
  );
}

function partOfKnownName(phrase: string, name: string, wordnet: WordNet): boolean {
  const list = words(phrase);
  const at = list.indexOf(name);
  return [2, 3].some((count) =>
    [0, 1, 2].some((back) => wordnet.senses(list.slice(Math.max(0, at - back), at - back + count).join(" ")).length > 0),
  );
}

type Noun = { name: string; head: boolean };

/** The nouns of a phrase, longest names first, with those that only qualify another marked; or why they cannot be told. */
function findNouns(phrase: string, wordnet: WordNet): Noun[] | string {
  const nouns: Noun[] = [];
  let odd: string | undefined;
  const content = words(phrase).filter((word) => !STOP_WORDS.en.has(word)).length;
  for (const stretch of phrase.replace(HOLDING, "").split(/[,;:.!?—–]|\s-\s/)) {
    let chunk: Noun[] = [];
    const close = () => {
      if (chunk.length > 1 && !isShowable(chunk.at(-1)!.name, wordnet)) odd ??= `"${chunk.map(({ name }) => name).join(" ")}"`;
      nouns.push(...chunk.map((noun, index) => ({ ...noun, head: index === chunk.length - 1 })));
      chunk = [];
    };
    const list = words(stretch);
    for (let at = 0; at < list.length; ) {
      const hit = longestNoun(list, at, wordnet);
      const next = hit?.count ?? 1;
      if (hit && (hit.count > 1 || content === 1 || isNounHere(list, at, hit.name, wordnet))) chunk.push({ name: hit.name, head: false });
      else if (STOP_WORDS.en.has(list[at]!) || hit || /(ing|ed|ly)$/.test(list[at]!)) close();
      else if (at === list.length - 1 && chunk.length === 0) return `WordNet does not know "${list[at]!.slice(0, 40)}"`;
      at += next;
    }
    close();
  }
  return odd === undefined ? nouns : `WordNet does not know ${odd}`;
}

/** Whether a word most likely means something that can be seen, so that it stays itself in a compound. */
function isShowable(name: string, wordnet: WordNet): boolean {
  const best = weighSenses(name, [], wordnet)[0];
  return best !== undefined && CONCRETE_FIELDS.has(best.synset.field);
}

/** Whether a word that may also be a verb or an adjective is met as a noun here. */
function isNounHere(list: string[], at: number, name: string, wordnet: WordNet): boolean {
  const uses = wordnet.senses(name).reduce((sum, sense) => sum + sense.count, 0);
  const before = list[at - 1];
  if (at === 0 && /^(at|in|on|over|under|by|of|from|with|near|after|before|during|and)$/.test(list[1] ?? "")) return true;
  if (/ing$/.test(list[at]!) && at > 0 && !STOP_WORDS.en.has(before!)) return false;
  if (wordnet.elsewhere(name) <= uses * 1.5 + 1) return true;
  const plural = list[at] !== name && list[at]!.endsWith("s");
  if (plural && at === 0 && (list.length === 1 || STOP_WORDS.en.has(list[1]!))) return true;
  return (
    before !== undefined &&
    /^(a|an|the|of|in|and|over|under|with|to)$/.test(before) &&
    (at === list.length - 1 || STOP_WORDS.en.has(list[at + 1]!))
  );
}

/** Words whose meaning only the rest of the prompt can tell. */
const AMBIGUOUS = new Set(
  "bass time queen bow pitch match date mole bar case note ring tank club current mine palm pupil spring plant bank key board court deck draft fan file jam lead log mint mold nail".split(
    " ",
  ),
);

/** Words that name nothing a film could be about. */
const VAGUE = new Set(
  "day moment time life walk act making history facts world thing people person man woman part kind sort piece lot bit group number side way end fact example idea item stuff place area".split(
    " ",
  ),
);

function toTopic({ name, head }: Noun, list: string[], wordnet: WordNet): Topic[] {
  if (VAGUE.has(name)) return [];
  const others = list.flatMap((word) => englishBases(word).slice(0, 1));
  const senses = weighSenses(name, others, wordnet);
  const best = senses.find(({ synset }) => isDefinable(synset, wordnet));
  if (!best || best.score < -0.5 || (AMBIGUOUS.has(name) && !best.shared)) return [];
  const top = weighAllSenses(name, others, wordnet)[0]!;
  if (best.score < top.score - 1.5 && best.synset.field !== top.synset.field) return [];
  if (best.synset.field === 18 && best.synset.words.some(isProper) && wordnet.linked(best.synset.id, "instanceOf").length === 0) return [];
  const concrete = CONCRETE_FIELDS.has(best.synset.field);
  if ((!head && !concrete) || (isMass(name) && englishPlural(name) !== name && list.includes(englishPlural(name)))) return [];
  const written = best.synset.words.find((word) => word.toLowerCase() === name) ?? name;
  const also = senses
    .filter(({ synset }) => synset.id !== best.synset.id && isDefinable(synset, wordnet) && isSameRealm(best.synset, synset))
    .slice(0, 1);
  return [{ name: written, synset: best.synset, also: also.map(({ synset }) => synset), main: head, concrete }];
}

/** Whether a topic is counted: it has a plural. */
export function isCounted(topic: Topic): boolean {
  return !isMass(topic.name) && !isProper(topic.name);
}
