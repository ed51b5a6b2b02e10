import { beforeAll, describe, expect, test } from "bun:test";
import { type Aspect, frameSize } from "../../src/domain/frame.ts";
import type { Card } from "../../src/domain/picture.ts";
import { joinWords } from "../../src/domain/words.ts";
import { fitLines } from "../../src/picture/card-layout.ts";
import { cardLetters, cardOverlay } from "../../src/picture/cards.ts";
import type { Rasterise } from "../../src/picture/lettering.ts";
import type { Overlay } from "../../src/picture/overlay.ts";
import { openRasteriser } from "../../src/picture/raster.ts";
import { styleNamed } from "../../src/picture/styles.ts";
import { openType, type Type } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const data = openDataFolder(`${ROOT}/dist/data`);
let type: Type;
let rasterise: Rasterise;

beforeAll(async () => {
  const rasteriser = await openRasteriser(await data("resvg.wasm"));
  type = await openType(data);
  rasterise = (drawing) => rasteriser.draw(drawing).raster;
});

async function open(card: Partial<Card>, aspect: Aspect = "16:9"): Promise<Overlay> {
  const whole: Card = { kind: "title", text: "A sunset over the ocean", startSec: 1, endSec: 5, ...card };
  await type.prepare(cardLetters(whole));
  return cardOverlay(whole, {
    type,
    rasterise,
    aspect,
    size: frameSize(aspect, "480p"),
    language: "en",
    looks: styleNamed("cinematic").cards,
  });
}

describe("large texts are broken into balanced lines", () => {
  const bounds = { width: 20, largest: 1, smallest: 0.5, few: 2, most: 3 };
  const measure = (text: string): number => [...text].length;
  const cases: [string, string[], number][] = [
    ["LIGHT", ["LIGHT"], 1],
    ["A SUNSET OVER THE OCEAN", ["A SUNSET", "OVER THE OCEAN"], 1],
    ["ONE TWO THREE FOUR FIVE", ["ONE TWO THREE", "FOUR FIVE"], 1],
    ["EXTRAORDINARILYLONGWORDS", ["EXTRAORDINARILYLONGWORDS"], 0.81],
  ];
  test.each(cases)("%s", (text, lines, em) => {
    const fitted = fitLines(text, bounds, measure, "en");
    expect(fitted.lines.map((line) => joinWords(line))).toEqual(lines);
    expect(fitted.em).toBeCloseTo(em, 1);
  });

  test("what fits at no size ends in an ellipsis", () => {
    const fitted = fitLines("the quick brown fox jumps, ".repeat(12), bounds, measure, "en");
    expect(fitted.em).toBe(0.5);
    expect(fitted.lines.length).toBe(3);
    for (const line of fitted.lines) expect(joinWords(line).length).toBeLessThanOrEqual(40);
    expect(joinWords(fitted.lines.at(-1)!)).toMatch(/\p{L}…$/u);
  });

  test("a word wider than the picture is broken", () => {
    const fitted = fitLines("x".repeat(100), bounds, measure, "en");
    expect(fitted.lines.map((line) => joinWords(line).length)).toEqual([40, 40, 20]);
  });

  test("no words, no lines", () => {
    expect(fitLines("  ", bounds, measure, "en").lines).toEqual([]);
  });
});

describe("cards stand inside the picture, clear of the captions", () => {
  const texts = [
    "Fin",
    "A sunset over the ocean",
    "The quiet history of lighthouses and of the people who kept them burning through the longest nights",
  ];
  const kinds = ["title", "heading", "end"] as const;
  const aspects = ["16:9", "1:1", "9:16"] as const;
  const cases = aspects.flatMap((aspect) => kinds.flatMap((kind) => texts.map((text) => [aspect, kind, text] as const)));
  test.each(cases)("%s %s: %s", async (aspect, kind, text) => {
    const { width, height } = frameSize(aspect, "480p");
    for (const { raster, x, y } of (await open({ kind, text }, aspect)).at(3)) {
      for (let row = 0; row < raster.height; row++) {
        for (let column = 0; column < raster.width; column++) {
          if (raster.pixels[(row * raster.width + column) * 4]! < 128) continue;
          expect(x + column).toBeWithin(width * 0.03, width * 0.97);
          expect(y + row).toBeWithin(height * 0.05, height * 0.68);
        }
      }
    }
  });
});

test("a title comes, is never still, and goes", async () => {
  const overlay = await open({});
  expect(overlay.at(0.9)).toEqual([]);
  expect(overlay.at(5)).toEqual([]);
  const seen = Array.from({ length: 119 }, (_, frame) => overlay.at(1 + (frame + 1) / 30)[0]!);
  expect(seen[0]!.opacity).toBeLessThan(0.1);
  expect(seen[60]!.opacity).toBe(1);
  expect(seen[118]!.opacity).toBeLessThan(0.1);
  for (let frame = 1; frame < seen.length; frame++) {
    expect(seen[frame]!.y).toBeLessThan(seen[frame - 1]!.y);
    expect(seen[frame - 1]!.y - seen[frame]!.y).toBeLessThan(2);
    expect(seen[frame]!.raster).toBe(seen[0]!.raster);
  }
});

test("an end card stays to the end", async () => {
  const overlay = await open({ kind: "end", text: "A sunset over the ocean\nThe End" });
  expect(overlay.at(4.99)[0]!.opacity).toBe(1);
});

test("a title of several lines loses none of them", async () => {
  const inked = async (text: string) =>
    (await open({ text })).at(3)[0]!.raster.pixels.filter((value, index) => index % 4 === 0 && value > 200).length;
  expect(await inked("Night\nand\nDay")).toBe(await inked("Night and Day"));
});

test("a text that no font can draw makes a card without letters", async () => {
  const [letters] = (await open({ text: "𒀀𒀁" })).at(3);
  expect(letters!.raster.pixels.every((value) => value === 0)).toBe(true);
});
