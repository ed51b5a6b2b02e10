import { birdLayer } from "../elements/birds.ts";
import { cloudSheet, cumulus, mistLayer } from "../elements/clouds.ts";
import { gradientStops, mix, parseColour, toCss } from "../elements/colour.ts";
import { createNoise } from "../elements/noise.ts";
import { groundAt, hills, modelRidge, peaks, type ReliefSampler, type Ridge, ridgeFill, ridgePath, trimmed } from "../elements/ridges.ts";
import { gradeLayer, heavens, placeSun, type Sun } from "../elements/sky.ts";
import { between, drawLayer, openStage, paintLayer, pick, type Stage } from "../elements/stage.ts";
import { pinePath } from "../elements/trees.ts";
import { deepWater, waterBody } from "../elements/water.ts";
import type { Layer, SettingDesign } from "../layer.ts";
import { type Light, surface } from "../palettes.ts";
import { standsAbout, subjectLayers } from "../subjects.ts";

const FOOT = { "16:9": 0.7, "9:16": 0.62, "1:1": 0.68 } as const;
const ROCK = ["#7d8794", "#8a8078", "#6f7f8c", "#94857c"].map(parseColour);
const WOOD = ["#2f6a4a", "#3d7048", "#2b6058", "#567040"].map(parseColour);

/** How much of the light falls on woods that are seen from the shaded side. */
const sunny = (light: Light): number => ({ day: 0.85, dawn: 0.5, sunset: 0.3, night: 0.3 })[light.palette];

type Range = { ridge: Ridge; sample: ReliefSampler };

type Place = { stage: Stage; footY: number; sun: Sun; rock: readonly [number, number, number]; wood: readonly [number, number, number] };

/** A pale range at the end of the land. */
function farRange({ stage, footY, rock }: Place): Layer {
  const { light, unit } = stage;
  const tall = unit * (stage.aspect === "9:16" ? 0.5 : 0.34);
  const ridge = peaks(
    stage.stream("far range"),
    stage.span(0.12, footY - tall, tall + 0.05 * unit),
    unit,
    0.2,
    between(stage.stream("far height"), 0.6, 0.95),
    2.6,
  );
  const body = ridgeFill(ridge, [surface(light, rock, 0.22, 0.6), mix(surface(light, rock, 0.2), light.haze, 0.6), light.haze]);
  return drawLayer("far range", trimmed(ridge), body, stage.pan(0.12));
}

function mainRange({ stage, footY, sun, rock }: Place): { ridge: Ridge; sample: ReliefSampler } {
  const { light, unit } = stage;
  const random = stage.stream("main range");
  const tall = unit * (stage.aspect === "9:16" ? 0.78 : 0.52);
  const ridge = peaks(
    random,
    stage.span(0.24, footY - tall, tall),
    unit,
    0.06,
    between(random, 0.82, 1),
    stage.aspect === "9:16" ? 1.5 : between(random, 1.15, 1.7),
  );
  const white = parseColour("#f6f8ff");
  const sample = modelRidge(random, ridge, unit, sun.x < stage.width / 2 ? -1 : 1, {
    lit: surface(light, rock, 0.62, 1),
    shade: surface(light, rock, 0.55, 0),
    foot: mix(light.haze, surface(light, rock, 0.3), 0.25),
    footFrom: 0.35,
    snowLit: surface(light, white, 0.82, 1),
    snowShade: surface(light, white, 0.66, 0.12),
    snowLine: between(random, 0.45, 0.72),
  });
  return { ridge, sample };
}

/** The range upon the land that goes on from its foot. */
function mainLayer({ stage, footY }: Place, range: Range): Layer {
  const top = trimmed(range.ridge);
  const box = { ...top, height: top.height + 0.18 * stage.unit };
  const paint = (u: number, v: number, out: Float64Array): void =>
    range.sample(box.x + u * box.width, Math.min(footY - 0.5, box.y + v * box.height), out);
  return paintLayer("main range", box, "sharp", paint, stage.pan(0.24));
}

/** Wooded ridges one before the other in one layer, each paler at its foot where the mist lies. */
function forestHills(place: Place, name: string, top: number, depths: [number, number], trees: number[]): Layer {
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
function woodedRidge(
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

/** The range upside down in the lake, stirred by small waves and fading towards the eye. */
function mirrored({ stage }: Place, range: Range, top: number): Layer {
  const { unit } = stage;
  const noise = createNoise(stage.stream("ripples"));
  const box = { ...range.ridge.box, y: top, height: Math.min(stage.height - top, range.ridge.box.height * 0.9) };
  const paint = (u: number, v: number, out: Float64Array): void => {
    const x = box.x + u * box.width;
    const below = v * box.height;
    const stir = unit * (0.002 + 0.012 * v) * noise((x / unit) * 3, (below / unit) * 46);
    range.sample(x + stir, top - (below + stir) / 0.8, out);
    out[3] = out[3]! * (0.62 - 0.3 * v);
  };
  return paintLayer("mirror", box, 640, paint, stage.pan(0.24));
}

/** A lake that holds the range upside down. */
function lake(place: Place, range: Range, top: number): Layer[] {
  const { stage, sun } = place;
  const deep = deepWater(stage, parseColour("#2a6a86"));
  const water = waterBody(stage, { top, deep, sun, calm: 0.5 }, 0.24);
  const mirror = mirrored(place, range, top);
  const woods = hills(
    stage.stream("shore woods"),
    stage.span(0.26, top - 0.05 * stage.unit, 0.05 * stage.unit + 1),
    stage.unit,
    0.1,
    0.9,
    1.6,
    5,
  );
  const tone = mix(surface(stage.light, place.wood, 0.42, 0.3), stage.light.silhouette, 0.35);
  const random = stage.stream("shore pines");
  let pines = "";
  for (let index = 0; index < 130; index++) {
    const x = woods.box.x + random() * woods.box.width;
    pines += pinePath(random, x, groundAt(woods, x) + 2, stage.unit * between(random, 0.012, 0.036), 5);
  }
  const bank = ridgePath(woods) + pines;
  const shoreBox = { ...woods.box, y: woods.box.y - 0.03 * stage.unit, height: 0.15 * stage.unit };
  const reflected = `<g transform="translate(0 ${(2 * top + 1).toFixed(1)}) scale(1 -1)"><path d="${bank}" fill="${toCss(tone, 0.5)}"/></g>`;
  return [
    water,
    mirror,
    drawLayer(
      "shore woods",
      shoreBox,
      `${reflected}<path d="${bank}" fill="${toCss(tone)}"/><rect x="${shoreBox.x}" y="${(top - 0.5).toFixed(1)}" width="${shoreBox.width}" height="${Math.max(1, stage.unit * 0.0028).toFixed(1)}" fill="${toCss(stage.light.glow, 0.5)}"/>`,
      stage.pan(0.26),
    ),
  ];
}

/** High mountains: a snowy range over wooded hills, or over a lake. */
export const mountains: SettingDesign = (brief) => {
  const stage = openStage(brief);
  const { unit, height } = stage;
  const random = stage.stream("mountains");
  const footY = Math.round(height * (FOOT[stage.aspect] + between(random, -0.03, 0.03)));
  const sun = placeSun(stage, footY, stage.light.moon ? 0.1 : 0.32);
  const place: Place = { stage, footY, sun, rock: pick(random, ROCK), wood: pick(random, WOOD) };
  const withLake = random() < 0.4;
  const range = mainRange(place);
  const layers: Layer[] = [...heavens(stage, footY, sun)];
  layers.push(random() < 0.5 ? cloudSheet(stage, footY, sun) : cumulus(stage, footY * 0.9, sun), farRange(place));
  const shore = footY - 0.01 * height;
  layers.push(mainLayer(place, range));
  if (withLake) layers.push(...lake(place, range, shore));
  layers.push(mistLayer(stage, "valley mist", footY - 0.15 * unit, 0.22 * unit, 0.3, withLake ? 0.35 : 0.7, sun));
  if (!withLake) {
    layers.push(forestHills(place, "middle hills", footY, [0.3, 0.5], [0.045 * unit, 0.06 * unit, 0.085 * unit]));
  }
  const top = height - (withLake ? 0.16 : 0.2) * height;
  const near = hills(
    stage.stream("near"),
    stage.span(1, top, height - top),
    unit,
    withLake ? -0.3 : 0.1,
    withLake ? 0.8 : 0.75,
    0.7,
    4,
    0.3,
  );
  layers.push(
    birdLayer(stage, 0.2 * footY, 0.5 * footY),
    woodedRidge(place, "near hills", near, 1, 0.2 * unit, withLake ? 16 : 24, standsAbout(stage, brief, sun.x)),
  );
  const stand = height * (stage.aspect === "9:16" ? 0.72 : 0.79);
  layers.push(
    ...subjectLayers(stage, brief, withLake ? { waterY: stand, sunX: sun.x } : { groundY: stand, sunX: sun.x }),
    gradeLayer(stage),
  );
  return layers;
};
