import { breakCosts } from "../domain/line-breaks.ts";
import { estimateSpeechSec } from "../domain/pace.ts";
import { CARDS_ROOM, SILENT_SCENE } from "../domain/timeline.ts";
import type { PlanLanguage } from "./detect.ts";
import { sceneSec } from "./film-length.ts";
import { words } from "./forms.ts";
import { cutAtWord } from "./hygiene.ts";
import { splitSentences } from "./sentences.ts";
import { CLINGING, STOP_WORDS } from "./stop-words.ts";
import { capitalised } from "./title.ts";

const LONGEST_PHRASE = 6;
const LONGEST_TITLE = 110;
const MOST_CHARS = 4000;
const SECONDS_A_SCENE = 6.5;
/** A film has at least so many captions, however little is said. */
export const FEWEST_CUES = 3;

/**
 * Titles for a film without claims: the prompt as it is, then its own phrases, each once; `count` scenes, some without words, none beyond
 * the film's time.
 */
export function planTitles(prompt: string, language: PlanLanguage, count: number, targetSec: number): string[] {
  const text = prompt.slice(0, MOST_CHARS);
  const whole = splitSentences(text, language).flatMap((sentence) => readable(sentence, language));
  const phrases = phrasesOf(text, language).filter((phrase) => !whole.some((part) => alike(part, phrase)));
  const parts = phrases.length > 1 ? phrases : singleWords(text, language, whole);
  const said = [...whole, ...(whole.length > 3 ? [] : parts)];
  const titles = within(said.length > 0 ? said : [text], count, targetSec - CARDS_ROOM.comfortable, language);
  while (titles.length < FEWEST_CUES) titles.push(shortest(titles));
  const scenes =
    titles.length + Math.max(0, Math.floor((targetSec - CARDS_ROOM.comfortable - spokenSec(titles, language)) / SILENT_SCENE.least));
  return spread(
    titles.map((title) => capitalised(title)),
    Math.min(count, scenes),
  );
}

const spokenSec = (titles: string[], language: PlanLanguage): number => titles.reduce((sum, title) => sum + sceneSec(title, language), 0);

/** As many titles, in order, as there are scenes and seconds for; what is too long for the film alone is cut. */
function within(titles: string[], count: number, sec: number, language: PlanLanguage): string[] {
  const longest = Math.max(20, Math.min(LONGEST_TITLE, Math.floor((sec / FEWEST_CUES) * 12)));
  const kept: string[] = [];
  let left = sec;
  for (const title of titles) {
    const short = cutAtWord(title, longest);
    left -= sceneSec(short, language);
    if (kept.length > 0 && (left < 0 || kept.length >= Math.max(count, FEWEST_CUES))) break;
    kept.push(short);
  }
  return kept;
}

/** The telling words of a short prompt one by one, and the prompt again at the end. */
function singleWords(text: string, language: PlanLanguage, whole: string[]): string[] {
  const telling = (text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [])
    .map((word) => word.replace(/['’]s$/, ""))
    .filter((word) => /\p{L}{3}/u.test(word) && !STOP_WORDS[language].has(word.toLowerCase()) && !whole.some((part) => alike(part, word)));
  return telling.length < 2 ? [] : [...new Set(telling)].slice(0, 4).concat(whole.length === 1 ? whole : []);
}

const shortest = (titles: string[]): string => titles.reduce((a, b) => (b.length < a.length ? b : a));

/** How many scenes a film of so many seconds has when its words do not say. */
export function scenesFor(durationSec: number): number {
  return Math.max(FEWEST_CUES, Math.round(durationSec / SECONDS_A_SCENE));
}

/** A sentence in parts of a title's length, cut where it breathes. */
function readable(sentence: string, language: PlanLanguage): string[] {
  const costOf = breakCosts(language);
  const list = sentence.split(" ");
  const parts: string[] = [];
  let from = 0;
  while (from < list.length) {
    let end = list.length;
    if (estimateSpeechSec(list.slice(from).join(" "), language) > SECONDS_A_SCENE) {
      let least = Number.POSITIVE_INFINITY;
      for (let at = from + 3; at < list.length && estimateSpeechSec(list.slice(from, at).join(" "), language) <= SECONDS_A_SCENE; at++) {
        const cost = costOf(list[at - 1]!, list[at]!) - (at - from) * 0.05;
        if (cost <= least) [least, end] = [cost, at];
      }
      if (end === list.length) end = Math.min(from + LONGEST_PHRASE, list.length);
    }
    parts.push(list.slice(from, end).join(" "));
    from = end;
  }
  return parts.map((part) => part.replace(/[,;:–—-]+$/u, "").trim()).filter((part) => part !== "");
}

/** The noun-like stretches of a prompt: words between punctuation and little words, with the article they came with. */
function phrasesOf(prompt: string, language: PlanLanguage): string[] {
  const phrases: string[] = [];
  for (const stretch of prompt.split(/[.,;:!?¿¡()"“”«»–—\n]+|\s-\s/u)) {
    let open: string[] = [];
    const close = () => {
      while (open.length > 0 && CLINGING[language].has(open.at(-1)!.toLowerCase())) open.pop();
      if (open.some((word) => !STOP_WORDS[language].has(word.toLowerCase()) && /\p{L}{3}/u.test(word))) phrases.push(open.join(" "));
      open = [];
    };
    for (const word of stretch.split(/\s+/).filter((each) => each !== "")) {
      if (
        JOINING[language].test(word) &&
        open.some((each) => !STOP_WORDS[language].has(each.toLowerCase())) &&
        open.length < LONGEST_PHRASE - 1
      ) {
        open.push(word);
        continue;
      }
      const little = STOP_WORDS[language].has(word.toLowerCase());
      const joined = JOINING[language].test(open.at(-1) ?? "");
      if (little && joined) {
        open.push(word);
        continue;
      }
      if (little && open.some((each) => !STOP_WORDS[language].has(each.toLowerCase()))) close();
      if (little && !ARTICLES[language].test(word)) open = [];
      else open.push(word);
      if (open.length >= LONGEST_PHRASE) close();
    }
    close();
  }
  return phrases.filter((phrase, index) => phrases.findIndex((other) => alike(other, phrase)) === index);
}

/** Little words that hold a phrase together: "the history of coffee". */
const JOINING: Record<PlanLanguage, RegExp> = { en: /^of$/i, es: /^(de|del)$/i };
const ARTICLES: Record<PlanLanguage, RegExp> = {
  en: /^(a|an|the|my|your|our|his|her|their)$/i,
  es: /^(el|la|los|las|un|una|unos|unas|mi|tu|su|mis|tus|sus|nuestro|nuestra)$/i,
};

const alike = (one: string, other: string): boolean => words(one).join(" ") === words(other).join(" ");

/** The titles in order over `count` scenes, the first and the last with words, silence evenly between. */
function spread(titles: string[], count: number): string[] {
  const scenes = Math.max(count, titles.length);
  const result = new Array<string>(scenes).fill("");
  titles.forEach((title, index) => {
    const at = titles.length === 1 ? 0 : Math.round((index * (scenes - 1)) / (titles.length - 1));
    result[at] = title;
  });
  return result;
}
