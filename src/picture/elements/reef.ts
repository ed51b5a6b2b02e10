import type { Random } from "../../domain/seed.ts";
import type { ImageLayer } from "../layer.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb } from "./colour.ts";
import { groundAt, type Ridge, ridgePath } from "./ridges.ts";
import type { SeaLight } from "./sea-light.ts";
import { between, drawLayer, pick, type Stage, swing, together } from "./stage.ts";

const at = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A tapering tube along a bent stem. */
function arm(x: number, y: number, angle: number, length: number, half: number, bend: number): string {
  const [tipX, tipY] = [x + Math.sin(angle + bend) * length, y - Math.cos(angle + bend) * length];
  const [midX, midY] = [x + Math.sin(angle) * length * 0.55, y - Math.cos(angle) * length * 0.55];
  const [nx, ny] = [Math.cos(angle) * half, Math.sin(angle) * half];
  const thin = 0.62;
  return `M${at(x - nx, y - ny)}Q${at(midX - nx * 0.9, midY - ny * 0.9)} ${at(tipX - nx * thin, tipY - ny * thin)}A${(half * thin).toFixed(1)},${(half * thin).toFixed(1)} 0 0 1 ${at(tipX + nx * thin, tipY + ny * thin)}Q${at(midX + nx * 0.9, midY + ny * 0.9)} ${at(x + nx, y + ny)}Z`;
}

/** Coral that branches like antlers. */
function staghorn(random: Random, x: number, y: number, size: number): string {
  let path = "";
  const grow = (fromX: number, fromY: number, angle: number, length: number, half: number, level: number): void => {
    const bend = between(random, -0.25, 0.25);
    path += arm(fromX, fromY, angle, length, half, bend);
    if (level > 2) return;
    const [toX, toY] = [fromX + Math.sin(angle + bend) * length * 0.92, fromY - Math.cos(angle + bend) * length * 0.92];
    for (const side of random() < 0.4 ? [-1, 0, 1] : [-1, 1])
      grow(toX, toY, angle + side * between(random, 0.3, 0.6), length * between(random, 0.62, 0.82), half * 0.74, level + 1);
  };
  for (const lean of [-0.5, 0, 0.5]) grow(x, y, lean + between(random, -0.1, 0.1), size * 0.34, size * 0.055, 0);
  return path;
}

/** A fan of coral: ribs that spread in a half disc. */
function fan(random: Random, x: number, y: number, size: number): string {
  let path = "";
  for (let rib = 0; rib < 9; rib++) {
    const angle = lerp(-1.05, 1.05, rib / 8) + between(random, -0.05, 0.05);
    path += arm(x, y, angle * 0.7, size * between(random, 0.75, 1) * (1 - 0.15 * Math.abs(angle)), size * 0.026, angle * 0.5);
  }
  return path;
}

/** A brain coral or a boulder: a dome. */
const dome = (random: Random, x: number, y: number, size: number): string => {
  const [wide, tall] = [size * between(random, 0.5, 0.75), size * between(random, 0.42, 0.6)];
  return `M${at(x - wide, y + 4)}C${at(x - wide * 1.05, y - tall * 1.25)} ${at(x + wide * 1.05, y - tall * 1.25)} ${at(x + wide, y + 4)}Z`;
};

/** Tubes of a sponge, side by side. */
function tubes(random: Random, x: number, y: number, size: number): string {
  let path = "";
  for (let tube = 0; tube < 5; tube++)
    path += arm(x + (tube - 2) * size * 0.13, y, (tube - 2) * 0.12, size * between(random, 0.45, 0.95), size * 0.09, (tube - 2) * 0.05);
  return path;
}

const GROWTHS = [staghorn, fan, dome, tubes];
const CORALS = ["#ff6f61", "#ff9e57", "#e65a9a", "#b06ae0", "#ffd166", "#3fc6b2", "#f4e3cf"].map(parseColour);

/** A reef along a ridge: rock with corals on it, drowned in the water's own colour the farther it lies. */
export function reefLayer(stage: Stage, sea: SeaLight, name: string, ridge: Ridge, depth: number, size: number, count: number): ImageLayer {
  const { light } = stage;
  const random = stage.stream(`${name} corals`);
  const far = mix(sea.middle, sea.deep, 0.15 + 0.5 * depth);
  const rock = mix(mix(parseColour("#4c5a66"), sea.deep, 0.55), far, 1 - depth);
  const groups = new Map<number, string>();
  for (let index = 0; index < count; index++) {
    const x = ridge.box.x + ((index + random()) / count) * ridge.box.width;
    const y = groundAt(ridge, x) + size * between(random, 0.02, 0.4) * depth;
    const tone = Math.floor(random() * CORALS.length);
    groups.set(tone, (groups.get(tone) ?? "") + pick(random, GROWTHS)(random, x, y, size * between(random, 0.55, 1.1)));
  }
  const dim = light.moon ? 0.42 : light.palette === "day" ? 0.14 : 0.24;
  const grown = { ...ridge.box, y: ridge.box.y - size, height: ridge.box.height + size };
  const vertical = `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${grown.y.toFixed(0)}" y2="${(grown.y + Math.min(grown.height, 3 * size)).toFixed(0)}"`;
  const paint = (id: string, colour: Rgb): string =>
    `<linearGradient id="${id}" ${vertical}>${gradientStops([mix(colour, sea.beam, 0.24), colour, mix(colour, sea.deep, 0.6)], [1], 6)}</linearGradient>`;
  const defs = [...groups.keys()]
    .map((tone) => paint(`c${tone}`, mix(mix(CORALS[tone]!, sea.deep, dim + 0.12), far, 0.86 * (1 - depth))))
    .join("");
  const corals = [...groups].map(([tone, path]) => `<path d="${path}" fill="url(#c${tone})"/>`).join("");
  const body = `<defs>${defs}${paint("r", rock)}</defs><path d="${ridgePath(ridge)}" fill="url(#r)"/>${corals}`;
  return drawLayer(name, grown, body, stage.pan(depth));
}

/** Kelp that stands from `ground` upwards: a wavering stem with blades to both sides. */
function kelpPath(random: Random, x: number, ground: number, height: number, half: number): string {
  const phase = 6.28 * random();
  const stem = (part: number): number => x + half * 2.6 * part * Math.sin(phase + 4.4 * part);
  let path = "";
  const [left, right]: [string[], string[]] = [[], []];
  for (let step = 0; step <= 14; step++) {
    const [px, py, wide] = [stem(step / 14), ground - (height * step) / 14, half * 0.16 * (1.15 - step / 14)];
    left.push(at(px - wide, py));
    right.unshift(at(px + wide, py));
  }
  path += `M${left.join("L")}L${right.join("L")}Z`;
  const blades = Math.round(height / (half * 1.05));
  for (let blade = 1; blade <= blades; blade++) {
    const part = blade / (blades + 0.5);
    const [px, py] = [stem(part), ground - height * part];
    const side = blade % 2 ? 1 : -1;
    const long = half * between(random, 1.4, 2.2) * (1.1 - 0.45 * part);
    const rise = long * between(random, 0.2, 0.75);
    path += `M${at(px, py)}Q${at(px + side * long * 0.42, py - rise * 0.95 - half * 0.3)} ${at(px + side * long, py - rise * 0.6)}Q${at(px + side * long * 0.5, py + half * 0.05)} ${at(px, py + half * 0.14)}Z`;
  }
  return path;
}

/** A stand of kelp at places 0..1 across, swaying with the swell; `height` in pixels. */
export function kelpLayer(
  stage: Stage,
  sea: SeaLight,
  name: string,
  places: number[],
  ground: number,
  height: number,
  half: number,
  depth: number,
): ImageLayer {
  const { unit, light } = stage;
  const random = stage.stream(name);
  const box = stage.span(depth, ground - 1.08 * height, 1.08 * height, 0.03 * unit);
  const leaf = mix(
    mix(parseColour("#6f8a2e"), sea.deep, light.moon ? 0.5 : 0.3 + 0.2 * depth),
    mix(sea.upper, sea.middle, 0.6),
    0.85 * (1 - depth),
  );
  const path = places
    .map((place) =>
      kelpPath(random, box.x + place * box.width, ground, height * between(random, 0.62, 1.05), half * between(random, 0.8, 1.15)),
    )
    .join("");
  const fade = `<linearGradient id="k" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${(ground - height).toFixed(0)}" y2="${ground.toFixed(0)}">${gradientStops([mix(leaf, sea.beam, 0.4 * (1 - 0.4 * depth)), leaf, mix(leaf, sea.deep, 0.6)])}</linearGradient>`;
  return drawLayer(
    name,
    box,
    `<defs>${fade}</defs><path d="${path}" fill="url(#k)"/>`,
    together(stage.pan(depth), swing(0.016 * unit * (0.5 + depth), 0.003 * unit, 4.6 + depth, 6 * depth)),
  );
}
