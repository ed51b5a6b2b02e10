import { join } from "node:path";
import { PLAN_LANGUAGES, type PlanLanguage } from "../../src/language/plan-language.ts";
import { subjectsIn } from "../../src/language/subjects.ts";

/** A sentence, the pictures that its noun may bring up (none: an empty list), and others that it truly names. */
type Case = { language: PlanLanguage; meant: string[]; named: Set<string>; sentence: string };

const file = join(import.meta.dir, "../fixtures/language/subjects.txt");
const isPicture = (name: string): boolean => /^[a-z0-9-]{2,}$/.test(name);

function toCase(line: string): Case {
  const [language = "", meant = "", rest = ""] = line.split(" | ").map((part) => part.trim());
  const [, sentence = rest, after = ""] = /^(.*?[.。？！])((?:[/+][a-z0-9-]+)*)$/.exec(rest) ?? [];
  const [wanted = "", ...others] = meant.split("+");
  const or = [...after.matchAll(/\/([a-z0-9-]+)/g)].map((match) => match[1]!);
  const pictures = [...wanted.split("/"), ...or].filter(isPicture);
  const more = [...others, ...[...after.matchAll(/\+([a-z0-9-]+)/g)].map((match) => match[1]!)];
  const free = wanted.split("/").includes("-");
  return {
    language: language as PlanLanguage,
    meant: free && pictures.length > 0 ? [...pictures, "-"] : pictures,
    named: new Set([...pictures, ...more]),
    sentence,
  };
}

/** Right: the noun's picture and nothing that is not named. Wrong: a picture of something not named. None: the noun is not shown. */
function judge({ language, meant, named, sentence }: Case): "right" | "wrong" | "none" {
  const shown = subjectsIn(sentence, language).map(({ picture }) => picture);
  if (shown.some((picture) => !named.has(picture))) return "wrong";
  return meant.length === 0 || meant.includes("-") || shown.some((picture) => meant.includes(picture)) ? "right" : "none";
}

const cases = (await Bun.file(file).text())
  .split("\n")
  .filter((line) => / \| /.test(line) && !line.startsWith("#"))
  .map(toCase);
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const say = (name: string, list: Case[]) => {
  const counts = { right: 0, wrong: 0, none: 0 };
  for (const each of list) counts[judge(each)]++;
  console.log(
    `${name}: ${list.length} nouns, ${share(counts.right, list.length)} right, ${share(counts.wrong, list.length)} wrong, ${share(counts.none, list.length)} none`,
  );
};
for (const language of PLAN_LANGUAGES)
  say(
    language,
    cases.filter((each) => each.language === language),
  );
say("all", cases);
for (const each of cases)
  if (judge(each) !== "right") {
    const shown = subjectsIn(each.sentence, each.language).map(({ word, picture }) => `${word} as ${picture}`);
    console.log(`  ${judge(each)}: ${each.sentence} meant ${each.meant.join("/") || "nothing"}; shown: ${shown.join(", ") || "nothing"}`);
  }
