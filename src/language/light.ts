import type { Palette, Setting } from "../domain/storyboard.ts";

/** The light in which a setting is mostly pictured, where no word names one. */
const TYPICAL: Record<Setting, Palette> = { ocean: "dawn", mountains: "dawn", city: "day", space: "night", forest: "dawn", desert: "day" };
/** The light of a film whose words leave it open moves on like a day. */
const PASSING: Record<Palette, Palette[]> = {
  dawn: ["dawn", "day", "day", "sunset"],
  day: ["day", "day", "sunset", "sunset"],
  sunset: ["sunset", "sunset", "sunset", "night"],
  night: ["night", "night", "night", "dawn"],
};
/** What follows at the end of a film whose words name its light. */
const AFTER: Record<Palette, Palette> = { dawn: "day", day: "sunset", sunset: "night", night: "dawn" };
const LASTING = 5;
/** Space has no day; a nebula may glow like morning or evening. */
const SPACE_LIGHTS: Palette[] = ["night", "night", "dawn", "night", "night", "night", "sunset", "night"];

/** The light of a scene by its place in a film of `count` scenes, where its own words name none; `named` is the light that the film's words name. */
export function lightAt(index: number, count: number, setting: Setting, named: Palette | undefined): Palette {
  if (setting === "space" && named === undefined) return SPACE_LIGHTS[index % SPACE_LIGHTS.length]!;
  const course = named === undefined ? PASSING[TYPICAL[setting]] : [...new Array<Palette>(LASTING - 1).fill(named), AFTER[named]];
  return course[Math.min(course.length - 1, Math.floor((index * course.length) / count))]!;
}

/** The light as a setting can show it: it is night in space unless the words ask for day. */
export function lightOf(setting: Setting, light: Palette, asked: boolean): Palette {
  return setting === "space" && light === "day" && !asked ? "night" : light;
}
