import { expect, test } from "bun:test";
import { Setting, type Visual } from "../../src/domain/storyboard.ts";
import { unlikeNeighbours } from "../../src/picture/neighbours.ts";
import { compositionSeen, countCompositions } from "../../src/picture/settings.ts";

type Scenery = Extract<Visual, { kind: "scenery" }>;
const scene = (setting: Scenery["setting"], composition: number, ...pictures: string[]): Scenery => ({
  kind: "scenery",
  setting,
  palette: "day",
  seed: 7,
  composition,
  subjects: pictures.map((picture) => ({ word: picture, picture })),
});
const seen = (visual: Visual) => {
  if (visual.kind !== "scenery") return visual;
  return compositionSeen(visual.setting, visual.composition, visual.subjects);
};
const THINGS = ["", "horse", "ship", "duck", "lighthouse", "volcano", "bus", "bridge-at-night", "school", "bread"];

test("no scene repeats its neighbour's picture, whatever they name and whichever compositions were meant", () => {
  for (const setting of Setting.options) {
    expect(countCompositions(setting)).toBeGreaterThan(1);
    for (const one of THINGS) {
      for (const other of THINGS) {
        for (let start = 0; start < 32; start += 3) {
          const film = [one, other, one, other].map((thing, index) =>
            scene(setting, (start + index * index) % 32, ...(thing ? [thing] : [])),
          );
          const shown = unlikeNeighbours(film);
          for (let at = 1; at < shown.length; at++) expect(seen(shown[at]!)).not.toBe(seen(shown[at - 1]!));
        }
      }
    }
  }
});

test("scenes that differ stay as they are", () => {
  const film: Visual[] = [
    scene("ocean", 0),
    scene("ocean", 31, "ship"),
    scene("city", 5),
    { kind: "picture", path: "a.png", zoom: [1, 1.1] },
  ];
  expect(unlikeNeighbours(film)).toEqual(film);
});

test("where two scenes name what has one place, the second shows the setting without it", () => {
  const [first, second] = unlikeNeighbours([scene("ocean", 0, "horse"), scene("ocean", 1, "horse")]) as [Scenery, Scenery];
  expect(first.subjects).toHaveLength(1);
  expect(second.subjects).toHaveLength(0);
});
