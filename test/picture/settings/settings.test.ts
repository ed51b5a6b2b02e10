import { describe, expect, test } from "bun:test";
import { type Aspect, frameSize } from "../../../src/domain/frame.ts";
import type { PictureSpec } from "../../../src/domain/picture.ts";
import { Palette, Setting, type Subject } from "../../../src/domain/storyboard.ts";
import type { ImageLayer, Layer } from "../../../src/picture/layer.ts";
import { designScene } from "../../../src/picture/settings.ts";

const DURATION_SEC = 7;
const TIMES = [0, 0.5, 3.1, DURATION_SEC, DURATION_SEC + 1.9];
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><circle cx="16" cy="16" r="9"/></svg>';

type Options = { seed?: number; aspect?: Aspect; durationSec?: number; subjects?: string[] };

function design(setting: Setting, palette: Palette, options: Options = {}): Layer[] {
  const { seed = 1, aspect = "16:9", durationSec = DURATION_SEC, subjects = [] } = options;
  const named: Subject[] = subjects.map((picture) => ({ word: picture, picture }));
  const visual = { kind: "scenery" as const, setting, palette, seed, subjects: named, composition: 0 };
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

const EVERY = Setting.options.flatMap((setting) => Palette.options.map((palette) => [setting, palette] as const));
const ASPECTS: Aspect[] = ["16:9", "9:16", "1:1"];

describe.each(EVERY)("%s at %s", (setting, palette) => {
  test("is the same twice, and another with another seed", () => {
    const once = digest(design(setting, palette));
    expect(digest(design(setting, palette))).toBe(once);
    expect(digest(design(setting, palette, { seed: 2 }))).not.toBe(once);
  });

  test.each(ASPECTS)("covers a %s frame from edge to edge for as long as it is seen", (aspect) => {
    for (const durationSec of [2, DURATION_SEC]) {
      const layers = design(setting, palette, { aspect, durationSec });
      const wide = layers.filter(
        (layer): layer is ImageLayer =>
          layer.kind === "image" && layer.drawing.width >= (aspect === "16:9" ? 320 : 180) && layer.name !== "comet",
      );
      const first = layers[0] as ImageLayer;
      expect(first.opaque).toBe(true);
      for (const layer of wide.filter(({ name }) => !LOCAL.test(name))) {
        for (const time of [0, durationSec / 2, durationSec + 1.9]) {
          const { x } = layer.at(time);
          expect(x).toBeLessThanOrEqual(0);
          expect(x + layer.drawing.width).toBeGreaterThanOrEqual(aspect === "16:9" ? 320 : 180);
        }
      }
    }
  });

  test("moves, in finite steps, with few drawings and placements", () => {
    const layers = design(setting, palette);
    for (const layer of layers) {
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
const LOCAL = /^(glow|sun|sun picture|moon.*|star|planet|subject.*)$/;

describe("subjects", () => {
  const named = (layers: Layer[]) => layers.map(({ name }) => name);

  test("are layers of their own, in every setting", () => {
    for (const setting of Setting.options) {
      expect(named(design(setting, "day", { subjects: ["dog", "airplane", "key"] }))).toContain("subject 2");
    }
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
