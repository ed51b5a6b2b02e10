import type { Subject } from "../domain/storyboard.ts";
import { bases, words } from "./forms.ts";
import { cutCompound } from "./forms-european.ts";
import { LIGHTS_DE, PLACES_DE } from "./places-de.ts";
import { eachLanguage, isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { isHour, isName, isVerb, nameWords } from "./subject-rivals.ts";
import { SUBJECT_TABLES, type SubjectEntry, type SubjectTable } from "./subject-table.ts";
import { findUnspaced } from "./unspaced.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What stands before a word that is a thing here. */
const DETERMINERS: Record<PlanLanguage, ReadonlySet<string>> = {
  en: set(
    `a an the this these those my your his her its our their one two three four five ten some many several few every each no any another
    like big small little large great giant huge tiny old young new wild white black red blue green golden gold silver brown grey gray
    beautiful lonely lone single wooden steam hungry sleepy baby brown friendly famous tall dark bright burning warm cold`,
  ),
  es: set("un una unos unas el la los las este esta ese esa mi tu su dos tres muchos muchas gran pequeño pequeña viejo vieja"),
  fr: set(
    "un une des le la les du de ce cette ces mon ma mes ton ta son sa ses deux trois quelques belle vieille jolie petite grande plusieurs",
  ),
  de: set(""),
  ja: set(""),
  zh: set(""),
};

/** How many words the longest name has that begins with a word. */
const longest = eachLanguage((language) => longestNames(SUBJECT_TABLES[language]));

/** An adjective without its case: "schwarzen" is "schwarze". */
function withoutEnding(word: string): string {
  return word.replace(/[nrsm]$/, "");
}

function longestNames(table: SubjectTable): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of table.keys()) {
    const [first = "", ...rest] = name.split(" ");
    for (const form of [first, withoutEnding(first)]) counts.set(form, Math.max(counts.get(form) ?? 0, rest.length + 1));
  }
  return counts;
}

/** Every picture that a word can bring up. */
export const SUBJECT_PICTURES: ReadonlySet<string> = new Set(
  Object.values(SUBJECT_TABLES)
    .flatMap((table) => [...table.values()].flatMap(({ picture, meanings = [] }) => [picture, ...meanings.map((each) => each.picture)]))
    .filter((picture) => picture !== "nothing"),
);

/** What a picture is called in a language; its own name where no noun brings it up. */
export function pictureName(picture: string, language: PlanLanguage): string {
  for (const [name, entry] of SUBJECT_TABLES[language]) if (entry.picture === picture) return name;
  return picture;
}

type Hit = { entry: SubjectEntry; said: string };

/** What a text truly names, with its picture, in the order of naming; each picture once. */
export function subjectsIn(text: string, language: PlanLanguage): Subject[] {
  const found = new Map<string, Subject>();
  const hits = isUnspaced(language) ? hitsUnspaced(text, language) : hitsSpaced(text, language);
  for (const { entry, said } of language === "en" ? headsFirst(hits, text) : hits) {
    const picture = meantPicture(entry, said, text, language);
    if (picture !== "nothing" && !found.has(picture)) found.set(picture, { word: said.slice(0, 80), picture });
  }
  return [...found.values()];
}

/** English compounds by what they are before what they are of: "lemon cake" is a cake. */
function headsFirst(hits: Hit[], text: string): Hit[] {
  const lower = text.toLowerCase();
  const list = [...hits];
  for (let at = 1; at < list.length; at++) {
    const [one, other] = [list[at - 1]!, list[at]!];
    if (lower.includes(`${one.said} ${other.said}`)) [list[at - 1], list[at]] = [other, one];
  }
  return list;
}

/** The picture of the meaning whose cue stands in the text, the last one otherwise. */
function meantPicture({ picture, meanings = [] }: SubjectEntry, said: string, text: string, language: PlanLanguage): string {
  if (meanings.length === 0) return picture;
  const lower = text.toLowerCase();
  const around = isUnspaced(language) ? undefined : new Set(words(text, language));
  const isNear = (cue: string) =>
    cue !== said && (around ? around.has(cue) : lower.replaceAll(said, "　").includes(cue) || (cue.includes(said) && lower.includes(cue)));
  return meanings.find(({ cues }) => [...cues].some(isNear))?.picture ?? picture;
}

const hitsUnspaced = (text: string, language: PlanLanguage): Hit[] =>
  findUnspaced(text, SUBJECT_TABLES[language], language)
    .filter(({ name, at }) => [...name].length > 1 || !ADDRESSED.test(text.slice(at + name.length)))
    .map(({ entry, name }) => ({ entry, said: name }));

/** What follows a family name. */
const ADDRESSED = /^(先生|女士|小姐|太太|总裁|さん|氏)/;

function hitsSpaced(text: string, language: PlanLanguage): Hit[] {
  const list = words(text, language);
  const small = language === "de" ? smallWords(text) : new Set<string>();
  const names = nameWords(text, language);
  const hits: Hit[] = [];
  for (let at = 0; at < list.length; ) {
    const hit = longestHit(list, at, language);
    const noun =
      hit !== undefined &&
      list.slice(at, at + hit.count).some((word) => !small.has(word)) &&
      (hit.count > 1 || !(isVerb(list, at, language) || isHour(list, at, language) || isName(hit.entry, list[at]!, names)));
    if (hit && noun) hits.push({ entry: hit.entry, said: hit.said });
    at += hit?.count ?? 1;
  }
  return hits;
}

function longestHit(list: string[], at: number, language: PlanLanguage): (Hit & { count: number }) | undefined {
  const table = SUBJECT_TABLES[language];
  const most = Math.max(1, ...bases(list[at]!, language).map((first) => longest[language].get(first) ?? 0));
  for (let count = Math.min(most, list.length - at); count > 0; count--) {
    const said = list.slice(at, at + count);
    for (const form of formsOf(said, language)) {
      const entry = table.get(form.join(" "));
      if (entry && (!entry.guarded || isThing(list, at, form.at(-1) !== said.at(-1), language)))
        return { entry, count, said: said.join(" ") };
    }
  }
  const entry = language === "de" ? headOfCompound(list[at]!) : undefined;
  return entry && { entry, count: 1, said: list[at]! };
}

/** What a name may be written as in the table: the last word in the singular, where nouns agree with adjectives every word. */
function formsOf(said: string[], language: PlanLanguage): string[][] {
  const last = bases(said.at(-1)!, language).map((form) => [...said.slice(0, -1), form]);
  if (said.length === 1 || language === "en") return last;
  const singular = said.map((word) => bases(word, language)[0]!);
  const first = bases(said[0]!, language).map((form) => [form, ...said.slice(1)]);
  if (language !== "de") return [...last, singular, ...first];
  const adjective = withoutEnding(said[0]!);
  const between = said.slice(1, -1);
  return [...last, ...last.flatMap((form) => [adjective, `${adjective}r`].map((first) => [first, ...between, form.at(-1)!]))];
}

/** Whether an ambiguous word is a thing here: after a determiner or an adjective, in the plural after "of" and the like, or all there is. */
function isThing(list: string[], at: number, plural: boolean, language: PlanLanguage): boolean {
  const before = list[at - 1];
  if (before !== undefined && DETERMINERS[language].has(before)) return true;
  return list.length === 1 || (plural && (before === undefined || /^(and|of|with|by|for|like|on|in|et|y|de|con|avec)$/.test(before)));
}

/** German words that are written small although the text knows capitals: no nouns. */
function smallWords(text: string): ReadonlySet<string> {
  if (!/\p{Lu}/u.test(text)) return new Set();
  const written = text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const large = new Set(written.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.toLowerCase()));
  return new Set(written.filter((word) => /^\p{Ll}/u.test(word) && !large.has(word)));
}

const SHORTEST_HEAD = 4;
/** First parts of German compounds that leave the second part what it is. */
const MODIFIERS = new Set(
  `${Object.values(PLACES_DE).join(" ")} ${Object.values(LIGHTS_DE).join(" ")} ${[...SUBJECT_TABLES.de.keys()].filter((name) => !name.includes(" ")).join(" ")}
  haus holz stein gold silber riesen zwerg baby mini spiel wild lieblings alt jung kinder bauern fischer post dorf land hof wach hirten jagd herbst sommer polar tropen kaffee tee zauber
  märchen kirchen rathaus bahnhofs turm küchen glas leder papier plastik metall eisen wander reise schul lauf renn renn last segel ruder dampf rettungs polizei`
    .replaceAll("|", " ")
    .split(/\s+/),
);

/** Compounds that were met, remembered: most words of a script come again. */
const met = new Map<string, SubjectEntry | undefined>();
const REMEMBERED = 20_000;

function headOfCompound(word: string): SubjectEntry | undefined {
  if (!met.has(word)) {
    if (met.size >= REMEMBERED) met.clear();
    met.set(word, findHead(word));
  }
  return met.get(word);
}

/** The thing that a German compound is a kind of, when its first part is a word that is known: "Fischerboot" is a boat. */
function findHead(word: string): SubjectEntry | undefined {
  for (const [first, second] of cutCompound(word)) {
    if (second.length < SHORTEST_HEAD || !MODIFIERS.has(first)) continue;
    const entry = bases(second, "de")
      .filter((form) => form.length >= SHORTEST_HEAD)
      .map((form) => SUBJECT_TABLES.de.get(form))
      .find((found) => found !== undefined);
    if (entry) return entry;
  }
  return undefined;
}
