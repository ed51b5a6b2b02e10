import type { Colour } from "../../../domain/contrast.ts";
import type { PictureSpec } from "../../../domain/picture.ts";
import { hashSeed, seededRandom } from "../../../domain/seed.ts";
import { gradientStops, toCss } from "../../elements/colour.ts";
import type { ImageLayer, Layer } from "../../layer.ts";
import { changed } from "../../placing.ts";
import { grain } from "../documentary/grain.ts";
import { seen } from "../motion.ts";

const VEIL = 0.66;
/** A veil over headings lets more of the scene through. */
const THIN = 0.34;
const DARKEST = 0.85;

function sheet(name: string, { size }: PictureSpec, body: string, scale: number, at: ImageLayer["at"]): ImageLayer {
  const { width, height } = size;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${body}</svg>`;
  return { kind: "image", name, drawing: { svg, width, height, scale }, at };
}

/** Edges that fade into a colour, by `strength` 0..1. */
export function vignetteLayer(picture: PictureSpec, strength: number, colour: Colour): Layer[] {
  if (strength === 0) return [];
  const { width, height } = picture.size;
  const stops = gradientStops(
    [colour, colour],
    [0, 0, 0.12, 0.42, 0.8, 1].map((share) => share * strength * DARKEST),
  );
  const radius = `gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="translate(${width / 2} ${height / 2}) scale(${0.75 * width} ${0.75 * height})"`;
  const body = `<radialGradient id="v" ${radius}>${stops}</radialGradient><rect width="${width}" height="${height}" fill="url(#v)"/>`;
  return [sheet("vignette", picture, body, 0.25, () => ({ x: 0, y: 0 }))];
}

/** Film grain over the whole frame, by `strength` 0..1. */
export function grainLayer({ size, visual, durationSec }: PictureSpec, strength: number): Layer[] {
  if (strength === 0) return [];
  const stream = (name: string) => seededRandom(hashSeed(name, visual.kind, durationSec));
  const area = { x: 0, y: 0, width: size.width, height: size.height };
  return changed([grain({ stream, layout: { print: area } })], (place) => ({ ...place, opacity: strength }));
}

/** A veil of a colour over the picture for as long as large texts stand over it. */
export function veilLayers(picture: PictureSpec, colour: Colour): Layer[] {
  const { width, height } = picture.size;
  const body = `<rect width="${width}" height="${height}" fill="${toCss(colour)}"/>`;
  const cards = picture.facts?.cards ?? [];
  return cards.map(({ kind, startSec, endSec }) =>
    sheet(`veil ${kind}`, picture, body, 0.25, (timeSec) => {
      const until = kind === "end" ? Number.POSITIVE_INFINITY : endSec;
      const from = startSec === 0 ? -1 : startSec;
      return { x: 0, y: 0, opacity: (kind === "heading" ? THIN : VEIL) * seen(timeSec, from, until, 0.6, 0.6) };
    }),
  );
}
