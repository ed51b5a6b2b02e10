import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { mix, type Rgb } from "./colour.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { modelRidge, type Ridge, trimmed } from "./ridges.ts";
import type { Sun } from "./sky.ts";
import { paintLayer, type Stage } from "./stage.ts";

/** A headland that comes in from one side: `side` -1 from the left, `reach` how far in and `tall` how high, in pixels, over the water line `foot`. */
export type Headland = { name: string; side: number; reach: number; tall: number; foot: number; depth: number };

/** Grassy land that ends in a cliff with some rocks before it. */
export function headlandRidge(stage: Stage, land: Headland): Ridge {
  const { unit } = stage;
  const noise = createNoise(stage.stream(`${land.name} line`));
  const box = stage.span(land.depth, land.foot - land.tall * 1.12, land.tall * 1.12);
  const edge = land.side < 0 ? box.x : box.x + box.width;
  const heights = Float64Array.from({ length: 700 }, (_, index) => {
    const x = box.x + (index / 699) * box.width;
    const out = Math.abs(x - edge) / land.reach;
    const jag = 0.05 * fractal(noise, (x / unit) * 14, 3, 4);
    const top = 0.9 - 0.24 * out + 0.13 * fractal(noise, (x / unit) * 1.6, 8, 3);
    const fall = Math.min(1, Math.max(0, (1 + jag - out) / 0.1));
    const broken = fall < 1 ? Math.max(0, Math.floor(fall * 5 + 2 * jag) / 5) : 1;
    const cliff = top * (0.25 * broken + 0.75 * fall) ** 0.62;
    const stack = 0.3 * Math.max(0, 1 - Math.abs(out - 1.13) / 0.035) ** 0.4 + 0.14 * Math.max(0, 1 - Math.abs(out - 1.25) / 0.03) ** 0.4;
    const rough = 0.025 * (ridged(noise, (x / unit) * 9, 5, 3) - 0.6);
    return out < 1 ? Math.max(0, land.tall * (cliff + rough)) : stack > 0 ? land.tall * Math.max(0, stack + 2 * rough) : -4;
  });
  return { box, heights };
}

/** The headland with its faces lit from the side of the sun, grass above and rock below. */
export function headlandLayer(stage: Stage, land: Headland, ridge: Ridge, sun: Sun, rock: Rgb, grass: Rgb): Layer {
  const { light, unit } = stage;
  const side = sun.x < stage.width / 2 ? -1 : 1;
  const dim = { day: 0, dawn: 0.2, sunset: 0.42, night: 0.3 }[light.palette] * (0.4 + land.depth);
  const tone = (colour: Rgb, facing: number): Rgb =>
    mix(surface(light, colour, Math.min(1, 0.2 + land.depth), facing), light.silhouette, dim);
  const sample = modelRidge(stage.stream(land.name), ridge, unit, side, {
    lit: tone(rock, 1),
    shade: tone(rock, 0),
    foot: mix(tone(rock, 0.2), light.haze, 0.25 * (1 - land.depth)),
    footFrom: 0.55,
    snowLit: tone(grass, 0.9),
    snowShade: tone(grass, 0.15),
    snowLine: 0.74,
  });
  const box = trimmed(ridge);
  const paint = (u: number, v: number, out: Float64Array): void => sample(box.x + u * box.width, box.y + v * box.height, out);
  const from = land.side < 0 ? box.x : box.x + box.width - land.reach * 1.32;
  const shown = { ...box, x: from, width: land.reach * 1.32 };
  const partial = (u: number, v: number, out: Float64Array): void => sample(shown.x + u * shown.width, shown.y + v * shown.height, out);
  return shown.width < box.width
    ? paintLayer(land.name, shown, "sharp", partial, stage.pan(land.depth))
    : paintLayer(land.name, box, "sharp", paint, stage.pan(land.depth));
}
