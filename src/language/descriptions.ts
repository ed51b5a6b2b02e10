import type { Palette, Setting } from "../domain/storyboard.ts";
import type { PlanLanguage } from "./detect.ts";
import { article } from "./noun-phrases.ts";
import type { Look } from "./visuals.ts";

const PLACES: Record<PlanLanguage, Record<Setting, string>> = {
  en: { ocean: "The ocean", mountains: "Mountains", city: "A city", space: "Outer space", forest: "A forest", desert: "A desert" },
  es: { ocean: "El océano", mountains: "Montañas", city: "Una ciudad", space: "El espacio", forest: "Un bosque", desert: "Un desierto" },
};
const LIGHTS: Record<PlanLanguage, Record<Palette, string>> = {
  en: { dawn: "at dawn", day: "by day", sunset: "at sunset", night: "at night" },
  es: { dawn: "al amanecer", day: "de día", sunset: "al atardecer", night: "de noche" },
};

/** One plain sentence that says what is seen. */
export function describeLook(
  { setting, palette, subjects }: Pick<Look, "setting" | "palette" | "subjects">,
  language: PlanLanguage,
): string {
  const place = `${PLACES[language][setting]} ${LIGHTS[language][palette]}`;
  if (subjects.length === 0) return `${place}.`;
  if (language === "es") return `${place}, con ${subjects.map(({ word }) => word).join(" y ")}.`;
  return `${place}, with ${subjects.map(({ picture }) => named(picture)).join(" and ")}.`;
}

function named(picture: string): string {
  const name = picture.replace(/-(showing|with|face|behind)-.*$|-symbol$/, "").replaceAll("-", " ");
  if (/^(sun|moon|sunset|sunrise|milky way|statue of liberty)$/.test(name)) return `the ${name}`;
  return /[^s]s$|^(ice|bread|wood)$/.test(name) ? name : `${article(name)} ${name}`;
}
