import type { Layer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { clamp, lerp, mix, parseColour, smoothstep } from "./colour.ts";
import type { Land } from "./dunes.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { paintLayer } from "./stage.ts";

/** A table rock that stands close: its middle, half width and height in pixels over `foot`. */
export type Butte = { name: string; x: number; half: number; tall: number; foot: number; depth: number };

/** A butte with its fluted wall, bands of rock, a broken crown and an apron of scree, lit from the side of the sun. */
export function butteLayer(land: Land, butte: Butte): Layer {
  const { stage, sand, side } = land;
  const { light, unit } = stage;
  const noise = createNoise(stage.stream(butte.name));
  const rock = mix(sand, parseColour("#a03f2c"), 0.62);
  const { half, tall, foot, depth } = butte;
  const skirt = half * 0.75 + 0.12 * tall;
  const box = { x: butte.x - half - skirt * 1.15, y: foot - tall * 1.12, width: 2 * (half + skirt * 1.15), height: tall * 1.12 + 2 };
  const day = light.palette === "day";
  const dim = (day ? 0.04 : 0.26) * (0.4 + depth);
  const lit = mix(mix(surface(light, rock, 0.35 + 0.6 * depth, 1), light.glow, light.moon ? 0 : 0.1), light.silhouette, dim * 0.4);
  const shade = mix(surface(light, rock, 0.3 + 0.6 * depth, 0), light.silhouette, dim + 0.12);
  const waist = 0.42;
  return paintLayer(
    butte.name,
    box,
    "sharp",
    (u, v, out) => {
      const x = box.x + u * box.width;
      const y = box.y + v * box.height;
      const up = (foot - y) / tall;
      const across = (x - butte.x) / half;
      const nx = (x / unit) * 9;
      const step = 0.035 * noise(nx * 0.35, 4) + 0.045 * Math.round(2 * noise(nx * 0.18, 9)) + 0.014 * noise(nx * 1.6, 2);
      const crown = 0.97 + step - 0.1 * Math.max(0, Math.abs(across) - 0.62);
      const jag = 0.07 * fractal(noise, up * 5, across > 0 ? 3 : 8, 4) + 0.025 * noise(up * 22, 5);
      const wall = up > waist ? 1 + jag - 0.05 * (up - waist) : 1 + jag * (up / waist) + ((waist - up) / waist) ** 1.5 * (skirt / half);
      const edge = (wall - Math.abs(across)) * half;
      out[3] = clamp(edge + 0.5, 0, 1) * clamp((crown - up) * tall + 0.5, 0, 1);
      if (out[3] <= 0) return;
      const flute = ridged(noise, nx * 0.9 + 0.3 * noise(0, up * 3), 6 + up * 0.5, 4, 0.55);
      const relief = ridged(noise, nx * 0.9 + 0.16 * side, 6 + up * 0.5, 4, 0.55) - flute;
      const scree = smoothstep(waist + 0.04, waist - 0.06, up + 0.03 * noise(nx * 0.7, 1));
      const round = -across * -side * 0.5;
      const cliff = smoothstep(-0.5, 0.55, -round * 1.2 - relief * 3.2 + 0.05);
      const slope = smoothstep(-0.6, 0.7, -round * 1.1 + 0.5 * fractal(noise, nx * 1.4, up * 16, 4) + 0.1);
      const band =
        0.1 * Math.sin(up * 46 + 2.4 * noise(nx * 0.25, up * 4)) * (1 - 0.6 * scree) + 0.08 * (ridged(noise, up * 13, 2, 3) - 0.6);
      const crack = smoothstep(0.86, 0.97, flute) * 0.34 * (1 - scree);
      const face = clamp(lerp(cliff, slope * 0.9, scree) + band - crack, 0, 1);
      const air = (0.55 - 0.5 * depth) * smoothstep(0.75, 0, up) + 0.1 * (1 - depth);
      for (let channel = 0; channel < 3; channel++)
        out[channel] = lerp(lerp(shade[channel]!, lit[channel]!, face), light.haze[channel]!, air);
    },
    stage.pan(depth),
  );
}
