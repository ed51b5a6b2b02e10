import { expect, test } from "bun:test";
import { fewestCues, fitsTarget, hasCards, targetSec } from "../../../src/pipeline/create/target.ts";
import { board, request } from "./film.ts";

const STORYBOARD = { scenes: [{ narration: "Hello" }] };

test.each([
  ["a prompt lasts a minute", { prompt: "A lake" }, 60, true],
  ["a prompt of a length", { prompt: "A lake", duration_target: 20 }, 20, true],
  ["a script lasts as long as it takes", {}, undefined, false],
  ["a script keeps its words even with a length", { duration_target: 20 }, 20, false],
  ["a storyboard lasts as long as its scenes", { storyboard: STORYBOARD }, undefined, true],
  ["a storyboard of a length", { storyboard: STORYBOARD, duration_target: 20 }, 20, true],
])("%s", (_what, asked, target, fits) => {
  expect(targetSec(request(asked))).toBe(target);
  expect(fitsTarget(request(asked))).toBe(fits);
});

test("a film without a title has no cards", () => {
  expect([hasCards(board([{}])), hasCards(board([{}], { title: "" }))]).toEqual([true, false]);
});

test.each([
  ["a prompt", { prompt: "A lake" }, 3],
  ["a prompt for fewer scenes than that", { prompt: "A lake", scene_count: 2 }, 2],
  ["a script, however short", {}, 0],
])("%s is expected to have so many captions at least", (_what, asked, cues) => {
  expect(fewestCues(request(asked))).toBe(cues);
});
