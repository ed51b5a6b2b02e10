import type { SpriteLayer } from "../layer.ts";
import type { Light } from "../palettes.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { between, type Stage } from "./stage.ts";

const SLATE = parseColour("#56657a");

/** The light of a rainy hour: its colours dulled under heavy cloud, lamps lit early, no stars. */
export function rainy(light: Light): Light {
  const dull = mix(SLATE, light.silhouette, light.moon ? 0.55 : light.palette === "day" ? 0.08 : 0.3);
  return {
    ...light,
    sky: light.sky.map((colour, index) => mix(colour, mix(dull, light.haze, 0.1 * index), 0.62 - 0.07 * index)),
    haze: mix(light.haze, dull, 0.4),
    glow: mix(light.glow, light.haze, 0.25),
    cloudLit: mix(light.cloudLit, dull, 0.5),
    cloudShade: mix(light.cloudShade, mix(dull, light.silhouette, 0.3), 0.6),
    lit: mix(light.lit, parseColour("#b8c4d4"), 0.5),
    stars: 0,
    lamps: Math.max(0.8, light.lamps),
    glowing: 0.6 * light.glowing,
  };
}

const LEAN = 0.16;

function streaks(stage: Stage, size: number, count: number, tone: Rgb): string {
  const random = stage.stream("rain patch");
  let path = "";
  for (let index = 0; index < count; index++) {
    const [x, y, long] = [random() * size, random() * size * 0.8, size * between(random, 0.12, 0.2)];
    path += `M${x.toFixed(1)},${y.toFixed(1)}l${(-LEAN * long).toFixed(1)},${long.toFixed(1)}`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><path d="${path}" stroke="${toCss(tone)}" stroke-opacity=".4" stroke-width="${Math.max(0.7, stage.unit * 0.0015).toFixed(2)}" fill="none"/></svg>`;
}

/** Rain: patches of fine streaks far off, long bright ones close by, all leaning with the wind. */
export function rainfall(stage: Stage, amount = 1): SpriteLayer {
  const { width, height, unit, light } = stage;
  const random = stage.stream("rainfall");
  const tone = mix(mix(light.haze, light.glow, 0.4), parseColour("#ffffff"), light.moon ? 0.15 : 0.5);
  const patch = Math.round(0.36 * unit);
  const long = Math.round(0.15 * unit);
  const wide = Math.ceil(LEAN * long) + 4;
  const fade = gradientStops([tone, tone], [0, 0.5, 0.7, 0]);
  const near = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${long}" viewBox="0 0 ${wide} ${long}"><defs><linearGradient id="n" x1="0" x2="0" y1="0" y2="1">${fade}</linearGradient></defs><path d="M${wide - 3},0h${(unit * 0.0024).toFixed(2)}L${(3 + unit * 0.0024).toFixed(2)},${long}h${(-unit * 0.0024).toFixed(2)}Z" fill="url(#n)"/></svg>`;
  const drawings = [
    { svg: streaks(stage, patch, 16, tone), width: patch, height: patch },
    { svg: near, width: wide, height: long },
  ];
  const count = Math.round(84 * amount);
  const drops = Array.from({ length: count }, (_, index) => {
    const far = index < 0.4 * count;
    const scale = far ? between(random, 0.75, 1) : between(random, 0.5, 1);
    return {
      sprite: far ? 0 : 1,
      scale,
      x: random(),
      y: random(),
      fall: unit * (far ? between(random, 0.9, 1.2) : lerp(1.3, 2.1, scale)),
      opacity: far ? 0.8 : between(random, 0.35, 0.8),
    };
  });
  const [path, deep] = [width + patch + LEAN * height, height + 2 * patch];
  return {
    kind: "sprites",
    name: "rainfall",
    drawings,
    at: (timeSec) =>
      drops.map(({ sprite, scale, x, y, fall, opacity }) => {
        const down = (y * deep + fall * timeSec) % deep;
        return { sprite, scale, opacity, x: x * path - patch - LEAN * (down - height), y: down - patch };
      }),
  };
}

/** Rings where drops hit water or wet ground between `top` and the frame's bottom, larger the nearer. */
export function rainRings(stage: Stage, top: number, count: number, depth = 0.6): SpriteLayer {
  const random = stage.stream("rain rings");
  const { width, height, unit, light } = stage;
  const [wide, tall] = [Math.round(0.13 * unit), Math.round(0.034 * unit)];
  const tone = toCss(mix(mix(light.haze, light.glow, 0.4), parseColour("#ffffff"), light.moon ? 0.2 : 0.45));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}"><ellipse cx="${wide / 2}" cy="${tall / 2}" rx="${wide / 2 - 2}" ry="${tall / 2 - 1.5}" fill="none" stroke="${tone}" stroke-width="${Math.max(1, unit * 0.0022).toFixed(2)}"/></svg>`;
  const rings = Array.from({ length: count }, () => ({
    from: random(),
    every: between(random, 0.7, 1.3),
    part: random() ** 0.8,
    seed: random() * 40,
  }));
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "rain rings",
    drawings: [{ svg, width: wide, height: tall }],
    at: (timeSec) =>
      rings.map(({ from, every, part, seed }) => {
        const turn = timeSec / every + from;
        const age = turn % 1;
        const hit = Math.sin((Math.floor(turn) + seed) * 127.1) * 43758.5453;
        const x = (hit - Math.floor(hit)) * width;
        const scale = (0.14 + 0.86 * age) * lerp(0.16, 1, part);
        return {
          sprite: 0,
          scale,
          x: x + pan(timeSec).x - (wide * scale) / 2,
          y: lerp(top, height, part) - (tall * scale) / 2,
          opacity: 0.75 * (1 - age) ** 1.3,
        };
      }),
  };
}
