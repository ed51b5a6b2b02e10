import { beforeAll, expect, test } from "bun:test";
import { openRasteriser, type Rasteriser } from "../../src/picture/raster.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

let rasteriser: Rasteriser;
const data = openDataFolder(`${ROOT}/dist/data`);

beforeAll(async () => {
  rasteriser = await openRasteriser(await data("resvg.wasm"));
});

const svg = (width: number, height: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
const square = svg(40, 20, `<rect width="20" height="20" fill="#ff0000" fill-opacity="0.5"/>`);

const scales: [number | undefined, { width: number; height: number; unit: number; soft: boolean }][] = [
  [undefined, { width: 40, height: 20, unit: 1, soft: false }],
  [1, { width: 40, height: 20, unit: 1, soft: false }],
  [0.8, { width: 40, height: 20, unit: 1, soft: false }],
  [0.5, { width: 20, height: 10, unit: 2, soft: true }],
  [0.3, { width: 20, height: 10, unit: 2, soft: true }],
  [0.25, { width: 10, height: 5, unit: 4, soft: true }],
  [0.01, { width: 5, height: 3, unit: 8, soft: true }],
  [2, { width: 80, height: 40, unit: 0.5, soft: false }],
];
test.each(scales)("a drawing at scale %p", (scale, want) => {
  const { raster, unit, soft } = rasteriser.draw({ svg: square, width: 40, height: 20, ...(scale ? { scale } : {}) });
  expect({ width: raster.width, height: raster.height, unit, soft }).toEqual(want);
  expect(raster.pixels.length).toBe(raster.width * raster.height * 4);
});

test("pixels are premultiplied", () => {
  const { raster } = rasteriser.draw({ svg: square, width: 40, height: 20 });
  expect([...raster.pixels.subarray(0, 4)]).toEqual([128, 0, 0, 128]);
  expect([...raster.pixels.subarray(4 * 30, 4 * 31)]).toEqual([0, 0, 0, 0]);
});

test("a drawing too large to hold is refused", () => {
  expect(() => rasteriser.draw({ svg: square, width: 40_000, height: 20_000 })).toThrow("too large");
});

test("what is painted already is taken as it is", () => {
  const bitmap = { width: 11, height: 6, pixels: new Uint8Array(11 * 6 * 4) };
  expect(rasteriser.draw({ svg: "", width: 42, height: 21, bitmap })).toEqual({ raster: bitmap, unit: 4, soft: true });
  expect(rasteriser.draw({ svg: "", width: 33, height: 18, bitmap })).toEqual({ raster: bitmap, unit: 3, soft: true });
  expect(rasteriser.draw({ svg: "", width: 11, height: 6, bitmap })).toEqual({ raster: bitmap, unit: 1, soft: false });
});
