import type { PictureSpec } from "../../domain/picture.ts";
import type { Setting, Subject } from "../../domain/storyboard.ts";
import { type Habitat, habitatOf } from "../habitats.ts";

/** Where things of a habitat stand well, and where they are taken otherwise. */
const PLACES: Record<Exclude<Habitat, "nowhere"> | "meadow" | "depths", { well: readonly Setting[]; else: Setting }> = {
  sky: { well: ["mountains", "field", "desert", "winter", "ocean", "night-sky"], else: "mountains" },
  ground: { well: ["field", "desert", "winter", "city"], else: "field" },
  water: { well: ["ocean", "river"], else: "ocean" },
  meadow: { well: ["field"], else: "field" },
  depths: { well: ["underwater"], else: "underwater" },
};
/** What flies from flower to flower. */
const INSECT = /^(honeybee|butterfly|lady-beetle|beetle|bug)$/;
/** What lives below the water and is not seen upon it. */
const DIVER = /^(octopus|squid|jellyfish|shark|fish|tropical-fish|blowfish)$/;
/** What is at home in a room. */
const PET = /^(cat|cat-face|black-cat|dog|dog-face|poodle|hamster|rabbit|parrot)$/;
const MOST = 3;

/** What a scene that shows nothing of its own is about all the same: a thing of other scenes that its own keywords or the film's title name. */
export function topicOf({ visual, facts }: PictureSpec): Subject | undefined {
  if (visual.kind !== "scenery" || visual.subjects.length > 0) return undefined;
  const title = (facts?.title ?? "").toLowerCase();
  const keywords = new Set((facts?.keywords ?? []).map((keyword) => keyword.toLowerCase()));
  const others = facts?.subjects ?? [];
  return others.find(({ word }) => keywords.has(word.toLowerCase())) ?? others.find(({ word }) => title.includes(word.toLowerCase()));
}

/** The scene with what it is about in its landscape, or in one where that belongs. */
export function withTopic(picture: PictureSpec): PictureSpec {
  const topic = topicOf(picture);
  const habitat = topic ? habitatOf(topic.picture) : "nowhere";
  if (topic === undefined || habitat === "nowhere" || picture.visual.kind !== "scenery") return picture;
  const places = PLACES[INSECT.test(topic.picture) ? "meadow" : DIVER.test(topic.picture) ? "depths" : habitat];
  const isWell = places.well.includes(picture.visual.setting) || (picture.visual.setting === "room" && PET.test(topic.picture));
  const setting = isWell ? picture.visual.setting : places.else;
  return { ...picture, visual: { ...picture.visual, setting, subjects: [topic] } };
}

/** What a scene about a thing that belongs in no landscape shows instead: that and others of the film's things, most telling first; else nothing. */
export function groupOf(picture: PictureSpec): Subject[] {
  const topic = topicOf(picture);
  if (topic === undefined || habitatOf(topic.picture) !== "nowhere") return [];
  const others = (picture.facts?.subjects ?? []).filter((subject) => subject.picture !== topic.picture);
  const from = others.length > MOST - 1 ? (picture.facts?.step?.index ?? 0) % others.length : 0;
  const turned = [...others.slice(from), ...others.slice(0, from)];
  return others.length > 0 ? [topic, ...turned.slice(0, MOST - 1)] : [];
}

/** Where the things of a group are: parts of the size of one alone, from its middle. */
const GROUPED: readonly { x: number; y: number; size: number }[][] = [
  [],
  [{ x: 0, y: 0, size: 1 }],
  [
    { x: 0.24, y: 0.12, size: 0.74 },
    { x: -0.32, y: -0.14, size: 0.6 },
  ],
  [
    { x: 0, y: 0.16, size: 0.7 },
    { x: -0.42, y: -0.2, size: 0.5 },
    { x: 0.42, y: -0.2, size: 0.5 },
  ],
];

/** Two things beside each other. */
const BESIDE: readonly { x: number; y: number; size: number }[] = [
  { x: 0.31, y: 0, size: 0.64 },
  { x: -0.33, y: 0, size: 0.64 },
];

/** Every other scene has its group the other way round. */
const isTurned = (step = 0): boolean => step % 2 === 1;

/** Where a thing of a group of `count` is, the first in front, by the number of the step. */
export function placeInGroup(count: number, index: number, step = 0): { x: number; y: number; size: number } {
  const place = count === 2 && step % 4 > 1 ? BESIDE[index]! : GROUPED[count]![index]!;
  return isTurned(step) ? { ...place, x: -place.x } : place;
}
