import type { PictureSpec } from "../domain/picture.ts";
import { hashSeed, seededRandom } from "../domain/seed.ts";
import type { Setting, Subject } from "../domain/storyboard.ts";
import type { Layer, SettingDesign } from "./layer.ts";
import type { Light } from "./palettes.ts";
import { abstract } from "./settings/abstract.ts";
import { city } from "./settings/city.ts";
import { desert } from "./settings/desert.ts";
import { field } from "./settings/field.ts";
import { forest } from "./settings/forest.ts";
import { mountains } from "./settings/mountains.ts";
import { nightSky } from "./settings/night-sky.ts";
import { ocean } from "./settings/ocean.ts";
import { rain } from "./settings/rain.ts";
import { river } from "./settings/river.ts";
import { room } from "./settings/room.ts";
import { space } from "./settings/space.ts";
import type { Views } from "./settings/suited.ts";
import { underwater } from "./settings/underwater.ts";
import { winter } from "./settings/winter.ts";

const SETTINGS: Record<Setting, Views> = {
  ocean,
  mountains,
  city,
  space,
  forest,
  desert,
  winter,
  field,
  rain,
  underwater,
  "night-sky": nightSky,
  river,
  room,
  abstract,
};

/** How many compositions a setting has. */
export const countCompositions = (setting: Setting): number => SETTINGS[setting].length;

/** What is seen of a setting where a composition is asked for and things are named: equal for pictures that are composed alike. */
export function compositionSeen(setting: Setting, asked: number, subjects: readonly Subject[]): SettingDesign {
  const views = SETTINGS[setting];
  return views.chosen?.(asked % views.length, subjects) ?? views[asked % views.length]!;
}

/** The layers of a built-in scene, back to front, in a light of its palette unless one is given. Empty when the picture is the user's own. The same picture gives the same layers. */
export function designScene(picture: PictureSpec, subjectSvg: (name: string) => string | undefined, light?: Light): Layer[] {
  const { visual, aspect, size, durationSec } = picture;
  if (visual.kind !== "scenery") return [];
  const random = seededRandom(hashSeed(visual.setting, visual.palette, visual.seed));
  const designs = SETTINGS[visual.setting];
  const design = designs[visual.composition % designs.length]!;
  return design({
    palette: visual.palette,
    aspect,
    size,
    random,
    durationSec,
    subjects: visual.subjects,
    subjectSvg,
    ...(light && { light }),
  });
}
