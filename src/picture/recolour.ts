import { clamp, fromOklab, type Lab, type Rgb, toOklab } from "./elements/colour.ts";
import type { Drawing, Layer, Raster } from "./layer.ts";

/** Gives another colour for a colour. */
export type Recolour = (colour: Rgb) => Rgb;

/** A colour that others are drawn to, and how strongly beside its neighbours: 1 as usual. */
export type Aim = { colour: Rgb; pull: number };

/** How near a colour must be to be drawn to one rather than another, in OKLab; hue and lightness count, lightness less. */
const REACH = 0.1;
const LIGHTNESS_SHARE = 0.6;
/** How fast a drawn colour pales where it is much lighter or darker than what draws it. */
const PALING = 1;
const SIDE = 33;

/**
 * Draws colours to those of a palette: each keeps its lightness and takes hue and strength of what it is nearest to, by `strength` 0..1.
 */
export function drawnTo(palette: readonly Aim[], strength: number): Recolour {
  const aims = palette.map(({ colour, pull }) => ({ lab: toOklab(colour), pull }));
  if (aims.length === 0) return (colour) => colour;
  return (colour) => {
    const lab = toOklab(colour);
    let [a, b, total] = [0, 0, 1e-9];
    for (const { lab: aim, pull } of aims) {
      const away = ((lab[0] - aim[0]) * LIGHTNESS_SHARE) ** 2 + (lab[1] - aim[1]) ** 2 + (lab[2] - aim[2]) ** 2;
      const weight = pull * (Math.exp(-away / (2 * REACH ** 2)) + 1e-6);
      const pale = clamp(1.15 - PALING * Math.max(0, Math.abs(lab[0] - aim[0]) - 0.1), 0.15, 1);
      a += weight * pale * aim[1];
      b += weight * pale * aim[2];
      total += weight;
    }
    const drawn: Lab = [lab[0], lab[1] + (a / total - lab[1]) * strength, lab[2] + (b / total - lab[2]) * strength];
    return fromOklab(drawn).map((channel) => clamp(channel, 0, 255)) as unknown as Rgb;
  };
}

/** The same, answered from a table of colours and what lies between them: for pixels. */
export function tabled(recolour: Recolour): Recolour {
  const table = new Float64Array(SIDE ** 3 * 3);
  const step = 255 / (SIDE - 1);
  for (let index = 0; index < SIDE ** 3; index++) {
    const place = [index % SIDE, Math.floor(index / SIDE) % SIDE, Math.floor(index / SIDE ** 2)] as const;
    table.set(recolour([place[0] * step, place[1] * step, place[2] * step]), index * 3);
  }
  const out: [number, number, number] = [0, 0, 0];
  return ([red, green, blue]) => {
    const [x, y, z] = [red / step, green / step, blue / step];
    const [x0, y0, z0] = [Math.min(SIDE - 2, x | 0), Math.min(SIDE - 2, y | 0), Math.min(SIDE - 2, z | 0)];
    const [u, v, w] = [x - x0, y - y0, z - z0];
    const base = (x0 + SIDE * (y0 + SIDE * z0)) * 3;
    const [right, down, deep] = [3, 3 * SIDE, 3 * SIDE * SIDE];
    for (let channel = 0; channel < 3; channel++) {
      const at = base + channel;
      const along = (from: number): number => table[from]! + (table[from + right]! - table[from]!) * u;
      const across = (from: number): number => along(from) + (along(from + down) - along(from)) * v;
      out[channel] = across(at) + (across(at + deep) - across(at)) * w;
    }
    return out;
  };
}

const COLOUR = /(?<!url\()(?<!href=")#([0-9a-f]{6}|[0-9a-f]{3})\b|rgba?\((\d+),(\d+),(\d+)(,[\d.]+)?\)/gi;

/** An SVG document in other colours. Black and white stay: masks are made of them. */
export function recolourSvg(svg: string, recolour: Recolour): string {
  return svg.replace(COLOUR, (written, hex?: string, red?: string, green?: string, blue?: string, alpha?: string) => {
    const colour = hex ? fromHex(hex) : ([Number(red), Number(green), Number(blue)] as const);
    if (colour.every((channel) => channel === 0) || colour.every((channel) => channel === 255)) return written;
    const turned = recolour(colour).map(Math.round).join(",");
    return alpha ? `rgba(${turned}${alpha})` : `rgb(${turned})`;
  });
}

function fromHex(hex: string): Rgb {
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const value = Number.parseInt(full, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Pixels in other colours; `recolour` is asked for each. */
function recolourRaster({ width, height, pixels }: Raster, recolour: Recolour): Raster {
  const turned = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3]!;
    if (alpha === 0) continue;
    const share = 255 / alpha;
    const dither = ((Math.imul(at, 0x9e3779b1) >>> 24) - 128) / 256;
    const colour = recolour([
      Math.min(255, pixels[at]! * share),
      Math.min(255, pixels[at + 1]! * share),
      Math.min(255, pixels[at + 2]! * share),
    ]);
    for (let channel = 0; channel < 3; channel++)
      turned[at + channel] = clamp(Math.round(colour[channel]! / share + dither * 0.9), 0, alpha);
    turned[at + 3] = alpha;
  }
  return { width, height, pixels: turned };
}

/** Layers in other colours, each by what `of` says for it. */
export function recoloured(layers: Layer[], of: (layer: Layer) => Recolour): Layer[] {
  return layers.map((layer) => {
    const recolour = of(layer);
    const turn = (drawing: Drawing): Drawing =>
      drawing.bitmap
        ? { ...drawing, bitmap: recolourRaster(drawing.bitmap, recolour) }
        : { ...drawing, svg: recolourSvg(drawing.svg, recolour) };
    return layer.kind === "image" ? { ...layer, drawing: turn(layer.drawing) } : { ...layer, drawings: layer.drawings.map(turn) };
  });
}
