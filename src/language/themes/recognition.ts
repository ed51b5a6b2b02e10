import { THEME_LANGUAGES, type Theme, type ThemeLanguage } from "./theme.ts";
import { WORDING, type Wording } from "./wording.ts";

/** A prompt that says more than this wants more than a theme. */
const LONGEST_PROMPT = 120;

/** The theme language of a BCP 47 tag, if there is one. */
export function toThemeLanguage(tag: string): ThemeLanguage | undefined {
  const primary = tag.toLowerCase().split("-")[0];
  return THEME_LANGUAGES.find((language) => language === primary);
}

/** Whether a prompt as a whole is a theme's name, with nothing about it but words that change nothing ("a calm sunset over the hills"). */
export function isNamedBy(prompt: string, theme: Theme, language: ThemeLanguage): boolean {
  if (prompt.length > LONGEST_PROMPT) return false;
  const text = normalised(prompt, language);
  if (listed(theme.except?.[language] ?? "").includes(text)) return false;
  return patternsOf(theme, language).some((pattern) => pattern.test(text));
}

/** In lower case, with plain apostrophes, a space behind what French elides, and without commas and full stop; questions and quotes stay as they are. */
function normalised(prompt: string, language: ThemeLanguage): string {
  const text = prompt
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[\s\u3000]+/gu, " ")
    .trim();
  const ended = text.replace(/[.!…。！]+$/u, "").replace(/^¡/, "");
  if (language === "ja" || language === "zh") return ended.replaceAll(" ", "");
  const apart = language === "fr" ? ended.replace(/(^|\s)([cdjlmnst]|qu)' ?/g, "$1$2' ") : ended;
  return apart.replace(/, /g, " ");
}

const known = new Map<string, RegExp[]>();

function patternsOf(theme: Theme, language: ThemeLanguage): RegExp[] {
  const key = `${language} ${theme.id}`;
  const patterns = known.get(key) ?? buildPatterns(theme, language);
  known.set(key, patterns);
  return patterns;
}

/** The patterns of a theme: its names with or without a place, and the names that need one. */
function buildPatterns(theme: Theme, language: ThemeLanguage): RegExp[] {
  const wording = WORDING[language];
  const places = (theme.places ?? []).map((place) => wording.places[place]).join("|");
  const frame = wording.at === "" ? framedBefore : framedBehind;
  const names = alternatives(theme.names[language]);
  const free = frame(wording, names, places === "" ? undefined : { places, needed: false }, theme.plain ?? false);
  if (theme.namesAt === undefined) return [new RegExp(free, "u")];
  const placed = frame(wording, alternatives(theme.namesAt[language]), { places, needed: true }, theme.plain ?? false);
  return [new RegExp(free, "u"), new RegExp(placed, "u")];
}

type Placing = { places: string; needed: boolean } | undefined;

/** "The beauty of a calm sunset over the quiet hills": adjectives on both sides of nouns, places behind. */
function framedBehind(wording: Wording, names: string, placing: Placing, plain: boolean): string {
  const { asks, praises, definite, indefinite, adjective, at } = wording;
  const article = plain ? `(?:${definite})?` : `(?:${definite}|${indefinite})?`;
  const [before, after] = plain ? ["", ""] : [`(?:${adjective} )*`, `(?: ${adjective})*`];
  const place = placing && `(?: ${at}(?:${adjective} )?(?:${placing.places})(?: ${adjective})?)${placing.needed ? "" : "?"}`;
  return `^${asks}(?:${praises})?${article}${before}(?:${names})${after}${place ?? ""}$`;
}

/** The same where places and adjectives all go before the name. */
function framedBefore(wording: Wording, names: string, placing: Placing, plain: boolean): string {
  const { asks, asked, praised, indefinite, adjective } = wording;
  const [article, some] = plain ? ["", ""] : [`(?:${indefinite})?`, `(?:${adjective})*`];
  const place = placing && `(?:${placing.places})${placing.needed ? "" : "?"}`;
  return `^${asks}${article}${some}${place ?? ""}${some}(?:${names})${praised}${asked}$`;
}

const listed = (names: string): string[] => names.split(",").map((name) => name.replace(/\s+/g, " ").trim());

const alternatives = (names: string): string => listed(names).join("|");
