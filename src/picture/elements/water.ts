import type { ImageLayer, Layer, SpriteLayer } from "../layer.ts";
import { atRamp, buildRamp, clamp, lerp, mix, type Rgb, smoothstep, toCss } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, paintLayer, type Stage, swing, together } from "./stage.ts";
import { veilLayer } from "./veil.ts";

/** Sea or lake from `top` down to the frame's bottom: `deep` is the water's own colour under the reflected sky, `spread` how wide the path of the light is. */
export type Water = { top: number; deep: Rgb; sun: Sun; calm: number; spread?: number };

/** The body of the water: the sky turned over, broken by waves that shrink towards the horizon, and the broad path of the light. */
export function waterBody(stage: Stage, water: Water, depth = 0.22): ImageLayer {
  const { light, unit, width } = stage;
  const noise = createNoise(stage.stream("water"));
  const box = stage.span(depth, water.top, stage.height - water.top + 4);
  const ramp = buildRamp([...light.sky].reverse().map((colour, index) => mix(colour, water.deep, 0.06 + 0.19 * index)));
  const crest = mix(light.haze, light.glow, 0.4);
  const columns = Math.round((400 * box.width) / Math.max(width, stage.height));
  return paintLayer(
    "water",
    box,
    columns,
    (u, v, out) => {
      const x = box.x + u * box.width;
      const far = 1 / (v * 1.5 + 0.035);
      const planeX = ((x - width / 2) / unit) * far * 0.62;
      const planeY = far * 2.1;
      const wave = fractal(noise, planeX * 1.25 + 9, planeY * 1.9, 4, 0.55) * clamp(v * 9, 0.12, 1) * water.calm;
      const base = atRamp(ramp, 0.94 * v ** 0.8 + wave * 0.17);
      const spread = unit * (0.05 + 0.26 * v) * (water.spread ?? 1);
      const path = Math.exp(-(((x - water.sun.x) / spread) ** 2)) * (1 - 0.55 * v) * (light.moon ? 0.42 : 0.62) * (0.75 + 0.55 * wave);
      const shine = Math.min(0.9, path * light.glowing + 0.16 * smoothstep(0.16, 0.5, wave) * (1 - v * 0.6));
      for (let channel = 0; channel < 3; channel++)
        out[channel] = lerp(base[channel]!, path > 0.12 ? light.glow[channel]! : crest[channel]!, shine);
      out[3] = 1;
    },
    stage.pan(depth),
  );
}

const lens = (x: number, y: number, half: number, thick: number): string =>
  `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y - thick).toFixed(1)} ${(x + half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + thick * 0.4).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;

/** Wave crests between two parts of the water's height, swinging to and fro by themselves. */
function crestLayer(stage: Stage, water: Water, name: string, from: number, to: number, count: number): ImageLayer {
  const random = stage.stream(name);
  const { unit, light } = stage;
  const deepness = stage.height - water.top;
  const depth = lerp(0.25, 0.7, to);
  const sway = unit * lerp(0.008, 0.03, to);
  const box = stage.span(depth, water.top + from * deepness - 4, (to - from) * deepness + 8, sway);
  const paths = ["", ""];
  for (let index = 0; index < count; index++) {
    const part = from + (to - from) * random() ** 1.25;
    const half = unit * lerp(0.008, 0.14, part) * between(random, 0.4, 1.2);
    const x = box.x + random() * box.width;
    paths[index % 2] += lens(x, water.top + part * deepness, half, unit * lerp(0.0012, 0.0075, part) * between(random, 0.6, 1.2));
  }
  const bright = mix(light.haze, light.glow, 0.35);
  const body = `<path d="${paths[0]}" fill="${toCss(bright, light.moon ? 0.16 : 0.24)}"/><path d="${paths[1]}" fill="${toCss(mix(water.deep, light.silhouette, 0.45), 0.28)}"/>`;
  return drawLayer(name, box, body, together(stage.pan(depth), swing(sway, unit * 0.0035, 4 + 3 * to, from * 9)));
}

/** Sparks of light on the water under the sun or moon: small and dense far away, broad near, never still. */
export function glitterLayer(stage: Stage, water: Water): SpriteLayer {
  const random = stage.stream("glitter");
  const { unit, light, aspect } = stage;
  const deepness = stage.height - water.top;
  const reach = aspect === "9:16" ? 0.62 : 0.8;
  const widths = [0.006, 0.011, 0.019, 0.031, 0.046].map((part) => Math.max(3, part * unit));
  const colour = mix(light.glow, light.disc, 0.6);
  const drawings = widths.map((half) => {
    const width = Math.ceil(half * 2);
    const height = Math.max(2, Math.ceil(half * 0.2));
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="${lens(width / 2, height * 0.62, width / 2 - 0.5, height * 1.05)}" fill="${toCss(colour)}"/></svg>`;
    return { svg, width, height };
  });
  const pan = stage.pan(0.14);
  const sparks = Array.from({ length: light.moon ? 130 : 200 }, () => {
    const part = 0.006 + reach * random() ** 1.9;
    const spread = unit * (0.022 + 0.3 * part) * (water.spread ?? 1);
    const off = (random() + random() + random() - 1.5) * 1.1;
    const sprite = Math.min(4, Math.floor(lerp(0, 5.2, part / reach) + between(random, -0.6, 0.9) + 0.2));
    return {
      sprite: Math.max(0, sprite),
      x: water.sun.x + off * spread,
      y: water.top + part * deepness,
      strength: (1 - 0.62 * Math.abs(off)) * lerp(1, 0.72, part),
      speed: between(random, 1.1, 3.2),
      phase: random() * 6.28,
      sway: unit * lerp(0.002, 0.012, part),
    };
  });
  const power = light.moon ? 0.75 : 0.95;
  return {
    kind: "sprites",
    name: "glitter",
    drawings,
    at: (timeSec) => {
      const shift = pan(timeSec).x;
      return sparks.map((spark) => {
        const wave = Math.sin(timeSec * spark.speed + spark.phase);
        const half = drawings[spark.sprite]!.width / 2;
        return {
          sprite: spark.sprite,
          opacity: power * spark.strength * clamp(0.5 + 0.75 * wave, 0, 1),
          x: spark.x + shift * (1 + spark.y / stage.height) - half + spark.sway * Math.sin(timeSec * 0.8 + spark.phase),
          y: spark.y,
        };
      });
    },
  };
}

/** Open water with its waves and glitter, back to front. `near` adds the broad waves of the foreground. */
export function waterLayers(stage: Stage, water: Water, depth = 0.22): Layer[] {
  return [
    waterBody(stage, water, depth),
    crestLayer(stage, water, "far waves", 0.02, 0.4, 150),
    glitterLayer(stage, water),
    veilLayer(
      stage,
      "gusts",
      mix(stage.light.haze, stage.light.glow, 0.4),
      water.top,
      stage.height - water.top,
      stage.light.moon ? 0.16 : 0.2,
      9,
    ),
    crestLayer(stage, water, "near waves", 0.36, 1, 70),
  ];
}

/** What the palette makes of deep water. */
export function deepWater(stage: Stage, tint: Rgb): Rgb {
  const { light } = stage;
  const dark: Record<string, number> = { day: 0.05, dawn: 0.35, sunset: 0.62, night: 0.6 };
  return mix(mix(tint, light.sky[0]!, 0.3), light.silhouette, dark[light.palette]!);
}
