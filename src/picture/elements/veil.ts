import type { SpriteLayer } from "../layer.ts";
import { paintRaster, unitFor } from "./bitmap.ts";
import { type Rgb, smoothstep } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import { between, type Stage } from "./stage.ts";

/**
 * Wide soft patches that cross the picture one after the other for as long as it lasts: dust, gusts on water, wisps of gas. `strength` is
 * their greatest opacity, `streak` how much longer than high their grain is.
 */
export function veilLayer(stage: Stage, name: string, colour: Rgb, top: number, height: number, strength: number, streak = 3): SpriteLayer {
  const random = stage.stream(name);
  const noise = createNoise(random);
  const { unit } = stage;
  const width = Math.ceil(Math.max(stage.width * 0.95, 0.9 * unit));
  const tall = Math.ceil(height);
  const bitmap = paintRaster(width, tall, unitFor(width, 150), (u, v, out) => {
    const density = 0.5 + 0.62 * fractal(noise, ((u * width) / unit) * 3.4, ((v * tall) / unit) * 3.4 * streak, 4, 0.55);
    const envelope = smoothstep(0, 0.3, u) * smoothstep(0, 0.3, 1 - u) * smoothstep(0, 0.4, v) * smoothstep(0, 0.35, 1 - v);
    out[0] = colour[0];
    out[1] = colour[1];
    out[2] = colour[2];
    out[3] = strength * envelope * smoothstep(0.2, 0.85, density);
  });
  const heading = random() < 0.5 ? -1 : 1;
  const speed = heading * Math.max(stage.width, 0.75 * stage.height) * between(random, 0.032, 0.042);
  const path = stage.width + width;
  const start = random() * path;
  const at = (timeSec: number) =>
    [0, 1].map((index) => {
      const along = start + (index * path) / 2 + speed * timeSec;
      return { sprite: 0, x: (((along % path) + path) % path) - width, y: Math.floor(top) };
    });
  return { kind: "sprites", name, drawings: [{ svg: "", width, height: tall, bitmap }], at };
}
