import type { Random } from "../../domain/seed.ts";
import type { ImageLayer } from "../layer.ts";
import { clamp, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { landTone } from "./meadow.ts";
import { between, drawLayer, pick, type Stage, swing, together } from "./stage.ts";
import { grassPath } from "./trees.ts";

/** Kinds of meadow flowers: petals, heart, how many petals; a bell has none that can be counted. */
const KINDS = [
  { petal: "#e8402f", heart: "#2a1218", petals: 4 },
  { petal: "#fbfaf2", heart: "#f2b632", petals: 11 },
  { petal: "#4f74e0", heart: "#27336e", petals: 8 },
  { petal: "#f7c62e", heart: "#d08a1c", petals: 6 },
  { petal: "#d86ac0", heart: "#f2d25a", petals: 7 },
] as const;

function bloom(random: Random, x: number, y: number, size: number, petals: number, tilt: number): string {
  let path = "";
  const turn = 6.28 * random();
  for (let petal = 0; petal < petals; petal++) {
    const angle = turn + (petal / petals) * 6.283;
    const wide = (petals > 6 ? 2.4 : 4.6) / petals;
    const point = (away: number, off: number): string =>
      `${(x + Math.cos(angle + off) * size * away).toFixed(1)},${(y + Math.sin(angle + off) * size * away * tilt).toFixed(1)}`;
    path += `M${x.toFixed(1)},${y.toFixed(1)}Q${point(0.9, -wide)} ${point(1, 0)}Q${point(0.9, wide)} ${x.toFixed(1)},${y.toFixed(1)}Z`;
  }
  return path;
}

/** A drift of flowers among grass between two heights of the frame, small far off and large near. */
export function flowerDrift(
  stage: Stage,
  name: string,
  from: number,
  to: number,
  depth: number,
  flower: { size: [number, number]; count: number; kinds: number[]; grass: Rgb; bottom: number },
): ImageLayer {
  const { unit, light } = stage;
  const random = stage.stream(name);
  const rise = unit * flower.size[1] * 5;
  const box = stage.span(depth, from - rise, flower.bottom - from + rise, 0.02 * unit);
  const blades = landTone(stage, flower.grass, depth);
  const heads = flower.kinds.map(() => ({ petals: "", hearts: "" }));
  let stems = grassPath(random, box.x, box.x + box.width, () => to, unit * flower.size[1] * 4, Math.round(flower.count * 1.6));
  for (let index = 0; index < flower.count; index++) {
    const part = (index + random()) / flower.count;
    const size = unit * lerp(flower.size[0], flower.size[1], part) * between(random, 0.75, 1.2);
    const [x, foot] = [box.x + random() * box.width, lerp(from, to, part)];
    const y = foot - size * between(random, 2.2, 4.4);
    const bend = size * between(random, -0.8, 0.8);
    const half = Math.max(0.5, size * 0.07);
    stems += `M${(x - half).toFixed(1)},${(foot + size).toFixed(1)}Q${x.toFixed(1)},${(y + size).toFixed(1)} ${(x + bend).toFixed(1)},${y.toFixed(1)}L${(x + bend + half).toFixed(1)},${y.toFixed(1)}Q${(x + 2 * half).toFixed(1)},${(y + size).toFixed(1)} ${(x + half).toFixed(1)},${(foot + size).toFixed(1)}Z`;
    const which = clamp(Math.floor(random() * flower.kinds.length), 0, flower.kinds.length - 1);
    const kind = KINDS[flower.kinds[which]!]!;
    const tilt = between(random, 0.5, 0.85);
    heads[which]!.petals += bloom(random, x + bend, y, size, size > 0.008 * unit ? kind.petals : 5, tilt);
    const heart = size * (kind.petals > 4 ? 0.3 : 0.18);
    heads[which]!.hearts +=
      `M${(x + bend - heart).toFixed(1)},${y.toFixed(1)}a${heart.toFixed(1)},${(heart * tilt).toFixed(1)} 0 1 0 ${(2 * heart).toFixed(1)},0a${heart.toFixed(1)},${(heart * tilt).toFixed(1)} 0 1 0 ${(-2 * heart).toFixed(1)},0Z`;
  }
  const dim = light.moon ? 0.2 : 0;
  const shown = heads
    .map(({ petals, hearts }, index) => {
      const kind = KINDS[flower.kinds[index]!]!;
      const tone = (hex: string): string => toCss(mix(landTone(stage, parseColour(hex), depth), light.silhouette, dim));
      return `<path d="${petals}" fill="${tone(kind.petal)}"/><path d="${hearts}" fill="${tone(kind.heart)}"/>`;
    })
    .join("");
  const dark = mix(blades, light.silhouette, lerp(0.1, 0.42, depth));
  const body = `<path d="${stems}" fill="${toCss(dark)}"/>${shown}`;
  return drawLayer(name, box, body, together(stage.pan(depth), swing(0.006 * unit * (0.4 + depth), 0.0015 * unit, 3.1 + depth, 5 * depth)));
}

/** Which flowers grow together here. */
export const pickKinds = (random: Random): number[] =>
  pick(random, [
    [0, 1, 2],
    [0, 1],
    [2, 1, 3],
    [4, 1, 3],
    [0, 3, 1],
  ]);
