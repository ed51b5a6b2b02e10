import { words } from "./forms.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { STOP_WORDS } from "./stop-words.ts";

const MOST_SIGNS = 24;
const UNITS = "%|°\\s?[CF]?|km(?:²|/h)?|m/s|mph|kg|g|ml|l|m²?|cm|mm|GHz|MB|GB|kW|[$€£¥]";
const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:[$€£¥]\\s?)?\\d(?:[\\d.,\\u00a0\\u202f]*\\d)?(?:\\s?(?:${UNITS})(?![\\p{L}\\p{N}])|\\s\\p{L}{3,})?`,
  "gu",
);
const UNSPACED_FIGURE =
  /(?:\d(?:[\d.,]*\d)?|[一二三四五六七八九十百]+(?=分間|時間|秒間|度|グラム|メートル|キロ|リットル|パーセント|倍|分钟|小时|公里|公斤|厘米))(?:万|億|亿|千|百)?(?:キロメートル|メートル|キロ|センチ|ミリ|グラム|リットル|パーセント|度|分間|時間|秒|分|年|日|人|個|本|回|歳|倍|米|公里|厘米|公斤|克|小时|分钟|秒钟|天|岁|次|个|%|％)/gu;
const NAME = /(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+|\s\d+)*/gu;

/** Signs that say how much of something. */
const COUNTED =
  /^[一二三四五六七八九十百千万何数]?(分間|時間|秒間|年間|日間|分|秒|時|年|月|日|人|個|本|回|度|度目|人分|分钟|小时|年|天|个|次|种|多少)$/u;
const INFINITIVE: Partial<Record<PlanLanguage, RegExp>> = { es: /[aei]r(se|l[aeo]s?)?$/u, fr: /(er|ir|re)$/u };
/** What an infinitive stands behind, unlike an article. */
const BEFORE_VERBS = /^(sin|de|con|por|para|a|sans|pour|par|à)$/u;

/** Adjectives that stand alone behind articles. */
const NO_NOUN =
  /^(dark|same|other|others|first|last|next|best|most|whole|rest|mismo|misma|otro|otra|primero|último|mejor|même|autre|premier|dernier|meilleur)$/;

/** What a noun stands behind. */
const BEFORE_NOUNS: Partial<Record<PlanLanguage, RegExp>> = {
  en: /^(an?|the|this|that|these|those|my|your|his|her|its|our|their|of|with|without|for|from|by|every|each|no|some|two|three|four|five|six|seven|eight|nine|ten)$/,
  es: /^(un|una|unos|unas|el|la|los|las|este|esta|su|sus|tu|tus|mi|de|del|con|sin|por|cada|al|dos|tres|cuatro|cinco)$/,
  fr: /^(un|une|des|le|la|les|l|d|du|de|ce|cette|ces|mon|ma|mes|ton|ta|tes|son|sa|ses|leur|leurs|avec|sans|par|chaque|au|aux|deux|trois|quatre|cinq)$/,
};

/**
 * What can stand beside a scene as labels: its figures with what they count, its proper names, then those of its keywords that are in `named`
 * or that stand where nouns do or were given without standing there, without the parts of the others.
 */
export function labelsOf(text: string, keywords: string[], named: ReadonlySet<string>, language: PlanLanguage): string[] {
  const figures = [...text.matchAll(isUnspaced(language) ? UNSPACED_FIGURE : FIGURE)].map(([figure]) => tidy(figure, language));
  const names = isUnspaced(language) || language === "de" ? [] : [...text.matchAll(NAME)].map(([name]) => name);
  const special = [...new Set([...figures, ...names])].filter((label) => /\D/.test(label) && [...label].length <= MOST_SIGNS);
  const inside = special.join(" ").toLowerCase();
  const isNoun = nounTest(text, language);
  return [
    ...special,
    ...keywords.filter((word) => !inside.includes(word.toLowerCase()) && (named.has(word.toLowerCase()) || isNoun(word))),
  ];
}

/** A figure without the word behind it where that counts nothing. */
function tidy(figure: string, language: PlanLanguage): string {
  const [, number = figure, word] = /^(.*\d\S*)\s(\p{L}+)$/u.exec(figure) ?? [];
  return word !== undefined && STOP_WORDS[language].has(word.toLowerCase()) ? number : figure;
}

/** Tells a noun by what stands around it: an article and no further word of weight, or others in a list; by its capital in German; by its length where words have no spaces. */
function nounTest(text: string, language: PlanLanguage): (word: string) => boolean {
  if (isUnspaced(language)) return (word) => [...word].length > 1 && !COUNTED.test(word) && /^[おご]?[^\p{Script=Hiragana}]+$/u.test(word);
  if (language === "de")
    return (word) =>
      new RegExp(`(?<!^|[.!?]\\s)(?<![\\p{L}])${word.replace(/^./u, (first) => first.toUpperCase())}(?![\\p{L}])`, "u").test(text);
  const list = words(text, language);
  const lower = text.toLowerCase();
  const isWeighty = (word: string | undefined): boolean => word !== undefined && word.length > 3 && !STOP_WORDS[language].has(word);
  return (word) => {
    const at = list.indexOf(word);
    if (at < 0) return true;
    if (INFINITIVE[language]?.test(word) && BEFORE_VERBS.test(list[at - 1] ?? "")) return false;
    if (new RegExp(`,\\s(?:[\\p{L}]+,?\\s(?:and|y|et)\\s)?${word}(?:,|\\s(?:and|y|et)\\b|[.!?]|$)`, "u").test(lower)) return true;
    if (NO_NOUN.test(word)) return false;
    return (
      at > 0 &&
      BEFORE_NOUNS[language]!.test(list[at - 1]!) &&
      (language !== "en" || !isWeighty(list[at + 1]) || /^[,.:;!?]/.test(after(lower, word)))
    );
  };
}

const after = (text: string, word: string): string => text.slice(text.indexOf(word) + word.length);
