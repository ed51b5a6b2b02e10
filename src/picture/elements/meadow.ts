import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { groundAt, type Ridge, ridgePath, trimmed } from "./ridges.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, pick, type Stage } from "./stage.ts";
import { broadleafPath, bushesPath } from "./trees.ts";

/** How much of the light falls on open land, by hour. */
export const openLit = (stage: Stage): number => ({ day: 0.9, dawn: 0.62, sunset: 0.45, night: 0.3 })[stage.light.palette];

/** A tone of open land at a depth. */
export function landTone(stage: Stage, colour: Rgb, depth: number): Rgb {
  const { light } = stage;
  const dim = { day: 0, dawn: 0.06, sunset: 0.2, night: 0.16 }[light.palette];
  return mix(surface(light, colour, 0.4 + 0.6 * depth, openLit(stage)), light.silhouette, dim * (0.4 + depth));
}

/** What stands on a hill: rows of hedges and trees, and how tall they are in pixels. */
export type Hill = { name: string; ridge: Ridge; depth: number; colours: Rgb[]; tree: number; trees: number; leaf: Rgb; stripes?: boolean };

/** Fields side by side on a hill, each its own crop, with furrows that follow the slope. */
function crops(stage: Stage, hill: Hill): string {
  const random = stage.stream(`${hill.name} crops`);
  const { ridge, depth, colours } = hill;
  const { box } = ridge;
  let body = "";
  const low = box.y + box.height + 2;
  const from = box.x - 0.1 * stage.unit;
  let lean = 0;
  for (let x = from; x < box.x + box.width; ) {
    const wide = stage.unit * between(random, 0.16, 0.42) * (0.5 + depth);
    const next = stage.unit * between(random, -0.2, 0.2) * (0.3 + depth);
    const tone = landTone(stage, pick(random, colours), depth);
    const steps = Array.from({ length: 13 }, (_, step) => x + (wide * step) / 12);
    const crest = steps.map((at) => `${at.toFixed(1)},${groundAt(ridge, at).toFixed(1)}`);
    body += `<path d="M${crest.join("L")}L${(x + wide + next + 1).toFixed(1)},${low.toFixed(1)}L${(x + lean).toFixed(1)},${low.toFixed(1)}Z" fill="${toCss(tone)}"/>`;
    if (hill.stripes) {
      let rows = "";
      for (let row = 0.5; row < 7; row++) {
        const at = x + (wide * row) / 7;
        rows += `M${at.toFixed(1)},${(groundAt(ridge, at) + 1).toFixed(1)}L${(at + lerp(lean, next, row / 7)).toFixed(1)},${low.toFixed(1)}`;
      }
      body += `<path d="${rows}" stroke="${toCss(mix(tone, stage.light.silhouette, 0.3), 0.3)}" stroke-width="${(0.004 * stage.unit * (0.4 + depth)).toFixed(2)}" fill="none"/>`;
    }
    x += wide;
    lean = next;
  }
  return body;
}

/** A rolling hill of fields with hedges and round trees, paler and bluer the farther, lit on the side of the sun. */
export function fieldHill(stage: Stage, hill: Hill, sun: Sun): ImageLayer {
  const { light, unit } = stage;
  const { ridge, depth, tree } = hill;
  const random = stage.stream(`${hill.name} trees`);
  const leaf = mix(landTone(stage, hill.leaf, depth), light.silhouette, 0.08 + 0.18 * depth);
  let [shaded, lit] = ["", ""];
  const groves = Array.from({ length: 4 }, () => ridge.box.x + random() * ridge.box.width);
  for (let index = 0; index < hill.trees; index++) {
    const x = random() < 0.6 ? pick(random, groves) + between(random, -0.12, 0.12) * unit : ridge.box.x + random() * ridge.box.width;
    const path = broadleafPath(random, x, groundAt(ridge, x) + tree * between(random, 0.02, 0.3), tree * between(random, 0.6, 1.1));
    if (index % 3) shaded += path;
    else lit += path;
  }
  const hedge = bushesPath(
    random,
    ridge.box.x,
    ridge.box.x + ridge.box.width,
    (x) => groundAt(ridge, x) + tree * 0.06,
    tree * 0.16,
    Math.round(hill.trees * 1.4),
  );
  const box = trimmed(ridge);
  const grown = { ...box, y: box.y - 1.1 * tree, height: box.height + 1.1 * tree };
  const deep = box.y + Math.min(box.height, 0.34 * unit);
  const vertical = `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${box.y.toFixed(0)}" y2="${deep.toFixed(0)}"`;
  const shade = `<linearGradient id="d" ${vertical}>${gradientStops([light.glow, light.haze, light.haze], [0.28 * (light.moon ? 0.3 : 1), 0, lerp(0.3, 0.05, depth)])}</linearGradient>`;
  const warm = `<radialGradient id="w" gradientUnits="userSpaceOnUse" cx="${sun.x.toFixed(0)}" cy="${box.y.toFixed(0)}" r="${(0.8 * unit).toFixed(0)}">${gradientStops([light.glow, light.glow], [light.moon ? 0.14 : 0.34, 0.14, 0])}</radialGradient>`;
  const outline = ridgePath(ridge);
  const body = `<defs>${shade}${warm}</defs><path d="${outline}" fill="${toCss(landTone(stage, hill.colours[0]!, depth))}"/>${crops(stage, hill)}<path d="${outline}" fill="url(#d)"/><path d="${outline}" fill="url(#w)"/><path d="${hedge}${shaded}" fill="${toCss(leaf)}"/><path d="${lit}" fill="${toCss(mix(leaf, light.glow, light.moon ? 0.06 : 0.16))}"/>`;
  return drawLayer(hill.name, grown, body, stage.pan(depth));
}

/** A great round tree with a modelled crown: dark below and within, lit towards the sun. */
export function loneTree(stage: Stage, x: number, ground: number, height: number, leaf: Rgb, sun: Sun): string {
  const { light } = stage;
  const random = stage.stream("lone tree");
  const side = sun.x < x ? -1 : 1;
  const base = mix(landTone(stage, leaf, 0.9), light.silhouette, { day: 0.3, dawn: 0.24, sunset: 0.55, night: 0.5 }[light.palette]);
  const trunk = toCss(mix(surface(light, parseColour("#5e4632"), 0.9, 0.3), light.silhouette, 0.5));
  const [middleX, middleY, across, tall] = [x, ground - 0.62 * height, 0.46 * height, 0.36 * height];
  const crown = (count: number, reach: number, size: number, offX: number, offY: number): string => {
    let path = "";
    for (let index = 0; index < count; index++) {
      const turn = 2.4 * index + random();
      const away = reach * Math.sqrt((index + 0.5) / count);
      const radius = size * height * between(random, 0.75, 1.2);
      const [cx, cy] = [middleX + offX * height + Math.cos(turn) * across * away, middleY + offY * height + Math.sin(turn) * tall * away];
      path += `M${(cx - radius).toFixed(1)},${cy.toFixed(1)}a${radius.toFixed(1)},${(radius * 0.86).toFixed(1)} 0 1 0 ${(2 * radius).toFixed(1)},0a${radius.toFixed(1)},${(radius * 0.86).toFixed(1)} 0 1 0 ${(-2 * radius).toFixed(1)},0Z`;
    }
    return path;
  };
  const at = (dx: number, up: number): string => `${(x + dx * height).toFixed(1)},${(ground - up * height).toFixed(1)}`;
  const wood = `M${at(-0.07, -0.02)}Q${at(-0.03, 0.04)} ${at(-0.03, 0.2)}L${at(-0.14, 0.46)}L${at(-0.11, 0.47)}L${at(-0.005, 0.3)}L${at(0.02, 0.56)}L${at(0.05, 0.55)}L${at(0.035, 0.3)}L${at(0.14, 0.42)}L${at(0.16, 0.4)}L${at(0.032, 0.2)}Q${at(0.03, 0.04)} ${at(0.075, -0.02)}Z`;
  const tones: [string, Rgb][] = [
    [crown(30, 0.92, 0.1, 0, 0), base],
    [crown(22, 0.78, 0.085, side * 0.03, -0.05), mix(base, landTone(stage, leaf, 0.9), 0.55)],
    [crown(20, 0.6, 0.06, side * 0.085, -0.1), mix(landTone(stage, leaf, 0.9), light.glow, light.moon ? 0.08 : 0.15)],
    [crown(16, 0.42, 0.034, side * 0.13, -0.15), mix(landTone(stage, leaf, 0.9), light.glow, light.moon ? 0.16 : 0.3)],
  ];
  const shadow = `<ellipse cx="${(x - side * 0.16 * height).toFixed(1)}" cy="${(ground + 0.01 * height).toFixed(1)}" rx="${(0.5 * height).toFixed(1)}" ry="${(0.045 * height).toFixed(1)}" fill="${toCss(light.silhouette, 0.35)}"/>`;
  return `${shadow}<path d="${wood}" fill="${trunk}"/>${tones.map(([d, colour]) => `<path d="${d}" fill="${toCss(colour)}"/>`).join("")}`;
}

/** A post-and-rail fence along a line from `left` to `right`, `size` pixels tall. */
export function fencePath(random: () => number, left: number, right: number, line: (x: number) => number, size: number): string {
  let path = "";
  const gap = size * 1.5;
  const rail = (x: number, to: number, up: number): string => {
    const [y, end, thick] = [line(x) - up * size, line(to) - up * size, size * 0.075];
    return `M${x.toFixed(1)},${y.toFixed(1)}L${to.toFixed(1)},${end.toFixed(1)}L${to.toFixed(1)},${(end + thick).toFixed(1)}L${x.toFixed(1)},${(y + thick).toFixed(1)}Z`;
  };
  for (let x = left; x < right; x += gap) {
    const [half, top, lean] = [size * 0.055, line(x) - size * between(random, 0.94, 1.06), size * between(random, -0.03, 0.03)];
    path += `M${(x - half).toFixed(1)},${(line(x) + 4).toFixed(1)}L${(x - half + lean).toFixed(1)},${top.toFixed(1)}L${(x + half + lean).toFixed(1)},${(top - half * 0.4).toFixed(1)}L${(x + half).toFixed(1)},${(line(x) + 4).toFixed(1)}Z`;
    path += rail(x, x + gap, 0.82 + between(random, -0.02, 0.02)) + rail(x, x + gap, 0.46 + between(random, -0.02, 0.02));
  }
  return path;
}
