import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { clamp, gradientStops, lerp, mix, parseColour, type Rgb, smoothstep, toCss } from "./colour.ts";
import type { Fall } from "./falls.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { between, drawLayer, paintLayer, type Stage } from "./stage.ts";
import { bushesPath, pinePath } from "./trees.ts";

/** How far the cliffs rise above the lip of the fall, in parts of the short side. */
const RISE = 0.2;

/** The frame y of the upper edge of the cliffs at a frame x. */
export function cliffEdge(stage: Stage, fall: Fall): (x: number) => number {
  const { unit } = stage;
  const noise = createNoise(stage.stream("cliff"));
  return (x) => {
    const away = Math.abs(x - fall.x) / unit;
    const shoulder = 0.5 + 0.5 * smoothstep(0.02, 0.5, away);
    const body = 0.5 * shoulder + 0.5 * fractal(noise, (x / unit) * 1.6, 5, 4);
    return fall.top + 0.03 * unit - RISE * unit * body * smoothstep(fall.half / unit, fall.half / unit + 0.05, away);
  };
}

/** A cliff to both sides of a fall, cleft in columns and ledges, darker towards the water and wet beside it. */
export function cliffLayer(stage: Stage, fall: Fall, rock: Rgb, moss: Rgb, depth: number, sunSide: number): ImageLayer {
  const { light, unit } = stage;
  const noise = createNoise(stage.stream("cliff"));
  const rise = RISE * unit;
  const edge = cliffEdge(stage, fall);
  const box = stage.span(depth, fall.top - rise, fall.foot - fall.top + rise + 0.03 * unit);
  const dim = { day: 0.02, dawn: 0.16, sunset: 0.34, night: 0.34 }[light.palette];
  const tone = (colour: Rgb, facing: number): Rgb => mix(surface(light, colour, 0.86, facing), light.silhouette, dim);
  const [lit, shade, green] = [tone(rock, 0.95), mix(tone(rock, 0.1), light.silhouette, 0.25), tone(moss, 0.7)];
  const paint = (u: number, v: number, out: Float64Array): void => {
    const [x, y] = [box.x + u * box.width, box.y + v * box.height];
    const [nx, ny] = [x / unit, y / unit];
    const warp = 0.05 * fractal(noise, nx * 2.2, ny * 2.2, 3);
    const column = ridged(noise, (nx + warp) * 5.5, ny * 2.4 + warp, 5, 0.6);
    const next = ridged(noise, (nx + warp + 0.014 * sunSide) * 5.5, (ny - 0.01) * 2.4 + warp, 5, 0.6);
    const ledge = ridged(noise, nx * 1.2, (ny + warp * 0.6) * 6.5, 3, 0.5);
    const facing = clamp(0.42 + (next - column) * 3.4 + 0.5 * (ledge - 0.62), 0, 1);
    const below = (y - edge(x)) / unit;
    const green0 =
      smoothstep(0.09, 0, below + 0.05 * column) +
      0.7 * smoothstep(0.66, 0.86, ledge) * smoothstep(0.15, 0.5, fractal(noise, nx * 3 + 9, ny * 3, 2) + 0.3);
    const wet = Math.exp(-(((x - fall.x) / (2.1 * fall.half)) ** 2)) * 0.55;
    const mist = smoothstep(0.55, 1, v) * 0.55;
    for (let channel = 0; channel < 3; channel++) {
      const stone = lerp(shade[channel]!, lit[channel]!, facing);
      const grown = lerp(stone, lerp(green[channel]! * 0.6, green[channel]!, facing), clamp(green0, 0, 1) * 0.85);
      out[channel] = lerp(lerp(grown, shade[channel]! * 0.7, wet), light.haze[channel]!, mist);
    }
    out[3] = clamp((y - edge(x)) / 1.4 + 0.5, 0, 1);
  };
  return paintLayer("cliff", box, 640, paint, stage.pan(depth));
}

/** Bushes and small pines along the upper edge of the cliffs, which hang over it here and there, and the cracks below them. */
export function cliffGrowth(stage: Stage, fall: Fall, moss: Rgb, depth: number): ImageLayer {
  const { light, unit } = stage;
  const random = stage.stream("cliff growth");
  const edge = cliffEdge(stage, fall);
  const box = stage.span(depth, fall.top - (RISE + 0.14) * unit, fall.foot - fall.top + (RISE + 0.12) * unit);
  const clear = (x: number): boolean => Math.abs(x - fall.x) < 1.25 * fall.half;
  let [dark, bright, cracks] = ["", "", ""];
  for (let index = 0; index < 96; index++) {
    const x = box.x + random() * box.width;
    const [size, y] = [unit * between(random, 0.012, 0.032), edge(x)];
    const kind = random();
    if (clear(x)) continue;
    if (kind < 0.2) dark += pinePath(random, x, y + 4, unit * between(random, 0.06, 0.13), 8);
    else if (kind < 0.72) dark += bushesPath(random, x - size, x + size, edge, size, 2);
    else bright += bushesPath(random, x - size, x + size, (at) => edge(at) + unit * 0.02, size * 0.8, 2);
  }
  for (let index = 0; index < 44; index++) {
    const x = box.x + random() * box.width;
    const y = edge(x) + between(random, 0.05, 0.75) * (fall.foot - edge(x));
    const long = unit * between(random, 0.03, 0.09);
    const lean = unit * between(random, -0.014, 0.014);
    if (clear(x)) continue;
    cracks += `M${x.toFixed(1)},${y.toFixed(1)}l${lean.toFixed(1)},${(long * 0.4).toFixed(1)}l${(-lean * 0.7).toFixed(1)},${(long * 0.6).toFixed(1)}l${(0.003 * unit).toFixed(1)},${(-long * 0.55).toFixed(1)}l${(lean * 0.6).toFixed(1)},${(-long * 0.42).toFixed(1)}Z`;
  }
  const dim = { day: 0.1, dawn: 0.25, sunset: 0.45, night: 0.4 }[light.palette];
  const leaf = mix(surface(light, moss, 0.8, light.palette === "day" ? 0.7 : 0.45), light.silhouette, dim);
  const body = `<path d="${cracks}" fill="${toCss(light.silhouette, 0.34)}"/><path d="${dark}" fill="${toCss(mix(leaf, light.silhouette, 0.25))}"/><path d="${bright}" fill="${toCss(mix(leaf, light.glow, light.moon ? 0.06 : 0.16))}"/>`;
  return drawLayer("cliff growth", box, body, stage.pan(depth));
}

/** Rocks that lie in the water, wet and rounded, at places given in pixels. */
export function boulders(stage: Stage, rocks: { x: number; y: number; size: number }[], rock: Rgb, moss: Rgb, depth: number): string {
  const { light } = stage;
  const random = stage.stream("boulders");
  const dim = { day: 0.12, dawn: 0.3, sunset: 0.5, night: 0.45 }[light.palette];
  return rocks
    .map(({ x, y, size }, index) => {
      const tone = mix(surface(light, mix(rock, moss, 0.14 * (index % 3)), depth, 0.6), light.silhouette, dim);
      const [left, right, tall] = [size * between(random, 0.5, 0.66), size * between(random, 0.5, 0.66), size * between(random, 0.5, 0.74)];
      const lean = size * between(random, -0.16, 0.16);
      const fill = `<linearGradient id="b${index}" x1="0" x2="0" y1="0" y2="1">${gradientStops([mix(tone, light.glow, light.moon ? 0.15 : 0.3), tone, mix(tone, light.silhouette, 0.6)], [1], 5)}</linearGradient>`;
      const path = `M${(x - left).toFixed(1)},${y.toFixed(1)}Q${(x - left * 1.04).toFixed(1)},${(y - tall * 0.62).toFixed(1)} ${(x - left * 0.34 + lean).toFixed(1)},${(y - tall).toFixed(1)}Q${(x + right * 0.3 + lean).toFixed(1)},${(y - tall * 1.12).toFixed(1)} ${(x + right * 0.74).toFixed(1)},${(y - tall * 0.6).toFixed(1)}Q${(x + right * 1.06).toFixed(1)},${(y - tall * 0.2).toFixed(1)} ${(x + right).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + size * 0.09).toFixed(1)} ${(x - left).toFixed(1)},${y.toFixed(1)}Z`;
      const foam = `<ellipse cx="${x.toFixed(1)}" cy="${(y + size * 0.01).toFixed(1)}" rx="${((left + right) * 0.6).toFixed(1)}" ry="${(size * 0.07).toFixed(1)}" fill="${toCss(mix(light.haze, parseColour("#ffffff"), light.moon ? 0.1 : 0.4), 0.35)}"/>`;
      return `${fill}${foam}<path d="${path}" fill="url(#b${index})"/>`;
    })
    .join("");
}
