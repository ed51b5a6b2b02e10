import { primaryLanguage } from "../domain/language-tag.ts";
import { words } from "./forms.ts";
import { type Lexicon, scoreText } from "./lexicon.ts";
import { LIGHT_WORDS, PLACE_WORDS } from "./places.ts";
import { LANGUAGE_NAMES, PLAN_LANGUAGES, type PlanLanguage } from "./plan-language.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** Little words of languages that no built-in voice speaks. */
const OTHERS: Record<string, string> = {
  Portuguese: "o os um uma não com são é do da dos das em no na ao mais você nós seu sua pelo pela também foi está isso",
  Italian: "il gli della del che non per una sono con di nel alla più è questo come anche ma dei delle perché nella sul",
  Dutch: "de het een en niet op te dat voor met zijn aan er maar ook als bij naar uit wordt over deze",
  Polish: "i w nie na się jest to z że do jak co ale od po tak przez dla czy jego",
  Turkish: "bir ve bu için ile da de çok gibi daha olan ne kadar sonra ama en",
  Swedish: "och att det som en på är av för med till den inte har ett om vi men",
};
/** Scripts that no built-in voice reads, by what is written in them. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, "Korean"],
  [/\p{Script=Cyrillic}/gu, "in Cyrillic letters"],
  [/\p{Script=Arabic}/gu, "in Arabic letters"],
  [/\p{Script=Hebrew}/gu, "Hebrew"],
  [/\p{Script=Greek}/gu, "Greek"],
  [/\p{Script=Thai}/gu, "Thai"],
  [/\p{Script=Devanagari}/gu, "in Devanagari letters"],
];
/** Little words that are words of another of the languages as well and tell nothing: "sea lions", "van life", "die hard", "also". */
const EITHER: Record<PlanLanguage, ReadonlySet<string>> = {
  en: new Set(["a", "as", "on", "is", "so", "an", "am", "in", "was", "also", "over", "me", "no", "once"]),
  es: new Set([
    "sea",
    "son",
    "solo",
    "van",
    "sin",
    "a",
    "de",
    "la",
    "es",
    "se",
    "me",
    "no",
    "un",
    "o",
    "e",
    "he",
    "once",
    "si",
    "le",
    "les",
    "tu",
    "te",
  ]),
  fr: new Set([
    "a",
    "on",
    "as",
    "en",
    "de",
    "la",
    "me",
    "or",
    "as",
    "t",
    "s",
    "d",
    "m",
    "n",
    "c",
    "l",
    "de",
    "un",
    "es",
    "se",
    "y",
    "si",
    "tu",
    "te",
    "des",
    "an",
  ]),
  de: new Set([
    "also",
    "an",
    "so",
    "was",
    "in",
    "am",
    "war",
    "man",
    "die",
    "hat",
    "will",
    "bald",
    "des",
    "es",
    "den",
    "so",
    "du",
    "nah",
    "gut",
    "fast",
  ]),
  ja: new Set(),
  zh: new Set(),
};
/** Letters and endings that are common in one of the languages and rare in the others. */
const MARKS: Partial<Record<PlanLanguage, RegExp>> = {
  es: /[ñ¿¡]|\p{L}(?:ción|ciones|dad|ías|ía|ón)(?!\p{L})/giu,
  fr: /[çœ]|[êèùûî]|(?<!\p{L})(?:[ldjmtsnc]|qu)['’]\p{L}|\p{L}(?:eaux|euse|euses|ée|ées|tion des|ière|oire)(?!\p{L})/giu,
  de: /[ßäöü]|\p{L}(?:ung|ungen|keit|heit|lich|schaft|chen)(?!\p{L})/giu,
};
const ACCENTS: Partial<Record<PlanLanguage, RegExp>> = { es: /[áéíóúñ]/iu, fr: /[àâéèêëîïôùûçœ]/iu, de: /[äöüß]/iu };
/** How much of a text is looked at, in UTF-16 units. */
const LOOKED_AT = 4000;
/** A sign of Chinese or Japanese says as much as so many letters. */
const SIGN_WORTH = 2.5;
const LEAST_KANA = 0.08;
/** Characters that only Japanese writes so. */
const JAPANESE_ONLY = /[桜広気駅図売読円実変帰歩浅浜畑込働沢滝竜桟辺峠辻栄戦対検圧歳覚姫嵐凪咲喫茶塚氷濱]/u;

export type Detected = { language: PlanLanguage; note?: string };

/** Which of the planner's languages a text is in; a note says when it seems to be none. */
export function detectLanguage(whole: string): Detected {
  const text = whole.slice(0, LOOKED_AT);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  const [most, name] = SCRIPTS.map(([pattern, script]) => [count(pattern), script] as const).reduce((a, b) => (b[0] > a[0] ? b : a));
  const signs = (kana + han) * SIGN_WORTH;
  if (most > latin && most > signs) return { language: "en", note: noteFor(name) };
  if (signs > latin) return { language: isJapanese(text, kana, han) ? "ja" : "zh" };
  return latin === 0 ? { language: "en" } : detectLatin(text);
}

/** Whether a text of wide signs is Japanese: a little kana does not make it so. */
function isJapanese(text: string, kana: number, han: number): boolean {
  return kana > (kana + han) * LEAST_KANA || (kana === 0 && JAPANESE_ONLY.test(text));
}

const LATIN = ["en", "es", "fr", "de"] as const;
const otherWords = Object.entries(OTHERS).map(([name, list]) => ({ name, list: new Set(list.split(" ")) }));

function detectLatin(text: string): Detected {
  const list = words(text, "fr");
  const scores = LATIN.map((language) => ({ language, score: scoreOf(text, list, language) }));
  const other = otherWords
    .map(({ name, list: little }) => ({ name, score: list.filter((word) => little.has(word)).length }))
    .reduce((a, b) => (b.score > a.score ? b : a));
  const most = Math.max(...scores.map(({ score }) => score));
  if (other.score > 1 && other.score > most) return { language: "en", note: noteFor(other.name) };
  const best = scores.filter(({ score }) => score === most).map(({ language }) => language);
  if (best.length === 1 && most > 0) return { language: best[0]! };
  return { language: byKnownWords(text, best.length > 0 ? best : [...LATIN]) };
}

function scoreOf(text: string, list: string[], language: (typeof LATIN)[number]): number {
  const little = list.filter((word) => STOP_WORDS[language].has(word));
  const sure = little.filter((word) => !EITHER[language].has(word)).length;
  const either = sure === 0 && little.length < 2 ? 0 : little.length - sure;
  const marks = text.match(MARKS[language] ?? /(?!)/)?.length ?? 0;
  const accented = ACCENTS[language]?.test(text) ? 0.5 : 0;
  return sure + 0.4 * either + 1.2 * marks + accented;
}

/** Where little words do not decide, the language that knows most of the rest does; the first among equals. */
function byKnownWords(text: string, languages: PlanLanguage[]): PlanLanguage {
  const known = (lexicon: Lexicon<string>, language: PlanLanguage) =>
    [...scoreText(text, lexicon, language).values()].reduce((a, b) => a + b, 0);
  const scored = languages.map((language) => ({
    language,
    score: known(PLACE_WORDS[language], language) + known(LIGHT_WORDS[language], language),
  }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).language;
}

const SPOKEN = `${PLAN_LANGUAGES.slice(0, -1)
  .map((language) => LANGUAGE_NAMES[language])
  .join(", ")} and ${LANGUAGE_NAMES[PLAN_LANGUAGES.at(-1)!]}`;

const noteFor = (what: string): string =>
  `The text seems to be ${what}. The built-in voices speak ${SPOKEN}; it is captioned as written and read by the English voice.`;

/** The language a film is made in: as asked where it can be spoken, else as told from the text. */
export function chooseLanguage(asked: string | undefined, text: string): { language: PlanLanguage; notes: string[] } {
  const base = asked === undefined ? undefined : primaryLanguage(asked.replace("_", "-"));
  const spoken = PLAN_LANGUAGES.find((language) => language === base);
  if (spoken !== undefined) return { language: spoken, notes: [] };
  const { language, note } = detectLanguage(text);
  if (asked === undefined) return { language, notes: note === undefined ? [] : [note] };
  return { language, notes: [] };
}
