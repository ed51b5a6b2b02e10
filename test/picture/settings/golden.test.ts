import { expect, test } from "bun:test";
import { crc32, deflateSync, inflateSync } from "node:zlib";
import type { PictureSpec } from "../../../src/domain/picture.ts";
import type { Palette, Setting } from "../../../src/domain/storyboard.ts";
import { openCompositor } from "../../../src/picture/compositor/compositor.ts";
import { openRasteriser } from "../../../src/picture/raster.ts";
import { openScene } from "../../../src/picture/scene.ts";
import { Shelf } from "../../../src/picture/shelf.ts";
import { openType } from "../../../src/picture/text.ts";
import { openDataFolder } from "../../../src/system/data.ts";
import { ROOT } from "../../helpers/sources.ts";

const SIZE = { width: 96, height: 54 };
const FRAME = 20;
const TOLERANCE = 3;
const data = openDataFolder(`${ROOT}/dist/data`);

async function drawFrame(setting: Setting, palette: Palette, composition: number): Promise<Uint8Array> {
  const shelf = new Shelf(await openCompositor(await data("compositor.wasm")), await openRasteriser(await data("resvg.wasm")));
  const visual = { kind: "scenery" as const, setting, palette, seed: 7, subjects: [], composition };
  const picture: PictureSpec = { visual, style: "cinematic", aspect: "16:9", size: SIZE, durationSec: 4, cards: [] };
  const means = {
    shelf,
    subjectSvg: () => undefined,
    type: await openType(data),
    openMedia: () => Promise.reject(new Error("none")),
    cards: () => [],
    captions: () => [],
  };
  const scene = await openScene({ picture, cues: [], captions: "off", fps: 30, frames: 120 }, means);
  for (let index = 0; index < FRAME; index++) await scene.frame(index);
  const rgb = toRgb(await scene.frame(FRAME));
  await scene.close();
  return rgb;
}

/** I420 of limited range, BT.709, to RGB. */
function toRgb(frame: Uint8Array): Uint8Array {
  const { width, height } = SIZE;
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let index = 0; index < width * height; index++) {
    const chroma = (Math.floor(index / width) >> 1) * (width / 2) + ((index % width) >> 1);
    const luma = 1.1644 * (frame[index]! - 16);
    const blue = frame[width * height + chroma]! - 128;
    const red = frame[width * height * 1.25 + chroma]! - 128;
    rgb.set([luma + 1.7927 * red, luma - 0.2132 * blue - 0.5329 * red, luma + 2.1124 * blue], index * 3);
  }
  return new Uint8Array(rgb);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

function encodePng(rgb: Uint8Array): Uint8Array {
  const row = SIZE.width * 3;
  const rows = new Uint8Array((row + 1) * SIZE.height);
  for (let y = 0; y < SIZE.height; y++) rows.set(rgb.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, SIZE.width);
  new DataView(header.buffer).setUint32(4, SIZE.height);
  header.set([8, 2, 0, 0, 0], 8);
  const start = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", new Uint8Array())]);
}

/** Pixels of a PNG that `encodePng` wrote. */
function decodePng(png: Uint8Array): Uint8Array {
  const length = new DataView(png.buffer, png.byteOffset).getUint32(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const row = SIZE.width * 3 + 1;
  return Buffer.concat(Array.from({ length: SIZE.height }, (_, y) => rows.subarray(y * row + 1, (y + 1) * row)));
}

/** Frames to look at when a change of the art is meant: delete them and run the test twice, looking at what it wrote. */
test.each([
  ["ocean", "sunset", 0],
  ["ocean", "night", 3],
  ["mountains", "dawn", 0],
  ["mountains", "sunset", 2],
  ["city", "night", 0],
  ["city", "day", 1],
  ["space", "night", 0],
  ["space", "day", 3],
  ["forest", "day", 0],
  ["forest", "sunset", 3],
  ["desert", "sunset", 0],
  ["desert", "dawn", 2],
  ["winter", "night", 0],
  ["field", "autumn", 0],
  ["rain", "sunset", 0],
  ["underwater", "day", 0],
  ["night-sky", "dawn", 1],
  ["river", "misty", 0],
  ["room", "night", 1],
  ["abstract", "sunset", 0],
] as const)("%s at %s, composition %i, looks as it did", async (setting, palette, composition) => {
  const drawn = await drawFrame(setting, palette, composition);
  const file = Bun.file(`${ROOT}/test/picture/fixtures/${setting}-${palette}${composition ? `-${composition}` : ""}.png`);
  if (!(await file.exists())) {
    await Bun.write(file, encodePng(drawn));
    throw new Error(`${file.name} was missing and has been written. Look at it.`);
  }
  const kept = decodePng(await file.bytes());
  const off = drawn.reduce((sum, value, index) => sum + Math.abs(value - kept[index]!), 0) / drawn.length;
  expect(off).toBeLessThan(TOLERANCE);
});
