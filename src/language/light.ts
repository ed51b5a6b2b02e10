import type { Palette, Setting } from "../domain/storyboard.ts";

const DAY: Palette[] = ["dawn", "day", "day", "sunset"];
/** The light of a film whose words leave it open moves on like a day; space has none, but a nebula may glow like morning or evening. */
const PASSING: Record<Exclude<Setting, "space">, Palette[]> = {
  ocean: DAY,
  mountains: DAY,
  forest: DAY,
  desert: ["day", "day", "sunset", "night"],
  city: ["dawn", "day", "sunset", "night"],
};
const IN_SPACE: Palette[] = ["night", "night", "dawn", "night", "night", "night", "sunset", "night"];
/** What follows at the end of a film whose words name its light. */
const AFTER: Record<Palette, Palette> = { dawn: "day", day: "sunset", sunset: "night", night: "dawn" };
const LASTING = 5;

/** The light of a scene by its place in a film of `count` scenes, where its own words name none; `named` is the light that the film's words name. */
export function lightAt(index: number, count: number, setting: Setting, named: Palette | undefined): Palette {
  if (setting === "space" && (named === undefined || named === "night")) return IN_SPACE[index % IN_SPACE.length]!;
  const course = courseOf(setting as Exclude<Setting, "space">, named);
  return course[Math.min(course.length - 1, Math.floor((index * course.length) / count))]!;
}

function courseOf(setting: Exclude<Setting, "space">, named: Palette | undefined): Palette[] {
  return named === undefined ? PASSING[setting] : [...new Array<Palette>(LASTING - 1).fill(named), AFTER[named]];
}

/** The light as a setting can show it: it is night in space unless the words ask for day. */
export function lightOf(setting: Setting, light: Palette, asked: boolean): Palette {
  return setting === "space" && light === "day" && !asked ? "night" : light;
}
