import { expect, test } from "bun:test";
import { seededRandom } from "../../src/domain/seed.ts";
import { Palette } from "../../src/domain/storyboard.ts";
import { parseColour, type Rgb } from "../../src/picture/elements/colour.ts";
import { lightOf, seasoned } from "../../src/picture/palettes.ts";

const LEAF = parseColour("#3f7a4a");
const ROCK = parseColour("#7d8794");
const light = (palette: Palette) => lightOf(palette, seededRandom(1));
const spread = (colour: Rgb): number => Math.max(...colour) - Math.min(...colour);

test.each(Palette.options)("%s has a sky of five colours, in more than one tone", (palette) => {
  const random = seededRandom(3);
  const skies = Array.from({ length: 24 }, () => lightOf(palette, random).sky);
  expect(skies.every((sky) => sky.length === 5)).toBe(true);
  expect(new Set(skies.map((sky) => sky.join())).size).toBeGreaterThan(1);
});

test("autumn turns green leaves red and golden, and leaves rock alone", () => {
  const [red, green, blue] = seasoned(light("autumn"), LEAF);
  expect(red).toBeGreaterThan(green);
  expect(green).toBeGreaterThan(blue);
  expect(seasoned(light("autumn"), ROCK)).toEqual(ROCK);
});

test("mist takes colour out of things without making them darker than they were", () => {
  const misted = seasoned(light("misty"), LEAF);
  expect(spread(misted)).toBeLessThan(0.7 * spread(LEAF));
  expect(misted[1]).toBeGreaterThan(0.8 * LEAF[1]);
});

test("the other lights show things in their own colours", () => {
  for (const palette of ["dawn", "day", "sunset", "night"] as const) expect(seasoned(light(palette), LEAF)).toEqual(LEAF);
});
