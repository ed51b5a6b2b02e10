import { expect, test } from "bun:test";
import type { PictureSpec, SceneFacts } from "../../../src/domain/picture.ts";
import type { Setting } from "../../../src/domain/storyboard.ts";
import { groupOf, placeInGroup, topicOf, withTopic } from "../../../src/picture/styles/topic.ts";

const scene = (setting: Setting, facts: SceneFacts): PictureSpec => ({
  visual: { kind: "scenery", setting, palette: "day", seed: 1, subjects: [], composition: 0 },
  style: "social",
  aspect: "1:1",
  size: { width: 480, height: 480 },
  durationSec: 5,
  cards: [],
  facts,
});
const things = (...pictures: string[]) => pictures.map((picture) => ({ word: picture, picture }));
const settingOf = (picture: PictureSpec) => (picture.visual.kind === "scenery" ? picture.visual.setting : "media");

test("a scene without a thing is about what its keywords or the title name, else about nothing", () => {
  const subjects = things("taxi", "cat");
  expect(topicOf(scene("field", { title: "Why a cat purrs", subjects }))?.picture).toBe("cat");
  expect(topicOf(scene("field", { title: "Why a cat purrs", keywords: ["taxi"], subjects }))?.picture).toBe("taxi");
  expect(topicOf(scene("field", { title: "Sleep", subjects }))).toBeUndefined();
});

test.each<[string, Setting, Setting]>([
  ["cat", "forest", "field"],
  ["cat", "room", "room"],
  ["elephant", "room", "field"],
  ["airplane", "city", "mountains"],
  ["airplane", "field", "field"],
  ["sailboat", "desert", "ocean"],
  ["honeybee", "mountains", "field"],
  ["lemon", "river", "river"],
])("a film's %s in a scene of %s is seen in %s", (picture, setting, expected) => {
  expect(settingOf(withTopic(scene(setting, { title: picture, subjects: things(picture) })))).toBe(expected);
});

test("what belongs in no landscape stands in front of others of the film, in other places from scene to scene", () => {
  const group = (index: number) =>
    groupOf(scene("river", { title: "lemon cake", subjects: things("egg", "lemon", "teapot"), step: { index, count: 5 } }));
  for (const index of [1, 2, 3]) {
    expect(group(index)[0]?.picture).toBe("lemon");
    expect(group(index)).toHaveLength(3);
  }
  expect(groupOf(scene("river", { title: "lemon", subjects: things("lemon") }))).toEqual([]);
  expect(groupOf(scene("field", { title: "cat", subjects: things("cat", "egg") }))).toEqual([]);
  const places = [1, 2, 3, 4].map((step) => JSON.stringify(placeInGroup(2, 0, step)));
  expect(new Set(places).size).toBe(4);
});
