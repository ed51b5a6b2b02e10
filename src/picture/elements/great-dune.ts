import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { lerp, mix, parseColour, smoothstep } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { createNoise, fractal, type Noise } from "./noise.ts";
import { between, paintLayer, type Stage } from "./stage.ts";

/** A great dune: `ridge` is the frame y of its skyline at a frame x, `crest` the frame x of the winding edge between light and shade at a frame y. */
export type GreatDune = { ridge: (x: number) => number; crest: (y: number) => number; topX: number; topY: number; noise: Noise };

/** Shapes a dune whose peak stands at one side and whose edge winds down to the eye. */
export function shapeDune(stage: Stage, horizonY: number, tall: number, side: number): GreatDune {
  const random = stage.stream("great dune");
  const { unit, width, height } = stage;
  const noise = createNoise(random);
  const topX = width * (0.5 + side * between(random, 0.1, 0.2));
  const topY = horizonY - tall;
  const [steep, mild] = [0.62 * Math.max(unit, 0.5 * width), 1.05 * Math.max(unit, 0.5 * width)];
  const ridge = (x: number): number => {
    const away = (x - topX) * side;
    const part = Math.max(0, 1 - (away > 0 ? away / steep : -away / mild));
    const shape = away > 0 ? part ** 1.15 : part * part * (1.7 - 0.7 * part);
    return horizonY + 0.02 * unit - (tall + 0.02 * unit) * shape + 0.006 * unit * noise((x / unit) * 2.2, 3);
  };
  const [phase, reach] = [between(random, 0, 1), unit * between(random, 0.2, 0.3)];
  const crest = (y: number): number => {
    const down = Math.max(0, (y - topY) / (height - topY));
    return topX + side * reach * (Math.sin(down * 5.4 + phase) - Math.sin(phase)) * (0.35 + 0.9 * down) - side * 0.35 * unit * down * down;
  };
  return { ridge, crest, topX, topY, noise };
}

/** The dune's two faces, rippled by the wind: one in the light, one in shade, the edge between them sharp above and soft below. */
export function greatDuneLayer(land: Land, dune: GreatDune, depth: number): ImageLayer {
  const { stage, sand, side } = land;
  const { light, unit, height } = stage;
  const box = stage.span(depth, dune.topY - 0.02 * unit, height - dune.topY + 0.02 * unit + 2);
  const day = light.palette === "day";
  const lit = mix(surface(light, sand, 0.95, 1), light.glow, light.moon ? 0.04 : 0.2);
  const shade = mix(surface(light, mix(sand, parseColour("#8a4640"), 0.35), 0.9, day ? 0.3 : 0.06), light.silhouette, day ? 0.1 : 0.3);
  const near = mix(shade, light.silhouette, day ? 0.18 : 0.34);
  const { noise } = dune;
  return paintLayer(
    "great dune",
    box,
    Math.round(box.width / 2),
    (u, v, out) => {
      const x = box.x + u * box.width;
      const y = box.y + v * box.height;
      const line = dune.ridge(x);
      // As soft as a painted point is wide, measured across the slope.
      const slope = (dune.ridge(x + 2) - dune.ridge(x - 2)) / 4;
      const soften = 1.9 * Math.sqrt(1 + slope * slope);
      out[3] = smoothstep(line - 0.2 * soften, line + 1.6 * soften, y);
      if (out[3] === 0) return;
      const down = (y - dune.topY) / (height - dune.topY);
      const edge = (x - dune.crest(y)) * side;
      const soft = unit * lerp(0.003, 0.07, down ** 1.5);
      const shaded = smoothstep(-soft, soft, -edge);
      const far = 1 / (0.25 + down);
      const sway = noise((x / unit) * 1.7, down * 5) * 2.4;
      const ripple =
        Math.sin((down * 46 * far + (x / unit) * 3.2 * (shaded > 0.5 ? -1 : 1)) * 3.4 + sway * 3) * smoothstep(0.06, 0.3, down);
      const swell = fractal(noise, (x / unit) * 1.5, down * 4, 3);
      const bright = 0.72 + 0.2 * swell + 0.1 * ripple - 0.3 * down;
      const dark = 0.2 + 0.14 * swell + 0.09 * ripple + 0.12 * (1 - down);
      const face = lerp(bright, dark, shaded);
      const rim = Math.exp(-(((y - line) / (0.006 * unit)) ** 2)) * (1 - shaded);
      for (let channel = 0; channel < 3; channel++) {
        const tone =
          face > 0.2 ? lerp(shade[channel]!, lit[channel]!, (face - 0.2) / 0.7) : lerp(near[channel]!, shade[channel]!, face / 0.2);
        out[channel] = lerp(tone, light.disc[channel]!, 0.5 * rim * (light.moon ? 0.2 : 1));
      }
    },
    stage.pan(depth),
  );
}
