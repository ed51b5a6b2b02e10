import { englishBases } from "./forms.ts";
import { isProper } from "./noun-phrases.ts";
import { weighSenses } from "./senses.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { WordNet } from "./wordnet.ts";

/** What WordNet knows only as figures of speech, and a film would show as said. */
const FIGURES = new Set(
  `rainy day|rain day|dog day|night owl|early bird|couch potato|dark horse|black sheep|white elephant|red herring|cold feet|cold foot|cold turkey|big apple|silver lining|lame duck|sitting duck|hot potato
|paper tiger|rat race|cash cow|sour grape|wild card|red tape|green light|red carpet|bright side|big fish|ivory tower|cloud nine|golden years|sea leg|rain dance|big cheese|top dog|wild goose chase|bear market
|dead end|open book|fresh start|new leaf|big picture|small world|old hand|blue moon|golden year|winter rose|hot seat|snow job|desert rat|sea change|dream world`
    .replace(/\n/g, "")
    .split("|"),
);

/** Fields of names with a preposition that are no figures of speech: living things, made things, bodies, places, foods, stuffs, phenomena. */
const SEEN_WHOLE: ReadonlySet<number> = new Set([5, 6, 13, 15, 17, 19, 20, 27]);

/** The longest noun that WordNet has for the words from `at` on, as a person means them, in the singular, and how many words it takes. */
export function longestNoun(list: string[], at: number, wordnet: WordNet): { name: string; count: number } | undefined {
  for (let count = Math.min(4, list.length - at); count > 0; count--) {
    const said = list.slice(at, at + count);
    if (STOP_WORDS.en.has(said[0]!) || (STOP_WORDS.en.has(said.at(-1)!) && !(count > 1 && said.at(-1) === "way")) || /^\d+$/.test(said[0]!))
      continue;
    const name = likelyForms(said.at(-1)!, wordnet)
      .flatMap((last) => asWritten([...said.slice(0, -1), last], said))
      .find((each) => wordnet.senses(each).length > 0 && (count === 1 || isMeantWhole(each, wordnet)));
    if (name !== undefined) return { name, count };
  }
  return undefined;
}

const LINKING = /^(of|in|on|at|by|to|with|and|over|under|from|for|the|a)$/;

/** The names that several words may be written as: with a preposition inside just as said, otherwise also in one word ("rain forest"). */
function asWritten(name: string[], said: string[]): string[] {
  if (name.length === 1) return name;
  if (!said.some((word) => LINKING.test(word))) return [name.join(" "), ...(name.length === 2 ? [name.join("")] : [])];
  const first = englishBases(said[0]!)[0]!;
  return [said.join(" "), [first, ...said.slice(1)].join(" ")];
}

/** Whether several words mean what WordNet says of them together: "bird of paradise" does, in "cup of tea" a person means the cup. */
function isMeantWhole(name: string, wordnet: WordNet): boolean {
  if (FIGURES.has(name) || isMislabelled(name, wordnet)) return false;
  const [best] = weighSenses(name, [], wordnet);
  if (best === undefined) return true;
  return !/ (of|in|on|at|by|to|with|and|over|under|from|for) /.test(name) || SEEN_WHOLE.has(best.synset.field);
}

/** Fields of places and natural bodies, whose names may look like plurals. */
const PLACE_FIELDS: ReadonlySet<number> = new Set([15, 17]);

/** Whether an animal is called by its colour or size after one that it is not: a "black cat" that is a marten. */
function isMislabelled(name: string, wordnet: WordNet): boolean {
  const [, last] = /^(?:black|white|red|blue|green|golden|grey|gray|brown|yellow|big|little|old|young|wild|great) (\S+)$/.exec(name) ?? [];
  const [sense] = wordnet.senses(name);
  if (last === undefined || sense === undefined) return false;
  const kinds = new Set(wordnet.senses(last).map(({ synset }) => synset));
  for (let at: number | undefined = sense.synset; at !== undefined; at = wordnet.linked(at, "hypernym")[0]) if (kinds.has(at)) return false;
  return wordnet.synset(sense.synset).field === 5 && [...kinds].some((id) => wordnet.synset(id).field === 5);
}

/** What a word may be the plural of, the word itself first where it is a name: "Mars" is no plural of "mar". */
function likelyForms(word: string, wordnet: WordNet): string[] {
  const forms = englishBases(word);
  const uses = (form: string) => wordnet.senses(form).reduce((sum, { count }) => sum + count, 0);
  const [sense] = wordnet.senses(word);
  const named =
    sense !== undefined &&
    (uses(word) > uses(forms[0]!) || wordnet.senses(forms[0]!).length === 0 || PLACE_FIELDS.has(wordnet.synset(sense.synset).field)) &&
    wordnet.synset(sense.synset).words.some((each) => each.toLowerCase() === word && isProper(each));
  return named ? [word, ...forms.filter((form) => form !== word)] : forms;
}
