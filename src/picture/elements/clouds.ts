import type { ImageLayer } from "../layer.ts";
import { lerp, mix, smoothstep } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import type { Sun } from "./sky.ts";
import { between, drift, paintLayer, type Stage, together } from "./stage.ts";

/** How far a layer with a wind of `speed` pixels a second strays to either side. */
const stray = (stage: Stage, speed: number): number => Math.abs(speed) * (stage.durationSec / 2 + 2);

/** Wind over the picture, in parts of the width a second, the same way for all clouds. */
const windOf = (stage: Stage): number =>
  (stage.stream("wind")() < 0.5 ? -1 : 1) * stage.width * Math.min(0.016, 0.9 / (stage.durationSec + 4));

/** A high sheet of thin cloud seen in perspective, drawn finer towards the horizon, lit from where the sun stands. */
export function cloudSheet(stage: Stage, horizonY: number, sun: Sun, amount = 1): ImageLayer {
  const random = stage.stream("sheet");
  const noise = createNoise(random);
  const { light, unit } = stage;
  const speed = windOf(stage);
  const pan = 0.06;
  const box = stage.span(pan, 0, horizonY, stray(stage, speed));
  const stretch = between(random, 0.35, 1.1);
  const slant = between(random, -0.5, 0.5);
  const threshold = between(random, -0.08, 0.12) - 0.1 * (amount - 1);
  const thickness = between(random, 0.62, 0.85) * amount;
  const columns = Math.round((230 * box.width) / Math.max(stage.width, stage.height));
  return paintLayer(
    "cloud sheet",
    box,
    columns,
    (u, v, out) => {
      const x = box.x + u * box.width;
      const y = v * horizonY;
      const rise = (horizonY - y) / (1.1 * unit) + 0.13;
      const planeX = (((x - stage.width / 2) / unit) * 0.34) / rise + slant / rise;
      const planeY = 0.62 / rise;
      const density = fractal(noise, planeX * 1.6 * stretch + 7, planeY * 3.1, 5, 0.55);
      const cover = smoothstep(threshold, threshold + 0.42, density);
      const fade = smoothstep(0, 0.28, 1 - v) * smoothstep(0, 0.1, v + 0.05);
      const near = Math.exp(-(((x - sun.x) / unit) ** 2 + ((y - sun.y) / unit) ** 2) * 1.6);
      const lit = Math.min(1, 0.28 + 0.75 * near + 0.5 * (1 - smoothstep(0.05, 0.55, density)) * (light.moon ? 0.4 : 0.8));
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(light.cloudShade[channel]!, light.cloudLit[channel]!, lit);
      out[3] = thickness * cover * fade;
    },
    together(stage.pan(pan), drift(stage, speed)),
  );
}

type Puff = { x: number; base: number; half: number; rise: number };

/** Heaped clouds with flat bases and lit crowns in rows that shrink towards the horizon. */
export function cumulus(stage: Stage, horizonY: number, sun: Sun, amount = 1): ImageLayer {
  const random = stage.stream("cumulus");
  const noise = createNoise(random);
  const { light, unit } = stage;
  const speed = 0.55 * windOf(stage);
  const pan = 0.1;
  const box = stage.span(pan, 0.06 * horizonY, 0.9 * horizonY, stray(stage, speed));
  const count = Math.max(2, Math.round((amount * between(random, 4, 7) * box.width) / stage.width));
  const puffs: Puff[] = Array.from({ length: count }, (_, index) => {
    const height = between(random, 0.12, 0.84);
    const size = lerp(0.3, 1, height) * between(random, 0.7, 1.25);
    const x = box.x + ((index + random()) / count) * box.width;
    const rise = 0.13 * unit * size;
    return { x, base: Math.max(horizonY * (1 - height), box.y + 1.7 * rise), half: 0.34 * unit * size, rise };
  });
  const rim = mix(light.cloudLit, light.disc, 0.5);
  const columns = Math.round((400 * box.width) / Math.max(stage.width, stage.height));
  return paintLayer(
    "cumulus",
    box,
    columns,
    (u, v, out) => {
      const x = box.x + u * box.width;
      const y = box.y + v * box.height;
      let cover = 0;
      let lit = 0;
      for (const puff of puffs) {
        const across = (x - puff.x) / puff.half;
        const up = (puff.base - y) / puff.rise;
        if (across < -1 || across > 1 || up < -0.5 || up > 1.65) continue;
        const grain = fractal(noise, (x / unit) * 5.5, (y / unit) * 7.5, 5, 0.55);
        const bulge = 0.55 + 0.45 * noise(puff.x + across * 2.6, 3.3);
        const crown = (1 - across * across) * bulge;
        const sides = smoothstep(0, 0.3, 1 - Math.abs(across) + 0.1 * grain);
        const body = sides * smoothstep(-0.02, 0.34, crown - up * 0.85 + grain * 0.34) * smoothstep(-0.26, 0.16, up + grain * 0.12);
        if (body <= cover) continue;
        const facing = smoothstep(-0.15, 0.95, up + 0.55 * grain - Math.tanh((x - sun.x) / (0.3 * unit)) * across * 0.16);
        cover = body;
        lit = facing;
      }
      const near = Math.exp(-(((x - sun.x) / unit) ** 2 + ((y - sun.y) / unit) ** 2) * 2.2);
      const bright = Math.min(1, lit * 0.95 + near * 0.3);
      for (let channel = 0; channel < 3; channel++) {
        const tone = lerp(light.cloudShade[channel]!, light.cloudLit[channel]!, bright);
        out[channel] = lerp(tone, rim[channel]!, near * lit * 0.7);
      }
      out[3] = cover * (light.moon ? 0.62 : 0.86) * smoothstep(0, 0.2, 1 - v);
    },
    together(stage.pan(pan), drift(stage, speed)),
  );
}

/** A bank of mist about `top`, `height` tall, thin at its edges, drifting by itself. */
export function mistLayer(stage: Stage, name: string, top: number, height: number, depth: number, strength: number, sun?: Sun): ImageLayer {
  const random = stage.stream(name);
  const noise = createNoise(random);
  const { light, unit } = stage;
  const speed = (random() < 0.5 ? -1 : 1) * stage.width * Math.min(0.02, 1 / (stage.durationSec + 4));
  const box = stage.span(depth, top, height, stray(stage, speed));
  const columns = Math.round((150 * box.width) / Math.max(stage.width, stage.height));
  return paintLayer(
    name,
    box,
    columns,
    (u, v, out) => {
      const x = (u * box.width) / unit;
      const y = (v * box.height) / unit;
      const density = 0.5 + 0.5 * fractal(noise, x * 1.7, y * 4.2, 4);
      const near = sun ? 0.6 * Math.exp(-(((box.x + u * box.width - sun.x) / unit) ** 2) * 2.5) : 0;
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(light.haze[channel]!, light.glow[channel]!, near);
      out[3] = strength * smoothstep(0.22, 0.85, density) * smoothstep(0, 0.5, v) * smoothstep(0, 0.42, 1 - v);
    },
    together(stage.pan(depth), drift(stage, speed)),
  );
}
