import type { ImageLayer, Layer } from "../layer.ts";
import type { Light } from "../palettes.ts";
import { atRamp, buildRamp, gradientStops, lerp, mix, parseColour, type Rgb, smoothstep } from "./colour.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { between, breathe, drawLayer, paintLayer, type Stage, swing, together } from "./stage.ts";

/** What light becomes under water: the palette's own, drowned in blue green; lit from the surface, dark in the depth. */
export type SeaLight = { surface: Rgb; upper: Rgb; middle: Rgb; deep: Rgb; beam: Rgb };

/** The light under water for a palette. */
export function seaLight(light: Light, tint: Rgb): SeaLight {
  const sunk = light.moon ? 0.62 : light.palette === "sunset" ? 0.5 : light.palette === "dawn" ? 0.3 : 0.14;
  const water = light.muted ? mix(tint, parseColour("#7f9a9c"), light.muted) : tint;
  return {
    surface: mix(mix(light.glow, water, light.palette === "day" || light.moon ? 0.3 : 0.46), parseColour("#ffffff"), light.moon ? 0 : 0.15),
    upper: mix(mix(water, light.sky[2]!, light.palette === "day" || light.moon ? 0.34 : 0.2), light.silhouette, sunk * 0.3),
    middle: mix(mix(water, light.sky[1]!, 0.3), light.silhouette, sunk * 0.8),
    deep: mix(mix(water, parseColour("#06243f"), 0.62), light.silhouette, 0.2 + sunk * 0.7),
    beam: mix(light.glow, mix(water, parseColour("#ffffff"), 0.6), 0.4),
  };
}

/** The body of the water from the bright surface to the depth, brightest under the sun at `sunX`. */
export function seaBody(stage: Stage, sea: SeaLight, sunX: number): ImageLayer {
  const { width, height, unit } = stage;
  const noise = createNoise(stage.stream("sea"));
  const ramp = buildRamp([sea.surface, sea.upper, mix(sea.upper, sea.middle, 0.6), sea.middle, mix(sea.middle, sea.deep, 0.6), sea.deep]);
  return paintLayer(
    "sea",
    { x: 0, y: 0, width, height },
    Math.round((260 * width) / Math.max(width, height)),
    (u, v, out) => {
      const away = Math.abs(u * width - sunX) / unit;
      const near = Math.exp(-away * away * (1.1 - 0.5 * v));
      const base = atRamp(ramp, v ** 0.85 * (1.12 - 0.24 * near) + 0.05 + 0.05 * fractal(noise, u * 3, v * 2, 2));
      const glow = 0.55 * near * Math.exp(-v * 3.4);
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(base[channel]!, sea.surface[channel]!, glow);
      out[3] = 1;
    },
    () => ({ x: 0, y: 0 }),
    { opaque: true },
  );
}

/** The underside of the surface: a bright net of ripples that drifts. */
export function rippleNet(stage: Stage, sea: SeaLight, sunX: number): Layer[] {
  const { unit, height } = stage;
  return [0, 1].map((set) => {
    const noise = createNoise(stage.stream(`net ${set}`));
    const box = stage.span(0.3, -0.02 * unit, 0.2 * height, 0.05 * unit);
    return paintLayer(
      `net ${set}`,
      box,
      420,
      (u, v, out) => {
        const far = 1 / (1.15 - v);
        const x = ((u - 0.5) * box.width * far) / unit;
        const net = smoothstep(0.7, 0.97, ridged(noise, x * 1.8, far * 4.4, 2, 0.5));
        const near = Math.exp(-(((box.x + u * box.width - sunX) / (0.8 * unit)) ** 2));
        for (let channel = 0; channel < 3; channel++) out[channel] = sea.surface[channel]!;
        out[3] = (0.16 + 0.5 * near) * net * (1 - v) ** 1.4;
      },
      together(stage.pan(0.3), swing(0.045 * unit, 0.008 * unit, 7 + 4 * set, 3 * set), breathe(0.45, 1, 3.7 + set, 2 * set)),
    );
  });
}

/** Shafts of light that come down from the surface, lean away from the sun and wander. */
export function seaShafts(stage: Stage, sea: SeaLight, sunX: number, reach: number): Layer[] {
  const { unit, width, light } = stage;
  const strength = light.moon ? 0.26 : 0.36;
  return [0, 1].map((set) => {
    const random = stage.stream(`sea shafts ${set}`);
    let beams = "";
    for (let index = 0; index < 7; index++) {
      const x = sunX + unit * between(random, -0.75, 0.75);
      const lean = (x - sunX) * between(random, 0.5, 0.8) + unit * between(random, -0.08, 0.08);
      const [top, foot] = [unit * between(random, 0.01, 0.03), unit * between(random, 0.05, 0.13)];
      const low = reach * between(random, 0.7, 1);
      beams += `M${(x - top).toFixed(1)},-6L${(x + top).toFixed(1)},-6L${(x + lean + foot).toFixed(1)},${low.toFixed(1)}L${(x + lean - foot).toFixed(1)},${low.toFixed(1)}Z`;
    }
    const fade = gradientStops([sea.beam, sea.beam], [strength, strength * 0.62, strength * 0.22, 0]);
    const body = `<defs><linearGradient id="b" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="0" y2="${reach.toFixed(0)}">${fade}</linearGradient></defs><path d="${beams}" fill="url(#b)"/>`;
    const left = Math.max(-0.1 * width, sunX - 1.5 * unit);
    const box = { x: left, y: -4, width: Math.min(1.1 * width, sunX + 1.5 * unit) - left, height: reach };
    return drawLayer(
      `sea shafts ${set}`,
      box,
      body,
      together(swing(unit * 0.03, 0, 9 + 3 * set, set * 2), breathe(0.2, 1, 5.3 + 1.3 * set, set * 2.1)),
      { scale: 0.25 },
    );
  });
}
