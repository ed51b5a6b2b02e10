import type { ImageLayer } from "../layer.ts";
import { lerp, smoothstep } from "./colour.ts";
import type { Tones } from "./cosmos.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { between, drawLayer, paintLayer, type Stage, swing } from "./stage.ts";

/** Clouds of gas lit from within, their knots and dark lanes folded by their own noise, on a path that never stops. */
export function nebula(stage: Stage, tones: Tones): ImageLayer {
  const random = stage.stream("nebula");
  const noise = createNoise(random);
  const { unit, width, height } = stage;
  const reach = 0.055 * unit;
  const box = { x: -2 * reach, y: -2 * reach, width: width + 4 * reach, height: height + 4 * reach };
  const angle = between(random, -0.7, 0.7);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width * between(random, 0.3, 0.7), height * between(random, 0.25, 0.55)];
  const breadth = unit * between(random, 0.32, 0.5);
  const columns = Math.round((300 * box.width) / Math.max(box.width, box.height));
  return paintLayer(
    "nebula",
    box,
    columns,
    (u, v, out) => {
      const dx = box.x + u * box.width - middleX;
      const dy = box.y + v * box.height - middleY;
      const across = (dy * cos - dx * sin) / breadth;
      const nx = dx / unit;
      const ny = dy / unit;
      const foldX = fractal(noise, nx * 1.3 + 2, ny * 1.3, 3) * 0.9;
      const foldY = fractal(noise, nx * 1.3 - 6, ny * 1.3 + 4, 3) * 0.9;
      const gas = 0.5 + 0.75 * fractal(noise, nx * 1.5 + foldX, ny * 1.5 + foldY, 5, 0.56);
      const band = Math.exp(-across * across);
      const lane = smoothstep(0.66, 0.9, ridged(noise, nx * 1.5 + foldY * 0.7 + 20, ny * 1.9 + foldX * 0.7, 4)) * band;
      const body = smoothstep(0.1, 1.05, gas * (0.32 + 0.85 * band));
      const hue = smoothstep(-0.5, 0.5, fractal(noise, nx * 0.9 + 40, ny * 0.9 + foldX * 0.4, 2));
      const heart = smoothstep(0.5, 1.15, gas * (0.35 + 0.75 * band)) ** 1.5;
      for (let channel = 0; channel < 3; channel++) {
        const cloud = lerp(tones.clouds[0]![channel]!, tones.clouds[1]![channel]!, hue);
        const lit = lerp(lerp(tones.deep[channel]!, cloud, body * 0.92), tones.clouds[2]![channel]!, heart * 0.62);
        out[channel] = lerp(lit, tones.deep[channel]! * 0.75, lane * 0.6);
      }
      out[3] = 1;
    },
    swing(reach, reach * 0.5, 16, random() * 6.28),
    { opaque: true },
  );
}

/** Faint dust of stars that the eye takes for a glow. */
export function dust(stage: Stage): ImageLayer {
  const random = stage.stream("dust");
  const box = stage.span(0.1, 0, stage.height);
  let [faint, bright] = ["", ""];
  for (let index = 0; index < 420; index++) {
    const radius = stage.unit * between(random, 0.0006, 0.0014);
    const dot = `M${(box.x + random() * box.width).toFixed(1)},${(random() * stage.height).toFixed(1)}m${(-radius).toFixed(2)},0a${radius.toFixed(2)},${radius.toFixed(2)} 0 1 0 ${(2 * radius).toFixed(2)},0a${radius.toFixed(2)},${radius.toFixed(2)} 0 1 0 ${(-2 * radius).toFixed(2)},0Z`;
    if (index % 3) faint += dot;
    else bright += dot;
  }
  return drawLayer(
    "star dust",
    box,
    `<path d="${faint}" fill="#fff" fill-opacity=".42"/><path d="${bright}" fill="#fff" fill-opacity=".8"/>`,
    stage.pan(0.1),
  );
}
