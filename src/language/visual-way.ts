import { FEWEST_CUES } from "../domain/caption.ts";
import { breakCosts } from "../domain/line-breaks.ts";
import { estimateSpeechSec } from "../domain/pace.ts";
import { CARDS_ROOM, SILENT_SCENE } from "../domain/timeline.ts";
import { sceneSec } from "./film-length.ts";
import { cutAtWord } from "./hygiene.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { splitSentences } from "./sentences.ts";
import { capitalised } from "./title.ts";
import { alike, LONGEST_PHRASE, phrasesOf, tellingWords } from "./title-phrases.ts";
import { joinTokens, tokensOf } from "./tokens.ts";

const LONGEST_TITLE = 110;
/** Signs of Chinese and Japanese, which say more each. */
const LONGEST_WIDE = 40;
const MOST_CHARS = 4000;
const SECONDS_A_SCENE = 6.5;

/**
 * Titles for a film without claims: the prompt as it is, then its own phrases, each once; `count` scenes, some without words, none beyond
 * the film's time.
 */
export function planTitles(prompt: string, language: PlanLanguage, count: number, targetSec: number): string[] {
  const text = prompt.slice(0, MOST_CHARS);
  const whole = splitSentences(text, language).flatMap((sentence) => readable(sentence, language));
  const phrases = phrasesOf(text, language).filter((phrase) => !whole.some((part) => alike(part, phrase)));
  const owned = phrases.length > 1 ? [] : ownerAndOwned(text, language);
  const parts = phrases.length > 1 ? phrases : owned.length > 0 ? owned : singleWords(text, language, whole);
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
  const [most, least, perSec] = isUnspaced(language) ? [LONGEST_WIDE, 10, 4.5] : [LONGEST_TITLE, 20, 12];
  const longest = Math.max(least, Math.min(most, Math.floor((sec / FEWEST_CUES) * perSec)));
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

/** "The keeper's last winter": the keeper, and the last winter. */
function ownerAndOwned(text: string, language: PlanLanguage): string[] {
  const [, owner, owned] = (language === "en" && /^((?:\S+ ){1,4}\S+)['’]s ((?:\S+ )?\S+)[.!?]?$/u.exec(text.trim())) || [];
  return owner === undefined || owned === undefined || !owned.includes(" ") ? [] : [owner, owned];
}

/** Words that say nothing by themselves: they tell of others. */
const LONE =
  /^(last|first|next|second|third|only|very|same|other|old|new|young|big|small|little|great|long|short|good|bad|best|más|último|última|primer|primera|viejo|vieja|nuevo|nueva|gran|grande|pequeño|pequeña|dernier|dernière|premier|première|vieux|vieille|nouveau|nouvelle|grand|petit|petite|letzte[rns]?|erste[rns]?|alte[rns]?|neue[rns]?|große[rns]?|kleine[rns]?)$/iu;

/** The telling words of a short prompt one by one, and the prompt again at the end. */
function singleWords(text: string, language: PlanLanguage, whole: string[]): string[] {
  const telling = tellingWords(text, language).filter((word) => !LONE.test(word) && !whole.some((part) => alike(part, word)));
  return telling.length < (isUnspaced(language) ? 1 : 2) ? [] : telling.slice(0, 4).concat(whole.length === 1 ? whole : []);
}

const shortest = (titles: string[]): string => titles.reduce((a, b) => (b.length < a.length ? b : a));

/** How many scenes a film of so many seconds has when its words do not say. */
export function scenesFor(durationSec: number): number {
  return Math.max(FEWEST_CUES, Math.round(durationSec / SECONDS_A_SCENE));
}

/** A sentence in parts of a title's length, cut where it breathes. */
function readable(sentence: string, language: PlanLanguage): string[] {
  const costOf = breakCosts(language);
  const list = tokensOf(sentence, language);
  const secOf = (from: number, to: number) => estimateSpeechSec(joinTokens(list.slice(from, to)), language);
  const parts: string[] = [];
  let from = 0;
  while (from < list.length) {
    let end = list.length;
    if (secOf(from, end) > SECONDS_A_SCENE) {
      let least = Number.POSITIVE_INFINITY;
      for (let at = from + 3; at < list.length && secOf(from, at) <= SECONDS_A_SCENE; at++) {
        const cost = costOf(list[at - 1]!.text, list[at]!.text, list[at]!.glued) - (at - from) * 0.05;
        if (cost <= least) [least, end] = [cost, at];
      }
      if (end === list.length) end = Math.min(from + LONGEST_PHRASE, list.length);
    }
    parts.push(joinTokens(list.slice(from, end)));
    from = end;
  }
  return parts.map((part) => part.replace(/[,;:–—、，；：-]+$/u, "").trim()).filter((part) => part !== "");
}

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
