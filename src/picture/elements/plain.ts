import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { createNoise } from "./noise.ts";
import { between, drawLayer, type Stage } from "./stage.ts";
import { bushesPath, grassPath } from "./trees.ts";

const vertical = (from: number, to: number): string =>
  `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${from.toFixed(0)}" y2="${to.toFixed(0)}"`;

/** Flat red land with low bushes, and a road that runs straight to the horizon at `farX`. */
export function scrubPlain(land: Land, top: number, farX: number, depth: number): Layer {
  const { stage, sand } = land;
  const { light, unit, height, width } = stage;
  const random = stage.stream("scrub");
  const box = stage.span(depth, top, height - top);
  const day = light.palette === "day";
  const ground = mix(surface(light, mix(sand, parseColour("#a8502f"), 0.4), 0.95, day ? 0.9 : 0.4), light.silhouette, day ? 0.04 : 0.34);
  const far = mix(ground, light.haze, 0.6);
  const tar = mix(surface(light, parseColour("#55555c"), 1, 0.4), light.silhouette, day ? 0.15 : 0.55);
  const road = (left: number, right: number, fill: string): string =>
    `<path d="M${(farX + left * 0.006 * unit).toFixed(1)},${top.toFixed(1)}L${(farX + right * 0.006 * unit).toFixed(1)},${top.toFixed(1)}L${(width / 2 + right * 0.36 * unit).toFixed(1)},${height + 2}L${(width / 2 + left * 0.36 * unit).toFixed(1)},${height + 2}Z" fill="${fill}"/>`;
  const dash = Array.from({ length: 15 }, (_, index) => {
    const [from, to] = [index / 15, (index + 0.55) / 15].map((part) => part ** 2.4) as [number, number];
    const at = (part: number, side: number): string =>
      `${(lerp(farX, width / 2, part) + side * unit * lerp(0.0006, 0.012, part)).toFixed(1)},${lerp(top, height, part).toFixed(1)}`;
    return `M${at(from, -1)}L${at(from, 1)}L${at(to, 1)}L${at(to, -1)}Z`;
  }).join("");
  let bushes = "";
  for (const part of [0.06, 0.16, 0.32, 0.55, 0.85]) {
    const y = lerp(top, height, part);
    const clear = unit * (0.03 + 0.42 * part);
    const middle = lerp(farX, width / 2, part);
    const size = unit * lerp(0.004, 0.03, part);
    for (let index = 0; index < 24 * (1.25 - part); index++) {
      const x = box.x + random() * box.width;
      if (Math.abs(x - middle) < clear) continue;
      const rise = between(random, -0.4, 1) * size * 2;
      bushes +=
        bushesPath(random, x - size, x + size, () => y + rise, size * between(random, 0.5, 0.9), 3) +
        grassPath(random, x - size * 1.4, x + size * 1.4, () => y + rise, size * 2, 4);
    }
  }
  const defs = `<defs><linearGradient id="g" ${vertical(top, height)}>${gradientStops([far, mix(far, ground, 0.7), ground, mix(ground, light.silhouette, 0.35)])}</linearGradient><linearGradient id="t" ${vertical(top, height)}>${gradientStops([mix(tar, light.haze, 0.6), tar, mix(tar, light.silhouette, 0.3)])}</linearGradient></defs>`;
  const shrub = mix(surface(light, parseColour("#5f6a3c"), 0.9, day ? 0.5 : 0.2), light.silhouette, day ? 0.25 : 0.6);
  const body = `${defs}<rect x="${box.x}" y="${top.toFixed(1)}" width="${box.width}" height="${(height - top + 3).toFixed(1)}" fill="url(#g)"/>${road(-1.12, 1.12, toCss(mix(ground, light.haze, 0.25), 0.8))}${road(-1, 1, "url(#t)")}<path d="${dash}" fill="${toCss(mix(parseColour("#ffd88a"), tar, 0.2))}"/>${[-1, 1].map((side) => road(side * 0.93 - 0.012, side * 0.93 + 0.012, toCss(mix(parseColour("#f4ead8"), tar, 0.3)))).join("")}<path d="${bushes}" fill="${toCss(shrub)}"/>`;
  return drawLayer("plain", box, body, stage.pan(depth));
}

/** A dried-out salt lake: pale plates with raised rims that shrink to the horizon. */
export function saltPlain(stage: Stage, top: number, tone: Rgb, depth: number): Layer {
  const { light, unit, height, width } = stage;
  const random = stage.stream("salt");
  const noise = createNoise(random);
  const box = stage.span(depth, top, height - top);
  const tall = height - top;
  const place = (column: number, row: number): string => {
    const part = (row / 15) ** 2.1;
    const jitter = [0.34 * noise(column * 1.7, row * 2.3), 0.3 * noise(column * 2.1 + 40, row * 1.9)] as const;
    const x = width / 2 + (column + (row % 2 ? 0.5 : 0) + jitter[0]) * unit * lerp(0.012, 0.27, part);
    const y = top + tall * ((row + jitter[1]) / 15) ** 2.1;
    return `${x.toFixed(1)},${(Number.isFinite(y) ? Math.max(top, y) : top).toFixed(1)}`;
  };
  let [cracks, rims] = ["", ""];
  for (let row = 2; row <= 16; row++) {
    const part = (row / 15) ** 2.1;
    const reach = Math.ceil((0.62 * box.width) / (unit * lerp(0.012, 0.27, part)));
    if (reach > 46) continue;
    const thick = unit * lerp(0.0004, 0.0042, part);
    for (let column = -reach; column <= reach; column++) {
      const corner = place(column, row);
      const next = place(column + (row % 2 ? 1 : 0), row - 1);
      const other = place(column + 1, row);
      const line = `M${corner}L${next}M${corner}L${other}`;
      cracks += `<path d="${line}" stroke-width="${thick.toFixed(2)}"/>`;
      rims += line;
    }
  }
  const day = light.palette === "day";
  const near = mix(tone, light.silhouette, day ? 0.14 : 0.4);
  const ground = `<defs><linearGradient id="g" ${vertical(top, height)}>${gradientStops([mix(tone, light.haze, 0.75), mix(tone, light.haze, 0.2), mix(tone, near, 0.5), near])}</linearGradient><linearGradient id="k" ${vertical(top, height)}>${gradientStops([light.silhouette, light.silhouette], [0, 0.2, 0.42, 0.5])}</linearGradient></defs><rect x="${box.x}" y="${top.toFixed(1)}" width="${box.width}" height="${(tall + 3).toFixed(1)}" fill="url(#g)"/>`;
  const shine = `<path d="${rims}" stroke="${toCss(mix(light.glow, parseColour("#ffffff"), 0.4), light.moon ? 0.16 : 0.3)}" stroke-width="${(0.0022 * unit).toFixed(2)}" fill="none" transform="translate(0 ${(0.0035 * unit).toFixed(2)})"/>`;
  return drawLayer("salt", box, `${ground}${shine}<g stroke="url(#k)" fill="none" stroke-linecap="round">${cracks}</g>`, stage.pan(depth));
}
