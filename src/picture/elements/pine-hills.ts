import type { Layer } from "../layer.ts";
import { type Light, surface } from "../palettes.ts";
import { gradientStops, mix, toCss } from "./colour.ts";
import type { Place } from "./ranges.ts";
import { groundAt, hills, type Ridge, ridgePath, trimmed } from "./ridges.ts";
import { between, drawLayer, pick } from "./stage.ts";
import { pinePath } from "./trees.ts";

/** How much of the light falls on woods that are seen from the shaded side. */
const sunny = (light: Light): number => ({ day: 0.85, dawn: 0.5, sunset: 0.3, night: 0.3 })[light.palette];

/** Wooded ridges one before the other in one layer, each paler at its foot where the mist lies. */
export function forestHills(place: Place, name: string, top: number, depths: [number, number], trees: number[]): Layer {
  const { stage, wood } = place;
  const { light, unit, height } = stage;
  const random = stage.stream(name);
  const lastDepth = depths[1];
  const box = stage.span(lastDepth, top - 0.14 * unit, height - top + 0.14 * unit);
  let body = "";
  trees.forEach((tree, index) => {
    const part = index / Math.max(1, trees.length - 1);
    const depth = depths[0] + (lastDepth - depths[0]) * part;
    const line = { ...box, y: top - 0.04 * unit + part * 0.12 * unit, height: height - top + 0.04 * unit - part * 0.12 * unit };
    const ridge = hills(random, line, unit, 0.5, 0.95, 0.8 + 0.3 * random(), 5);
    const crest = mix(surface(light, wood, depth, sunny(light)), light.silhouette, (light.palette === "day" ? 0.04 : 0.16) + 0.34 * depth);
    let pines = "";
    const count = Math.round((box.width / tree) * 1.5);
    for (let pine = 0; pine < count; pine++) {
      const x = box.x + random() * box.width;
      pines += pinePath(random, x, groundAt(ridge, x) + tree * between(random, 0, 0.45), tree * between(random, 0.5, 1.1), 7);
    }
    const from = trimmed(ridge).y - tree;
    body += `<linearGradient id="h${index}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${from.toFixed(0)}" y2="${(from + tree + 0.2 * unit).toFixed(0)}">${gradientStops([crest, mix(crest, light.haze, 0.12), mix(crest, light.haze, 0.6 * (1 - 0.5 * part))])}</linearGradient><path d="${ridgePath(ridge)}${pines}" fill="url(#h${index})"/>`;
  });
  return drawLayer(name, box, body, stage.pan(lastDepth));
}

/** A wooded ridge: its ground and the pines that stand along and before its line. */
export function woodedRidge(
  place: Place,
  name: string,
  ridge: Ridge,
  depth: number,
  tree: number,
  count: number,
  taken: (x: number) => boolean,
): Layer {
  const { stage, wood } = place;
  const { light } = stage;
  const random = stage.stream(`${name} trees`);
  const crest = mix(surface(light, wood, depth, sunny(light)), light.silhouette, (light.palette === "day" ? 0.05 : 0.25) + 0.35 * depth);
  const noise = stage.stream(`${name} groves`);
  const groves = Array.from({ length: 5 }, () => ridge.box.x + noise() * ridge.box.width);
  let pines = "";
  for (let index = 0; index < count; index++) {
    const grove =
      random() < 0.6 ? pick(random, groves) + between(random, -0.14, 0.14) * stage.unit : ridge.box.x + random() * ridge.box.width;
    const x = Math.min(ridge.box.x + ridge.box.width, Math.max(ridge.box.x, grove));
    const pine = pinePath(random, x, groundAt(ridge, x) + tree * between(random, 0, 0.35), tree * between(random, 0.5, 1.1), 13);
    if (!taken(x)) pines += pine;
  }
  const box = trimmed(ridge);
  const grown = { ...box, y: box.y - tree * 1.1, height: box.height + tree * 1.1 };
  const foot = mix(crest, light.haze, 0.5 * (1 - depth));
  const gradient = `<linearGradient id="p" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${grown.y.toFixed(0)}" y2="${(box.y + box.height).toFixed(0)}"><stop offset="0" stop-color="${toCss(crest)}"/><stop offset="1" stop-color="${toCss(foot)}"/></linearGradient>`;
  return drawLayer(name, grown, `<defs>${gradient}</defs><path d="${ridgePath(ridge)}${pines}" fill="url(#p)"/>`, stage.pan(depth));
}
