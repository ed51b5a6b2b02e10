import { type Meaning, meaningsOf } from "./false-friends.ts";
import { eachLanguage, type PlanLanguage } from "./plan-language.ts";
import { SUBJECTS_DE } from "./subjects-de.ts";
import { SUBJECTS_FR } from "./subjects-fr.ts";
import { NAMES_OF_NOTHING } from "./subjects-idioms.ts";
import { SUBJECTS_JA } from "./subjects-ja.ts";
import { MORE_SUBJECTS } from "./subjects-more.ts";
import { NATURE_SUBJECTS } from "./subjects-nature.ts";
import { THING_SUBJECTS } from "./subjects-things.ts";
import { SUBJECTS_ZH } from "./subjects-zh.ts";

/** What a noun brings up: one picture, or one of several by what stands around it. A guarded word is a noun only after a determiner or adjective. */
export type SubjectEntry = { picture: string; guarded: boolean; meanings?: Meaning[] };
export type SubjectTable = ReadonlyMap<string, SubjectEntry>;

const OWN_LISTS: Partial<Record<PlanLanguage, string>> = { fr: SUBJECTS_FR, de: SUBJECTS_DE, ja: SUBJECTS_JA, zh: SUBJECTS_ZH };

function readTable(language: PlanLanguage): SubjectTable {
  const table = new Map<string, SubjectEntry>();
  for (const [picture, names] of OWN_LISTS[language] === undefined ? sharedLines(language) : ownEntries(OWN_LISTS[language]))
    for (const raw of names.split(",")) {
      const word = raw.trim();
      const name = word.replace("~", "");
      if (name !== "" && !table.has(name)) table.set(name, { picture, guarded: word.startsWith("~") });
    }
  for (const [word, meanings] of meaningsOf(language)) {
    const entry = table.get(word);
    table.set(word, { picture: meanings.at(-1)!.picture, guarded: entry?.guarded ?? false, meanings });
  }
  for (const name of NAMES_OF_NOTHING[language]) if (!table.has(name)) table.set(name, { picture: "nothing", guarded: false });
  return table;
}

/** English and Spanish stand beside each other: `picture: English / Spanish`. */
const sharedLines = (language: PlanLanguage): [string, string][] =>
  `${NATURE_SUBJECTS}${THING_SUBJECTS}${MORE_SUBJECTS}`.split("\n").flatMap((line): [string, string][] => {
    const [, picture, english = "", spanish = ""] = /^([^:]+):([^/]*)\/(.*)$/.exec(line) ?? [];
    return picture === undefined ? [] : [[picture, language === "es" ? spanish : english]];
  });

const ownEntries = (list: string): [string, string][] =>
  list.split(/;\s*/).flatMap((entry): [string, string][] => {
    const [, picture, names = ""] = /^\s*([\w-]+):(.*)$/s.exec(entry) ?? [];
    return picture === undefined ? [] : [[picture, names]];
  });

/** The nouns that have pictures, by language; names of several words with spaces. */
export const SUBJECT_TABLES: Record<PlanLanguage, SubjectTable> = eachLanguage(readTable);
