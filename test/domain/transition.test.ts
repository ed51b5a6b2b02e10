import { expect, test } from "bun:test";
import { Scene } from "../../src/domain/storyboard.ts";
import { type TransitionPlan, transitionInto } from "../../src/domain/transition.ts";

const PLAN: TransitionPlan = { kinds: ["slide", "zoom"], sec: 0.4 };
const scene = (fields: object) => Scene.parse({ id: "a", visual: { kind: "scenery", setting: "ocean", palette: "day" }, ...fields });

test("a scene that says how it begins is taken at its word", () => {
  expect(transitionInto(scene({ transition: "wipe" }), PLAN)).toBe("wipe");
});

test("others begin in one of the style's ways, the same for the same words wherever they stand", () => {
  const kinds = "one two three four five six seven eight".split(" ").map((narration) => transitionInto(scene({ narration }), PLAN));
  expect(new Set(kinds)).toEqual(new Set(["slide", "zoom"]));
  expect(transitionInto(scene({ narration: "one", id: "b" }), PLAN)).toBe(kinds[0]!);
});
