import { expect, test } from "bun:test";
import { type Aspect, frameSize } from "../../src/domain/frame.ts";
import type { Setting } from "../../src/domain/storyboard.ts";
import { designScene } from "../../src/picture/settings.ts";

/** A picture that fills its square to the right edge. */
const HULL = `<svg viewBox="0 0 32 32"><path d="M2 10H32V30H2Z" fill="#fff"/></svg>`;
const ASPECTS: Aspect[] = ["16:9", "1:1", "9:16"];

function shown(setting: Setting, picture: string, aspect: Aspect, seed = 1, composition = 0) {
  const size = frameSize(aspect, "480p");
  const subjects = [{ word: picture, picture }];
  const visual = { kind: "scenery" as const, setting, palette: "day" as const, seed, subjects, composition };
  const layers = designScene({ visual, style: "cinematic", aspect, size, durationSec: 6, cards: [] }, () => HULL);
  return { size, layers, subject: layers.find(({ name }) => name === "subject 0") };
}

test.each(ASPECTS)("a ship with bow and stern is seen whole, in %s", (aspect) => {
  for (const seed of [1, 2, 3]) {
    const { size, subject } = shown("ocean", "ferry", aspect, seed);
    if (subject?.kind !== "image") throw new Error("there is a ship");
    const body = subject.drawing.svg.match(/viewBox="(-?\d+) [^"]*"[\s\S]*<svg x="([\d.-]+)" y="[\d.-]+" width="([\d.-]+)"/);
    const [left, x, side] = [1, 2, 3].map((part) => Number(body![part])) as [number, number, number];
    for (const timeSec of [0, 3, 6, 8]) {
      const at = subject.at(timeSec).x - left;
      expect(x + at).toBeGreaterThan(0);
      expect(x + side + at).toBeLessThan(size.width);
    }
  }
});

test("a volcano is part of the land rather than a thing that stands in it", () => {
  for (let composition = 0; composition < 4; composition++) {
    const { layers, subject } = shown("mountains", "volcano", "16:9", 1, composition);
    expect(layers.map(({ name }) => name)).toContain("lava");
    expect(subject).toBeUndefined();
  }
});

test("what has no place hangs in a medallion only where nothing else is shown, and lies on a desk", () => {
  const things = (setting: Setting, composition: number, ...pictures: string[]) => {
    const size = frameSize("16:9", "480p");
    const subjects = pictures.map((picture) => ({ word: picture, picture }));
    const visual = { kind: "scenery" as const, setting, palette: "day" as const, seed: 1, subjects, composition };
    const layers = designScene({ visual, style: "cinematic", aspect: "16:9", size, durationSec: 6, cards: [] }, () => HULL);
    return layers.flatMap((layer) =>
      layer.kind === "image" && layer.name.startsWith("subject") ? [/r="[\d.]+" stroke-width/.test(layer.drawing.svg)] : [],
    );
  };
  expect(things("field", 0, "key")).toEqual([true]);
  expect(things("field", 0, "dog", "key")).toEqual([false]);
  expect(things("room", 1, "bread")).toEqual([false]);
  expect(things("room", 1, "firefighter")).toEqual([true]);
});

test("what swims under water has no reflection upon it", () => {
  for (const composition of [0, 1]) {
    const { subject } = shown("underwater", "octopus", "16:9", 1, composition);
    if (subject?.kind !== "image") throw new Error("there is an octopus");
    expect(subject.drawing.svg).not.toContain("scale(1 -.6)");
  }
});

test.each([
  ["room", "canoe"],
  ["room", "school"],
  ["room", "elephant"],
  ["field", "whale"],
  ["ocean", "tram"],
  ["winter", "snowflake"],
] as const)("in the setting %s no %s is seen", (setting, picture) => {
  expect(shown(setting, picture, "16:9").subject).toBeUndefined();
});
