import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { groundAt, heightAt, type Ridge, ridgePath, trimmed } from "./ridges.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, type Stage } from "./stage.ts";
import { bareTree, snowyFir } from "./winter-trees.ts";

const SNOW = parseColour("#f4f8ff");

/** The colours of snow at a depth: where the light falls, and where it does not. */
export function snowTones(stage: Stage, depth: number): { lit: Rgb; shade: Rgb } {
  const { light } = stage;
  const lit = mix(surface(light, SNOW, 0.3 + 0.7 * depth, 1), light.glow, light.moon ? 0.06 : 0.16);
  const blue = mix(surface(light, parseColour("#c4d6f2"), 0.45 + 0.55 * depth, 0.05), light.shade, 0.2);
  return { lit, shade: mix(blue, light.silhouette, (light.moon ? 0.06 : 0.04) + 0.1 * depth) };
}

/** Long soft hollows on the slope of a snowy hill, on the side away from the light. */
function hollows(stage: Stage, ridge: Ridge, name: string, side: number, count: number): string {
  const random = stage.stream(`${name} hollows`);
  const { unit } = stage;
  let path = "";
  for (let index = 0; index < count; index++) {
    const x = ridge.box.x + random() * ridge.box.width;
    const down = random();
    const y = groundAt(ridge, x) + unit * (0.014 + 0.22 * down);
    const half = unit * between(random, 0.07, 0.2) * (0.5 + down);
    const slope = (heightAt(ridge, x - 20) - heightAt(ridge, x + 20)) / 40;
    const [left, right] = [y - slope * half, y + slope * half];
    const thick = half * between(random, 0.06, 0.13);
    path += `M${(x - half).toFixed(1)},${left.toFixed(1)}Q${(x + side * half * 0.3).toFixed(1)},${(y - thick).toFixed(1)} ${(x + half).toFixed(1)},${right.toFixed(1)}Q${(x - side * half * 0.2).toFixed(1)},${(y + thick * 0.7).toFixed(1)} ${(x - half).toFixed(1)},${left.toFixed(1)}Z`;
  }
  return path;
}

/** What grows on a snowy hill. */
export type Growth = { tree: number; count: number; bare?: number; taken?: (x: number) => boolean; groves?: number };

function firs(stage: Stage, ridge: Ridge, name: string, growth: Growth): { dark: string; snow: string; wood: string; rime: string } {
  const random = stage.stream(`${name} firs`);
  const groves = Array.from({ length: growth.groves ?? 6 }, () => ridge.box.x + random() * ridge.box.width);
  const grown = { dark: "", snow: "", wood: "", rime: "" };
  for (let index = 0; index < growth.count; index++) {
    const near = groves[Math.floor(random() * groves.length)]! + (random() + random() - 1) * 0.24 * stage.unit;
    const x = random() < 0.72 ? near : ridge.box.x + random() * ridge.box.width;
    const y = groundAt(ridge, x) + growth.tree * between(random, 0.02, 0.4);
    const tall = growth.tree * between(random, 0.5, 1.1);
    const fir = snowyFir(random, x, y, tall, growth.tree > 0.09 * stage.unit ? 7 : 5);
    if (growth.taken?.(x)) continue;
    grown.dark += fir.dark;
    grown.snow += fir.snow;
  }
  for (let index = 0; index < (growth.bare ?? 0); index++) {
    const x = ridge.box.x + ridge.box.width * between(random, 0.04, 0.96);
    const tree = bareTree(random, x, groundAt(ridge, x) + 0.06 * growth.tree, growth.tree * between(random, 0.9, 1.3));
    if (growth.taken?.(x)) continue;
    grown.wood += tree.wood;
    grown.rime += tree.snow;
  }
  return grown;
}

/** A hill under snow, lit along its crest, blue in its hollows, with firs and bare trees upon it; `extra` is drawn on top of it. */
export function snowHill(stage: Stage, name: string, ridge: Ridge, depth: number, sun: Sun, growth?: Growth, extra = ""): ImageLayer {
  const { light, unit, width } = stage;
  const { lit, shade } = snowTones(stage, depth);
  const side = sun.x < width / 2 ? -1 : 1;
  const box = trimmed(ridge);
  const tree = growth ? 1.35 * growth.tree : 0;
  const grown = { ...box, y: box.y - tree, height: box.height + tree };
  const middle = mix(lit, shade, 0.5);
  const foot = mix(mix(middle, light.haze, 0.5 * (1 - depth)), shade, 0.35 * depth);
  const fir = mix(surface(light, parseColour("#3b5464"), depth, 0.25), light.silhouette, lerp(0.15, 0.5, depth));
  const wood = mix(surface(light, parseColour("#5a4c48"), depth, 0.2), light.silhouette, lerp(0.2, 0.6, depth));
  const plants = growth ? firs(stage, ridge, name, growth) : undefined;
  const path = (d: string, fill: string): string => (d ? `<path d="${d}" fill="${fill}"/>` : "");
  const trees = plants
    ? path(plants.wood, toCss(wood)) +
      path(plants.rime, toCss(mix(lit, shade, 0.2))) +
      path(plants.dark, toCss(fir)) +
      path(plants.snow, toCss(mix(mix(lit, shade, 0.3), light.haze, 0.25 * (1 - depth))))
    : "";
  const glow = `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="${sun.x.toFixed(0)}" cy="${box.y.toFixed(0)}" r="${(0.9 * unit).toFixed(0)}">${gradientStops([light.glow, light.glow], [0.5, 0.2, 0])}</radialGradient>`;
  const fill = `<linearGradient id="s" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${box.y.toFixed(0)}" y2="${(box.y + Math.min(box.height, 0.4 * unit)).toFixed(0)}">${gradientStops([lit, mix(lit, shade, 0.28), middle, foot])}</linearGradient>`;
  const hill = ridgePath(ridge);
  const body = `<defs>${fill}${glow}</defs><path d="${hill}" fill="url(#s)"/><path d="${hill}" fill="url(#g)"/><path d="${hollows(stage, ridge, name, side, Math.round(10 + 16 * depth))}" fill="${toCss(shade, 0.34)}"/>${trees}${extra}`;
  return drawLayer(name, grown, body, stage.pan(depth));
}
