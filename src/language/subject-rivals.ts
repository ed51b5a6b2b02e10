import type { PlanLanguage } from "./plan-language.ts";
import type { SubjectEntry } from "./subject-table.ts";

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What a verb stands behind, however much it looks like a noun: "elle porte", "se llama". */
const BEFORE_VERBS: Partial<Record<PlanLanguage, ReadonlySet<string>>> = {
  fr: set("je tu il elle on ils elles qui ne se me te"),
  es: set("se me te nos le les yo él ella"),
};
/** Verbs that are written like nouns, and what stands before the nouns: "le citron pousse", "la jeune pousse". */
const TWINS: Partial<Record<PlanLanguage, { verbs: ReadonlySet<string>; before: ReadonlySet<string> }>> = {
  fr: {
    verbs: set(
      "pousse tente lave livre porte brique scie plante ferme montre marche pêche glace cuisine cache garde poste lance file tire note lit bombe",
    ),
    before: set(
      `un une des le la les du de d l ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle chaque aucun aucune
      en sans sous sur avec par pour dans et ou deux trois quatre cinq quelques plusieurs grand grande grands grandes petit petite petits petites vieux vieille
      vieilles beau belle bon bonne jeune jeunes nouveau nouvelle première premier dernier dernière même autre`,
    ),
  },
  es: {
    verbs: set("vino rueda bota planta cocina pesca traje cuenta vela llama sierra nada lima bomba cruza para monta lava"),
    before: set(
      `un una unos unas el la los las este esta estos estas ese esa mi mis tu tus su sus nuestro nuestra cada ningún ninguna de del con sin en por a al y o
      dos tres cuatro cinco muchos muchas gran grande buen buena vieja viejo nueva nuevo otra otro primera primer misma mismo`,
    ),
  },
};
const WILL = /^(i|you|we|they|will|would|can|could|may|might|must|shall|should|don't|doesn't|didn't|cannot|won't)$/;
const SENSED = /^(saw|see|sees|seen|watch|watched|heard|hear|let|made|make|felt|helped|help)$/;

/** Whether the word at a place is rather a verb: "il la porte", "I saw her duck". */
export function isVerb(list: string[], at: number, language: PlanLanguage): boolean {
  const [before = "", earlier = ""] = [list[at - 1], list[at - 2]];
  if (language === "en") return (before === "her" && SENSED.test(earlier)) || WILL.test(before);
  const twins = TWINS[language];
  if (before !== "" && twins?.verbs.has(list[at]!) && !twins.before.has(before)) return true;
  const pronouns = BEFORE_VERBS[language];
  if (pronouns === undefined) return false;
  return pronouns.has(before) || (language === "fr" && /^(le|la|les|lui|leur)$/.test(before) && pronouns.has(earlier));
}

/** Pictures of what is written with a capital wherever it stands. */
const OWN_NAMES = /moon|sun|globe|planet|milky|santa|statue|tower|fuji|christmas|rugby|moai/;
const TITLES =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|President|Captain|Herr|Frau|Familie|Señora?|Sra?|Don|Doña|Monsieur|Madame|Mlle|Mme)\.?\s+(\p{Lu}[\p{L}’'-]+)/gu;
/** A word with a capital that does not begin a sentence, and the first two of a sentence that both have capitals. */
const CAPITALS = /(?<=[\p{L}\p{N},;:)]\s+)\p{Lu}\p{Ll}[\p{L}’'-]*|(?<=^|[.!?…]\s+)\p{Lu}\p{Ll}+(?=\s+\p{Lu}\p{Ll})/gu;

/** Words that are names of people, places, firms and teams here: those with a title before them, and, but in German, those that are written with capitals alone. */
export function nameWords(text: string, language: PlanLanguage): ReadonlySet<string> {
  const names = [...text.matchAll(TITLES)].map((match) => match[1]!.toLowerCase());
  if (language === "de") return new Set(names);
  const written = text.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const weighty = written.filter((word) => word.length > 3);
  const isTitle = weighty.filter((word) => /^\p{Lu}/u.test(word)).length > 0.6 * weighty.length;
  if (isTitle && names.length === 0 && weighty.length < 9) return new Set(names);
  const small = new Set(written.filter((word) => /^\p{Ll}/u.test(word)));
  const large = [...text.matchAll(CAPITALS)].map(([word]) => word.toLowerCase());
  return new Set([...names, ...(isTitle ? [] : large.filter((word) => !small.has(word)))]);
}

/** Whether a word is a name here and its picture not of what has that name. */
export const isName = ({ picture }: SubjectEntry, word: string, names: ReadonlySet<string>): boolean =>
  names.has(word) && !OWN_NAMES.test(picture);

/** Whether "Uhr" tells the hour: "um drei Uhr". */
export const isHour = (list: string[], at: number, language: PlanLanguage): boolean =>
  language === "de" && list[at] === "uhr" && HOUR.test(list[at - 1] ?? "");
const HOUR = /^(\d+|eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|.*zehn|.*zwanzig|wie[- ]?viel)$/;
