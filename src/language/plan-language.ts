/** The languages that the built-in planner writes in. */
export const PLAN_LANGUAGES = ["en", "es", "fr", "de", "ja", "zh"] as const;
export type PlanLanguage = (typeof PLAN_LANGUAGES)[number];

/** What the languages are called in notes. */
export const LANGUAGE_NAMES: Record<PlanLanguage, string> = {
  en: "English",
  es: "Spanish",
  fr: "French",
  de: "German",
  ja: "Japanese",
  zh: "Chinese",
};

/** Whether a language is written without spaces between words. */
export const isUnspaced = (language: PlanLanguage): boolean => language === "ja" || language === "zh";

/** Something of each language. */
export function eachLanguage<Thing>(make: (language: PlanLanguage) => Thing): Record<PlanLanguage, Thing> {
  return Object.fromEntries(PLAN_LANGUAGES.map((language) => [language, make(language)])) as Record<PlanLanguage, Thing>;
}
