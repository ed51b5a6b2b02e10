import type { Subject } from "../domain/storyboard.ts";
import { bases, words } from "./forms.ts";
import { NATURE_SUBJECTS } from "./subjects-nature.ts";
import { THING_SUBJECTS } from "./subjects-things.ts";

type Entry = { picture: string; guarded: boolean };

const DETERMINERS = {
  en: new Set(
    `a an the this these those my your his her its our their one two three four five ten some many several few every each no any another
    like big small little large great giant huge tiny old young new wild white black red blue green golden gold silver brown grey gray
    beautiful lonely lone single wooden steam hungry sleepy baby brown friendly famous tall dark bright burning warm cold`.split(/\s+/),
  ),
};

const tables = { en: readTable("en"), es: readTable("es") };

/** How many words the longest name has that begins with a word. */
const longest = { en: longestNames(tables.en), es: longestNames(tables.es) };

function longestNames(table: Map<string, Entry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of table.keys()) {
    const [first = "", ...rest] = name.split(" ");
    counts.set(first, Math.max(counts.get(first) ?? 0, rest.length + 1));
  }
  return counts;
}

/** Every picture that a word can bring up. */
export const SUBJECT_PICTURES: ReadonlySet<string> = new Set(
  [...tables.en.values(), ...tables.es.values()].map((entry) => entry.picture).filter((picture) => picture !== "nothing"),
);

/** What a text truly names, with its picture, in the order of naming; each picture once. */
export function subjectsIn(text: string, language: "en" | "es"): Subject[] {
  const table = tables[language];
  const list = words(text);
  const found = new Map<string, Subject>();
  for (let at = 0; at < list.length; ) {
    const hit = longestHit(list, at, table, language);
    if (hit && hit.picture !== "nothing" && !found.has(hit.picture)) found.set(hit.picture, { word: hit.words, picture: hit.picture });
    at += hit?.count ?? 1;
  }
  return [...found.values()];
}

function longestHit(list: string[], at: number, table: Map<string, Entry>, language: "en" | "es") {
  const most = Math.max(1, ...bases(list[at]!, language).map((first) => longest[language].get(first) ?? 0));
  for (let count = Math.min(most, list.length - at); count > 0; count--) {
    const said = list.slice(at, at + count);
    for (const last of bases(said.at(-1)!, language)) {
      const forms =
        language === "es" ? [[...said.slice(0, -1), last], said.map((word) => bases(word, "es")[0]!)] : [[...said.slice(0, -1), last]];
      const entry = forms.map((form) => table.get(form.join(" "))).find((each) => each !== undefined);
      if (entry && (!entry.guarded || isThing(list, at, last !== said.at(-1))))
        return { ...entry, count, words: said.join(" ").slice(0, 80) };
    }
  }
  return undefined;
}

/** Whether an ambiguous English word is a thing here: after a determiner or an adjective, in the plural after "of" and the like, or all there is. */
function isThing(list: string[], at: number, plural: boolean): boolean {
  const before = list[at - 1];
  if (before !== undefined && DETERMINERS.en.has(before)) return true;
  return list.length === 1 || (plural && (before === undefined || /^(and|of|with|by|for|like|on|in)$/.test(before)));
}

function readTable(language: "en" | "es"): Map<string, Entry> {
  const table = new Map<string, Entry>();
  for (const line of `${NATURE_SUBJECTS}${THING_SUBJECTS}`.split("\n")) {
    const [, name, english = "", spanish = ""] = /^~?([^:]+):([^/]*)\/(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    for (const raw of (language === "es" ? spanish : english).split(",")) {
      const word = raw.trim();
      if (word !== "" && !table.has(word.replace("~", "")))
        table.set(word.replace("~", ""), { picture: name, guarded: word.startsWith("~") });
    }
  }
  return table;
}
