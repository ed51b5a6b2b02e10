import type { Palette, Setting } from "../domain/storyboard.ts";
import { article } from "./noun-phrases.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";
import type { Look } from "./visuals.ts";

/** Places in the planner's languages: en, es, fr, de, ja, zh. */
const PLACES: Record<Setting, string> = {
  ocean: "The ocean|El océano|L’océan|Das Meer|海|大海",
  mountains: "Mountains|Montañas|Des montagnes|Berge|山々|群山",
  city: "A city|Una ciudad|Une ville|Eine Stadt|街|城市",
  space: "Outer space|El espacio|L’espace|Der Weltraum|宇宙|太空",
  forest: "A forest|Un bosque|Une forêt|Ein Wald|森|森林",
  desert: "A desert|Un desierto|Un désert|Eine Wüste|砂漠|沙漠",
  winter: "A winter landscape|Un paisaje nevado|Un paysage d’hiver|Eine Winterlandschaft|雪景色|雪景",
  field: "Fields|Campos|Des champs|Felder|野原|田野",
  rain: "Rain|Lluvia|La pluie|Regen|雨の景色|雨景",
  underwater: "Under water|Bajo el agua|Sous l’eau|Unter Wasser|海の中|水下",
  "night-sky": "The night sky|El cielo nocturno|Le ciel étoilé|Der Sternenhimmel|星空|星空",
  river: "A river|Un río|Une rivière|Ein Fluss|川|河流",
  room: "A room|Una habitación|Une pièce|Ein Zimmer|部屋|室内",
  abstract: "Abstract shapes|Formas abstractas|Des formes abstraites|Abstrakte Formen|抽象的な形|抽象图形",
};
const LIGHTS: Record<Palette, string> = {
  dawn: "at dawn|al amanecer|à l’aube|im Morgengrauen|夜明け|黎明",
  day: "by day|de día|de jour|bei Tag|昼|白天",
  sunset: "at sunset|al atardecer|au coucher du soleil|bei Sonnenuntergang|夕暮れ|日落",
  night: "at night|de noche|de nuit|bei Nacht|夜|夜晚",
  misty: "in mist|entre la niebla|dans la brume|im Nebel|霧|薄雾",
  autumn: "in autumn|en otoño|en automne|im Herbst|秋|秋天",
};
const ORDER: PlanLanguage[] = ["en", "es", "fr", "de", "ja", "zh"];
const WITH: Record<PlanLanguage, [string, string]> = {
  en: [", with ", " and "],
  es: [", con ", " y "],
  fr: [", avec ", " et "],
  de: [", mit ", " und "],
  ja: ["、", "と"],
  zh: ["，有", "和"],
};

/** One plain sentence that says what is seen. */
export function describeLook(
  { setting, palette, subjects }: Pick<Look, "setting" | "palette" | "subjects">,
  language: PlanLanguage,
): string {
  const inLanguage = (names: string) => names.split("|")[ORDER.indexOf(language)]!;
  const [where, when] = [inLanguage(PLACES[setting]), inLanguage(LIGHTS[palette])];
  const place = language === "ja" ? `${when}の${where}` : language === "zh" ? `${when}的${where}` : `${where} ${when}`;
  const [mark, and] = WITH[language];
  const things = subjects.map(({ word, picture }) => (language === "en" ? named(picture) : asWritten(word, language))).join(and);
  return `${place}${subjects.length === 0 ? "" : mark + things}${isUnspaced(language) ? "。" : "."}`;
}

/** German nouns begin with a capital. */
const asWritten = (word: string, language: PlanLanguage): string =>
  language === "de" ? word.replace(/(\S)(\S*)$/u, (_, first: string, rest: string) => first.toUpperCase() + rest) : word;

function named(picture: string): string {
  const name = picture.replace(/-(showing|with|face|behind)-.*$|-symbol$/, "").replaceAll("-", " ");
  if (/^(sun|moon|sunset|sunrise|milky way|statue of liberty)$/.test(name)) return `the ${name}`;
  return /[^s]s$|^(ice|bread|wood)$/.test(name) ? name : `${article(name)} ${name}`;
}
