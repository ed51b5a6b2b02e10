import type { ImageLayer, Layer } from "../layer.ts";
import { lerp, mix, parseColour, type Rgb, smoothstep } from "./colour.ts";
import { createNoise, fractal } from "./noise.ts";
import { between, breathe, paintLayer, pick, type Stage, swing, together } from "./stage.ts";

const CURTAINS = [
  ["#3dffa2", "#1fd0c8", "#8a5cff"],
  ["#59f7c0", "#35a8ff", "#c05cf0"],
  ["#9dff7a", "#2fe0a0", "#ff6fb0"],
].map((tones) => tones.map(parseColour) as [Rgb, Rgb, Rgb]);

/** One curtain of northern light: a folded band, bright along its lower edge, its rays fading upwards from green to violet. */
function curtain(stage: Stage, index: number, horizonY: number, tones: readonly [Rgb, Rgb, Rgb]): ImageLayer {
  const { unit, light } = stage;
  const random = stage.stream(`curtain ${index}`);
  const noise = createNoise(random);
  const reach = 0.05 * unit;
  const tall = horizonY * [0.8, 0.62, 0.55][index]!;
  const foot = horizonY * [0.8, 0.62, 0.92][index]!;
  const box = stage.span(0.08, foot - tall, tall + 0.06 * unit, reach);
  const slant = between(random, -0.22, 0.22);
  const offset = 40 * random();
  const base = tones.map((tone) => mix(tone, light.glow, 0.12)) as unknown as typeof tones;
  const paint = (u: number, v: number, out: Float64Array): void => {
    const x = (box.x + u * box.width) / unit;
    const y = box.y + v * box.height;
    const fold = 0.5 + 0.5 * fractal(noise, x * 1.1 + offset, 2 + index, 3, 0.5);
    const edge = foot - tall * (0.05 + 0.42 * fold + slant * (u - 0.5));
    const up = (edge - y) / (tall * (0.34 + 0.34 * fold));
    const ray = 0.55 + 0.6 * fractal(noise, x * 7 + 3 * fold + offset, 8 + 0.15 * up, 3, 0.6);
    const fine = 0.8 + 0.35 * noise(x * 26 + 6 * fold, 3.3);
    const lower = smoothstep(-0.1, 0.05, up);
    const body = lower * Math.exp(-Math.max(0, up) * 2.3) * Math.max(0, ray) * fine;
    const gate = 0.3 + 0.7 * smoothstep(-0.5, 0.2, fractal(noise, x * 0.8 - offset, 21, 2));
    const part = Math.min(1, Math.max(0, up * 0.85));
    for (let channel = 0; channel < 3; channel++) {
      const low = lerp(base[0][channel]!, base[1][channel]!, smoothstep(0, 0.4, part));
      out[channel] = lerp(low, base[2][channel]!, smoothstep(0.3, 0.95, part));
    }
    out[3] = Math.min(0.92, body * gate * [1.7, 1.1, 1.2][index]!) * smoothstep(0, 0.14, v);
  };
  const motion = together(
    stage.pan(0.08),
    swing(reach, 0.012 * unit, 11 + 4 * index, index * 2),
    breathe(0.6, 1, 4.7 + index, index * 2.2),
  );
  return paintLayer(`aurora ${index}`, box, Math.round((360 * box.width) / Math.max(stage.width, stage.height)), paint, motion);
}

/** Northern lights over the whole sky, in three curtains that fold and breathe. */
export function auroraLayers(stage: Stage, horizonY: number): Layer[] {
  const tones = pick(stage.stream("aurora"), CURTAINS);
  return [1, 0, 2].map((index) => curtain(stage, index, horizonY, tones));
}
