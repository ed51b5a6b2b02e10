import type { Raster } from "./layer.ts";
import type { Colour } from "./lettering.ts";

/** A rectangle in pixels, whole numbers. */
export type Rect = { x: number; y: number; width: number; height: number };

/** A rectangle with corners of `radius` px, edges softened over a pixel; `opacity` 0..1. */
export function drawPlate(width: number, height: number, radius: number, colour: Colour, opacity: number): Raster {
  const pixels = new Uint8Array(width * height * 4);
  const round = Math.min(radius, width / 2, height / 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) paint(pixels, (y * width + x) * 4, colour, opacity * coverage(x, y, width, height, round));
  }
  return { width, height, pixels };
}

function paint(pixels: Uint8Array, at: number, colour: Colour, alpha: number): void {
  for (let channel = 0; channel < 3; channel++) pixels[at + channel] = Math.round(colour[channel]! * alpha);
  pixels[at + 3] = Math.round(255 * alpha);
}

/** How much of a pixel lies inside, by the distance of its middle from the rounded edge. */
function coverage(x: number, y: number, width: number, height: number, round: number): number {
  const across = Math.max(0, Math.abs(x + 0.5 - width / 2) - (width / 2 - round));
  const down = Math.max(0, Math.abs(y + 0.5 - height / 2) - (height / 2 - round));
  return Math.min(1, Math.max(0, round - Math.hypot(across, down) + 0.5));
}

/** Puts a raster over a smaller plate whose top left corner is at `x`, `y`. */
export function putUnder(over: Raster, plate: Raster, x: number, y: number): void {
  for (let row = 0; row < plate.height; row++) {
    let at = ((y + row) * over.width + x) * 4;
    for (let from = row * plate.width * 4; from < (row + 1) * plate.width * 4; from += 4, at += 4) {
      const open = 255 - over.pixels[at + 3]!;
      if (open === 0) continue;
      for (let channel = 0; channel < 4; channel++) {
        over.pixels[at + channel] = over.pixels[at + channel]! + (plate.pixels[from + channel]! * open + 127) / 255;
      }
    }
  }
}
