import type { Random } from "../../domain/seed.ts";
import { pick } from "../elements/stage.ts";
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

/** One of those that have a place, where there is a choice unlike the compositions before and after. */
function instead(designs: readonly SettingDesign[], index: number, those: readonly SettingDesign[], random: Random): SettingDesign {
  const beside = [-1, 1].map((step) => designs[(index + step + designs.length) % designs.length]);
  const unlike = those.filter((design) => !beside.includes(design));
  const choice = unlike.length > 0 ? unlike : those;
  return choice.length > 1 ? pick(random, choice) : choice[0]!;
}

/** Compositions of a setting of which each gives way to one that has a place for what the scene names. The same brief and composition choose the same. */
export function suited(designs: readonly SettingDesign[], { without, places = [] }: Suits): SettingDesign[] {
  return designs.map((design, index) => (brief) => {
    const applies = ({ things }: (typeof places)[number]): boolean =>
      brief.subjects.some(({ picture }) => (typeof things === "string" ? habitatOf(picture) === things : things.test(picture)));
    const place = places.find(applies);
    const chosen = place && !place.designs.includes(design) ? instead(designs, index, place.designs, brief.random) : design;
    return chosen({ ...brief, subjects: brief.subjects.filter(({ picture }) => !without?.test(picture)) });
  });
}
