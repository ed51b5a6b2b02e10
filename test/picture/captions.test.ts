import { beforeAll, describe, expect, test } from "bun:test";
import type { Cue } from "../../src/domain/caption.ts";
import type { CaptionLook } from "../../src/domain/caption-look.ts";
import { type Aspect, frameSize } from "../../src/domain/frame.ts";
import { CAPTION_LOOKS, setLook } from "../../src/picture/caption-looks.ts";
import { openCaptions } from "../../src/picture/captions.ts";
import type { Drawing } from "../../src/picture/layer.ts";
import type { Rasterise } from "../../src/picture/lettering.ts";
import type { OverlayItem } from "../../src/picture/overlay.ts";
import { openRasteriser } from "../../src/picture/raster.ts";
import { openType, type Type } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const data = openDataFolder(`${ROOT}/dist/data`);
let type: Type;
let rasterise: Rasterise;
const drawn: Drawing[] = [];

beforeAll(async () => {
  const rasteriser = await openRasteriser(await data("resvg.wasm"));
  type = await openType(data);
  rasterise = (drawing) => {
    drawn.push(drawing);
    return rasteriser.draw(drawing).raster;
  };
});

function cue(startSec: number, ...lines: string[]): Cue {
  let at = startSec;
  const words = lines.map((line) =>
    line.split(" ").map((text) => {
      at += 0.25;
      return { text, startSec: at - 0.25, endSec: at };
    }),
  );
  return { startSec, endSec: at + 0.5, lines: words };
}

const setting = (aspect: Aspect = "16:9", look: CaptionLook = "cinematic") => ({
  type,
  rasterise,
  aspect,
  size: frameSize(aspect, "480p"),
  language: "en",
  captions: { look, size: 1 },
});

/** The pixels that items put over an empty picture, premultiplied; every pixel at most once. */
function paste(items: OverlayItem[], width: number, height: number): { pixels: Uint8Array; twice: number } {
  const pixels = new Uint8Array(width * height * 4);
  const touched = new Uint8Array(width * height);
  for (const { raster, x, y, clip } of items) {
    const part = { x: 0, y: 0, width: raster.width, height: raster.height, ...clip };
    for (let row = part.y; row < part.y + part.height; row++) {
      for (let column = part.x; column < part.x + part.width; column++) {
        const to = (y + row) * width + x + column;
        const from = (row * raster.width + column) * 4;
        touched[to]!++;
        pixels.set(raster.pixels.subarray(from, from + 4), to * 4);
      }
    }
  }
  return { pixels, twice: touched.filter((count) => count > 1).length };
}

/** Columns in which letters of a colour are seen. */
function columns(pixels: Uint8Array, width: number, isColour: (red: number, green: number, blue: number) => boolean): [number, number] {
  let [first, last] = [width, -1];
  for (let at = 0; at < pixels.length; at += 4) {
    if (!isColour(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)) continue;
    const column = (at / 4) % width;
    [first, last] = [Math.min(first, column), Math.max(last, column)];
  }
  return [first, last];
}
const isWhite = (red: number, green: number, blue: number) => red > 240 && green > 240 && blue > 240;
const isYellow = (red: number, green: number, blue: number) => red > 240 && green > 180 && blue < 100;

test("the word being spoken is yellow, from its start to the next word's", async () => {
  const overlay = await openCaptions([cue(1, "one two three")], setting());
  const seen = [1, 1.2, 1.3, 1.55, 1.7].map((timeSec) => columns(paste(overlay.at(timeSec), 854, 480).pixels, 854, isYellow)[0]);
  expect(seen[1]).toBe(seen[0]!);
  expect(seen[2]).toBeGreaterThan(seen[1]!);
  expect(seen[3]).toBeGreaterThan(seen[2]!);
  expect(seen[4]).toBe(seen[3]!);
});

test("only the colour moves: every pixel keeps its alpha, and none is drawn twice", async () => {
  const overlay = await openCaptions([cue(1, "The sun sinks slowly", "toward the horizon,")], setting());
  const [first, later] = [1.3, 2.4].map((timeSec) => paste(overlay.at(timeSec), 854, 480));
  const alpha = (pixels: Uint8Array) => pixels.filter((_, index) => index % 4 === 3);
  expect(alpha(later!.pixels)).toEqual(alpha(first!.pixels));
  expect(first!.twice + later!.twice).toBe(0);
});

test("nothing is seen, drawn or held outside a cue", async () => {
  drawn.length = 0;
  const overlay = await openCaptions([cue(1, "one"), cue(3, "two")], setting());
  expect([overlay.at(0), overlay.at(0.95), overlay.at(2)]).toEqual([[], [], []]);
  expect(drawn.length).toBe(0);
  const raster = overlay.at(1.1)[0]!.raster;
  expect(overlay.at(1.3)[0]!.raster).toBe(raster);
  expect(drawn.length).toBe(1);
});

test("a cue comes on the frame of its first word, and takes over from one before it without a gap", async () => {
  const [first, second] = [cue(1, "one two"), cue(2, "three")];
  const overlay = await openCaptions([first!, second!], setting());
  expect(overlay.at(1 - 0.02)).toEqual([]);
  expect(overlay.at(1)[0]!.opacity).toBeGreaterThan(0.4);
  expect(overlay.at(1.95)[0]!.opacity).toBe(1);
  expect(overlay.at(2)[0]!.opacity).toBe(1);
});

describe("captions stay in the safe area", () => {
  test.each(["16:9", "1:1", "9:16"] as const)("of %s", async (aspect) => {
    const { width, height } = frameSize(aspect, "480p");
    const widest = "w".repeat(Math.floor(setLook({ look: "cinematic", size: 1 }, aspect, "en").form.lineWidthEm / type.measure("w")));
    const overlay = await openCaptions([cue(1, widest, "gjpqy")], setting(aspect));
    const { pixels } = paste(overlay.at(1.4), width, height);
    const [first, last] = columns(pixels, width, (red, green, blue) => isWhite(red, green, blue) || isYellow(red, green, blue));
    const { side, place } = CAPTION_LOOKS.cinematic.forms[aspect];
    expect(first).toBeGreaterThanOrEqual(Math.floor(width * side) - 1);
    expect(last).toBeLessThanOrEqual(Math.ceil(width * (1 - side)) + 1);
    const lowest = pixels.findLastIndex((value, index) => index % 4 === 0 && value > 200);
    expect(Math.floor(lowest / 4 / width)).toBeLessThanOrEqual(height * place.at + 1);
  });
});

test("letters stand out from white: what borders them is dark", async () => {
  const overlay = await openCaptions([cue(1, "l I l")], setting());
  const { pixels } = paste(overlay.at(1.3), 854, 480);
  const overWhite = (at: number) => pixels[at * 4]! + 255 - pixels[at * 4 + 3]!;
  const letter = Array.from({ length: 854 * 480 }, (_, at) => at).find((at) =>
    isWhite(pixels[at * 4]!, pixels[at * 4 + 1]!, pixels[at * 4 + 2]!),
  )!;
  const beside = Array.from({ length: 5 }, (_, step) => overWhite(letter - step));
  expect(Math.min(...beside)).toBeLessThan(40);
});

test("words that look like markup, and words no font has, are drawn or left out without harm", async () => {
  const overlay = await openCaptions([cue(1, "<b>&amp;</b> ]]> {\\an8}"), cue(9, "𒀀𒀁")], setting());
  expect(columns(paste(overlay.at(1.4), 854, 480).pixels, 854, isWhite)[1]).toBeGreaterThan(400);
  expect(columns(paste(overlay.at(9.1), 854, 480).pixels, 854, isYellow)[1]).toBe(-1);
});

test("the same cue gives the same pixels", async () => {
  const [one, two] = await Promise.all([
    openCaptions([cue(1, "sea and sky")], setting()),
    openCaptions([cue(1, "sea and sky")], setting()),
  ]);
  expect(one!.at(1.2)).toEqual(two!.at(1.2));
});
