import { segmentsOf, words } from "./forms.ts";
import { PLACE_WORDS } from "./places.ts";
import { eachLanguage, isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { CLINGING, STOP_WORDS } from "./stop-words.ts";
import { SUBJECT_TABLES } from "./subject-table.ts";
import { joinTokens, type Token, tokensOf } from "./tokens.ts";
import { findUnspaced } from "./unspaced.ts";

export const LONGEST_PHRASE = 6;

/** Little words that hold a phrase together: "the history of coffee". */
const JOINING: Record<PlanLanguage, RegExp> = {
  en: /^of$/i,
  es: /^(de|del)$/i,
  fr: /^(de|du|des|d['’]\p{L}+)$/iu,
  de: /^(der|des|einer|eines|von|vom)$/i,
  ja: /^の$/,
  zh: /^的$/,
};
const ARTICLES: Record<PlanLanguage, RegExp> = {
  en: /^(a|an|the|my|your|our|his|her|their)$/i,
  es: /^(el|la|los|las|un|una|unos|unas|mi|tu|su|mis|tus|sus|nuestro|nuestra)$/i,
  fr: /^(le|la|les|un|une|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leur|leurs)$/i,
  de: /^(der|die|das|den|dem|ein|eine|einen|einem|mein|meine|meinen|dein|deine|unser|unsere)$/i,
  ja: /(?!)/,
  zh: /(?!)/,
};
const BETWEEN = /[.,;:!?¿¡()"“”«»„–—\n。！？、，；：・「」『』（）《》]+|\s-\s/u;

/** Whether two texts say the same words. */
export const alike = (one: string, other: string): boolean => words(one).join(" ") === words(other).join(" ");

/** The noun-like stretches of a prompt: words between punctuation and little words, with the article they came with; each once. */
export function phrasesOf(prompt: string, language: PlanLanguage): string[] {
  const phrases = prompt.split(BETWEEN).flatMap((stretch) => phrasesOfStretch(stretch, language));
  return phrases.filter((phrase, index) => phrases.findIndex((other) => alike(other, phrase)) === index);
}

function phrasesOfStretch(stretch: string, language: PlanLanguage): string[] {
  const phrases: string[] = [];
  const telling = (token: Token) => !isLittle(token.text, language);
  let open: Token[] = [];
  const close = () => {
    while (open.length > 0 && CLINGING[language].has(open.at(-1)!.text.toLowerCase())) open.pop();
    if (open.some((token) => telling(token) && hasLetters(token.text, language))) phrases.push(joinTokens(open));
    open = [];
  };
  for (const [index, token] of phraseTokens(stretch, language).entries()) {
    const little = isLittle(token.text, language);
    const joins = JOINING[language].test(token.text) && open.some(telling) && open.length < LONGEST_PHRASE - 1;
    if (joins || (little && JOINING[language].test(open.at(-1)?.text ?? ""))) {
      open.push(token);
      continue;
    }
    if (little && open.some(telling)) close();
    if (little && !opens(token.text, language, index === 0)) open = [];
    else open.push(token);
    if (open.length >= LONGEST_PHRASE) close();
  }
  close();
  return phrases;
}

/** Whether a little word may open a phrase. A German article may at the head alone: behind other words it is rarely the nominative. */
const opens = (word: string, language: PlanLanguage, first: boolean): boolean =>
  ARTICLES[language].test(word) && (language !== "de" || first);

const isLittle = (word: string, language: PlanLanguage): boolean => {
  const bare = language === "fr" ? word.replace(/^(?:[ldjmtsnc]|qu)['’](?=\p{L})/iu, "") : word;
  return STOP_WORDS[language].has(bare.toLowerCase());
};

/** Whether a word has letters enough to be shown. */
export const hasLetters = (word: string, language: PlanLanguage): boolean =>
  isUnspaced(language) ? /[\p{Script=Han}\p{Script=Katakana}]|[\p{L}\p{M}ー]{3}/u.test(word) : /\p{L}{3}/u.test(word);

/** Words one by one; in Chinese and Japanese as a dictionary parts them. */
function phraseTokens(text: string, language: PlanLanguage): Token[] {
  if (!isUnspaced(language)) return tokensOf(text, language);
  return text
    .split(/\s+/)
    .flatMap((word) => parts(word, language).map((segment, index) => ({ text: segment, glued: index > 0, torn: false })));
}

function parts(word: string, language: PlanLanguage): string[] {
  const list = segmentsOf(word, language).filter((segment) => segment !== "");
  return list.join("") === word ? list : list.length === 0 ? [] : [word];
}

/** The telling words of a text, each once. */
export function tellingWords(text: string, language: PlanLanguage): string[] {
  const elision = language === "fr" ? /^(?:[ldjmtsnc]|qu)['’](?=\p{L})/iu : /(?!)/;
  const list = isUnspaced(language)
    ? knownFirst(text, language)
    : (text.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).map((word) => word.replace(/['’]s$/, "").replace(elision, ""));
  return [...new Set(list.filter((word) => hasLetters(word, language) && !isLittle(word, language)))];
}

/** Names of things and places in Chinese and Japanese. */
const names = eachLanguage((language) => {
  const list = isUnspaced(language)
    ? [
        ...SUBJECT_TABLES[language].keys(),
        ...Object.values(PLACE_WORDS[language])
          .join(" ")
          .split(/[\s|]+/),
      ]
    : [];
  return new Map(list.filter((name) => name.length > 1).map((name) => [name, name]));
});

/** The words of a text as a dictionary parts them, but names of things and places whole. */
function knownFirst(text: string, language: PlanLanguage): string[] {
  const list: string[] = [];
  let from = 0;
  for (const { name, at } of findUnspaced(text, names[language], language)) {
    list.push(...segmentsOf(text.slice(from, at), language), name);
    from = at + name.length;
  }
  return [...list, ...segmentsOf(text.slice(from), language)].map((word) =>
    word.length > 1 ? word.replace(/^[中上下里]|[中上下里]$/u, "") : word,
  );
}
