import type { Palette, Setting } from "../domain/storyboard.ts";
import { englishBases, words } from "./forms.ts";
import { type Lexicon, scoreText, strongest } from "./lexicon.ts";
import { LIGHTS_DE, PLACES_DE } from "./places-de.ts";
import { LIGHTS_EN, PLACES_EN } from "./places-en.ts";
import { LIGHTS_ES, PLACES_ES } from "./places-es.ts";
import { LIGHTS_FR, PLACES_FR } from "./places-fr.ts";
import { LIGHTS_JA, PLACES_JA } from "./places-ja.ts";
import { LIGHTS_ZH, PLACES_ZH } from "./places-zh.ts";
import type { PlanLanguage } from "./plan-language.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { WordNet } from "./wordnet.ts";

/** The words that name or imply a place, by language. */
export const PLACE_WORDS: Record<PlanLanguage, Lexicon<Setting>> = {
  en: PLACES_EN,
  es: PLACES_ES,
  fr: PLACES_FR,
  de: PLACES_DE,
  ja: PLACES_JA,
  zh: PLACES_ZH,
};

/** The words that name or imply a light, by language. */
export const LIGHT_WORDS: Record<PlanLanguage, Lexicon<Palette>> = {
  en: LIGHTS_EN,
  es: LIGHTS_ES,
  fr: LIGHTS_FR,
  de: LIGHTS_DE,
  ja: LIGHTS_JA,
  zh: LIGHTS_ZH,
};

/** Words that many things are kinds of, with the setting those things live in. */
const KINDS: Record<string, Setting> = {
  "aquatic mammal": "ocean",
  "aquatic vertebrate": "ocean",
  fish: "ocean",
  "body of water": "ocean",
  vessel: "ocean",
  "aquatic bird": "ocean",
  mollusk: "ocean",
  crustacean: "ocean",
  mountain: "mountains",
  "natural elevation": "mountains",
  mineral: "mountains",
  rock: "mountains",
  "celestial body": "space",
  spacecraft: "space",
  "space vehicle": "space",
  physicist: "space",
  "woody plant": "forest",
  plant: "forest",
  bird: "forest",
  insect: "forest",
  mammal: "forest",
  amphibian: "forest",
  fungus: "forest",
  "edible fruit": "forest",
  vegetable: "forest",
  building: "city",
  structure: "city",
  road: "city",
  "wheeled vehicle": "city",
  device: "city",
  instrumentality: "city",
  worker: "city",
  leader: "city",
  organization: "city",
  game: "city",
  music: "city",
  "baked goods": "city",
  food: "city",
  beverage: "city",
  city: "city",
  clothing: "city",
  artist: "city",
  reptile: "desert",
  desert: "desert",
};

const FIRST_DEEPEST = 9;

/** What a film shows where a scene's own words are not clearly for something else. */
export type Prior = { setting?: Setting; palette?: Palette };

/** Where a text takes place and in what light, as far as its words tell; `prior` wins where they do not name another. */
export function placeOf(
  text: string,
  language: PlanLanguage,
  wordnet?: WordNet,
  prior: Prior = {},
): { setting?: Setting; palette?: Palette } {
  const settings = scoreText(text, PLACE_WORDS[language], language);
  const palettes = scoreText(text, LIGHT_WORDS[language], language);
  const setting = strongest(favoured(settings, prior.setting)) ?? (wordnet && language === "en" ? settingByKind(text, wordnet) : undefined);
  const palette = strongest(favoured(palettes, prior.palette));
  return { ...(setting === undefined ? {} : { setting }), ...(palette === undefined ? {} : { palette }) };
}

/** The scores with two more for the favourite, which comes first among equals. */
function favoured<Name extends string>(scores: Map<Name, number>, favourite: Name | undefined): Map<Name, number> {
  if (favourite === undefined || scores.size === 0) return scores;
  return new Map([[favourite, (scores.get(favourite) ?? 0) + 2], ...[...scores].filter(([name]) => name !== favourite)]);
}

/** The setting of what the first telling noun of a text is a kind of. */
function settingByKind(text: string, wordnet: WordNet): Setting | undefined {
  const list = words(text)
    .filter((word) => !STOP_WORDS.en.has(word))
    .slice(0, 40);
  for (const word of list) {
    const sense = englishBases(word).flatMap((base) => wordnet.senses(base).slice(0, 1))[0];
    const setting = sense && climb(sense.synset, wordnet);
    if (setting) return setting;
  }
  return undefined;
}

function climb(id: number, wordnet: WordNet): Setting | undefined {
  let at: number | undefined = id;
  for (let depth = 0; at !== undefined && depth < FIRST_DEEPEST; depth++) {
    for (const word of wordnet.synset(at).words) if (Object.hasOwn(KINDS, word)) return KINDS[word];
    at = wordnet.linked(at, "hypernym")[0] ?? wordnet.linked(at, "instanceOf")[0];
  }
  return undefined;
}
