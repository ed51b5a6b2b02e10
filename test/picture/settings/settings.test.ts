import { describe, expect, test } from "bun:test";
import { type Aspect, frameSize } from "../../../src/domain/frame.ts";
import type { PictureSpec } from "../../../src/domain/picture.ts";
import { Palette, Setting, type Subject } from "../../../src/domain/storyboard.ts";
import type { ImageLayer, Layer } from "../../../src/picture/layer.ts";
import { countCompositions, designScene } from "../../../src/picture/settings.ts";

const DURATION_SEC = 7;
const TIMES = [0, 0.5, 3.1, DURATION_SEC, DURATION_SEC + 1.9];
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><circle cx="16" cy="16" r="9"/></svg>';

type Options = { seed?: number; composition?: number; aspect?: Aspect; durationSec?: number; subjects?: string[] };

function design(setting: Setting, palette: Palette, options: Options = {}): Layer[] {
  const { seed = 1, composition = 0, aspect = "16:9", durationSec = DURATION_SEC, subjects = [] } = options;
  const named: Subject[] = subjects.map((picture) => ({ word: picture, picture }));
  const visual = { kind: "scenery" as const, setting, palette, seed, subjects: named, composition };
  const size =
    aspect === "16:9" ? { width: 320, height: 180 } : aspect === "9:16" ? { width: 180, height: 320 } : { width: 180, height: 180 };
  const picture: PictureSpec = { visual, style: "cinematic", aspect, size, durationSec, cards: [] };
  return designScene(picture, (name) => (name === "unknown" ? undefined : PICTURE));
}

const drawingsOf = (layer: Layer) => (layer.kind === "image" ? [layer.drawing] : layer.drawings);

/** All that decides what is seen: drawings and where they are at some moments. */
const digest = (layers: Layer[]): string =>
  layers
    .map((layer) => {
      const drawn = drawingsOf(layer).map(
        ({ svg, width, height, bitmap }) => `${width}x${height} ${svg} ${bitmap ? Bun.hash(bitmap.pixels) : ""}`,
      );
      return `${layer.name} ${drawn.join()} ${JSON.stringify(TIMES.map((time) => layer.at(time)))}`;
    })
    .join("\n");

const EVERY = Setting.options.flatMap((setting) =>
  Array.from({ length: countCompositions(setting) }, (_, composition) => [setting, composition] as const),
);
const ASPECTS: Aspect[] = ["16:9", "9:16", "1:1"];
const paletteOf = (index: number): Palette => Palette.options[index % Palette.options.length]!;

const FOUR_WAYS: Setting[] = ["ocean", "mountains", "city", "space", "forest", "desert"];

test.each(Setting.options)("%s is seen in several ways, which differ, and wrap around", (setting) => {
  const count = countCompositions(setting);
  expect(count).toBeGreaterThanOrEqual(FOUR_WAYS.includes(setting) ? 4 : 2);
  const named = Array.from({ length: count + 1 }, (_, composition) => digest(design(setting, "dawn", { composition })));
  expect(new Set(named).size).toBe(count);
  expect(named[count]).toBe(named[0]!);
});

describe.each(EVERY)("%s, composition %i", (setting, composition) => {
  test("is the same twice, and another with another seed", () => {
    const palette = paletteOf(composition);
    const once = digest(design(setting, palette, { composition }));
    expect(digest(design(setting, palette, { composition }))).toBe(once);
    expect(digest(design(setting, palette, { composition, seed: 2 }))).not.toBe(once);
  });

  test.each(ASPECTS)("covers a %s frame from edge to edge for as long as it is seen", (aspect) => {
    const width = aspect === "16:9" ? 320 : 180;
    for (const durationSec of [2, 60]) {
      const layers = design(setting, paletteOf(composition + durationSec), { aspect, durationSec, composition });
      const first = layers[0] as ImageLayer;
      expect(first.opaque).toBe(true);
      const wide = layers.filter(
        (layer): layer is ImageLayer => layer.kind === "image" && layer.drawing.width >= width && !LOCAL.test(layer.name),
      );
      for (const layer of wide) {
        for (const time of [0, durationSec / 2, durationSec + 1.9]) {
          const { x } = layer.at(time);
          expect([layer.name, x <= 0 && x + layer.drawing.width >= width]).toEqual([layer.name, true]);
        }
      }
    }
  });

  test.each(Palette.options)("at %s moves, in finite steps, with few drawings and placements", (palette) => {
    const layers = design(setting, palette, { composition });
    for (const layer of layers) {
      for (const { width, height } of drawingsOf(layer)) expect(width > 0 && height > 0 && width * height < 640 * 400).toBe(true);
      expect(drawingsOf(layer).length).toBeLessThanOrEqual(12);
      for (const time of TIMES) {
        const places = [layer.at(time)].flat();
        for (const { x, y, opacity = 1, scale = 1 } of places) expect([x, y, opacity, scale].every(Number.isFinite)).toBe(true);
        for (const { opacity = 1 } of places) expect(opacity >= -1e-9 && opacity <= 1 + 1e-9).toBe(true);
      }
    }
    const count = layers.reduce((sum, layer) => sum + [layer.at(1)].flat().length, 0);
    expect(count).toBeLessThanOrEqual(300);
    expect(layers.filter((layer) => JSON.stringify(layer.at(0)) !== JSON.stringify(layer.at(1))).length).toBeGreaterThan(4);
  });
});

/** Layers that stand somewhere instead of reaching across. */
const LOCAL =
  /^(glow|sun|sun picture|moon.*|star|planet|comet|galaxy|flare.*|beam|caravan|pool|grove|.* headland|.* butte|surge|slope .*|palms|pool light|close pines.*|street end|subject.*)$/;

describe("subjects", () => {
  const named = (layers: Layer[]) => layers.map(({ name }) => name);

  test("are layers of their own, in every setting", () => {
    for (const setting of Setting.options) {
      expect(named(design(setting, "day", { subjects: ["airplane", "kite", "dove"] }))).toContain("subject 2");
      expect(named(design(setting, "day", { subjects: ["key"] }))).toContain("subject 0");
    }
  });

  test("stand by the extent of their drawing, whatever room their square leaves about it", () => {
    const lowest = (box: string): number => {
      const svg = PICTURE.replace("<svg", `<svg data-box="${box}"`);
      const size = { width: 320, height: 180 };
      const visual = {
        kind: "scenery" as const,
        setting: "desert" as const,
        palette: "day" as const,
        seed: 1,
        subjects: [{ word: "dog", picture: "dog" }],
        composition: 0,
      };
      const layers = designScene({ visual, style: "cinematic", aspect: "16:9", size, durationSec: 4, cards: [] }, () => svg);
      const layer = layers.find(({ name }) => name === "subject 0") as ImageLayer;
      const [, y, side] = /<svg x="[\d.-]+" y="([\d.-]+)" width="([\d.]+)"/.exec(layer.drawing.svg)!.map(Number);
      return y! + side! * (Number(box.split(" ")[3]) / 32);
    };
    expect(lowest("4 4 28 24")).toBeCloseTo(lowest("1 1 31 31"), 0);
  });

  test("that have no picture are left out", () => {
    expect(named(design("ocean", "day", { subjects: ["unknown"] })).join()).not.toContain("subject");
  });

  test("that are the sun or the moon take its place, so that there is one", () => {
    const layers = named(design("desert", "night", { subjects: ["full-moon"] }));
    expect(layers).toContain("sun picture");
    expect(layers).not.toContain("moon");
    expect(layers).not.toContain("subject 0");
  });
});

test("a picture of the user's own has no scenery", () => {
  const visual = { kind: "picture" as const, path: "a.jpg", zoom: [1, 1.1] as [number, number] };
  const size = frameSize("16:9", "480p");
  expect(designScene({ visual, style: "cinematic", aspect: "16:9", size, durationSec: 4, cards: [] }, () => undefined)).toEqual([]);
});
