import type { ImageLayer } from "../layer.ts";
import { lerp, mix, smoothstep } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import type { Sun } from "./sky.ts";
import { drift, paintLayer, type Stage, swing, together } from "./stage.ts";

/** One bank of a sea of clouds seen from above: billowing tops at `top`, down to `top + height`; `grain` is how large its billows are, in pixels. */
export function cloudBank(stage: Stage, name: string, top: number, height: number, grain: number, depth: number, sun: Sun): ImageLayer {
  const random = stage.stream(name);
  const noise = createNoise(random);
  const { light, width, unit } = stage;
  const speed = (stage.stream("wind")() < 0.5 ? -1 : 1) * width * Math.min(0.016, 0.8 / (stage.durationSec + 4)) * (0.4 + depth);
  const box = stage.span(depth, top - 0.5 * grain, height + 0.5 * grain, Math.abs(speed) * (stage.durationSec / 2 + 2));
  const bright = mix(light.cloudLit, light.glow, 0.35);
  const shade = mix(light.cloudShade, mix(light.haze, light.cloudLit, 0.4), 0.62 - 0.2 * depth);
  const side = sun.x < width / 2 ? -1 : 1;
  const paint = (u: number, v: number, out: Float64Array): void => {
    const x = (box.x + u * box.width) / grain;
    const y = (v * box.height) / grain;
    const far = 1 / (0.3 + 0.22 * y);
    const body = fractal(noise, x * 0.55, y * 0.9 * far + 3, 5, 0.55);
    const edge = 0.5 - 0.42 * fractal(noise, x * 0.7, 31, 4, 0.6) - 0.12 * noise(x * 2.2, 7);
    const below = y - edge;
    const slope = fractal(noise, x * 0.55 + 0.2 * side, (y - 0.14) * 0.9 * far + 3, 5, 0.55) - body;
    const crown = Math.exp(-Math.max(0, below) * 1.7);
    const lit = smoothstep(-0.25, 0.5, -slope * 1.5 + 0.2 * body + 0.34 * crown);
    const near = Math.exp(-(((box.x + u * box.width - sun.x) / (0.8 * unit)) ** 2));
    for (let channel = 0; channel < 3; channel++) {
      const tone = lerp(shade[channel]!, light.cloudLit[channel]!, lit);
      out[channel] = lerp(tone, bright[channel]!, lit * near * 0.75);
    }
    out[3] = smoothstep(-0.1, 0.22, below + 0.16 * body) * (light.moon ? 0.9 : 0.97);
  };
  const columns = Math.round((300 * box.width) / Math.max(width, stage.height));
  return paintLayer(name, box, columns, paint, together(stage.pan(depth), drift(stage, speed), swing(0, 0.004 * unit, 9 + 5 * depth)));
}
