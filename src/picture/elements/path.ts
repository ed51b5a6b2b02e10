import type { Random } from "../../domain/seed.ts";
import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { createNoise, type Noise } from "./noise.ts";
import { type Box, between, drawLayer, type Stage, swing, together } from "./stage.ts";
import { canopyPath, grassPath, trunkPath } from "./trees.ts";
import type { Wood } from "./woods.ts";

const FLOWERS = ["#f4d35a", "#f08ab0", "#c8a8f0", "#ffffff", "#f0783c"].map(parseColour);

/** Where a path runs, from 0 far away to 1 at the eye: its middle and half width in pixels. */
type Way = (part: number) => { x: number; y: number; half: number };

function layWay(stage: Stage, random: Random, farX: number, top: number): Way {
  const { unit, width, height } = stage;
  const phase = random() * 6.28;
  const bend = unit * between(random, 0.1, 0.18) * (random() < 0.5 ? -1 : 1);
  return (part) => ({
    x: lerp(farX, width * 0.5, part) + bend * Math.sin(phase + 6 * part ** 0.8) * part ** 0.6,
    y: lerp(top + 0.02 * unit, height + 4, part ** 1.5),
    half: unit * (0.008 + 0.19 * part ** 1.6),
  });
}

/** The trodden earth, `grow` times as wide as the way. */
function trackPath(noise: Noise, way: Way, grow: number): string {
  const edge = (side: number): string[] =>
    Array.from({ length: 49 }, (_, step) => {
      const { x, y, half } = way(step / 48);
      return `${(x + side * half * (grow + 0.16 * noise(step * 0.6, side * 4))).toFixed(1)},${y.toFixed(1)}`;
    });
  return `M${edge(-1).join("L")}L${edge(1).reverse().join("L")}Z`;
}

/** Flowers on both sides of the way, in the light of the scene. */
function flowersSvg(stage: Stage, random: Random, way: Way, grass: Rgb): string {
  const { light, unit } = stage;
  const flowers = FLOWERS.map(() => "");
  for (let index = 0; index < 150; index++) {
    const part = random() ** 0.7;
    const { x, y, half } = way(part);
    const off = half * 1.3 + unit * between(random, 0.01, 0.75) * (0.25 + part);
    const r = unit * lerp(0.0018, 0.0085, part) * between(random, 0.7, 1.2);
    const [fx, fy] = [x + (random() < 0.5 ? -1 : 1) * off, y + unit * 0.02 * between(random, -1, 1)];
    flowers[Math.floor(random() * FLOWERS.length)] +=
      `M${(fx - r).toFixed(1)},${fy.toFixed(1)}a${r.toFixed(1)},${(r * 0.8).toFixed(1)} 0 1 0 ${(2 * r).toFixed(1)},0a${r.toFixed(1)},${(r * 0.8).toFixed(1)} 0 1 0 ${(-2 * r).toFixed(1)},0Z`;
  }
  const pale = light.moon ? 0.6 : light.palette === "day" ? 0.05 : 0.35;
  return flowers.map((d, index) => `<path d="${d}" fill="${toCss(mix(FLOWERS[index]!, grass, pale))}"/>`).join("");
}

/** Shadows of boughs that lie across the ground. */
function shadeBands(stage: Stage, random: Random, box: Box): string {
  const { unit, height } = stage;
  let bands = "";
  for (let index = 0; index < 13; index++) {
    const y = lerp(box.y, height, (index + random()) / 13);
    const thick = unit * lerp(0.006, 0.045, (y - box.y) / (height - box.y));
    const from = box.x + random() * box.width * 0.6;
    const long = box.width * between(random, 0.25, 0.6);
    bands += `M${from.toFixed(1)},${y.toFixed(1)}q${(long * 0.5).toFixed(1)},${(-thick).toFixed(1)} ${long.toFixed(1)},0q${(-long * 0.5).toFixed(1)},${thick.toFixed(1)} ${(-long).toFixed(1)},0Z`;
  }
  return bands;
}

/** A meadow with a trodden path that winds from far to the eye, light lying across it, flowers on both sides. */
export function pathLayer(wood: Wood, farX: number, top: number, depth: number): Layer {
  const { stage, leaf } = wood;
  const { light, unit, height } = stage;
  const random = stage.stream("path");
  const noise = createNoise(random);
  const box = stage.span(depth, top, height - top);
  const day = light.palette === "day";
  const grass = mix(surface(light, mix(leaf, parseColour("#9ab84a"), 0.4), 0.95, day ? 0.85 : 0.45), light.silhouette, day ? 0.1 : 0.42);
  const far = mix(mix(grass, light.haze, 0.55), light.glow, 0.2);
  const earth = mix(surface(light, parseColour("#c8a878"), 1, day ? 0.8 : 0.5), light.silhouette, day ? 0.08 : 0.36);
  const way = layWay(stage, random, farX, top);
  const blossom = flowersSvg(stage, random, way, grass);
  const bands = shadeBands(stage, random, box);
  const tufts = [0.05, 0.25, 0.5, 0.8].map((part) => {
    const blades = grassPath(
      random,
      box.x,
      box.x + box.width,
      () => lerp(top, height, part) + unit * 0.03 * random(),
      unit * lerp(0.02, 0.07, part),
      130,
    );
    return `<path d="${blades}" fill="${toCss(mix(mix(far, grass, part), light.silhouette, 0.16 + 0.14 * part), 0.85)}"/>`;
  });
  const vertical = `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${top.toFixed(0)}" y2="${height}"`;
  const defs = `<defs><linearGradient id="g" ${vertical}>${gradientStops([far, grass, mix(grass, light.silhouette, 0.45)])}</linearGradient><linearGradient id="e" ${vertical}>${gradientStops([mix(earth, light.glow, 0.5), earth, mix(earth, light.silhouette, 0.4)])}</linearGradient></defs>`;
  const ground = `<rect x="${box.x}" y="${(top + 0.01 * unit).toFixed(1)}" width="${box.width}" height="${(height - top).toFixed(1)}" fill="url(#g)"/>${tufts.join("")}`;
  const track = `<path d="${trackPath(noise, way, 1.12)}" fill="${toCss(mix(earth, light.silhouette, 0.35), 0.55)}"/><path d="${trackPath(noise, way, 1)}" fill="url(#e)"/>`;
  return drawLayer(
    "path",
    box,
    `${defs}${ground}${track}<path d="${bands}" fill="${toCss(light.silhouette, day ? 0.16 : 0.22)}"/>${blossom}`,
    stage.pan(depth),
  );
}

/** Two great trees at the sides whose boughs meet overhead, their leaves in three tones, moved by the wind. */
export function archway(wood: Wood, depth: number): Layer[] {
  const { stage, leaf, sun } = wood;
  const { light, unit, width, height } = stage;
  const random = stage.stream("archway");
  const tall = stage.aspect === "9:16";
  const box = stage.span(depth, -2, height + 4, 0.015 * unit);
  const day = light.palette === "day";
  const bark = mix(surface(light, parseColour("#5a4636"), depth, 0.2), light.silhouette, day ? 0.45 : 0.72);
  const edges = [box.x + 0.07 * box.width, box.x + 0.93 * box.width];
  const boughs = edges
    .map((x, index) => {
      const inward = index ? -1 : 1;
      const thick = unit * between(random, 0.045, 0.058);
      const from = height * (tall ? 0.26 : 0.34);
      const tip = `${(x + inward * width * 0.36).toFixed(1)},${(height * 0.04).toFixed(1)}`;
      const arm = `M${x.toFixed(1)},${(from + thick * 1.4).toFixed(1)}Q${(x + inward * width * 0.12).toFixed(1)},${(height * 0.12).toFixed(1)} ${tip}Q${(x + inward * width * 0.09).toFixed(1)},${(height * 0.06).toFixed(1)} ${(x - inward * thick).toFixed(1)},${from.toFixed(1)}Z`;
      return trunkPath(random, x, height * 1.01, -4, thick) + arm;
    })
    .join("");
  const rim = toCss(mix(bark, light.glow, light.moon ? 0.18 : 0.34));
  const shift = (sun.x < width / 2 ? -1 : 1) * unit * 0.004;
  const hang =
    (low: number) =>
    (part: number): number =>
      unit * (tall ? 0.62 : 0.5) * Math.max(0, (2 * Math.abs(part - 0.5)) ** 2.1 * 0.95 + 0.16 - low + 0.1 * random());
  const base = mix(surface(light, leaf, 0.9, day ? 0.6 : 0.3), light.silhouette, day ? 0.2 : 0.55);
  const leaves = (low: number, size: number, tone: typeof base): string =>
    `<path d="${canopyPath(random, box.x, box.x + box.width, -0.03 * unit, hang(low), size * unit)}" fill="${toCss(tone)}"/>`;
  const back = leaves(0, 0.05, mix(mix(base, light.glow, 0.26), light.haze, 0.2));
  const front = leaves(0.1, 0.056, base) + leaves(0.2, 0.06, mix(base, light.silhouette, 0.4));
  const upper = { ...box, height: height * (tall ? 0.52 : 0.74) };
  return [
    drawLayer("leaves behind", upper, back, together(stage.pan(depth), swing(0.007 * unit, 0.003 * unit, 5.3))),
    drawLayer(
      "trunks",
      box,
      `<g transform="translate(${shift.toFixed(2)} 0)"><path d="${boughs}" fill="${rim}"/></g><path d="${boughs}" fill="${toCss(bark)}"/>`,
      stage.pan(depth),
    ),
    drawLayer("leaves", upper, front, together(stage.pan(depth), swing(0.005 * unit, 0.004 * unit, 4.1, 2))),
  ];
}
