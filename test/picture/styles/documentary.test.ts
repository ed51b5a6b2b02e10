import { beforeAll, describe, expect, test } from "bun:test";
import { type Aspect, frameSize } from "../../../src/domain/frame.ts";
import type { Card } from "../../../src/domain/picture.ts";
import { captionBand } from "../../../src/picture/caption-looks.ts";
import type { ImageLayer, Layer } from "../../../src/picture/layer.ts";
import { toRoman } from "../../../src/picture/styles/documentary/quote.ts";
import { documentary } from "../../../src/picture/styles/documentary.ts";
import { lumaChange, openStyleStudio, pictureIn } from "../../helpers/style-scene.ts";

const ASPECTS: Aspect[] = ["16:9", "1:1", "9:16"];
const FACTS = {
  title: "Why whales sing",
  saying: { text: "The song of a humpback whale carries for many hours", quoted: false },
  step: { index: 2, count: 4 },
};
const LONG = "Responsibilities of internationalisation and electroencephalography in the modern countryside of today and tomorrow";
let studio: Awaited<ReturnType<typeof openStyleStudio>>;

beforeAll(async () => {
  studio = await openStyleStudio();
});

test.each([
  [1, "I"],
  [4, "IV"],
  [9, "IX"],
  [14, "XIV"],
  [49, "XLIX"],
  [99, "XCIX"],
])("plate %d is %s", (value, roman) => {
  expect(toRoman(value)).toBe(roman);
});

const imageOf = (layers: Layer[], name: string): ImageLayer => {
  const layer = layers.find((each) => each.name === name);
  if (layer?.kind !== "image") throw new Error(`there is no image ${name}`);
  return layer;
};

describe.each(ASPECTS)("documentary in %s", (aspect) => {
  test.each([FACTS, { ...FACTS, heading: LONG }])("print and words stand above the captions and do not touch", async (facts) => {
    const picture = pictureIn(documentary, aspect, facts);
    await studio.prepare(documentary, picture);
    const { width, height } = frameSize(aspect, "480p");
    const { top } = captionBand({ look: documentary.captions, size: 1 }, aspect);
    const words = imageOf(documentary.layers(picture, studio.means), "quote");
    const at = words.at(3);
    const print = documentary.window!(picture);
    expect(at.y + words.drawing.height).toBeLessThanOrEqual(top * height + 0.024 * Math.min(width, height) + 2);
    expect(print.y + print.height).toBeLessThanOrEqual(top * height);
    const aside = at.x > print.x + print.width || at.x + words.drawing.width < print.x;
    expect(aside || at.y >= print.y + print.height).toBe(true);
  });

  test("something moves every half second, and no frame is black", async () => {
    const frames = await studio.luma(documentary, pictureIn(documentary, aspect, FACTS), 10, 2);
    frames.forEach((frame, index) => {
      expect(frame.filter((value) => value > 38).length / frame.length).toBeGreaterThan(0.8);
      if (index > 0) expect(lumaChange(frame, frames[index - 1]!)).toBeGreaterThan(0.3);
    });
  });
});

test("large texts have the map to themselves", () => {
  const cards: Card[] = [
    { kind: "title", text: "Whales", startSec: 0, endSec: 2 },
    { kind: "end", text: "Whales", startSec: 4, endSec: 5 },
  ];
  const layers = documentary.layers(pictureIn(documentary, "16:9", FACTS, cards), studio.means);
  for (const name of ["mat", "quote"]) {
    expect([1, 3.3, 4.5].map((timeSec) => imageOf(layers, name).at(timeSec).opacity)).toEqual([0, 1, 0]);
  }
});

test("from scene to scene, print and words change sides", () => {
  const at = (index: number): number => documentary.window!(pictureIn(documentary, "16:9", { step: { index, count: 4 } })).x;
  expect(at(1)).toBeLessThan(at(2));
  expect(at(3)).toBe(at(1));
});

test("grain is one small tile that moves by whole pixels, some times a second", () => {
  const grain = documentary.layers(pictureIn(documentary, "16:9", FACTS), studio.means).find(({ name }) => name === "grain");
  if (grain?.kind !== "sprites") throw new Error("there is grain");
  expect(grain.drawings.length).toBe(1);
  expect(grain.drawings[0]!.bitmap!.pixels.length).toBeLessThan(100_000);
  for (const { x, y } of [...grain.at(0.2), ...grain.at(1.9)]) expect([x % 1, y % 1].map(Math.abs)).toEqual([0, 0]);
  expect(grain.at(0)).toEqual(grain.at(0.1));
  expect(grain.at(0)).not.toEqual(grain.at(0.2));
});
