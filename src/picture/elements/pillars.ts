import type { ImageLayer } from "../layer.ts";
import { lerp, mix, type Rgb, smoothstep } from "./colour.ts";
import type { Tones } from "./cosmos.ts";
import { createNoise, fractal } from "./noise.ts";
import { between, paintLayer, type Stage, swing, together } from "./stage.ts";

/** Wedges of dark dust that rise from a bank below, their heads and edges lit by the young stars. */
export function pillars(stage: Stage, tones: Tones, rim: Rgb): ImageLayer {
  const random = stage.stream("pillars");
  const noise = createNoise(random);
  const { unit, width, height, aspect } = stage;
  const columns = aspect === "16:9" ? [0.05, 0.17, 0.82, 0.97] : [0.06, 0.92];
  const list = columns.map((place, index) => ({
    x: width * (place + between(random, -0.03, 0.03)),
    top: height * ([0.46, 0.66, 0.6, 0.36][(index + (aspect === "16:9" ? 0 : index)) % 4]! + between(random, -0.05, 0.05)),
    half: unit * between(random, 0.075, 0.12),
    lean: between(random, 0, 0.34) * (place < 0.5 ? -1 : 1),
  }));
  const box = { x: -0.06 * unit, y: 0.08 * height, width: width + 0.12 * unit, height: 0.92 * height + 0.04 * unit };
  const dark = mix(tones.deep, [0, 0, 0], 0.35);
  const body = mix(dark, tones.clouds[0]!, 0.3);
  return paintLayer(
    "pillars",
    box,
    Math.round((330 * box.width) / Math.max(width, height)),
    (u, v, out) => {
      const x = box.x + u * box.width;
      const y = box.y + v * box.height;
      const rough = fractal(noise, (x / unit) * 2.4 + 3, (y / unit) * 1.9, 6, 0.62);
      let density = smoothstep(0.8, 1.15, y / height + 0.2 * rough) * 1.2;
      for (const { x: middle, top, half, lean } of list) {
        const below = (y - top) / unit;
        const across = (x - middle - lean * (y - height)) / (half * (0.22 + 3.6 * Math.max(0, below) ** 1.15));
        const head = smoothstep(-0.1, 0.12, below + 0.3 * rough);
        density = Math.max(density, head * (1.2 - Math.abs(across) + 1.15 * rough));
      }
      const cover = smoothstep(0.22, 0.78, density);
      const edge = smoothstep(0.25, 0.5, density) * (1 - smoothstep(0.5, 0.95, density));
      const deep = smoothstep(0.6, 1.3, density);
      for (let channel = 0; channel < 3; channel++) {
        const inner = lerp(body[channel]!, dark[channel]!, deep);
        out[channel] = lerp(inner, rim[channel]!, 0.5 * edge * (1 - 0.75 * smoothstep(0.5, 1, y / height)));
      }
      out[3] = 0.95 * cover;
    },
    together(stage.pan(0.2), swing(0.008 * unit, 0.006 * unit, 15, 1)),
  );
}
