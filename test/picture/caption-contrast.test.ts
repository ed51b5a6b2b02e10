import { beforeAll, describe, expect, test } from "bun:test";
import type { Cue } from "../../src/domain/caption.ts";
import { CaptionLook, type CaptionSettings } from "../../src/domain/caption-look.ts";
import { contrast, parseColour, TEXT_CONTRAST } from "../../src/domain/contrast.ts";
import type { PictureSpec } from "../../src/domain/picture.ts";
import type { Palette, Setting, Visual } from "../../src/domain/storyboard.ts";
import { captionColours } from "../../src/picture/caption-colours.ts";
import { openCaptions } from "../../src/picture/captions.ts";
import { openCompositor } from "../../src/picture/compositor/compositor.ts";
import type { Raster } from "../../src/picture/layer.ts";
import type { Colour, Rasterise } from "../../src/picture/lettering.ts";
import type { OverlayItem } from "../../src/picture/overlay.ts";
import { openRasteriser } from "../../src/picture/raster.ts";
import { openScene } from "../../src/picture/scene.ts";
import { Shelf } from "../../src/picture/shelf.ts";
import { openType, type Type } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const SIZE = { width: 1280, height: 720 };
const data = openDataFolder(`${ROOT}/dist/data`);
let type: Type;
let rasterise: Rasterise;
const grounds = new Map<string, Uint8Array>();

const CUE: Cue = {
  startSec: 1,
  endSec: 5,
  lines: [
    ["The", "sun", "sinks", "slowly"].map((text, index) => ({ text, startSec: 1 + index * 0.3, endSec: 1.3 + index * 0.3 })),
    ["toward", "the", "horizon"].map((text, index) => ({ text, startSec: 2.2 + index * 0.3, endSec: 2.5 + index * 0.3 })),
  ],
};

beforeAll(async () => {
  const rasteriser = await openRasteriser(await data("resvg.wasm"));
  const shelf = new Shelf(await openCompositor(await data("compositor.wasm")), rasteriser);
  type = await openType(data);
  rasterise = (drawing) => rasteriser.draw(drawing).raster;
  for (const [setting, palette] of [
    ["mountains", "day"],
    ["desert", "day"],
    ["ocean", "sunset"],
    ["forest", "day"],
    ["space", "night"],
  ] as [Setting, Palette][]) {
    grounds.set(`${setting} ${palette}`, await scenery(shelf, setting, palette));
  }
  grounds.set("white", new Uint8Array(SIZE.width * SIZE.height * 3).fill(255));
  grounds.set("grey", new Uint8Array(SIZE.width * SIZE.height * 3).fill(128));
  grounds.set("black", new Uint8Array(SIZE.width * SIZE.height * 3));
});

/** A frame of built-in scenery, RGB. */
async function scenery(shelf: Shelf, setting: Setting, palette: Palette): Promise<Uint8Array> {
  const visual: Visual = { kind: "scenery", setting, palette, seed: 1, subjects: [], composition: 0 };
  const picture: PictureSpec = { visual, style: "cinematic", aspect: "16:9", size: SIZE, durationSec: 2, cards: [] };
  const means = { shelf, subjectSvg: () => undefined, type, openMedia: () => Promise.reject(), cards: () => [], captions: () => [] };
  const scene = await openScene({ picture, cues: [], captions: "off", fps: 30, frames: 60 }, means);
  const frame = Uint8Array.from(await scene.frame(0));
  await scene.close();
  return toRgb(frame);
}

/** I420 (BT.709, video range) to RGB. */
function toRgb(frame: Uint8Array): Uint8Array {
  const { width, height } = SIZE;
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const chroma = (Math.floor(at / width) >> 1) * (width / 2) + ((at % width) >> 1);
    const luma = 1.1644 * (frame[at]! - 16);
    const blue = frame[width * height + chroma]! - 128;
    const red = frame[width * height * 1.25 + chroma]! - 128;
    rgb.set([luma + 1.7927 * red, luma - 0.2132 * blue - 0.5329 * red, luma + 2.1124 * blue], at * 3);
  }
  return new Uint8Array(rgb.buffer);
}

/** Items over a picture; and which pixels are wholly of a letter's colour. */
function paste(items: OverlayItem[], ground: Uint8Array, letters: Colour[]): { seen: Uint8Array; inLetter: Uint8Array } {
  const seen = Uint8Array.from(ground);
  const inLetter = new Uint8Array(SIZE.width * SIZE.height);
  for (const { raster, x, y, clip, opacity = 1 } of items) {
    const part = { x: 0, y: 0, width: raster.width, height: raster.height, ...clip };
    const letter = mostUsed(raster, letters);
    for (let row = part.y; row < part.y + part.height; row++) {
      for (let column = part.x; column < part.x + part.width; column++) {
        const from = raster.pixels.subarray((row * raster.width + column) * 4, (row * raster.width + column) * 4 + 4);
        const to = (Math.round(y) + row) * SIZE.width + Math.round(x) + column;
        for (let channel = 0; channel < 3; channel++) {
          seen[to * 3 + channel] = from[channel]! * opacity + seen[to * 3 + channel]! * (1 - (from[3]! * opacity) / 255);
        }
        if (letter >= 0 && from[3]! > 253) inLetter[to] = isNear(from, letters[letter]!) ? letter + 1 : 0;
      }
    }
  }
  return { seen, inLetter };
}

/** Which of two colours the letters of a raster have: seams between letters and outline may pass through the other. */
function mostUsed({ pixels }: Raster, letters: Colour[]): number {
  const counts = letters.map(() => 0);
  for (let at = 0; at < pixels.length; at += 4) {
    const pixel = pixels.subarray(at, at + 4);
    if (pixel[3]! > 253) for (const [index, colour] of letters.entries()) if (isNear(pixel, colour)) counts[index]!++;
  }
  return Math.max(...counts) === 0 ? -1 : counts.indexOf(Math.max(...counts));
}

const isNear = (pixel: Uint8Array, colour: Colour): boolean => colour.every((value, channel) => Math.abs(value - pixel[channel]!) <= 2);

/** Contrasts of letters with what lies around them, two to three pixels off (nearer ones are half letter), ascending. */
function ringContrasts({ seen, inLetter }: ReturnType<typeof paste>, letters: Colour[]): number[] {
  const { width, height } = SIZE;
  const contrasts: number[] = [];
  for (let y = 3; y < height - 3; y++) {
    if (!rowHas(inLetter, y)) continue;
    for (let x = 3; x < width - 3; x++) {
      const near = nearest(inLetter, y * width + x);
      if (near.distance !== 2) continue;
      const ground = [...seen.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)] as Colour;
      contrasts.push(contrast(letters[near.letter - 1]!, ground));
    }
  }
  return contrasts.sort((one, other) => one - other);
}

const rowHas = (inLetter: Uint8Array, y: number): boolean =>
  inLetter.subarray((y - 2) * SIZE.width, (y + 3) * SIZE.width).some((letter) => letter > 0);

function nearest(inLetter: Uint8Array, at: number): { distance: number; letter: number } {
  for (let distance = 0; distance <= 2; distance++) {
    for (let down = -distance; down <= distance; down++) {
      for (let across = -distance; across <= distance; across++) {
        const letter = inLetter[at + down * SIZE.width + across]!;
        if (letter > 0) return { distance, letter };
      }
    }
  }
  return { distance: 3, letter: 0 };
}

async function leastContrast(settings: CaptionSettings, ground: string): Promise<number> {
  const overlay = await openCaptions([CUE], { type, rasterise, aspect: "16:9", size: SIZE, language: "en", captions: settings });
  const { plain, spoken } = captionColours(settings);
  const letters = [spoken.letters, plain.letters];
  const contrasts = ringContrasts(paste(overlay.at(2.9), grounds.get(ground)!, letters), letters);
  expect(contrasts.length).toBeGreaterThan(500);
  return contrasts[Math.floor(contrasts.length / 10)]!;
}

const PICTURES = ["mountains day", "desert day", "ocean sunset", "forest day", "space night", "white", "grey", "black"];

describe.each(CaptionLook.options)("letters of %s stand out", (look) => {
  test.each(PICTURES)("from %s, wherever they stand", async (ground) => {
    for (const position of ["bottom", "middle", "top"] as const) {
      expect(await leastContrast({ look, size: 1, position }, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  });

  test.each([
    ["#101010", "#202020", "#000000"],
    ["#ffffff", "#ffff00", "#fff8d0"],
    ["#808080", "#303030", "#888888"],
    ["#00ff00", "#ff0000", "#00ff00"],
  ])("in colours of the user's that are alike: %s, %s on %s", async (color, highlight, outline) => {
    for (const ground of ["white", "grey", "black"]) {
      expect(await leastContrast({ look, size: 1, color, highlight, outline }, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    }
  });
});

describe("colours that cannot be read", () => {
  test("give way until they can be, and a note says so", () => {
    const { plain, notes } = captionColours({ look: "classic", size: 1, color: "#336699", outline: "#000000" });
    expect(plain.letters).toEqual(parseColour("#336699"));
    expect(contrast(plain.letters, plain.edge)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    expect(contrast(plain.letters, plain.edge)).toBeLessThan(7.5);
    expect(notes.join()).toContain("#336699");
  });

  test.each(["classic", "pop", "minimal"] as const)("of %s include no highlight, which a note says", (look) => {
    expect(captionColours({ look, size: 1, highlight: "#ff0000" }).notes.join()).toContain("mark no word");
  });

  test.each(CaptionLook.options)("are none of %s's own", (look) => {
    expect(captionColours({ look, size: 1 }).notes).toEqual([]);
  });
});
