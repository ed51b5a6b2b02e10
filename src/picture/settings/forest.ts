import { birdLayer } from "../elements/birds.ts";
import { cloudSheet, mistLayer } from "../elements/clouds.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "../elements/colour.ts";
import { groundAt, hills, type Ridge, ridgePath, trimmed } from "../elements/ridges.ts";
import { gradeLayer, heavens, placeSun, type Sun } from "../elements/sky.ts";
import { sparkLayer } from "../elements/sparks.ts";
import { between, breathe, drawLayer, openStage, pick, type Stage, swing, together } from "../elements/stage.ts";
import { broadleafPath, bushesPath, canopyPath, fernPath, grassPath, pinePath, trunkPath } from "../elements/trees.ts";
import type { Layer, SettingDesign } from "../layer.ts";
import { type Light, surface } from "../palettes.ts";
import { subjectLayers } from "../subjects.ts";

const HORIZON = { "16:9": 0.64, "9:16": 0.58, "1:1": 0.62 } as const;
const LEAVES = ["#3f7a4a", "#4a7f3c", "#2f6f5a", "#6a7f3a", "#8a6a34"].map(parseColour);

type Wood = { stage: Stage; sun: Sun; leaf: Rgb; broad: boolean };

const grow = (wood: Wood, random: () => number, x: number, ground: number, height: number, detail: number): string =>
  wood.broad && random() < 0.75 ? broadleafPath(random, x, ground, height * 0.85) : pinePath(random, x, ground, height, detail);

/** One wall of trees upon its ground, paler at the foot where mist lies. */
function treeWall(wood: Wood, name: string, ridge: Ridge, depth: number, tree: number, count: number, detail: number): Layer {
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
    Math.round(count * 1.8),
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
function trunks(wood: Wood, name: string, depth: number, ground: number, half: [number, number], places: number[], leaves = 0): Layer {
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

/** Shafts of light that fan out from the sun and breathe. */
function shafts(wood: Wood, reach: number): Layer[] {
  const { stage, sun } = wood;
  const { light, unit, width } = stage;
  const strength = light.moon ? 0.2 : light.palette === "day" ? 0.34 : 0.4;
  return [0, 1].map((set) => {
    const random = stage.stream(`shafts ${set}`);
    let beams = "";
    for (let index = 0; index < 6; index++) {
      const angle = between(random, -0.95, 0.95);
      const [half, length] = [between(random, 0.012, 0.05), reach * between(random, 0.75, 1.1)];
      const end = (turn: number): string =>
        `${(sun.x + Math.sin(angle + turn) * length).toFixed(1)},${(sun.y + Math.cos(angle + turn) * length).toFixed(1)}`;
      const start = (side: number): string =>
        `${(sun.x + Math.sin(angle) * unit * 0.06 + side * unit * 0.006).toFixed(1)},${(sun.y + Math.cos(angle) * unit * 0.06).toFixed(1)}`;
      beams += `M${start(-1)}L${end(-half)}L${end(half)}L${start(1)}Z`;
    }
    const stops = gradientStops([light.glow, light.glow], [0, strength, strength * 0.7, strength * 0.25, 0]);
    const body = `<defs><radialGradient id="s" gradientUnits="userSpaceOnUse" cx="${sun.x}" cy="${sun.y}" r="${reach}">${stops}</radialGradient></defs><path d="${beams}" fill="url(#s)"/>`;
    const box = {
      x: -unit * 0.05,
      y: Math.max(0, sun.y),
      width: width + unit * 0.1,
      height: Math.min(reach, stage.height - Math.max(0, sun.y)),
    };
    return drawLayer(
      `shafts ${set}`,
      box,
      body,
      together(swing(unit * 0.02, 0, 11 + 4 * set, set * 2), breathe(0.25, 1, 6.1 + set, set * 2.4)),
      { scale: 0.35 },
    );
  });
}

/** The forest floor: dark ground with ferns and grass, taller to the sides than in the middle. */
function floor(wood: Wood, top: number): Layer {
  const { stage, leaf } = wood;
  const { light, unit, height } = stage;
  const random = stage.stream("floor");
  const ridge = hills(random, stage.span(1, top, height - top), unit, 0.35, 0.8, 0.9, 4, 0.35);
  const { box } = ridge;
  const tone = mix(surface(light, leaf, 1, 0.1), light.silhouette, 0.72);
  let plants = grassPath(random, box.x, box.x + box.width, (x) => groundAt(ridge, x), unit * 0.05, 190);
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

/** Places across the picture that leave its middle open. */
function framing(stage: Stage, name: string, count: number, open: number): number[] {
  const random = stage.stream(name);
  return Array.from({ length: count }, (_, index) => {
    const part = (Math.floor(index / 2) + between(random, 0.15, 0.85)) / Math.ceil(count / 2);
    const off = part * (0.5 - open);
    return index % 2 ? 1 - off : off;
  });
}

/** The light as it falls through leaves. */
const leafy = (light: Light, leaf: Rgb, inside: boolean): Light => ({
  ...light,
  haze: mix(light.haze, mix(leaf, light.glow, 0.35), light.moon ? 0.16 : 0.34),
  silhouette: mix(light.silhouette, leaf, 0.13),
  sky: light.sky.map((colour, index) => mix(mix(colour, leaf, 0.04 * index), light.haze, inside ? 0.42 : 0)),
});

/** Woods: walls of trees in mist under shafts of light, seen from a clearing or from between the trunks. */
export const forest: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const random = opened.stream("forest");
  const leaf = pick(random, LEAVES);
  const inside = random() < 0.5;
  const stage: Stage = { ...opened, light: leafy(opened.light, leaf, inside) };
  const { unit, height, aspect, light } = stage;
  const horizonY = Math.round(height * HORIZON[aspect]);
  const sun = placeSun(stage, horizonY, light.moon ? 0 : light.palette === "day" ? 0 : 0.34);
  const wood: Wood = { stage, sun, leaf, broad: random() < 0.45 };
  const tall = aspect === "9:16" ? 1.5 : 1;
  const far = hills(
    stage.stream("far"),
    stage.span(0.15, horizonY - 0.22 * unit * tall, height - horizonY + 0.22 * unit * tall),
    unit,
    0.55,
    0.92,
    1.1,
    4,
  );
  const middle = hills(
    stage.stream("middle"),
    stage.span(0.4, horizonY - 0.02 * unit, height - horizonY + 0.02 * unit),
    unit,
    0.55,
    0.95,
    0.9,
    4,
  );
  const layers: Layer[] = [...heavens(stage, horizonY, sun, horizonY * 0.8)];
  if (!inside) layers.push(cloudSheet(stage, horizonY, sun, 0.8), birdLayer(stage, 0.15 * horizonY, 0.35 * horizonY));
  layers.push(
    treeWall(wood, "far woods", far, 0.15, unit * (inside ? 0.42 : 0.16) * tall, inside ? 130 : 130, inside ? 11 : 6),
    mistLayer(stage, "far mist", horizonY - 0.2 * unit, 0.34 * unit, 0.2, 0.75),
  );
  if (inside)
    layers.push(
      trunks(
        wood,
        "far trunks",
        0.32,
        horizonY + 0.14 * unit,
        [0.012, 0.022],
        Array.from({ length: 13 }, (_, index) => (index + random()) / 13),
        0.1,
      ),
    );
  layers.push(
    treeWall(wood, "middle woods", middle, 0.42, unit * (inside ? 0.17 : 0.3) * tall, inside ? 34 : 46, 10),
    ...shafts(wood, 1.15 * Math.max(unit, height * 0.8)),
  );
  const close = inside ? framing(stage, "close places", 6, 0.1) : framing(stage, "close places", 3, 0.3);
  layers.push(
    trunks(wood, "close trunks", 0.75, height * (aspect === "9:16" ? 0.86 : 0.93), [0.028, 0.05], close, inside ? 0.2 : 0.17),
    floor(wood, height * (aspect === "9:16" ? 0.74 : 0.78)),
  );
  const air = { top: 0.3 * height, bottom: 0.86 * height, wind: 0.006 };
  layers.push(
    light.moon
      ? sparkLayer(stage, "fireflies", parseColour("#e8ff8a"), { ...air, count: 46, size: 0.024, blink: 0.95, core: 0.7 })
      : sparkLayer(stage, "pollen", light.glow, { ...air, count: 44, size: 0.011, blink: 0.6 }),
  );
  layers.push(...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.77 : 0.83), sunX: sun.x }), gradeLayer(stage, 0.9));
  return layers;
};
