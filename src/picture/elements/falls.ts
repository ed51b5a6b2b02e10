import type { ImageLayer, Layer, SpriteLayer } from "../layer.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, smoothstep, toCss } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import { between, breathe, drawLayer, paintLayer, type Stage, swing, together } from "./stage.ts";

/** A waterfall: its middle, half width, lip and foot in pixels. */
export type Fall = { x: number; half: number; top: number; foot: number };

/** Foam that spreads from the foot of the fall, thick beneath it. */
function foam(stage: Stage, fall: Fall, depth: number, white: Rgb): ImageLayer {
  const { unit } = stage;
  const [rx, ry] = [2.6 * fall.half, 0.05 * unit];
  const body = `<defs><radialGradient id="f">${gradientStops([white, white], [0.95, 0.7, 0.25, 0])}</radialGradient></defs><ellipse cx="${fall.x.toFixed(1)}" cy="${fall.foot.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="url(#f)"/>`;
  const box = { x: fall.x - rx, y: fall.foot - ry, width: 2 * rx, height: 2 * ry };
  return drawLayer("foam", box, body, together(stage.pan(depth), breathe(0.75, 1, 1.9), swing(0.004 * unit, 0.002 * unit, 2.3)), {
    scale: 0.5,
  });
}

/** The falling water: a bright veil that trembles, and the shadows that fold it. */
export function fallLayers(stage: Stage, fall: Fall, depth: number): Layer[] {
  const { light, unit } = stage;
  const white = mix(mix(light.haze, parseColour("#ffffff"), light.moon ? 0.25 : 0.72), light.glow, 0.15);
  const deep = mix(mix(white, light.sky[1]!, 0.42), light.silhouette, light.moon ? 0.2 : 0.06);
  const veils = [0, 1].map((set) => {
    const noise = createNoise(stage.stream(`fall ${set}`));
    const spread = 0.05 * unit;
    const box = {
      x: fall.x - fall.half - spread,
      y: fall.top - 0.012 * unit,
      width: 2 * (fall.half + spread),
      height: fall.foot - fall.top + 0.03 * unit,
    };
    const paint = (u: number, v: number, out: Float64Array): void => {
      const x = (box.x + u * box.width - fall.x) / (fall.half * (1 + 0.24 * v));
      const strand = fractal(noise, x * 5 + 0.4 * noise(x * 2, v * 3), v * (set ? 2.2 : 1.1) + 7, 4, 0.6);
      const inside = smoothstep(1.04, 0.84, Math.abs(x) + 0.12 * noise(v * 9, x * 3 + set));
      const bright = smoothstep(-0.35, 0.4, strand);
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(deep[channel]!, white[channel]!, bright);
      const lip = smoothstep(0, 0.012 + 0.02 * x * x, v);
      out[3] = lip * (set ? 0.55 * inside * smoothstep(0.05, 0.5, strand) : 0.94 * inside);
    };
    const motion = set ? together(stage.pan(depth), swing(0.004 * unit, 0.02 * unit, 1.7), breathe(0.4, 1, 1.3)) : stage.pan(depth);
    return paintLayer(`fall ${set}`, box, 220, paint, motion);
  });
  return [...veils, foam(stage, fall, depth, white), plunging(stage, fall, depth, white), spray(stage, fall, depth, white)];
}

/** Streaks that rush down the fall, faster the farther they have fallen. */
function plunging(stage: Stage, fall: Fall, depth: number, white: Rgb): SpriteLayer {
  const random = stage.stream("plunging");
  const { unit } = stage;
  const drawings = [0.1, 0.16, 0.24].map((long, index) => {
    const [wide, tall] = [Math.max(3, Math.round(unit * (0.008 + 0.004 * index))), Math.round(long * unit)];
    const fade = gradientStops([white, white], [0, 0.7, 0.85, 0]);
    return {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="-1 -1 2 2" preserveAspectRatio="none"><defs><linearGradient id="p" x1="0" x2="0" y1="0" y2="1">${fade}</linearGradient></defs><ellipse rx="1" ry="1" fill="url(#p)"/></svg>`,
      width: wide,
      height: tall,
    };
  });
  const list = Array.from({ length: 62 }, () => ({
    sprite: Math.floor(3 * random()),
    off: between(random, -0.92, 0.92),
    from: random(),
    every: between(random, 1.1, 1.7),
    opacity: between(random, 0.4, 1),
  }));
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "plunging",
    drawings,
    at: (timeSec) =>
      list.map(({ sprite, off, from, every, opacity }) => {
        const age = (timeSec / every + from) % 1;
        const part = 0.25 * age + 0.75 * age * age;
        const { width, height } = drawings[sprite]!;
        const tall = fall.foot - fall.top - height;
        return {
          sprite,
          x: fall.x + off * fall.half * (1 + 0.2 * part) + pan(timeSec).x - width / 2,
          y: fall.top + part * tall,
          opacity: opacity * Math.min(1, 5 * age, 7 * (1 - age)),
        };
      }),
  };
}

/** The spray that boils up where the water strikes, and drifts off as mist. */
function spray(stage: Stage, fall: Fall, depth: number, white: Rgb): SpriteLayer {
  const random = stage.stream("spray");
  const { unit } = stage;
  const size = Math.round(0.28 * unit);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="s">${gradientStops([white, white], [0.5, 0.3, 0.1, 0])}</radialGradient></defs><circle r="1" fill="url(#s)"/></svg>`;
  const list = Array.from({ length: 16 }, () => ({
    off: between(random, -1.4, 1.4),
    from: random(),
    every: between(random, 2.6, 4.6),
    scale: between(random, 0.4, 1),
    rise: between(random, 0.04, 0.16),
    phase: 6.28 * random(),
  }));
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "spray",
    drawings: [{ svg, width: size, height: size, scale: 0.25 }],
    at: (timeSec) =>
      list.map(({ off, from, every, scale, rise, phase }) => {
        const age = (timeSec / every + from) % 1;
        const grown = scale * (0.35 + 0.65 * age);
        return {
          sprite: 0,
          scale: grown,
          x: fall.x + off * fall.half * (1 + 0.9 * age) + pan(timeSec).x + 0.01 * unit * Math.sin(timeSec + phase) - (size * grown) / 2,
          y: fall.foot - rise * unit * age - (size * grown) / 2,
          opacity: Math.sin(Math.PI * age) * 0.85,
        };
      }),
  };
}

/** Rings that spread over the pool from the foot of the fall. */
export function poolRings(stage: Stage, fall: Fall, depth: number): SpriteLayer {
  const { unit, light } = stage;
  const [wide, tall] = [Math.round(0.9 * unit), Math.round(0.19 * unit)];
  const tone = mix(light.haze, parseColour("#ffffff"), light.moon ? 0.25 : 0.6);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}"><ellipse cx="${wide / 2}" cy="${tall / 2}" rx="${wide / 2 - 4}" ry="${tall / 2 - 3}" fill="none" stroke="${toCss(tone)}" stroke-width="${(unit * 0.004).toFixed(2)}" stroke-dasharray="${(unit * 0.09).toFixed(0)} ${(unit * 0.03).toFixed(0)} ${(unit * 0.05).toFixed(0)} ${(unit * 0.05).toFixed(0)}"/></svg>`;
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "pool rings",
    drawings: [{ svg, width: wide, height: tall }],
    at: (timeSec) =>
      [0, 1, 2, 3, 4, 5].map((index) => {
        const age = (timeSec / 5.4 + index / 6) % 1;
        const scale = 0.25 + 0.9 * age;
        return {
          sprite: 0,
          scale,
          x: fall.x + pan(timeSec).x - (wide * scale) / 2,
          y: fall.foot + 0.05 * unit * age - (tall * scale) / 2 + 0.01 * unit,
          opacity: 0.6 * Math.min(1, 4 * age) * (1 - age),
        };
      }),
  };
}
