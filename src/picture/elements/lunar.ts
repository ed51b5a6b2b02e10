import type { Layer } from "../layer.ts";
import { clamp, gradientStops, lerp, mix, type Rgb, toCss } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import { hills, modelRidge, trimmed } from "./ridges.ts";
import { between, drawLayer, paintLayer, type Stage } from "./stage.ts";

/** The ground of a moon: bare, grey, lit from one side (-1 left). */
export type Moonscape = { stage: Stage; horizonY: number; dust: Rgb; light: Rgb; side: number };

const shades = ({ dust, light }: Moonscape): { lit: Rgb; shade: Rgb } => ({
  lit: mix(dust, light, 0.55),
  shade: mix(mix(dust, light, 0.1), [8, 9, 20], 0.78),
});

/** Rounded mountains without air: sharp to the horizon, lit on one side and black on the other. */
export function moonHills(scape: Moonscape, name: string, foot: number, tall: number, depth: number, dim: number): Layer {
  const { stage, side } = scape;
  const { unit } = stage;
  const random = stage.stream(name);
  const ridge = hills(
    random,
    stage.span(depth, foot - tall, tall + 2),
    unit,
    between(random, -0.3, 0),
    1,
    between(random, 0.9, 1.4),
    6,
    0.4,
  );
  const { lit, shade } = shades(scape);
  const dark: Rgb = [6, 7, 16];
  const sample = modelRidge(random, ridge, unit, side, {
    lit: mix(lit, dark, dim),
    shade: mix(shade, dark, dim),
    foot: mix(mix(lit, shade, 0.55), dark, dim),
    footFrom: 0.4,
  });
  const box = trimmed(ridge);
  return paintLayer(name, box, "sharp", (u, v, out) => sample(box.x + u * box.width, box.y + v * box.height, out), stage.pan(depth));
}

/** A crater lying on the ground: its shaded bowl, its far wall lit, its rim bright on the side of the light. */
function crater(
  x: number,
  y: number,
  wide: number,
  flat: number,
  side: number,
  tones: { lit: string; shade: string; bowl: string },
): string {
  const tall = wide * flat;
  const ellipse = (dx: number, dy: number, grow: number, fill: string): string =>
    `<ellipse cx="${(x + dx).toFixed(1)}" cy="${(y + dy).toFixed(1)}" rx="${(wide * grow).toFixed(1)}" ry="${(tall * grow).toFixed(1)}" fill="${fill}"/>`;
  const lip = wide * 0.07;
  return `${ellipse(side * lip * 0.6, -lip * 0.25, 1.1, tones.lit)}${ellipse(-side * lip * 0.9, lip * 0.3, 1.07, tones.shade)}${ellipse(0, 0, 1, tones.bowl)}${ellipse(side * lip * 1.5, lip * 0.1, 0.86, tones.shade)}`;
}

/** The plain before the hills, dusty, with craters and stones that grow towards the eye. */
export function moonPlain(scape: Moonscape, depth: number): Layer {
  const { stage, horizonY, side } = scape;
  const { unit, height } = stage;
  const random = stage.stream("plain");
  const noise = createNoise(random);
  const box = stage.span(depth, horizonY - 2, height - horizonY + 4);
  const { lit, shade } = shades(scape);
  const far = mix(lit, shade, 0.3);
  const near = mix(lit, shade, 0.66);
  const place = (part: number): { y: number; scale: number } => ({ y: lerp(horizonY, height, part), scale: 0.06 + 0.94 * part });
  let body = "";
  const spots = Array.from({ length: 26 }, () => 0.02 + 0.98 * random() ** 1.7).sort((one, other) => one - other);
  const tones = { lit: toCss(mix(lit, [255, 255, 255], 0.12), 0.7), shade: toCss(shade, 0.85), bowl: toCss(mix(near, lit, 0.35)) };
  for (const part of spots) {
    const { y, scale } = place(part);
    const wide = unit * scale * between(random, 0.03, 0.16);
    body += crater(box.x + random() * box.width, y + wide * 0.1, wide, lerp(0.16, 0.34, part), side, tones);
  }
  let [stones, shadows] = ["", ""];
  for (let index = 0; index < 110; index++) {
    const { y, scale } = place(random() ** 0.8);
    const x = box.x + random() * box.width;
    const r = unit * scale * between(random, 0.002, 0.011);
    stones += `M${(x - r).toFixed(1)},${y.toFixed(1)}Q${(x - r * 0.7).toFixed(1)},${(y - r * 1.1).toFixed(1)} ${(x + r * 0.2).toFixed(1)},${(y - r).toFixed(1)}T${(x + r).toFixed(1)},${y.toFixed(1)}Z`;
    shadows += `M${(x - r).toFixed(1)},${y.toFixed(1)}L${(x - side * r * 5).toFixed(1)},${(y + r * 0.5).toFixed(1)}L${(x + r).toFixed(1)},${(y + r * 0.15).toFixed(1)}Z`;
  }
  let patches = "";
  for (let index = 0; index < 60; index++) {
    const { y, scale } = place(random());
    const x = box.x + random() * box.width;
    const half = unit * scale * between(random, 0.05, 0.22);
    const bend = half * 0.14 * clamp(fractal(noise, x, y, 2), -1, 1);
    patches += `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y - half * 0.12 + bend).toFixed(1)} ${(x + half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + half * 0.1).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;
  }
  const ground = `<defs><linearGradient id="g" x1="0" x2="0" y1="0" y2="1">${gradientStops([far, mix(far, near, 0.5), near, mix(near, shade, 0.6)])}</linearGradient></defs><rect x="${box.x}" y="${horizonY.toFixed(1)}" width="${box.width}" height="${(height - horizonY + 3).toFixed(1)}" fill="url(#g)"/>`;
  return drawLayer(
    "plain",
    box,
    `${ground}<path d="${patches}" fill="${toCss(shade, 0.22)}"/>${body}<path d="${shadows}" fill="${toCss(shade, 0.8)}"/><path d="${stones}" fill="${toCss(mix(lit, near, 0.3))}"/>`,
    stage.pan(depth),
  );
}
