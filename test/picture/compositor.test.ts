import { beforeAll, describe, expect, test } from "bun:test";
import { seededRandom } from "../../src/domain/seed.ts";
import { type Compositor, type DrawCommand, openCompositor } from "../../src/picture/compositor/compositor.ts";
import type { Raster } from "../../src/picture/layer.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const WIDTH = 70;
const HEIGHT = 38;
let wasm: Uint8Array<ArrayBuffer>;
let compositor: Compositor;

beforeAll(async () => {
  wasm = await openDataFolder(`${ROOT}/dist/data`)("compositor.wasm");
  compositor = await openCompositor(wasm);
  compositor.resize({ width: WIDTH, height: HEIGHT });
});

type Rgba = [number, number, number, number];

function paint(width: number, height: number, colour: (x: number, y: number) => Rgba): Raster {
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const [r, g, b, a] = colour(i % width, Math.floor(i / width));
    pixels.set([(r * a) / 255, (g * a) / 255, (b * a) / 255, a].map(Math.round), i * 4);
  }
  return { width, height, pixels };
}

const plain = (width: number, height: number, colour: Rgba) => paint(width, height, () => colour);

/** Runs of transparent, mixed and opaque pixels, so that every kind of span occurs. */
function randomRaster(width: number, height: number, seed: number): Raster {
  const random = seededRandom(seed);
  let left = 0;
  let alpha = 0;
  return paint(width, height, () => {
    if (left-- <= 0) {
      left = Math.floor(random() * 40);
      alpha = [0, 255, -1][Math.floor(random() * 3)]!;
    }
    const a = alpha < 0 ? Math.floor(random() * 256) : alpha;
    return [random() * 255, random() * 255, random() * 255, a];
  });
}

/** A frame as R, G, B in 0..255 by the plainest of means: every pixel of every layer, four neighbours, blended. */
function reference(layers: { raster: Raster; x: number; y: number; scale?: number; opacity?: number; repeat?: boolean }[]): Float64Array {
  const frame = new Float64Array(WIDTH * HEIGHT * 3);
  for (const { raster, x, y, scale = 1, opacity = 1, repeat = false } of layers) {
    const pixel = (px: number, py: number, channel: number) => {
      const inside = px >= 0 && py >= 0 && px < raster.width && py < raster.height;
      if (!inside && !repeat) return 0;
      const cx = Math.min(raster.width - 1, Math.max(0, px));
      const cy = Math.min(raster.height - 1, Math.max(0, py));
      return raster.pixels[(cy * raster.width + cx) * 4 + channel]!;
    };
    for (let i = 0; i < WIDTH * HEIGHT; i++) {
      const u = ((i % WIDTH) + 0.5 - x) / scale - 0.5;
      const v = (Math.floor(i / WIDTH) + 0.5 - y) / scale - 0.5;
      if (repeat && (u < -0.5 || v < -0.5 || u >= raster.width - 0.5 || v >= raster.height - 0.5)) continue;
      const [px, py] = [Math.floor(u), Math.floor(v)];
      const [wx, wy] = [u - px, v - py];
      const sample = (c: number) =>
        (pixel(px, py, c) * (1 - wx) + pixel(px + 1, py, c) * wx) * (1 - wy) +
        (pixel(px, py + 1, c) * (1 - wx) + pixel(px + 1, py + 1, c) * wx) * wy;
      const inverse = 1 - (sample(3) * opacity) / 255;
      for (let c = 0; c < 3; c++) frame[i * 3 + c] = sample(c) * opacity + frame[i * 3 + c]! * inverse;
    }
  }
  return frame;
}

/** Luma of a reference frame, BT.709 limited range, not rounded. */
function lumaOf(frame: Float64Array): number[] {
  return Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [r, g, b] = [frame[i * 3]!, frame[i * 3 + 1]!, frame[i * 3 + 2]!];
    return 16 + (219 / 255) * (0.2126 * r + 0.7152 * g + 0.0722 * b);
  });
}

/** The largest distance between a composed frame's luma and a reference. */
function distance(yuv: Uint8Array, luma: number[]): number {
  return luma.reduce((most, value, i) => Math.max(most, Math.abs(yuv[i]! - value)), 0);
}

function compose(
  layers: { raster: Raster; x: number; y: number; scale?: number; opacity?: number; repeat?: boolean; soft?: boolean }[],
): Uint8Array {
  const commands = layers.map(({ raster, repeat, soft, ...place }): DrawCommand => {
    const edge = repeat ? "repeat" : "clear";
    return { ...place, picture: compositor.upload(raster, { edge, ...(soft ? { soft } : {}) }) };
  });
  const frame = compositor.render({ picture: commands }).slice();
  for (const command of commands) compositor.free(command.picture);
  return frame;
}

const FULL = { width: WIDTH, height: HEIGHT };

describe("colours", () => {
  const cases: [string, Rgba, [number, number, number]][] = [
    ["black", [0, 0, 0, 255], [16, 128, 128]],
    ["white", [255, 255, 255, 255], [235, 128, 128]],
    ["grey", [128, 128, 128, 255], [126, 128, 128]],
    ["red", [255, 0, 0, 255], [63, 102, 240]],
    ["green", [0, 255, 0, 255], [173, 42, 26]],
    ["blue", [0, 0, 255, 255], [32, 240, 118]],
  ];
  test.each(cases)("%s is BT.709 limited range", (_, colour, [y, u, v]) => {
    const frame = compose([{ raster: plain(FULL.width, FULL.height, colour), x: 0, y: 0 }]);
    const planes = [
      frame.subarray(0, WIDTH * HEIGHT),
      frame.subarray(WIDTH * HEIGHT, WIDTH * HEIGHT * 1.25),
      frame.subarray(WIDTH * HEIGHT * 1.25),
    ];
    [y, u, v].forEach((value, i) => {
      for (const byte of planes[i]!) expect(Math.abs(byte - value)).toBeLessThanOrEqual(1);
    });
  });

  test("what is covered by nothing is black, what is exact is not dithered", () => {
    const frame = compose([]);
    expect(new Set(frame.subarray(0, WIDTH * HEIGHT))).toEqual(new Set([16]));
    expect(new Set(frame.subarray(WIDTH * HEIGHT))).toEqual(new Set([128]));
  });

  test("chroma is the mean of two by two pixels", () => {
    const board = paint(WIDTH, HEIGHT, (x, y) => ((x + y) % 2 ? [255, 0, 0, 255] : [0, 0, 255, 255]));
    const frame = compose([{ raster: board, x: 0, y: 0 }]);
    const u = frame.subarray(WIDTH * HEIGHT, WIDTH * HEIGHT * 1.25);
    for (const byte of u) expect(Math.abs(byte - 171)).toBeLessThanOrEqual(1);
  });

  test("a gradient between two levels is dithered to the right mean", () => {
    const frame = compose([{ raster: plain(WIDTH, HEIGHT, [100, 100, 100, 255]), x: 0, y: 0 }]);
    const luma = frame.subarray(0, WIDTH * HEIGHT);
    const mean = luma.reduce((sum, byte) => sum + byte, 0) / luma.length;
    expect(mean).toBeCloseTo(16 + (100 * 219) / 255, 0);
    expect(new Set(luma).size).toBe(2);
  });
});

describe("a colour that exceeds its alpha", () => {
  const glare = (width: number, height: number): Raster => ({
    width,
    height,
    pixels: new Uint8Array(width * height * 4).map((_, i) => [255, 120, 90, 150][i % 4]!),
  });
  const places = [
    { name: "at its own size", x: 0, y: 0 },
    { name: "between pixels", x: -1.5, y: -1.25 },
    { name: "enlarged by cells", x: -4, y: -4, scale: 4, soft: true },
    { name: "at any size", x: -6, y: -6, scale: 3.3, soft: true },
  ];
  test.each(places)("adds up to full light and no further: $name", ({ name: _, ...place }) => {
    const below = plain(WIDTH, HEIGHT, [255, 250, 240, 255]);
    const frame = compose([
      { raster: below, x: 0, y: 0 },
      { raster: glare(WIDTH + 4, HEIGHT + 4), ...place },
    ]);
    const chroma = frame.subarray(WIDTH * HEIGHT * 1.25);
    for (const byte of chroma) expect(Math.abs(byte - 128)).toBeLessThan(26);
    for (const byte of frame.subarray(0, WIDTH * HEIGHT)) expect(byte).toBeGreaterThan(205);
  });
});

describe("placing", () => {
  const places = [
    { name: "whole pixels", x: 3, y: -2 },
    { name: "between columns", x: 2.5, y: 4 },
    { name: "between rows", x: -7, y: 1.25 },
    { name: "between both", x: 5.75, y: 3.4 },
    { name: "half opacity", x: 1.3, y: 0.6, opacity: 0.5 },
    { name: "larger", x: -6.3, y: -3.1, scale: 1.37 },
    { name: "smaller", x: 6.3, y: 3.1, scale: 0.71, opacity: 0.8 },
    { name: "twice as large", x: -10.4, y: -3.2, scale: 2 },
    { name: "four times as large", x: -30.7, y: -9.9, scale: 4, opacity: 0.9 },
    { name: "eight times as large", x: -130.2, y: -39.6, scale: 8 },
  ];
  test.each(places)("random rasters agree with the plain reference: $name", ({ name: _, ...place }) => {
    for (let seed = 1; seed <= 6; seed++) {
      const layers = [
        { raster: randomRaster(90, 50, seed * 3), x: -4.5, y: -3 },
        { raster: randomRaster(61, 33, seed * 3 + 1), ...place },
        { raster: randomRaster(40, 30, seed * 3 + 2), x: 11, y: 6 },
      ];
      expect(distance(compose(layers), lumaOf(reference(layers)))).toBeLessThan(2.2);
    }
  });

  test("edges are repeated when asked, and nothing is drawn beyond them", () => {
    const layers = [{ raster: randomRaster(30, 20, 5), x: 4.3, y: 3.7, scale: 1.7, repeat: true }];
    expect(distance(compose(layers), lumaOf(reference(layers)))).toBeLessThan(1.6);
  });

  test("half a pixel to the right is the mean of two neighbours", () => {
    const lines = paint(WIDTH + 2, HEIGHT, (x) => (x % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255]));
    const luma = compose([{ raster: lines, x: -1.5, y: 0 }]).subarray(0, WIDTH * HEIGHT);
    for (const byte of luma) expect(Math.abs(byte - 125.5)).toBeLessThanOrEqual(1);
  });

  test("a picture drifting by a hundredth of a pixel a frame never steps", () => {
    const edge = compositor.upload(paint(WIDTH + 8, HEIGHT, (x) => (x < 36 ? [0, 0, 0, 255] : [255, 255, 255, 255])));
    const means = Array.from({ length: 100 }, (_, i) => {
      const luma = compositor.render({ picture: [{ picture: edge, x: -i / 100, y: 0 }] }).subarray(0, WIDTH * HEIGHT);
      return luma.reduce((sum, byte) => sum + byte, 0) / HEIGHT;
    });
    compositor.free(edge);
    const steps = means.slice(1).map((mean, i) => mean - means[i]!);
    for (const step of steps) expect(Math.abs(step - 2.19)).toBeLessThan(2.3);
  });

  test("a clip keeps to its columns", () => {
    const white = compositor.upload(plain(40, 20, [255, 255, 255, 255]));
    const frame = compositor.render({ picture: [{ picture: white, x: 10, y: 5, clip: { x: 7, width: 9 } }] });
    const lit = [...frame.subarray(10 * WIDTH, 11 * WIDTH)].flatMap((byte, x) => (byte > 16 ? [x] : []));
    compositor.free(white);
    expect(lit).toEqual([17, 18, 19, 20, 21, 22, 23, 24, 25]);
  });
});

describe("soft rasters", () => {
  test("agree with the reference where they are not gradients", () => {
    for (const scale of [2, 4, 8, 3.3]) {
      const layers = [
        { raster: plain(WIDTH, HEIGHT, [90, 140, 30, 255]), x: 0, y: 0 },
        { raster: randomRaster(24, 16, scale), x: -3.3, y: -5.1, scale, opacity: 0.7, repeat: true, soft: true },
      ];
      expect(distance(compose(layers), lumaOf(reference(layers)))).toBeLessThan(2.2);
    }
  });

  test("a slow gradient rises without plateaus", () => {
    const sky = paint(40, 200, (_, y) => [20 + Math.floor(y / 20), 20 + Math.floor(y / 20), 20 + Math.floor(y / 20), 255]);
    compositor.resize({ width: 64, height: 800 });
    const picture = compositor.upload(sky, { soft: true, unit: 4 });
    const frame = compositor.render({ picture: [{ picture, x: -20, y: 0 }] });
    const mean = (y: number) => frame.subarray(y * 64, (y + 8) * 64).reduce((sum, byte) => sum + byte, 0) / 512;
    for (let y = 100; y < 700; y += 40) expect(mean(y + 40) - mean(y)).toBeGreaterThan(0.15);
    compositor.free(picture);
    compositor.resize({ width: WIDTH, height: HEIGHT });
  });
});

describe("two pictures", () => {
  test("one gives way to the other, with what stands above untouched", () => {
    const dark = compositor.upload(plain(WIDTH, HEIGHT, [0, 0, 0, 255]));
    const light = compositor.upload(plain(WIDTH, HEIGHT, [255, 255, 255, 255]));
    const text = compositor.upload(plain(WIDTH, 10, [128, 128, 128, 255]));
    for (const share of [0, 0.25, 1]) {
      const frame = compositor.render({
        picture: [{ picture: light, x: 0, y: 0 }],
        before: [{ picture: dark, x: 0, y: 0 }],
        share,
        above: [{ picture: text, x: 0, y: 0 }],
      });
      expect(Math.abs(frame[0]! - 126)).toBeLessThanOrEqual(1);
      expect(Math.abs(frame[20 * WIDTH]! - (16 + 219 * share))).toBeLessThanOrEqual(1);
    }
    for (const picture of [dark, light, text]) compositor.free(picture);
  });
});

describe("memory", () => {
  test("freed rasters are used again", () => {
    const before = compositor.usedBytes;
    const raster = randomRaster(300, 200, 9);
    compositor.free(compositor.upload(raster));
    const peak = compositor.memoryBytes;
    for (let i = 0; i < 50; i++) compositor.free(compositor.upload(raster, { soft: i % 2 === 0 }));
    expect(compositor.memoryBytes - peak).toBeLessThan(300 * 200 * 8 * 4);
    expect(compositor.usedBytes).toBe(before);
  });

  test("another compositor, from a module compiled elsewhere, gives the same bytes", async () => {
    const other = await openCompositor(new WebAssembly.Module(wasm));
    other.resize(FULL);
    const draw = (one: Compositor) => one.render({ picture: [{ picture: one.upload(randomRaster(90, 50, 4)), x: -3.3, y: -2.2 }] }).slice();
    expect(draw(other)).toEqual(draw(compositor));
  });

  test("an invisible raster costs nothing and draws nothing", () => {
    const picture = compositor.upload(plain(10, 10, [0, 0, 0, 0]));
    expect(picture.record).toBe(0);
    expect(compositor.render({ picture: [{ picture, x: 0, y: 0 }] })[0]).toBe(16);
  });
});
