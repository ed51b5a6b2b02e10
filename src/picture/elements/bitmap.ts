import type { Raster } from "../layer.ts";

/** Writes the colour (red, green, blue 0..255, alpha 0..1, not premultiplied) of the point at `u`, `v` in 0..1. */
export type Paint = (u: number, v: number, out: Float64Array) => void;

/** Noise of one step that never changes, so that slow gradients do not band. */
const dither = (x: number, y: number): number => ((Math.imul(x * 12 + 5, 0x9e3779b1) ^ Math.imul(y * 7 + 3, 0x85ebca6b)) >>> 24) / 256;

/** Paints a picture of `width` x `height` output pixels point by point, one point to `unit` output pixels each way. */
export function paintRaster(width: number, height: number, unit: number, paint: Paint): Raster {
  const columns = Math.ceil(width / unit);
  const rows = Math.ceil(height / unit);
  const pixels = new Uint8Array(columns * rows * 4);
  const out = new Float64Array(4);
  for (let y = 0, at = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, at += 4) {
      paint(((x + 0.5) * unit) / width, ((y + 0.5) * unit) / height, out);
      const alpha = out[3]! <= 0 ? 0 : out[3]! >= 1 ? 255 : Math.floor(out[3]! * 255 + 0.5);
      if (alpha === 0) continue;
      const noise = dither(x, y);
      const share = alpha / 255;
      pixels[at] = Math.min(alpha, Math.max(0, Math.floor(out[0]! * share + noise)));
      pixels[at + 1] = Math.min(alpha, Math.max(0, Math.floor(out[1]! * share + noise)));
      pixels[at + 2] = Math.min(alpha, Math.max(0, Math.floor(out[2]! * share + noise)));
      pixels[at + 3] = alpha;
    }
  }
  return { width: columns, height: rows, pixels };
}

const UNITS = [1, 2, 4, 8];

/** How many output pixels to a painted point, so that about `columns` points lie across `width`. */
export function unitFor(width: number, columns: number): number {
  const wanted = Math.log2(width / columns);
  return UNITS[Math.min(3, Math.max(0, Math.round(wanted)))]!;
}
