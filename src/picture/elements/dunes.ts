import type { Random } from "../../domain/seed.ts";
import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import type { Sun } from "./sky.ts";
import { type Box, between, drawLayer, type Stage } from "./stage.ts";

/** Where sand lies: `side` is -1 when the light comes from the left. */
export type Land = { stage: Stage; sun: Sun; sand: Rgb; side: number };

type Dune = { x: number; base: number; height: number; back: number; fall: number };

/** Height of a dune above its base at a frame x: a long windward back, a crest, a short steep lee on the side of `lee`. */
function rise(dune: Dune, x: number, lee: number): number {
  const away = (x - dune.x) * lee;
  const part = Math.max(0, 1 - (away > 0 ? away / dune.fall : -away / dune.back));
  return dune.height * (away > 0 ? part ** 1.25 : part * part * (1.9 - 0.9 * part));
}

/** One dune: its lit back, and its lee in shade behind the winding edge that runs down from the crest. */
function duneSvg(random: Random, dune: Dune, lee: number, bottom: number, fills: { back: string; lee: string }): string {
  const [from, to] = [dune.x - lee * dune.back, dune.x + lee * dune.fall];
  const point = (x: number): string => `${x.toFixed(1)},${(dune.base - rise(dune, x, lee)).toFixed(1)}`;
  const along = (start: number, end: number): string[] => Array.from({ length: 29 }, (_, step) => point(lerp(start, end, step / 28)));
  const drop = Math.min(bottom - dune.base, dune.height * 0.7) + dune.height;
  const top = dune.base - dune.height;
  const sway = lee * dune.back * between(random, 0.1, 0.2);
  const end = dune.x - lee * dune.back * between(random, 0.02, 0.3);
  const edge = `C${(dune.x + sway * 0.7).toFixed(1)},${(top + drop * 0.28).toFixed(1)} ${(dune.x - sway * 2).toFixed(1)},${(top + drop * 0.5).toFixed(1)} ${end.toFixed(1)},${(top + drop).toFixed(1)}`;
  const outline = `M${from.toFixed(1)},${bottom.toFixed(1)}L${along(from, dune.x).join("L")}L${along(dune.x, to).join("L")}L${to.toFixed(1)},${bottom.toFixed(1)}Z`;
  const face = `M${point(dune.x)}${edge}L${to.toFixed(1)},${(top + drop).toFixed(1)}L${along(to, dune.x).join("L")}Z`;
  return `<path d="${outline}" fill="${fills.back}"/><path d="${face}" fill="${fills.lee}"/>`;
}

/** Fine ripples in the sand. */
function ripples(random: Random, box: Box, unit: number, count: number): string {
  let path = "";
  for (let index = 0; index < count; index++) {
    const x = box.x + random() * box.width;
    const part = random();
    const y = box.y + (0.3 + 0.7 * part) * box.height;
    const half = unit * between(random, 0.03, 0.11) * (0.4 + part);
    const sag = unit * between(random, 0.003, 0.009) * (0.4 + part);
    path += `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + sag).toFixed(1)} ${(x + half).toFixed(1)},${(y - sag * 0.4).toFixed(1)}Q${x.toFixed(1)},${(y + sag * 0.55).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;
  }
  return path;
}

/** A field of dunes and the line of its ground. */
export type Dunes = { layer: Layer; ground: (x: number) => number };

/** A field of dunes whose bases lie at `base`, at most `tall` high, over sand down to the bottom of the picture. */
export function duneField(land: Land, name: string, base: number, tall: number, depth: number, perUnit: number): Dunes {
  const { stage, sand } = land;
  const { light, unit, height } = stage;
  const random = stage.stream(name);
  const lee = -land.side;
  const box = stage.span(depth, base - tall - 2, height - base + tall + 2);
  const count = Math.max(2, Math.round((box.width / unit) * perUnit) + 1);
  const dunes: Dune[] = Array.from({ length: count }, (_, index) => {
    const size = between(random, 0.45, 1);
    const back = (unit / perUnit) * between(random, 0.9, 1.5) * (0.6 + 0.4 * size);
    return {
      x: box.x + ((index + between(random, 0.1, 0.9)) / count) * box.width,
      base,
      height: tall * size,
      back,
      fall: back * between(random, 0.55, 0.8),
    };
  }).sort((one, other) => other.height - one.height);
  const lit = surface(light, sand, depth, 1);
  const crest = mix(lit, light.glow, light.moon ? 0.06 : 0.24);
  const dark = mix(
    surface(light, mix(sand, parseColour("#8a4640"), 0.35), depth, light.palette === "day" ? 0.35 : 0.08),
    light.silhouette,
    (light.palette === "day" ? 0.02 : 0.06) + 0.16 * depth,
  );
  const plain = mix(mix(lit, light.haze, 0.5 * (1 - depth)), dark, 0.16 + 0.14 * depth);
  const near = mix(plain, mix(dark, light.silhouette, 0.35), light.palette === "day" ? 0.3 : 0.55 * depth);
  const vertical = (from: number, to: number): string =>
    `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${from.toFixed(0)}" y2="${to.toFixed(0)}"`;
  const foot = Math.min(height, base + tall * 0.7);
  const defs = `<defs><linearGradient id="b" ${vertical(base - tall, foot)}>${gradientStops([crest, lit, plain])}</linearGradient><linearGradient id="d" x1="0" x2="0" y1="0" y2="1">${gradientStops([dark, mix(dark, lit, 0.1), mix(dark, plain, 0.4), plain, plain], [1, 0.95, 0.5, 0, 0])}</linearGradient><linearGradient id="g" ${vertical(base, height)}>${gradientStops([plain, near])}</linearGradient></defs>`;
  const body = dunes.map((dune) => duneSvg(random, dune, lee, foot, { back: "url(#b)", lee: "url(#d)" })).join("");
  const field = `<rect x="${box.x}" y="${(foot - 1).toFixed(1)}" width="${box.width}" height="${(height - foot + 3).toFixed(1)}" fill="url(#g)"/>`;
  const flat = `<rect x="${box.x}" y="${base.toFixed(1)}" width="${box.width}" height="${(foot - base + 2).toFixed(1)}" fill="${toCss(plain)}"/>`;
  const waves = `<path d="${ripples(random, { ...box, y: base, height: height - base }, unit, Math.round(depth * 70))}" fill="${toCss(dark, 0.2)}"/>`;
  const ground = (x: number): number => base - Math.max(0, ...dunes.map((dune) => rise(dune, x, lee)));
  return { layer: drawLayer(name, box, defs + flat + body + field + waves, stage.pan(depth)), ground };
}
