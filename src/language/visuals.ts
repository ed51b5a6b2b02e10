import { hashSeed } from "../domain/seed.ts";
import type { Mood, Palette, Setting, Subject } from "../domain/storyboard.ts";
import { words } from "./forms.ts";
import { lightAt, lightOf } from "./light.ts";
import { moodOf } from "./moods.ts";
import { placeOf } from "./places.ts";
import { isUnspaced, type PlanLanguage } from "./plan-language.ts";
import { pictureName, subjectsIn } from "./subjects.ts";
import type { ThemeHint } from "./themes/theme.ts";
import type { WordNet } from "./wordnet.ts";

/** How a scene is to look and feel. */
export type Look = { setting: Setting; palette: Palette; seed: number; subjects: Subject[]; composition: number; mood: Mood };

/** What the looks of a film are made from: `about` is the whole film's own words, `texts` what each scene says; a `steady` film leaves its place and light only for scenes that clearly name others. `hints` say what scenes show where that is known. */
export type LookRequest = {
  about: string;
  texts: string[];
  language: PlanLanguage;
  seed: number;
  wordnet?: WordNet;
  extra?: Subject[];
  steady?: boolean;
  hints?: (ThemeHint | undefined)[];
};

const PER_SCENE = 2;
/** Where a film goes for a view of something else: the coast, the valley, the land under the stars. */
const RELATED: Record<Setting, Setting> = {
  ocean: "mountains",
  mountains: "forest",
  city: "city",
  space: "desert",
  forest: "mountains",
  desert: "mountains",
  winter: "mountains",
  field: "forest",
  rain: "forest",
  underwater: "ocean",
  "night-sky": "mountains",
  river: "mountains",
  room: "city",
  abstract: "space",
};
/** Every so many scenes, one whose words leave it open shows a related place. */
const TURN_EVERY = 4;
/** A text that names the film's own place so early is about it. */
const OPENING_WORDS = 4;
/** As many numbers as a composition can have. */
const COMPOSITIONS = 32;
const QUIET: Mood = "calm";

/** Pictures for every scene: by its own words, else by the film's; neighbours never look alike, and the light moves on. */
export function lookAt(request: LookRequest): Look[] {
  const film = filmPlace(request);
  const looks: Look[] = [];
  request.texts.forEach((text, index) => {
    const seed = hashSeed(request.seed, text, text === "" ? index : "");
    const composition = (film.composition + index) % COMPOSITIONS;
    looks.push(distinct({ ...(hinted(request, index) ?? seenIn(request, film, index)), seed, composition }, looks.at(-1)));
  });
  return looks;
}

type Seen = Pick<Look, "setting" | "palette" | "subjects" | "mood">;

function seenIn(request: LookRequest, film: Film, index: number): Seen {
  const subjects = pickSubjects(request, index);
  const mood = request.steady ? film.mood : moodOf(request.texts[index]!, request.language, film.mood);
  return { ...atSea(placeAt(request, film, index, subjects.length === 0), subjects), subjects, mood };
}

/** What is found at sea, whatever the weather. */
const SEAGOING = /^(ship|passenger-ship|sailboat|ferry|motor-boat|lighthouse)$/;

/** What is seen below the water alone. */
const DIVING = /^(octopus|squid|jellyfish|shark)$/;
/** What is seen there rather than upon the sea. */
const SWIMMING = /^(fish|tropical-fish|blowfish)$/;

/** A storm about ships is a storm at sea; what dives is seen under water. */
function atSea(place: Pick<Look, "setting" | "palette">, subjects: Subject[]): Pick<Look, "setting" | "palette"> {
  const [thing] = subjects;
  const dives = thing !== undefined && (DIVING.test(thing.picture) || (SWIMMING.test(thing.picture) && place.setting === "ocean"));
  if (dives && place.setting !== "room") return { ...place, setting: "underwater" };
  if (place.setting !== "rain" || !subjects.some(({ picture }) => SEAGOING.test(picture))) return place;
  return { setting: "ocean", palette: place.palette === "night" ? "night" : "misty" };
}

/** What a scene is known to show; without words of its own, what the one before it showed, without its things. */
function hinted({ hints = [], texts, language }: LookRequest, index: number): Seen | undefined {
  const hint = hints[index] ?? (texts[index] === "" ? hints.slice(0, index).findLast((each) => each !== undefined) : undefined);
  if (hint === undefined) return undefined;
  const { setting, palette, mood } = hint;
  const named = hints[index] === undefined ? [] : subjectsIn(texts[index]!, language);
  const pictures = (hints[index]?.pictures ?? []).filter((picture) => !(hints[index - 1]?.pictures ?? []).includes(picture));
  const subjects = pictures
    .slice(0, PER_SCENE)
    .map((picture) => named.find((each) => each.picture === picture) ?? { word: pictureName(picture, language), picture });
  return { setting, palette, mood, subjects };
}

type Film = { setting: Setting; palette?: Palette; named: boolean; composition: number; mood: Mood };

function filmPlace({ about, texts, language, wordnet, seed, steady }: LookRequest): Film {
  const named = placeOf(about, language, wordnet);
  const all = placeOf(texts.join(" "), language, wordnet);
  const neutral: Setting = (["ocean", "mountains", "forest"] as const)[hashSeed(seed, "setting") % 3]!;
  const setting = named.setting ?? all.setting ?? neutral;
  const palette = named.palette ?? (steady ? undefined : all.palette);
  return {
    setting,
    ...(palette === undefined ? {} : { palette }),
    named: named.setting !== undefined,
    composition: hashSeed(seed, "composition") % COMPOSITIONS,
    mood: moodOf(steady ? about : `${about} ${texts.join(" ")}`, language, QUIET),
  };
}

/** Where a scene takes place and in what light. A `bare` scene shows no thing that belongs to its place. */
function placeAt(
  { texts, language, wordnet, steady }: LookRequest,
  film: Film,
  index: number,
  bare: boolean,
): Pick<Look, "setting" | "palette"> {
  const text = texts[index]!;
  const light = lightAt(index, texts.length, film.setting, film.palette);
  const stays = film.named && (steady || bare);
  const prior = { ...(steady ? { palette: light } : {}), ...(stays ? { setting: film.setting } : {}) };
  const own = placeOf(text, language, steady || !film.named ? wordnet : undefined, prior);
  const open = own.setting === undefined || (steady === true && own.setting === film.setting && isOpen(text, language));
  const turn = open && bare && isTurn(index);
  const setting = turn ? RELATED[film.setting] : (own.setting ?? film.setting);
  const asked = (own.palette ?? film.palette) === "day" && film.palette === "day";
  return { setting, palette: lightOf(setting, own.palette ?? light, asked) };
}

const isTurn = (index: number): boolean => index % TURN_EVERY === TURN_EVERY - 1;

/** Whether a text is not about a place. */
function isOpen(text: string, language: PlanLanguage): boolean {
  return (
    placeOf(
      words(text, language)
        .slice(0, OPENING_WORDS)
        .join(isUnspaced(language) ? "" : " "),
      language,
    ).setting === undefined
  );
}

/** What others come before: it is about them, seldom of them. */
const FITTINGS = /^(door|window|mirror|chair|bed|couch-and-lamp|light-bulb|key|house|houses|potted-plant|clock.*|.*-clock|chocolate-bar)$/;

/**
 * What the scene names; where neighbours name the same, every other scene shows it; in a steady film not the opening, over which the title stands, but what follows. In a steady film, every other scene that names nothing
 * shows what the film is about, unless it may turn to another place.
 */
function pickSubjects({ texts, language, extra, steady, about }: LookRequest, index: number): Subject[] {
  const named = (at: number) =>
    [...shownIn(texts[at] ?? "", language, steady), ...(extra?.slice(at, at + 1) ?? [])]
      .sort((one, other) => Number(FITTINGS.test(one.picture)) - Number(FITTINGS.test(other.picture)))
      .slice(0, PER_SCENE);
  const own = named(index);
  const around = [index - 1, index + 1].map((at) => new Set(named(at).map(({ picture }) => picture)));
  const alone = (picture: string) => around.every((pictures) => !pictures.has(picture));
  if (own.length > 0) return own.filter(({ picture }) => index % 2 === (steady ? 1 : 0) || alone(picture));
  if (!steady || index % 2 === 0 || isTurn(index)) return [];
  return subjectsIn(about, language)
    .filter(({ picture }) => alone(picture))
    .slice(0, 1);
}

/** What a text names. In a steady film a name of several words is what its last word says, and in a list each item only what it is wholly: a dog rose is no dog. */
function shownIn(text: string, language: PlanLanguage, steady = false): Subject[] {
  if (!steady) return subjectsIn(text, language);
  const list = / include (.*)\.$/.exec(text)?.[1];
  if (list !== undefined) {
    const items = new Set(list.split(/, | and /).map((item) => item.replace(/^(an?|the) /, "")));
    return subjectsIn(text, language).filter(({ word }) => items.has(word));
  }
  const [, article = "", name = ""] = /^((?:An?|The) )?(\p{L}[\p{L}’' -]*?) (?:is|are|was|were) /u.exec(text) ?? [];
  if (name === "" || subjectsIn(name, language)[0]?.word === name.toLowerCase()) return subjectsIn(text, language);
  const proper = article !== "" && /^\p{Lu}/u.test(name);
  return subjectsIn(text.replace(article + name, proper ? "" : article + name.split(" ").at(-1)!), language);
}

/** Another seed where two scenes would be the same picture. */
function distinct(look: Look, before: Look | undefined): Look {
  const same = before && before.setting === look.setting && before.palette === look.palette && before.seed === look.seed;
  return same ? { ...look, seed: hashSeed(look.seed, "next") } : look;
}
