import type { Drawing, Raster } from "./layer.ts";
import { castShadow, type Shadow } from "./shadow.ts";

/** Draws one SVG document, the same pixels every time. */
export type Rasterise = (drawing: Drawing) => Raster;

/** A colour, 0..255 a channel. */
export type Colour = [red: number, green: number, blue: number];

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
export function colourLettering(lettering: Lettering, letters: Colour, outline: Colour, shadow: Colour = [0, 0, 0]): Raster {
  const { width, height, fill, ink, under } = lettering;
  const pixels = new Uint8Array(width * height * 4);
  const [red, green, blue] = letters.map((value, channel) => mixes(value, outline[channel]!)) as [Uint8Array, Uint8Array, Uint8Array];
  for (let index = 0, at = 0; index < fill.length; index++, at += 4) {
    const inked = ink[index]!;
    const below = under[index]!;
    if (inked + below === 0) continue;
    const shade = (below * (255 - inked)) / 255;
    const letter = fill[index]!;
    const share = inked === 255 || inked === 0 ? letter : Math.round((letter * 255) / inked);
    pixels[at] = (red[share]! * inked + shadow[0] * shade + 127) / 255;
    pixels[at + 1] = (green[share]! * inked + shadow[1] * shade + 127) / 255;
    pixels[at + 2] = (blue[share]! * inked + shadow[2] * shade + 127) / 255;
    pixels[at + 3] = inked + shade + 0.5;
  }
  return { width, height, pixels };
}

/** All mixtures of two values, by the share (0..255) of the first. */
function mixes(first: number, second: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, share) => Math.round((first * share + second * (255 - share)) / 255));
}
