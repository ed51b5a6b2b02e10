import { words } from "./forms.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** The words of a text that say what it is about, in order, each once, at most `max`. */
export function keywordsOf(text: string, language: PlanLanguage, max = 8): string[] {
  const stop = STOP_WORDS[language];
  const meaningful = words(text, language).filter(
    (word) => isLong(word, language) && word.length <= 40 && !stop.has(word) && !/^\d+$/.test(word),
  );
  return [...new Set(meaningful)].slice(0, max);
}

/** Whether a word is long enough to say something: three letters, one Chinese character, two signs of kana. */
function isLong(word: string, language: PlanLanguage): boolean {
  if (!isUnspaced(language)) return word.length > 2;
  return /\p{Script=Han}/u.test(word) || word.length > (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? 1 : 2);
}
