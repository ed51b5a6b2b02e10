import { expect, test } from "bun:test";
import { bulk, habitatOf } from "../../src/picture/habitats.ts";

test.each([
  ["airplane", "sky"],
  ["owl", "sky"],
  ["sailboat", "water"],
  ["penguin", "water"],
  ["deer", "ground"],
  ["deciduous-tree", "ground"],
  ["key", "nowhere"],
] as const)("%s belongs to %s", (picture, habitat) => {
  expect(habitatOf(picture)).toBe(habitat);
});

test("a house is shown larger than a dog, and a mouse smaller", () => {
  expect(bulk("house")).toBeGreaterThan(bulk("dog"));
  expect(bulk("mouse")).toBeLessThan(bulk("dog"));
});
