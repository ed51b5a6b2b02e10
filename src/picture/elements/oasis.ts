import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, toCss } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { palmPath } from "./palms.ts";
import { between, drawLayer, type Stage, swing, together } from "./stage.ts";
import { bushesPath, grassPath } from "./trees.ts";

/** A spring-fed pool in the sand: its middle, half width and half height in pixels. */
export type Pool = { x: number; y: number; half: number; tall: number };

const outline = (pool: Pool, grow: number): string => {
  const [rx, ry] = [pool.half * grow, pool.tall * grow];
  const at = (x: number, y: number): string => `${(pool.x + x * rx).toFixed(1)},${(pool.y + y * ry).toFixed(1)}`;
  return `M${at(-1, 0.1)}C${at(-1, -0.5)} ${at(-0.5, -0.8)} ${at(-0.1, -0.86)}S${at(0.5, -1.1)} ${at(0.82, -0.62)}S${at(1.08, 0.3)} ${at(0.66, 0.62)}S${at(0.1, 0.86)} ${at(-0.28, 0.98)}S${at(-1, 0.7)} ${at(-1, 0.1)}Z`;
};

/** Palms on the far bank of the pool, with bushes at their feet: their outline, for themselves and their image in the water. */
export function grove(stage: Stage, pool: Pool): string {
  const { unit, aspect } = stage;
  const random = stage.stream("grove");
  const tall = unit * (aspect === "9:16" ? 0.48 : 0.4);
  const bank = (x: number): number =>
    pool.y - pool.tall * 0.8 * Math.sqrt(Math.max(0.05, 1 - ((x - pool.x) / pool.half) ** 2)) - 0.004 * unit;
  const places = [-0.86, -0.62, -0.3, 0.42, 0.7, 0.92];
  const palms = places.map((place, index) => {
    const x = pool.x + place * pool.half;
    const high = tall * [0.8, 1.05, 0.66, 0.72, 1, 0.78][index]! * between(random, 0.9, 1.08);
    return palmPath(random, x, bank(x), high, Math.sign(place) * -high * between(random, -0.22, 0.12));
  });
  const shrubs =
    bushesPath(random, pool.x - pool.half * 1.02, pool.x - pool.half * 0.2, bank, 0.024 * unit, 22) +
    bushesPath(random, pool.x + pool.half * 0.34, pool.x + pool.half * 1.02, bank, 0.024 * unit, 18);
  return palms.join("") + shrubs + grassPath(random, pool.x - pool.half, pool.x + pool.half, bank, 0.03 * unit, 90);
}

/** The pool with the sky and the palms upside down in it, damp sand about it. */
export function poolLayers(land: Land, pool: Pool, depth: number): Layer[] {
  const { stage, sand } = land;
  const { light, unit } = stage;
  const trees = grove(stage, pool);
  const day = light.palette === "day";
  const tone = mix(surface(light, parseColour("#3f6a3c"), 0.95, day ? 0.6 : 0.25), light.silhouette, day ? 0.22 : 0.7);
  const damp = mix(surface(light, sand, 0.95, 0.2), light.silhouette, day ? 0.2 : 0.45);
  const grass = mix(surface(light, parseColour("#7f9a4a"), 0.95, day ? 0.8 : 0.4), light.silhouette, day ? 0.05 : 0.42);
  const water = [mix(light.haze, light.glow, 0.2), light.sky[3]!, light.sky[2]!, mix(light.sky[1]!, parseColour("#1f6a7c"), 0.3)];
  const reach = 0.62 * unit;
  const box = { x: pool.x - pool.half * 1.25, y: pool.y - reach, width: pool.half * 2.5, height: reach + pool.tall * 1.4 };
  const bank = pool.y - pool.tall * 0.74;
  const defs = `<defs><linearGradient id="w" x1="0" x2="0" y1="0" y2="1">${gradientStops(water)}</linearGradient><clipPath id="c"><path d="${outline(pool, 1)}"/></clipPath></defs>`;
  const image = `<g clip-path="url(#c)"><g transform="translate(0 ${(2 * bank).toFixed(1)}) scale(1 -1)" opacity=".62"><path d="${trees}" fill="${toCss(mix(tone, light.silhouette, 0.2))}"/></g></g>`;
  const rim = `<path d="${outline(pool, 1)}" fill="none" stroke="${toCss(mix(light.glow, parseColour("#ffffff"), 0.3), 0.5)}" stroke-width="${(0.003 * unit).toFixed(2)}"/>`;
  const random = stage.stream("pool light");
  let lines = "";
  for (let index = 0; index < 26; index++) {
    const part = between(random, -0.6, 0.75);
    const half = unit * between(random, 0.02, 0.06);
    const x = pool.x + between(random, -0.7, 0.7) * pool.half * Math.sqrt(1 - part * part);
    const y = pool.y + part * pool.tall;
    lines += `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y - 0.003 * unit).toFixed(1)} ${(x + half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + 0.0015 * unit).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;
  }
  const flat = { x: pool.x - pool.half, y: pool.y - pool.tall, width: 2 * pool.half, height: 2 * pool.tall };
  const upper = { ...box, height: reach - pool.tall * 0.1 };
  return [
    drawLayer(
      "pool",
      { ...box, y: pool.y - pool.tall * 1.3, height: pool.tall * 2.6 },
      `${defs}<path d="${outline(pool, 1.16)}" fill="${toCss(grass, 0.75)}"/><path d="${outline(pool, 1.06)}" fill="${toCss(damp)}"/><path d="${outline(pool, 1)}" fill="url(#w)"/>${image}${rim}`,
      stage.pan(depth),
    ),
    drawLayer(
      "pool light",
      flat,
      `<path d="${lines}" fill="${toCss(mix(light.glow, parseColour("#ffffff"), 0.4), light.moon ? 0.4 : 0.6)}"/>`,
      together(stage.pan(depth), swing(0.012 * unit, 0.002 * unit, 4.6)),
    ),
    drawLayer(
      "grove",
      upper,
      `<path d="${trees}" fill="${toCss(tone)}"/>`,
      together(stage.pan(depth), swing(0.0025 * unit, 0.001 * unit, 5.4)),
    ),
  ];
}
