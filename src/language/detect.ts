import { words } from "./forms.ts";
import { type Lexicon, scoreText } from "./lexicon.ts";
import { PALETTES_EN, SETTINGS_EN } from "./places-en.ts";
import { PALETTES_ES, SETTINGS_ES } from "./places-es.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** The languages that the built-in planner writes in. */
export type PlanLanguage = "en" | "es";

const OTHERS: Record<string, string> = {
  French:
    "le les des une est et dans pour avec sur qui au aux ce cette je nous vous ils sont pas plus leur était être où ça chez l'histoire",
  German: "der die das und ist ein eine nicht mit für auf dem den von zu im sich auch wir ihr sind wird über nach wie ich aus bei",
  Portuguese: "o os um uma não com são é do da dos das em no na ao mais você nós seu sua pelo pela também foi está isso",
  Italian: "il gli della del che non per una sono con di nel alla più è questo come anche ma dei delle perché",
};
/** Spanish little words that are English words as well and tell nothing: "sea lions", "van life". */
const EITHER = new Set(["sea", "son", "solo", "van", "sin"]);
const otherWords = Object.entries(OTHERS).map(([name, list]) => ({ name, list: new Set(list.split(" ")) }));

/** Which of the spoken languages a text is in; a note says when it seems to be neither. */
export function detectLanguage(text: string): { language: PlanLanguage; note?: string } {
  const letters = text.slice(0, 4000).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (letters.length > 0 && latin * 2 < letters.length)
    return { language: "en", note: noteFor("in a script the built-in voices do not read") };
  const list = words(text.slice(0, 4000));
  const count = (set: ReadonlySet<string>) => list.filter((word) => set.has(word)).length;
  const spanish =
    list.filter((word) => STOP_WORDS.es.has(word) && !EITHER.has(word)).length +
    2 * (text.match(/[ñ¿¡]/giu)?.length ?? 0) +
    list.filter((word) => /(ción|ciones|dad)$/.test(word)).length;
  const english = count(STOP_WORDS.en);
  const accents = /[áéíóúñ]/iu.test(text) && english === 0 ? 1 : 0;
  const other = otherWords.map(({ name, list: set }) => ({ name, score: count(set) })).reduce((a, b) => (b.score > a.score ? b : a));
  if (other.score > 1 && other.score > english && other.score > spanish + accents) return { language: "en", note: noteFor(other.name) };
  if (spanish + accents !== english) return { language: spanish + accents > english ? "es" : "en" };
  const known = (lexicons: Lexicon<string>[], language: PlanLanguage) =>
    lexicons.flatMap((lexicon) => [...scoreText(text.slice(0, 4000), lexicon, language).values()]).reduce((sum, score) => sum + score, 0);
  return { language: known([SETTINGS_ES, PALETTES_ES], "es") > known([SETTINGS_EN, PALETTES_EN], "en") ? "es" : "en" };
}

const noteFor = (what: string): string =>
  `The text seems to be ${what}. The built-in voices speak English and Spanish; it is read by the English voice.`;

/** The language a film is made in: as asked where it can be spoken, else as told from the text. */
export function chooseLanguage(asked: string | undefined, text: string): { language: PlanLanguage; notes: string[] } {
  const base = asked?.toLowerCase().split(/[-_]/)[0];
  if (base === "en" || base === "es") return { language: base, notes: [] };
  const { language, note } = detectLanguage(text);
  if (asked === undefined) return { language, notes: note === undefined ? [] : [note] };
  const spoken = language === "es" ? "Spanish" : "English";
  return { language, notes: [`No built-in voice speaks "${asked.slice(0, 35)}"; the film is spoken by the ${spoken} voice.`] };
}
