import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { KinoraError } from "../domain/error.ts";
import type { WasmSource } from "./compositor/program.ts";
import type { Drawing, Raster } from "./layer.ts";

/** A rasterised drawing: `unit` output pixels to a pixel of the raster; `soft` when it was made smaller than it is shown. */
export type Rasterised = { raster: Raster; unit: number; soft: boolean };

/** Turns SVG into pixels. */
export type Rasteriser = { draw: (drawing: Drawing) => Rasterised };

const MOST_SIDE = 16_000;
const MOST_PIXELS = 64_000_000;
/** The sizes at which a soft layer may be kept: a half, a quarter, an eighth. */
const SOFT_UNITS = [2, 4, 8];

let started: Promise<void> | undefined;

/** Starts resvg, once a thread whatever is handed in later. It has no fonts: letters come as outlines. */
export async function openRasteriser(wasm: WasmSource): Promise<Rasteriser> {
  started ??= initWasm(wasm);
  await started;
  return { draw: rasterise };
}

function rasterise(drawing: Drawing): Rasterised {
  if (drawing.bitmap) return asPainted(drawing.bitmap, drawing.width);
  const { scale = 1 } = drawing;
  const times = softUnit(scale);
  const width = Math.max(1, times ? Math.ceil(drawing.width / times) : Math.round(drawing.width * Math.max(1, scale)));
  const height = (width * drawing.height) / drawing.width;
  if (!(width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS)) {
    throw new KinoraError("internal", `A drawing of ${Math.round(width)} by ${Math.round(height)} pixels is too large to rasterise.`);
  }
  return { raster: render(drawing.svg, width), unit: times || drawing.width / width, soft: times > 0 };
}

function asPainted(raster: Raster, shown: number): Rasterised {
  const unit = shown / raster.width;
  const whole = SOFT_UNITS.find((times) => Math.ceil(shown / times) === raster.width);
  return { raster, unit: whole ?? unit, soft: unit > 1 };
}

/** How many output pixels to a pixel a soft drawing gets (the finer of what is near), or 0 when it is not soft. */
function softUnit(scale: number): number {
  return SOFT_UNITS.findLast((unit) => scale <= 1.01 / unit) ?? 0;
}

function render(svg: string, width: number): Raster {
  const document = new Resvg(svg, { fitTo: { mode: "width", value: width } });
  try {
    const image = document.render();
    try {
      return { width: image.width, height: image.height, pixels: image.pixels };
    } finally {
      image.free();
    }
  } finally {
    document.free();
  }
}
