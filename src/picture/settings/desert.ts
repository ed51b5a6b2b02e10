import type { Random } from "../../domain/seed.ts";
import { birdLayer } from "../elements/birds.ts";
import { cloudSheet, mistLayer } from "../elements/clouds.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "../elements/colour.ts";
import { createNoise } from "../elements/noise.ts";
import { gradeLayer, heavens, placeSun, type Sun } from "../elements/sky.ts";
import { sparkLayer } from "../elements/sparks.ts";
import { type Box, between, drawLayer, openStage, pick, type Stage } from "../elements/stage.ts";
import { veilLayer } from "../elements/veil.ts";
import type { Layer, SettingDesign } from "../layer.ts";
import { type Light, surface } from "../palettes.ts";
import { standsAbout, subjectLayers } from "../subjects.ts";

const HORIZON = { "16:9": 0.62, "9:16": 0.56, "1:1": 0.6 } as const;
const SANDS = ["#e0a86a", "#d8955a", "#e6bd84", "#cf7f52"].map(parseColour);

type Land = { stage: Stage; sun: Sun; sand: Rgb; side: number };

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

type Dunes = { layer: Layer; ground: (x: number) => number };

/** A field of dunes whose bases lie at `base`, at most `tall` high, over sand down to the bottom of the picture. */
function duneField(land: Land, name: string, base: number, tall: number, depth: number, perUnit: number): Dunes {
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

/** Table mountains far off: flat tops, steep cliffs with layers of rock, aprons of scree. */
function mesas(land: Land, horizonY: number): Layer {
  const { stage, sand, side } = land;
  const { light, unit } = stage;
  const random = stage.stream("mesas");
  const box = stage.span(0.14, horizonY - 0.34 * unit, 0.36 * unit);
  const count = 2 + Math.floor(random() * 3);
  const rock = mix(sand, parseColour("#9a4a38"), 0.55);
  const base = horizonY + 0.02 * unit;
  const noise = createNoise(random);
  let body = "";
  for (let index = 0; index < count; index++) {
    const depth = 0.22 + 0.16 * (index / count);
    const half = unit * between(random, 0.06, 0.2);
    const tall = unit * between(random, 0.1, 0.28);
    const x = box.x + ((index + between(random, 0.2, 0.8)) / count) * box.width;
    const skirt = half * between(random, 0.35, 0.7) + unit * 0.05;
    const edge = (part: number, sign: number): string => {
      const cliff = part < 0.58 ? part * 0.08 : 0.05 + ((part - 0.58) / 0.42) ** 1.3;
      const jag = unit * 0.012 * noise(part * 9 + index * 7, sign * 3 + index);
      return `${(x + sign * (half + skirt * cliff) + jag).toFixed(1)},${(base - tall * (1 - part)).toFixed(1)}`;
    };
    const steps = Array.from({ length: 25 }, (_, step) => step / 24);
    const crown = Array.from(
      { length: 15 },
      (_, step) =>
        `${(x - half + (2 * half * step) / 14).toFixed(1)},${(base - tall - unit * 0.008 * noise(step * 0.8, index * 5)).toFixed(1)}`,
    );
    const outline = `M${[...steps]
      .reverse()
      .map((part) => edge(part, -1))
      .join("L")}L${crown.join("L")}L${steps.map((part) => edge(part, 1)).join("L")}Z`;
    const tone = surface(light, rock, depth, 0.7);
    const dark = surface(light, rock, depth + 0.05, 0);
    const face = `<linearGradient id="m${index}" x1="0" x2="0" y1="0" y2="1">${gradientStops([tone, mix(tone, light.haze, 0.25), mix(tone, light.haze, 0.7)])}</linearGradient><clipPath id="k${index}"><path d="${outline}"/></clipPath>`;
    const turn = x - side * half * between(random, 0.05, 0.5);
    const jagged = Array.from(
      { length: 9 },
      (_, step) =>
        `${(turn + unit * 0.02 * noise(step * 1.3, index * 3 + 0.5) - side * half * 0.05 * step).toFixed(1)},${(base - tall * (1.1 - step * 0.14)).toFixed(1)}`,
    ).join("L");
    const wall = `M${jagged}L${(x - side * half * 4).toFixed(1)},${base.toFixed(1)}V${(base - tall * 1.1).toFixed(1)}Z`;
    let flutes = "";
    for (let flute = 0; flute < (half / unit) * 130; flute++) {
      const fx = x + between(random, -1, 1) * half;
      const wide = unit * between(random, 0.0015, 0.006);
      const long = tall * between(random, 0.2, 0.6);
      flutes += `M${fx.toFixed(1)},${(base - tall).toFixed(1)}l${wide.toFixed(1)},${(long * 0.8).toFixed(1)}l${(-wide * 0.6).toFixed(1)},${(long * 0.2).toFixed(1)}l${(-wide * 1.2).toFixed(1)},${(-long * 0.4).toFixed(1)}Z`;
    }
    const bands = [0.1, 0.2, 0.34, 0.46]
      .map(
        (part) =>
          `M${(x - half * 2.5).toFixed(1)},${(base - tall * (1 - part) + unit * 0.002 * index).toFixed(1)}h${(half * 5).toFixed(1)}v${(tall * between(random, 0.015, 0.045)).toFixed(1)}h${(-half * 5).toFixed(1)}Z`,
      )
      .join("");
    body += `<defs>${face}</defs><path d="${outline}" fill="url(#m${index})"/><g clip-path="url(#k${index})"><path d="${bands}" fill="${toCss(dark, 0.28)}"/><path d="${flutes}" fill="${toCss(dark, 0.3)}"/><path d="${wall}" fill="${toCss(dark, 0.5)}"/></g>`;
  }
  return drawLayer("mesas", box, body, stage.pan(0.14));
}

/** A saguaro: a ribbed column with upturned arms. */
function cactus(random: Random, x: number, ground: number, height: number): string {
  const half = height * 0.075;
  const column = (cx: number, from: number, to: number, r: number): string =>
    `M${(cx - r).toFixed(1)},${from.toFixed(1)}V${(to + r).toFixed(1)}A${r.toFixed(1)},${r.toFixed(1)} 0 0 1 ${(cx + r).toFixed(1)},${(to + r).toFixed(1)}V${from.toFixed(1)}Z`;
  let path = column(x, ground + 2, ground - height, half);
  for (const sign of [-1, 1]) {
    if (random() < 0.18) continue;
    const y = ground - height * between(random, 0.32, 0.58);
    const reach = height * between(random, 0.17, 0.25);
    const arm = half * 0.72;
    const tip = y - height * between(random, 0.2, 0.36);
    const elbow = x + sign * reach;
    const out = (away: number, up: number): string => `${(elbow + sign * away).toFixed(1)},${up.toFixed(1)}`;
    const turn = `A${arm.toFixed(1)},${arm.toFixed(1)} 0 0`;
    const lower = `Q${out(arm, y + arm)} ${out(arm, y - arm)}`;
    path +=
      sign < 0
        ? `M${x.toFixed(1)},${(y + arm).toFixed(1)}L${out(-arm, y + arm)}${lower}L${out(arm, tip + arm)}${turn} 1 ${out(-arm, tip + arm)}L${out(-arm, y - arm)}L${x.toFixed(1)},${(y - arm).toFixed(1)}Z`
        : `M${x.toFixed(1)},${(y - arm).toFixed(1)}L${out(-arm, y - arm)}L${out(-arm, tip + arm)}${turn} 1 ${out(arm, tip + arm)}L${out(arm, y - arm)}Q${out(arm, y + arm)} ${out(-arm, y + arm)}L${x.toFixed(1)},${(y + arm).toFixed(1)}Z`;
  }
  return path;
}

/** Saguaros and tufts on the nearest dune, dark against the light. */
function growth(land: Land, ground: (x: number) => number, taken: (x: number) => boolean): Layer {
  const { stage, sun } = land;
  const { light, unit } = stage;
  const random = stage.stream("growth");
  const tone = mix(surface(light, parseColour("#4a6a4a"), 1, 0.15), light.silhouette, light.palette === "day" ? 0.35 : 0.7);
  const places = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) =>
    index % 2 ? between(random, 0.74, 0.97) : between(random, 0.03, 0.28),
  );
  const box = stage.span(1, stage.height * 0.5, stage.height * 0.5);
  let cacti = "";
  let tufts = "";
  for (const place of places) {
    const x = box.x + place * box.width;
    const grown = cactus(random, x, ground(x) + unit * 0.012, unit * between(random, 0.13, 0.27));
    if (!taken(x)) cacti += grown;
  }
  for (let index = 0; index < 22; index++) {
    const x = box.x + random() * box.width;
    const y = ground(x) + unit * between(random, 0.005, 0.05);
    const size = unit * between(random, 0.012, 0.032);
    for (let blade = -3; blade <= 3; blade++)
      tufts += `M${(x - size * 0.06).toFixed(1)},${y.toFixed(1)}Q${(x + blade * size * 0.1).toFixed(1)},${(y - size * 0.5).toFixed(1)} ${(x + blade * size * 0.3).toFixed(1)},${(y - size * between(random, 0.6, 1)).toFixed(1)}Q${(x + blade * size * 0.16).toFixed(1)},${(y - size * 0.4).toFixed(1)} ${(x + size * 0.06).toFixed(1)},${y.toFixed(1)}Z`;
  }
  const rim = toCss(mix(tone, light.glow, light.moon ? 0.3 : 0.6));
  const shift = (sun.x < stage.width / 2 ? -1 : 1) * unit * 0.0028;
  const body = `<g transform="translate(${shift.toFixed(2)} ${(-unit * 0.0012).toFixed(2)})"><path d="${cacti}" fill="${rim}"/></g><path d="${cacti}${tufts}" fill="${toCss(tone)}"/>`;
  return drawLayer("growth", box, body, stage.pan(1));
}

/** The air over the sand, warm with dust. */
const sandy = (light: Light, sand: Rgb): Light => ({
  ...light,
  haze: mix(light.haze, mix(sand, parseColour("#fff0d8"), 0.35), light.moon ? 0.05 : 0.5),
});

/** Dunes and table mountains under a great sky. */
export const desert: SettingDesign = (brief) => {
  const opened = openStage(brief);
  const random = opened.stream("desert");
  const sand = pick(random, SANDS);
  const stage: Stage = { ...opened, light: sandy(opened.light, sand) };
  const { unit, height, aspect, light } = stage;
  const horizonY = Math.round(height * (HORIZON[aspect] + between(random, -0.03, 0.03)));
  const sun = placeSun(stage, horizonY, light.moon || light.palette === "day" ? 0 : 0.12);
  const land: Land = {
    stage,
    sun,
    sand: mix(sand, parseColour("#a4aed0"), light.moon ? 0.45 : 0),
    side: sun.x < stage.width / 2 ? -1 : 1,
  };
  const rest = height - horizonY;
  const far = duneField(land, "far dunes", horizonY + 0.03 * rest, 0.13 * unit, 0.26, 1.9);
  const middle = duneField(land, "middle dunes", horizonY + 0.34 * rest, 0.16 * unit, 0.55, 1.05);
  const near = duneField(land, "near dunes", horizonY + 0.74 * rest, 0.16 * unit, 1, 0.6);
  const layers: Layer[] = [...heavens(stage, horizonY, sun), cloudSheet(stage, horizonY, sun, between(random, 0.6, 0.95))];
  if (random() < 0.7) layers.push(mesas(land, horizonY));
  layers.push(
    far.layer,
    mistLayer(stage, "dust", horizonY - 0.1 * unit, 0.26 * unit, 0.4, 0.6),
    middle.layer,
    birdLayer(stage, 0.2 * horizonY, 0.5 * horizonY),
    veilLayer(
      stage,
      "blown sand",
      mix(light.haze, light.glow, 0.4),
      horizonY - 0.06 * unit,
      0.62 * rest + 0.06 * unit,
      light.palette === "day" ? 0.42 : 0.3,
      5,
    ),
    near.layer,
  );
  const taken = standsAbout(stage, brief, sun.x);
  if (random() < 0.75) layers.push(growth(land, near.ground, taken));
  layers.push(
    sparkLayer(stage, "sand", mix(light.haze, light.glow, 0.5), {
      count: 40,
      size: 0.008,
      top: 0.5 * height,
      bottom: 0.98 * height,
      wind: 0.05,
      blink: 0.5,
    }),
    ...subjectLayers(stage, brief, { groundY: height * (aspect === "9:16" ? 0.76 : 0.8), sunX: sun.x }),
    gradeLayer(stage, 0.9),
  );
  return layers;
};
