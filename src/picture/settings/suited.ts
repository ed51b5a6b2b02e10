import type { Subject } from "../../domain/storyboard.ts";
import { habitatOf } from "../habitats.ts";
import type { SettingDesign } from "../layer.ts";

type Suits = {
  /** Pictures that have no place in the setting, or that it shows by itself and better. */
  without?: RegExp;
  /** For things of a name or a habitat, the compositions that have a place for them; the first that applies. */
  places?: readonly { things: RegExp | "ground" | "water"; designs: readonly SettingDesign[] }[];
};

/** What swims or floats and never stands on land. */
export const ADRIFT =
  /^(ship|passenger-ship|sailboat|ferry|speedboat|motor-boat|canoe|person-rowing-boat|whale|spouting-whale|dolphin|shark|octopus|squid|jellyfish|blowfish|fish|tropical-fish|desert-island)$/;

/** The compositions of a setting. */
export type Views = readonly SettingDesign[] & {
  /** The composition that is seen where one is asked for and things are named; the asked one when there is no such function. */
  chosen?: (asked: number, subjects: readonly Subject[]) => SettingDesign;
};

/** Compositions of a setting of which each gives way to one that has a place for what the scene names. */
export function suited(designs: readonly SettingDesign[], { without, places = [] }: Suits): Views {
  const chosen = (asked: number, subjects: readonly Subject[]): SettingDesign => {
    const design = designs[asked % designs.length]!;
    const applies = ({ things }: (typeof places)[number]): boolean =>
      subjects.some(({ picture }) => (typeof things === "string" ? habitatOf(picture) === things : things.test(picture)));
    const place = places.find(applies);
    return place && !place.designs.includes(design) ? place.designs[asked % place.designs.length]! : design;
  };
  const shown = designs.map(
    (_, index): SettingDesign =>
      (brief) =>
        chosen(index, brief.subjects)({ ...brief, subjects: brief.subjects.filter(({ picture }) => !without?.test(picture)) }),
  );
  return Object.assign(shown, { chosen });
}
