import type { ImageLayer, Layer } from "../layer.ts";
import { atRamp, buildRamp, clamp, gradientStops, lerp, mix, parseColour, type Rgb, smoothstep } from "./colour.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { between, breathe, drawLayer, paintLayer, type Stage, swing, together } from "./stage.ts";

/** A star seen close: its middle and radius in pixels, larger than the picture shows, and its colours from its dark lanes to its fire. */
export type GreatStar = { x: number; y: number; radius: number; colours: Rgb[] };

/** The boiling face of the star and the streamers of its corona. */
export function starFace(stage: Stage, star: GreatStar): ImageLayer {
  const noise = createNoise(stage.stream("star face"));
  const ramp = buildRamp(star.colours);
  const { unit } = stage;
  const rim = mix(star.colours[star.colours.length - 1]!, parseColour("#ffffff"), 0.35);
  const glow = star.colours[Math.floor(star.colours.length / 2)]!;
  const box = { x: -0.03 * unit, y: -0.03 * unit, width: stage.width + 0.06 * unit, height: stage.height + 0.06 * unit };
  return paintLayer(
    "star face",
    box,
    Math.round((430 * box.width) / Math.max(box.width, box.height)),
    (u, v, out) => {
      const x = (box.x + u * box.width - star.x) / star.radius;
      const y = (box.y + v * box.height - star.y) / star.radius;
      const away = Math.hypot(x, y);
      const edge = smoothstep(1.004, 0.994, away);
      const angle = Math.atan2(y, x);
      const streamer = 0.5 + 0.8 * fractal(noise, angle * 7, away * 2.2, 4, 0.6);
      const beyond = Math.max(0, away - 1);
      const corona = Math.min(1, 0.95 * Math.exp(-beyond * 15) + (0.24 + 0.5 * streamer) * Math.exp(-beyond * 4.6));
      if (edge <= 0) {
        for (let channel = 0; channel < 3; channel++) out[channel] = lerp(glow[channel]!, rim[channel]!, Math.exp(-beyond * 22));
        out[3] = clamp(corona, 0, 1);
        return;
      }
      const z = Math.sqrt(Math.max(0.0001, 1 - away * away));
      const gx = x / (0.55 + 0.45 * z);
      const gy = y / (0.55 + 0.45 * z);
      const fold = fractal(noise, gx * 3.2, gy * 3.2, 3);
      const turn = fractal(noise, gx * 3.2 + 40, gy * 3.2 - 17, 3);
      const cells = ridged(noise, 0.8 * gx * 7 + 0.6 * gy * 7 + 1.7 * fold, 0.8 * gy * 7 - 0.6 * gx * 7 + 1.7 * turn, 3, 0.5);
      const spots = smoothstep(0.3, 0.6, fractal(noise, gx * 2.2 + 30, gy * 3.4, 3));
      const heat = 0.4 + 0.75 * (cells - 0.62) * 1.5 + 0.28 * fold - 0.42 * spots + 0.26 * z;
      const colour = atRamp(ramp, heat);
      const limb = (1 - z) ** 3;
      for (let channel = 0; channel < 3; channel++) out[channel] = lerp(colour[channel]!, rim[channel]!, 0.9 * limb);
      out[3] = Math.max(edge, corona);
    },
    swing(0.02 * unit, 0.012 * unit, 13),
  );
}

/** Arches of fire that stand over the star's rim and breathe. */
export function flares(stage: Stage, star: GreatStar, angles: number[]): Layer[] {
  const { unit } = stage;
  const bright = mix(star.colours[star.colours.length - 1]!, parseColour("#ffffff"), 0.2);
  const hot = star.colours[Math.max(0, star.colours.length - 2)]!;
  return angles.map((angle, index) => {
    const random = stage.stream(`flare ${index}`);
    const [footX, footY] = [star.x + Math.cos(angle) * star.radius, star.y + Math.sin(angle) * star.radius];
    const size = unit * between(random, 0.13, 0.22);
    const reach = size * 1.5;
    const turn = (angle * 180) / Math.PI + 90;
    const arch = (wide: number, high: number, lean: number): string =>
      `M${-wide},.06C${-wide * 1.4},${-high} ${wide * 1.4 + lean},${-high * 1.05} ${wide},.06`;
    const strands = Array.from({ length: 4 }, () => {
      const wide = between(random, 0.25, 0.5);
      return `<path d="${arch(wide, between(random, 0.5, 1.1), between(random, -0.2, 0.2))}" stroke-width="${between(random, 0.05, 0.12).toFixed(3)}" stroke-opacity="${between(random, 0.3, 0.6).toFixed(2)}"/>`;
    }).join("");
    const halo = gradientStops([bright, hot], [0.5, 0.26, 0.08, 0]);
    const blur = `<filter id="b" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${(0.022 * size).toFixed(2)}"/></filter>`;
    const body = `<defs>${blur}<radialGradient id="h">${halo}</radialGradient><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1=".1" y2="-1">${gradientStops([bright, hot], [1, 0.9, 0.65])}</linearGradient></defs><circle cx="${footX.toFixed(1)}" cy="${footY.toFixed(1)}" r="${(0.9 * size).toFixed(1)}" fill="url(#h)"/><g filter="url(#b)"><g transform="translate(${footX.toFixed(1)} ${footY.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(${size.toFixed(1)})" fill="none" stroke="url(#a)">${strands}</g></g>`;
    const box = { x: footX - reach, y: footY - reach, width: 2 * reach, height: 2 * reach };
    return drawLayer(`flare ${index}`, box, body, together(swing(0.02 * unit, 0.012 * unit, 13), breathe(0.45, 1, 4.4 + index, index * 2)));
  });
}
