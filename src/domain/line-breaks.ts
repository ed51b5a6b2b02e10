import { GRAMMARS, type Grammar, NEUTRAL } from "./grammar-words.ts";
import { primaryLanguage } from "./language-tag.ts";
import { CLOSING, NOT_FIRST, NOT_LAST, OPENING, WIDE } from "./line-marks.ts";

/** How well a line or a cue may end between two words: 0 after a sentence, about 1 anywhere, up to 4 where it tears words apart, `FORBIDDEN` where it must not. */
export type BreakCost = (before: string, after: string, joined?: boolean) => number;

/** The cost of a break that only happens when there is no other. */
export const FORBIDDEN = 40;

const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const grammarOf = (language: string): Grammar => GRAMMARS[primaryLanguage(language)] ?? NEUTRAL;

/** Whether a sentence ends with `word`: closing punctuation that is no abbreviation or initial. `after` is the next word, if any. */
export function endsSentence(word: string, after: string | undefined, language: string): boolean {
  if (!/[.!?…。！？؟।]["'”’»“«)\]」』）]*$/u.test(word)) return false;
  if (after === undefined) return true;
  if (/^(\p{Lu}\.)+$/u.test(word) || grammarOf(language).abbreviations.has(word.toLowerCase())) return false;
  if (primaryLanguage(language) === "de" && /^\d+\.$/.test(word)) return false;
  return !/^["'“‘«(¿¡[]*\p{Ll}/u.test(after);
}

/** The cost of breaking between two words in a language; languages without a word list know punctuation only. */
export function breakCosts(language: string): BreakCost {
  const grammar = grammarOf(language);
  return (before, after, joined = false) => {
    if (joined ? NOT_FIRST.test(after) || NOT_LAST.test(before) : CLOSING.test(after) || OPENING.test(before)) return FORBIDDEN;
    if (endsSentence(before, after, language)) return 0;
    if (joined && LEANING.test(after) && !COMMA.test(before)) return joinedCost(before, after);
    if (COMMA.test(before) || /[)\]»”」』）]$/u.test(before)) return 0.1;
    if (/^[—–(¿¡«“[「『（]/u.test(after)) return 0.2;
    if (joined) return joinedCost(before, after);
    if (/^\d+\.$/.test(before)) return 4;
    if (grammar.clinging.has(bare(before))) return 4;
    if (/\p{N}/u.test(before) && /^\p{Ll}/u.test(after)) return 2;
    if (grammar.openers.has(bare(after))) return 0.5;
    return 1.2;
  };
}

const COMMA = /[,;:—–،；，、：…]["'”’»」』）]*$/u;
/** Signs that lean on the word before: particles and endings in kana, the small words of Chinese. */
const LEANING = /^(\p{Script=Hiragana}|[的了着过們们吗嗎呢吧地得])/u;

/** Where no space parts words: before a Japanese word that begins in kanji after an ending in kana rather than inside it, anywhere else with some regret. */
function joinedCost(before: string, after: string): number {
  if (!WIDE.test(before.at(-1) ?? "") && !WIDE.test(after[0] ?? "")) return /[-/]$/.test(before) ? 1 : 3;
  if (LEANING.test(after)) return /^\p{Script=Hiragana}{3,}/u.test(after) ? 1.8 : 3;
  return /(\p{Script=Hiragana}|的)$/u.test(before) ? 0.9 : 1.4;
}
