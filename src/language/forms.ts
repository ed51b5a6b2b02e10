import { frenchBases, germanBases } from "./forms-european.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";

const IRREGULAR: Record<string, string> = {
  mice: "mouse",
  geese: "goose",
  feet: "foot",
  teeth: "tooth",
  men: "man",
  women: "woman",
  children: "child",
  people: "person",
  oxen: "ox",
  wolves: "wolf",
  leaves: "leaf",
  knives: "knife",
  lives: "life",
  wives: "wife",
  shelves: "shelf",
  halves: "half",
  calves: "calf",
  loaves: "loaf",
  thieves: "thief",
  elves: "elf",
  scarves: "scarf",
  hooves: "hoof",
  cacti: "cactus",
  fungi: "fungus",
  octopi: "octopus",
  phenomena: "phenomenon",
  criteria: "criterion",
  bacteria: "bacterium",
  galaxies: "galaxy",
  species: "species",
  series: "series",
  heroes: "hero",
  potatoes: "potato",
  tomatoes: "tomato",
  volcanoes: "volcano",
  echoes: "echo",
  oases: "oasis",
  crises: "crisis",
  analyses: "analysis",
  movies: "movie",
  cookies: "cookie",
  pies: "pie",
  ties: "tie",
  shoes: "shoe",
  canoes: "canoe",
  buses: "bus",
  lenses: "lens",
  horses: "horse",
  houses: "house",
  roses: "rose",
  noses: "nose",
  cheeses: "cheese",
  axes: "axe",
  caches: "cache",
};

/** What an English noun may be the plural of, likeliest first, the word itself last. Lower case in, lower case out. */
export function englishBases(word: string): string[] {
  const irregular = IRREGULAR[word];
  if (irregular) return [irregular, word];
  if (!/s$/.test(word) || /(ss|us|is)$/.test(word) || word.length < 4) return [word];
  if (/ics$/.test(word)) return [word, word.slice(0, -1)];
  if (/[^aeiou]ies$/.test(word)) return [`${word.slice(0, -3)}y`, word];
  if (/(sh|ch|x|ss|zz)es$/.test(word)) return [word.slice(0, -2), word];
  if (/[sz]es$/.test(word)) return [word.slice(0, -1), word.slice(0, -2), word];
  if (/oes$/.test(word)) return [word.slice(0, -2), word.slice(0, -1), word];
  return [word.slice(0, -1), word];
}

const IRREGULAR_PLURALS = new Map(
  Object.entries(IRREGULAR)
    .filter(([plural]) => plural !== "octopi")
    .map(([plural, singular]) => [singular, plural]),
);
const UNCHANGED =
  /^(fish|\w+fish|salmon|trout|deer|reindeer|sheep|moose|bison|cod|tuna|shrimp|aircraft|spacecraft|squid|swine|elk|offspring|bamboo)$/;
const O_WITH_ES = /(hero|potato|tomato|volcano|echo|mosquito|tornado|mango|torpedo|veto)$/;

/** The plural of an English noun phrase: the last word changes. */
export function englishPlural(phrase: string): string {
  const [, before = "", word = phrase] = /^(.*[\s-])?(\S+)$/.exec(phrase) ?? [];
  if (UNCHANGED.test(word)) return phrase;
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular) return before + irregular;
  if (/[^aeiou]y$/.test(word)) return `${before}${word.slice(0, -1)}ies`;
  if (/(s|sh|ch|x|z)$/.test(word) || O_WITH_ES.test(word)) return `${before}${word}es`;
  return `${before}${word}s`;
}

/** What a Spanish noun may be the plural of, likeliest first, the word itself last. Lower case in, lower case out. */
export function spanishBases(word: string): string[] {
  if (!/s$/.test(word) || word.length < 4 || /^\p{L}{1,3}[^aeiouáéíóú]s$/u.test(word)) return [word];
  if (/ces$/.test(word)) return [`${word.slice(0, -3)}z`, word.slice(0, -1), word];
  if (/ones$/.test(word)) return [`${word.slice(0, -4)}ón`, word.slice(0, -2), word];
  if (/anes$/.test(word)) return [`${word.slice(0, -4)}án`, word.slice(0, -2), word];
  if (/ines$/.test(word)) return [`${word.slice(0, -4)}ín`, word.slice(0, -2), word.slice(0, -1), word];
  if (/[^aeiouáéíóú]es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1), word];
  return [word.slice(0, -1), word];
}

const BASES: Record<PlanLanguage, (word: string) => string[]> = {
  en: englishBases,
  es: spanishBases,
  fr: frenchBases,
  de: germanBases,
  ja: (word) => [word],
  zh: (word) => [word],
};

/** Dictionary forms of a word. */
export function bases(word: string, language: PlanLanguage): string[] {
  return BASES[language](word);
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** French little words that lost their vowel: "l'océan", "d'une", "qu'il". */
const ELISION = /(?<![\p{L}\p{N}])(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu;

/** The words of a text in lower case, without punctuation; English possessive endings and French elisions are dropped. */
export function words(text: string, language: PlanLanguage = "en"): string[] {
  if (isUnspaced(language)) return segmentsOf(text, language).filter((segment) => /[\p{L}\p{N}]/u.test(segment));
  const whole = language === "fr" ? text.replace(ELISION, " ") : text;
  return (whole.toLowerCase().match(WORD) ?? []).map((word) => word.replace(/['’]s$/, ""));
}

const segmenters = { ja: new Intl.Segmenter("ja", { granularity: "word" }), zh: new Intl.Segmenter("zh", { granularity: "word" }) };

/** A text in words as a dictionary parts them, with everything that stands between; Latin letters in lower case. */
export function segmentsOf(text: string, language: PlanLanguage): string[] {
  return [...segmenters[language === "ja" ? "ja" : "zh"].segment(text.toLowerCase())].map(({ segment }) => segment);
}
