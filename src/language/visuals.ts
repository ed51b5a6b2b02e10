import { hashSeed } from "../domain/seed.ts";
import type { Mood, Palette, Setting, Subject } from "../domain/storyboard.ts";
import type { PlanLanguage } from "./detect.ts";
import { moodOf } from "./moods.ts";
import { placeOf } from "./places.ts";
import { subjectsIn } from "./subjects.ts";
import type { WordNet } from "./wordnet.ts";

/** How a scene is to look and feel. */
export type Look = { setting: Setting; palette: Palette; seed: number; subjects: Subject[]; mood: Mood };

/** What the looks of a film are made from: `about` is the whole film's own words, `texts` what each scene says; a `steady` film leaves its place and light only for scenes that clearly name others. */
export type LookRequest = {
  about: string;
  texts: string[];
  language: PlanLanguage;
  seed: number;
  wordnet?: WordNet;
  extra?: Subject[];
  steady?: boolean;
};

const PER_SCENE = 2;
/** A scene leaves the film's setting only for words of its own; every so many scenes without any, a related one is shown. */
const RELATED: Record<Setting, Setting[]> = {
  ocean: ["mountains", "forest"],
  mountains: ["forest", "ocean"],
  city: ["mountains", "ocean"],
  space: ["mountains", "desert"],
  forest: ["mountains", "ocean"],
  desert: ["mountains", "ocean"],
};
const EXCURSION_EVERY = 5;
/** The light of a film moves on over its scenes, from where it begins. */
const COURSE: Record<Palette, Palette[]> = {
  dawn: ["dawn", "day", "day", "sunset"],
  day: ["day", "day", "sunset", "sunset"],
  sunset: ["sunset", "sunset", "sunset", "night"],
  night: ["night", "night", "night", "dawn"],
};
const TYPICAL: Record<Setting, Palette> = { ocean: "day", mountains: "dawn", city: "day", space: "night", forest: "day", desert: "sunset" };
const QUIET: Mood = "calm";

/** Pictures for every scene: by its own words, else by the film's; neighbours never look alike, and the light moves on. */
export function lookAt(request: LookRequest): Look[] {
  const { about, texts, language, wordnet } = request;
  const film = filmPlace(request);
  const filmMood = moodOf(`${about} ${texts.join(" ")}`, language, QUIET);
  const looks: Look[] = [];
  texts.forEach((text, index) => {
    const light = film.course[Math.min(film.course.length - 1, Math.floor((index * film.course.length) / texts.length))]!;
    const prior = request.steady ? { palette: light, ...(film.named ? { setting: film.setting } : {}) } : {};
    const own = placeOf(text, language, wordnet, prior);
    const setting = own.setting ?? wander(film.setting, index);
    const palette = own.palette ?? light;
    const subjects = pickSubjects(request, index);
    const seed = hashSeed(request.seed, text, text === "" ? index : "");
    looks.push(distinct({ setting, palette, seed, subjects, mood: moodOf(text, language, filmMood) }, looks.at(-1)));
  });
  return looks;
}

function filmPlace({ about, texts, language, wordnet, seed }: LookRequest): { setting: Setting; course: Palette[]; named: boolean } {
  const named = placeOf(about, language, wordnet);
  const all = placeOf(texts.join(" "), language, wordnet);
  const neutral: Setting = (["ocean", "mountains", "forest"] as const)[hashSeed(seed, "setting") % 3]!;
  const setting = named.setting ?? all.setting ?? neutral;
  return { setting, course: COURSE[named.palette ?? all.palette ?? TYPICAL[setting]], named: named.setting !== undefined };
}

/** The film's setting, now and then one that goes with it. Knows only the scene's place, so that one scene's words change no other. */
function wander(setting: Setting, index: number): Setting {
  const excursion = index % EXCURSION_EVERY === EXCURSION_EVERY - 1;
  return excursion ? RELATED[setting][Math.floor(index / EXCURSION_EVERY) % 2]! : setting;
}

/**
 * What the scene names; where neighbours name the same, every other scene shows it. In a steady film, every other scene that names nothing
 * shows what the film is about.
 */
function pickSubjects({ texts, language, extra, steady, about }: LookRequest, index: number): Subject[] {
  const named = (at: number) => [...subjectsIn(texts[at] ?? "", language), ...(extra?.slice(at, at + 1) ?? [])].slice(0, PER_SCENE);
  const own = named(index);
  const around = [index - 1, index + 1].map((at) => new Set(named(at).map(({ picture }) => picture)));
  const alone = (picture: string) => around.every((pictures) => !pictures.has(picture));
  if (own.length > 0) return own.filter(({ picture }) => index % 2 === 0 || alone(picture));
  if (!steady || index % 2 === 0) return [];
  return subjectsIn(about, language)
    .filter(({ picture }) => alone(picture))
    .slice(0, 1);
}

/** Another seed where two scenes would be the same picture. */
function distinct(look: Look, before: Look | undefined): Look {
  const same = before && before.setting === look.setting && before.palette === look.palette && before.seed === look.seed;
  return same ? { ...look, seed: hashSeed(look.seed, "next") } : look;
}
