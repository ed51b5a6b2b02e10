import { primaryLanguage } from "./language-tag.ts";

/** How well a line or a cue may end between two words: 0 after a sentence, about 1 anywhere, up to 3 where it tears words apart. */
export type BreakCost = (before: string, after: string) => number;

type Grammar = { openers: Set<string>; clinging: Set<string>; abbreviations: Set<string> };

const words = (text: string): Set<string> => new Set(text.split(" "));

/** Words that begin a new thought (a line may well start with them), words that cling to what follows, and what only looks like a sentence's end. */
const GRAMMARS: Record<string, Grammar> = {
  en: {
    openers: words(
      "and but or nor so yet because although though while when where which who that if unless until since before after as than with without in into on onto over under at by for from to of through across between among against along around behind beneath beside beyond during like near toward towards about above below inside outside",
    ),
    clinging: words(
      "a an the and but or nor my your his her its our their this that these those of to in into on onto at by for from with without as if very so too is are was were be been am has have had will would can could may might must shall should do does did not no some any every each all both i you he she it we they who which than over under between through across toward towards mr mrs ms dr st",
    ),
    abbreviations: words("mr. mrs. ms. dr. st. prof. sr. jr. vs. e.g. i.e. no. fig. approx. gen. col. capt. lt."),
  },
  es: {
    openers: words(
      "y e o u pero mas sino ni que porque aunque cuando donde mientras como si quien cual cuyo pues a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras al del",
    ),
    clinging: words(
      "el la los las lo un una unos unas al del a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras y e o u ni que pero sino si como cuando donde mi tu su mis tus sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas aquel aquella cada todo toda todos todas muy más tan no se me te le les nos os es son era eran fue ha han he hay yo él ella sr sra dr dra",
    ),
    abbreviations: words("sr. sra. srta. dr. dra. ud. uds. d. dña. etc. pág. núm. aprox. av. prof."),
  },
};

const NEUTRAL: Grammar = { openers: new Set(), clinging: new Set(), abbreviations: new Set() };
const bare = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

function grammarOf(language: string): Grammar {
  return GRAMMARS[primaryLanguage(language)] ?? NEUTRAL;
}

/** Whether a sentence ends with `word`: closing punctuation that is no abbreviation or initial. `after` is the next word, if any. */
export function endsSentence(word: string, after: string | undefined, language: string): boolean {
  if (!/[.!?…。！？؟।]["'”’»)\]]*$/u.test(word)) return false;
  if (after === undefined) return true;
  if (/^(\p{Lu}\.)+$/u.test(word) || grammarOf(language).abbreviations.has(word.toLowerCase())) return false;
  return !/^["'“‘«(¿¡[]*\p{Ll}/u.test(after);
}

/** The cost of breaking between two words in a language; languages without a word list know punctuation only. */
export function breakCosts(language: string): BreakCost {
  const grammar = grammarOf(language);
  return (before, after) => {
    if (endsSentence(before, after, language)) return 0;
    if (/[,;:—–،；，、…)\]»”]["'”’»]*$/u.test(before)) return 0.1;
    if (/^[—–(¿¡«“[]/u.test(after)) return 0.2;
    if (grammar.clinging.has(bare(before))) return 4;
    if (/\p{N}/u.test(before) && /^\p{Ll}/u.test(after)) return 2;
    if (grammar.openers.has(bare(after))) return 0.5;
    return 1.2;
  };
}
