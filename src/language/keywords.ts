import { words } from "./forms.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** The words of a text that say what it is about, in order, each once, at most `max`. */
export function keywordsOf(text: string, language: "en" | "es", max = 8): string[] {
  const stop = STOP_WORDS[language];
  const meaningful = words(text).filter((word) => word.length > 2 && word.length <= 40 && !stop.has(word) && !/^\d+$/.test(word));
  return [...new Set(meaningful)].slice(0, max);
}
