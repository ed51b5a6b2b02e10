import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { groundAt, hills, type Ridge, ridgePath, trimmed } from "./ridges.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, type Stage } from "./stage.ts";
import { broadleafPath, bushesPath, canopyPath, fernPath, grassPath, pinePath, trunkPath } from "./trees.ts";

/** What grows in a wood, and the light it stands in. */
export type Wood = { stage: Stage; sun: Sun; leaf: Rgb; broad: boolean };

const grow = (wood: Wood, random: () => number, x: number, ground: number, height: number, detail: number): string =>
  wood.broad && random() < 0.75 ? broadleafPath(random, x, ground, height * 0.85, detail) : pinePath(random, x, ground, height, detail);

/** One wall of trees upon its ground, paler at the foot where mist lies. */
export function treeWall(wood: Wood, name: string, ridge: Ridge, depth: number, tree: number, count: number, detail: number): Layer {
  const { stage, leaf } = wood;
  const { light } = stage;
  const random = stage.stream(`${name} trees`);
  let trees = "";
  let behind = "";
  for (let index = 0; index < count; index++) {
    const x = ridge.box.x + ((index + random()) / count) * ridge.box.width;
    if (index % 3 === 0) behind += grow(wood, random, x, groundAt(ridge, x), tree * between(random, 0.95, 1.25), detail);
    trees += grow(wood, random, x, groundAt(ridge, x) + tree * 0.1, tree * between(random, 0.4, 1.12), detail);
  }
  trees += bushesPath(
    random,
    ridge.box.x,
    ridge.box.x + ridge.box.width,
    (x) => groundAt(ridge, x),
    tree * (wood.broad ? 0.3 : 0.1),
    Math.round(count * (detail < 9 ? 1.2 : 1.8)),
  );
  const box = trimmed(ridge);
  const grown = { ...box, y: box.y - tree * 1.3, height: box.height + tree * 1.3 };
  const crest = mix(
    surface(light, leaf, depth, light.moon ? 0.35 : 0.7),
    light.silhouette,
    (light.palette === "day" ? 0.02 : 0.1) + 0.46 * depth,
  );
  const foot = mix(crest, light.haze, 0.72 * (1 - depth) + 0.05);
  const gradient = `<linearGradient id="f" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(grown.y + tree * 0.3).toFixed(0)}" y2="${(box.y + Math.min(box.height, tree)).toFixed(0)}">${gradientStops([mix(crest, light.glow, 0.1), crest, foot])}</linearGradient>`;
  return drawLayer(
    name,
    grown,
    `<defs>${gradient}</defs><path d="${behind}" fill="${toCss(mix(mix(crest, light.haze, 0.34), light.glow, 0.06))}"/><path d="${ridgePath(ridge)}${trees}" fill="url(#f)"/>`,
    stage.pan(depth),
  );
}

/** Tall trunks between the eye and the light, with a lit edge on the side of the sun. */
export function trunks(
  wood: Wood,
  name: string,
  depth: number,
  ground: number,
  half: [number, number],
  places: number[],
  leaves = 0,
): Layer {
  const { stage, sun } = wood;
  const { light, unit } = stage;
  const random = stage.stream(name);
  const bark = mix(surface(light, parseColour("#6a5644"), depth, 0.2), light.silhouette, 0.2 + 0.5 * depth);
  const rim = mix(bark, light.glow, light.moon ? 0.25 : 0.4);
  const box = stage.span(depth, -2, ground + 2);
  const body = places
    .map((place, index) => {
      const x = box.x + place * box.width;
      const thick = unit * between(random, ...half);
      const side = sun.x < x ? 0 : 1;
      const stops = side ? [bark, bark, mix(bark, rim, 0.25), rim] : [rim, mix(bark, rim, 0.25), bark, bark];
      const span = `x1="${(x - thick * 1.3).toFixed(1)}" x2="${(x + thick * 1.3).toFixed(1)}" y1="0" y2="0"`;
      return `<linearGradient id="t${index}" gradientUnits="userSpaceOnUse" ${span}>${gradientStops(stops, [1], 6)}</linearGradient><path d="${trunkPath(random, x, ground + unit * between(random, -0.02, 0.01), -4, thick)}" fill="url(#t${index})"/>`;
    })
    .join("");
  const leaf = mix(mix(surface(light, wood.leaf, depth, 0.2), light.silhouette, 0.25 + 0.5 * depth), light.haze, 0.3 * (1 - depth));
  const hang =
    (low: number) =>
    (part: number): number =>
      unit * leaves * Math.max(0, (2 * Math.abs(part - 0.5)) ** 1.8 * 1.9 - low + 0.35 * random());
  const leaved = (low: number, size: number, tone: Rgb): string =>
    `<path d="${canopyPath(random, box.x, box.x + box.width, -unit * 0.03, hang(low), unit * size)}" fill="${toCss(tone)}"/>`;
  const grain = 0.022 + 0.026 * depth;
  const lighter = mix(mix(leaf, light.glow, light.moon ? 0.06 : 0.16), light.haze, 0.16);
  const canopy = leaves ? leaved(0, grain, lighter) + leaved(0.35, grain * 1.1, leaf) : "";
  return drawLayer(name, box, canopy && depth < 0.5 ? canopy + body : body + canopy, stage.pan(depth));
}

/** The forest floor: dark ground with ferns and grass, taller to the sides than in the middle. */
export function floor(wood: Wood, top: number): Layer {
  const { stage, leaf } = wood;
  const { light, unit, height } = stage;
  const random = stage.stream("floor");
  const ridge = hills(random, stage.span(1, top, height - top), unit, 0.35, 0.8, 0.9, 4, 0.35);
  const { box } = ridge;
  const tone = mix(surface(light, leaf, 1, 0.1), light.silhouette, 0.72);
  let plants = grassPath(random, box.x, box.x + box.width, (x) => groundAt(ridge, x), unit * 0.05, 150);
  for (let index = 0; index < 15; index++) {
    const place = random();
    const sided = place < 0.5 ? place * 0.75 : 1 - (1 - place) * 0.75;
    const x = box.x + sided * box.width;
    plants += fernPath(random, x, groundAt(ridge, x) + unit * 0.02, unit * between(random, 0.07, 0.15));
  }
  const grown = { ...trimmed(ridge) };
  const lift = unit * 0.17;
  const gradient = `<linearGradient id="g" x1="0" x2="0" y1="0" y2="1">${gradientStops([mix(tone, light.glow, light.moon ? 0.05 : 0.1), tone, mix(tone, light.silhouette, 0.6)])}</linearGradient>`;
  return drawLayer(
    "floor",
    { ...grown, y: grown.y - lift, height: grown.height + lift },
    `<defs>${gradient}</defs><path d="${ridgePath(ridge)}${plants}" fill="url(#g)"/>`,
    stage.pan(1),
  );
}
