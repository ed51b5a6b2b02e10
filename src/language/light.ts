import type { Palette, Setting } from "../domain/storyboard.ts";

const DAY: Palette[] = ["dawn", "day", "day", "sunset"];
/** The light of a film whose words leave it open moves on like a day; space has none, but a nebula may glow like morning or evening. */
const PASSING: Partial<Record<Setting, Palette[]>> = {
  desert: ["day", "day", "sunset", "night"],
  city: ["dawn", "day", "sunset", "night"],
};
const IN_SPACE: Palette[] = ["night", "night", "dawn", "night", "night", "night", "sunset", "night"];
/** What follows at the end of a film whose words name its light. */
const AFTER: Record<Palette, Palette> = { dawn: "day", day: "sunset", sunset: "night", night: "dawn", misty: "day", autumn: "sunset" };
/** Settings of the dark. */
const DARK: ReadonlySet<Setting> = new Set(["space", "night-sky"]);
const LASTING = 5;

/** The light of a scene by its place in a film of `count` scenes, where its own words name none; `named` is the light that the film's words name. */
export function lightAt(index: number, count: number, setting: Setting, named: Palette | undefined): Palette {
  if (setting === "night-sky" && named === undefined) return "night";
  if (DARK.has(setting) && (named === undefined || named === "night")) return IN_SPACE[index % IN_SPACE.length]!;
  const course = courseOf(setting, named);
  return course[Math.min(course.length - 1, Math.floor((index * course.length) / count))]!;
}

function courseOf(setting: Setting, named: Palette | undefined): Palette[] {
  return named === undefined ? (PASSING[setting] ?? DAY) : [...new Array<Palette>(LASTING - 1).fill(named), AFTER[named]];
}

/** The light as a setting can show it: it is night in space unless the words ask for day. */
export function lightOf(setting: Setting, light: Palette, asked: boolean): Palette {
  return DARK.has(setting) && light === "day" && !asked ? "night" : light;
}
