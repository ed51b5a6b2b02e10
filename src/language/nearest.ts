import { Palette, Setting } from "../domain/storyboard.ts";

/** The places that words can name. What no scenery shows yet is shown by the place next to it. */
export const PLACES = [
  "ocean",
  "mountains",
  "city",
  "space",
  "forest",
  "desert",
  "winter",
  "field",
  "rain",
  "underwater",
  "night-sky",
  "river",
  "room",
  "abstract",
] as const;
export type Place = (typeof PLACES)[number];

/** The lights that words can name; mist and autumn colours likewise. */
export const LIGHTS = ["dawn", "day", "sunset", "night", "misty", "autumn"] as const;
export type Light = (typeof LIGHTS)[number];

/** Where a place is shown for which there is no scenery. A line counts until the setting is among `Setting`. */
const NEAREST: Partial<Record<Place, Setting>> = {};
const NEAREST_LIGHT: Partial<Record<Light, Palette>> = {};

const settings: readonly string[] = Setting.options;
const palettes: readonly string[] = Palette.options;

/** The setting that shows a place. */
export const settingOf = (place: Place): Setting => (settings.includes(place) ? (place as Setting) : NEAREST[place]!);

/** The palette that shows a light. */
export const paletteOf = (light: Light): Palette => (palettes.includes(light) ? (light as Palette) : NEAREST_LIGHT[light]!);
