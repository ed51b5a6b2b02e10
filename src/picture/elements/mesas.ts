import type { Random } from "../../domain/seed.ts";
import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, toCss } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { createNoise, type Noise } from "./noise.ts";
import { between, drawLayer } from "./stage.ts";

type Mesa = { index: number; x: number; half: number; tall: number; base: number; skirt: number };

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A flat top, steep cliffs, an apron of scree at either side. */
function outlineOf(noise: Noise, unit: number, { index, x, half, tall, base, skirt }: Mesa): string {
  const edge = (part: number, sign: number): string => {
    const cliff = part < 0.58 ? part * 0.08 : 0.05 + ((part - 0.58) / 0.42) ** 1.3;
    const jag = unit * 0.012 * noise(part * 9 + index * 7, sign * 3 + index);
    return at(x + sign * (half + skirt * cliff) + jag, base - tall * (1 - part));
  };
  const steps = Array.from({ length: 25 }, (_, step) => step / 24);
  const crown = Array.from({ length: 15 }, (_, step) =>
    at(x - half + (2 * half * step) / 14, base - tall - unit * 0.008 * noise(step * 0.8, index * 5)),
  );
  const left = [...steps].reverse().map((part) => edge(part, -1));
  return `M${left.join("L")}L${crown.join("L")}L${steps.map((part) => edge(part, 1)).join("L")}Z`;
}

/** The side away from the light, behind a jagged edge. */
function shadedWall(random: Random, noise: Noise, unit: number, side: number, { index, x, half, tall, base }: Mesa): string {
  const turn = x - side * half * between(random, 0.05, 0.5);
  const jagged = Array.from({ length: 9 }, (_, step) =>
    at(turn + unit * 0.02 * noise(step * 1.3, index * 3 + 0.5) - side * half * 0.05 * step, base - tall * (1.1 - step * 0.14)),
  );
  return `M${jagged.join("L")}L${at(x - side * half * 4, base)}V${(base - tall * 1.1).toFixed(1)}Z`;
}

/** Flutes that the rain has cut into the cliff. */
function flutesOf(random: Random, unit: number, { x, half, tall, base }: Mesa): string {
  let flutes = "";
  for (let flute = 0; flute < (half / unit) * 130; flute++) {
    const fx = x + between(random, -1, 1) * half;
    const wide = unit * between(random, 0.0015, 0.006);
    const long = tall * between(random, 0.2, 0.6);
    flutes += `M${at(fx, base - tall)}l${at(wide, long * 0.8)}l${at(-wide * 0.6, long * 0.2)}l${at(-wide * 1.2, -long * 0.4)}Z`;
  }
  return flutes;
}

/** Layers of rock, one over the other. */
const bandsOf = (random: Random, unit: number, { index, x, half, tall, base }: Mesa): string =>
  [0.1, 0.2, 0.34, 0.46]
    .map(
      (part) =>
        `M${at(x - half * 2.5, base - tall * (1 - part) + unit * 0.002 * index)}h${(half * 5).toFixed(1)}v${(tall * between(random, 0.015, 0.045)).toFixed(1)}h${(-half * 5).toFixed(1)}Z`,
    )
    .join("");

/** Table mountains far off: flat tops, steep cliffs with layers of rock, aprons of scree. */
export function mesas(land: Land, horizonY: number): Layer {
  const { stage, sand, side } = land;
  const { light, unit } = stage;
  const random = stage.stream("mesas");
  const box = stage.span(0.14, horizonY - 0.34 * unit, 0.36 * unit);
  const count = 2 + Math.floor(random() * 3);
  const rock = mix(sand, parseColour("#9a4a38"), 0.55);
  const noise = createNoise(random);
  let body = "";
  for (let index = 0; index < count; index++) {
    const depth = 0.22 + 0.16 * (index / count);
    const half = unit * between(random, 0.06, 0.2);
    const tall = unit * between(random, 0.1, 0.28);
    const x = box.x + ((index + between(random, 0.2, 0.8)) / count) * box.width;
    const mesa: Mesa = { index, x, half, tall, base: horizonY + 0.02 * unit, skirt: half * between(random, 0.35, 0.7) + unit * 0.05 };
    const outline = outlineOf(noise, unit, mesa);
    const tone = surface(light, rock, depth, 0.7);
    const dark = surface(light, rock, depth + 0.05, 0);
    const wall = shadedWall(random, noise, unit, side, mesa);
    const flutes = flutesOf(random, unit, mesa);
    const fill = `<linearGradient id="m${index}" x1="0" x2="0" y1="0" y2="1">${gradientStops([tone, mix(tone, light.haze, 0.25), mix(tone, light.haze, 0.7)])}</linearGradient>`;
    body += `<defs>${fill}<clipPath id="k${index}"><path d="${outline}"/></clipPath></defs><path d="${outline}" fill="url(#m${index})"/><g clip-path="url(#k${index})"><path d="${bandsOf(random, unit, mesa)}" fill="${toCss(dark, 0.28)}"/><path d="${flutes}" fill="${toCss(dark, 0.3)}"/><path d="${wall}" fill="${toCss(dark, 0.5)}"/></g>`;
  }
  return drawLayer("mesas", box, body, stage.pan(0.14));
}
