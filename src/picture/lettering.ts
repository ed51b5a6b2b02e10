import type { Drawing, Raster } from "./layer.ts";

/** Draws one SVG document, the same pixels every time. */
export type Rasterise = (drawing: Drawing) => Raster;

/** A colour, 0..255 a channel. */
export type Colour = [red: number, green: number, blue: number];

/** What is under letters: blurred by `blur` px (standard deviation, about), moved down by `drop` px, of `opacity` 0..1. */
export type Shadow = { blur: number; drop: number; opacity: number };

/** Outlined letters before they have a colour: how much of each pixel is letter and how much letter or outline, 0..255; and the shadow below. */
export type Lettering = { width: number; height: number; fill: Uint8Array; ink: Uint8Array; under: Uint8Array };

/** Letters given as SVG path data, with an outline reaching `outline` px beyond them, and their shadows. */
export function drawLettering(
  rasterise: Rasterise,
  { path, width, height, outline, shadows }: { path: string; width: number; height: number; outline: number; shadows: Shadow[] },
): Lettering {
  const stroke = outline > 0 ? `<path d="${path}" fill="#00f" stroke="#00f" stroke-width="${outline * 2}" stroke-linejoin="round"/>` : "";
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  const { pixels } = rasterise({ svg: `${head}${stroke}<path d="${path}" fill="#f00"/></svg>`, width, height });
  const fill = new Uint8Array(width * height);
  const ink = new Uint8Array(width * height);
  for (let index = 0; index < fill.length; index++) {
    fill[index] = pixels[index * 4]!;
    ink[index] = pixels[index * 4 + 3]!;
  }
  const under = new Uint8Array(width * height);
  for (const shadow of shadows) castShadow(under, ink, width, height, shadow);
  return { width, height, fill, ink, under };
}

/** The letters in a colour over their outline and shadow. */
export function colourLettering({ width, height, fill, ink, under }: Lettering, letters: Colour, outline: Colour): Raster {
  const pixels = new Uint8Array(width * height * 4);
  for (let index = 0; index < fill.length; index++) {
    const alpha = ink[index]! + Math.round((under[index]! * (255 - ink[index]!)) / 255);
    if (alpha === 0) continue;
    const letter = fill[index]!;
    const edge = ink[index]! - letter;
    for (let channel = 0; channel < 3; channel++) {
      pixels[index * 4 + channel] = Math.round((letter * letters[channel]! + edge * outline[channel]!) / 255);
    }
    pixels[index * 4 + 3] = alpha;
  }
  return { width, height, pixels };
}

/** Adds a blurred copy of `ink` to `under`, worked out at a fraction of the size. */
function castShadow(under: Uint8Array, ink: Uint8Array, width: number, height: number, { blur, drop, opacity }: Shadow): void {
  const step = Math.max(1, Math.floor(blur / 2));
  const small = shrink(ink, width, height, step);
  for (let pass = 0; pass < 3; pass++) boxBlur(small, Math.max(1, Math.round(blur / step)));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dark = Math.min(255, sample(small, (x + 0.5) / step - 0.5, (y - drop + 0.5) / step - 0.5) * opacity);
      const index = y * width + x;
      under[index] = Math.round(under[index]! + (dark * (255 - under[index]!)) / 255);
    }
  }
}

type Field = { width: number; height: number; values: Float32Array };

function shrink(ink: Uint8Array, width: number, height: number, step: number): Field {
  const field = { width: Math.ceil(width / step), height: Math.ceil(height / step), values: new Float32Array(0) };
  field.values = new Float32Array(field.width * field.height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / step) * field.width;
    for (let x = 0; x < width; x++) field.values[row + Math.floor(x / step)]! += ink[y * width + x]! / (step * step);
  }
  return field;
}

/** Mean over 2 x radius + 1 values, along the rows and then along the columns; outside is empty. */
function boxBlur({ width, height, values }: Field, radius: number): void {
  for (let y = 0; y < height; y++) blurLine(values, y * width, 1, width, radius);
  for (let x = 0; x < width; x++) blurLine(values, x, width, height, radius);
}

function blurLine(values: Float32Array, from: number, stride: number, count: number, radius: number): void {
  const line = Float32Array.from({ length: count }, (_, index) => values[from + index * stride]!);
  let total = 0;
  for (let index = -radius; index < count; index++) {
    total += line[index + radius] ?? 0;
    total -= line[index - radius - 1] ?? 0;
    if (index >= 0) values[from + index * stride] = total / (2 * radius + 1);
  }
}

function sample({ width, height, values }: Field, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : values[row * width + column]!;
  const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * (x - left);
  const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * (x - left);
  return upper + (lower - upper) * (y - top);
}
