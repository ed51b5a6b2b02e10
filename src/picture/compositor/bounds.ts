import type { Raster } from "../layer.ts";

/** A rectangle in whole pixels. */
export type Box = { x: number; y: number; width: number; height: number };

/** The smallest box that holds all that is not wholly transparent, or undefined when nothing is seen. */
export function visibleBox(raster: Raster): Box | undefined {
  const { width, height } = raster;
  const words = toWords(raster.pixels);
  const seen = (from: number, count: number) => {
    for (let i = from; i < from + count; i++) if (words[i] !== 0) return true;
    return false;
  };
  let top = 0;
  while (top < height && !seen(top * width, width)) top++;
  if (top === height) return undefined;
  let bottom = height;
  while (!seen((bottom - 1) * width, width)) bottom--;
  let left = width;
  let right = 0;
  for (let y = top; y < bottom; y++) {
    const row = y * width;
    for (let x = 0; x < left; x++) if (words[row + x] !== 0) left = x;
    for (let x = width - 1; x >= right; x--) if (words[row + x] !== 0) right = x + 1;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box with `margin` more on every side, as far as the raster reaches. */
export function widenBox(box: Box, margin: number, raster: Raster): Box {
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const right = Math.min(raster.width, box.x + box.width + margin);
  return { x, y, width: right - x, height: Math.min(raster.height, box.y + box.height + margin) - y };
}

function toWords(pixels: Uint8Array): Uint32Array {
  const bytes = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
