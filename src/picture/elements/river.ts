import type { Layer, SpriteLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { clamp, gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { createNoise } from "./noise.ts";
import { between, drawLayer, type Stage } from "./stage.ts";

/** A river that winds towards the eye: its middle and half width in pixels at 0 (far) to 1 (near). */
export type River = { top: number; bottom: number; at: (part: number) => { x: number; y: number; half: number } };

/** Lays a river through a valley floor from `top` to `bottom`, narrow and slow to turn far away. */
export function layRiver(stage: Stage, farX: number, top: number, bottom: number, broad: number): River {
  const random = stage.stream("river");
  const { unit, width } = stage;
  const phase = random() * 6.28;
  const bend = unit * between(random, 0.2, 0.3) * (random() < 0.5 ? -1 : 1);
  const nearX = width * between(random, 0.42, 0.58);
  const at = (part: number) => {
    const near = part ** 2.1;
    const swing = bend * Math.sin(phase + 9.5 * part ** 0.72) * (0.1 + 0.9 * part) * (1 - 0.35 * part);
    return { x: lerp(farX, nearX, near) + swing, y: lerp(top, bottom, part ** 1.7), half: unit * (0.006 + broad * part ** 2) };
  };
  return { top, bottom, at };
}

/** The valley floor with the river in it, which holds the sky. */
export function riverLayer(stage: Stage, river: River, meadow: Rgb, depth: number): Layer {
  const { light, unit } = stage;
  const noise = createNoise(stage.stream("banks"));
  const box = stage.span(depth, river.top - 2, stage.height - river.top + 4);
  const bank = (side: number, extra: number): string[] =>
    Array.from({ length: 181 }, (_, step) => {
      const { x, y, half } = river.at(step / 180);
      const ragged = 1 + 0.16 * noise(step * 0.06, side * 5) + 0.05 * noise(step * 0.21, side * 5 + 20);
      return `${(x + side * (half * ragged + extra * half + extra)).toFixed(1)},${y.toFixed(1)}`;
    });
  const shape = (extra: number): string => `M${bank(-1, extra).join("L")}L${bank(1, extra).reverse().join("L")}Z`;
  const lit = { day: 0.85, dawn: 0.5, sunset: 0.35, night: 0.25 }[light.palette];
  const far = mix(surface(light, meadow, 0.3, lit), light.haze, 0.5);
  const near = mix(surface(light, meadow, 0.95, lit), light.silhouette, light.palette === "day" ? 0.12 : 0.5);
  const sky = [light.haze, light.sky[3]!, light.sky[2]!, mix(light.sky[1]!, light.silhouette, light.palette === "day" ? 0 : 0.15)];
  const vertical = `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${river.top.toFixed(0)}" y2="${stage.height}"`;
  const defs = `<defs><linearGradient id="m" ${vertical}>${gradientStops([far, mix(far, near, 0.6), near])}</linearGradient><linearGradient id="w" ${vertical}>${gradientStops(sky)}</linearGradient></defs>`;
  const random = stage.stream("meadow");
  let tufts = "";
  for (let index = 0; index < 160; index++) {
    const part = random() ** 0.6;
    const y = lerp(river.top, stage.height, part);
    const x = box.x + random() * box.width;
    const half = unit * lerp(0.004, 0.06, part) * between(random, 0.5, 1.2);
    tufts += `M${(x - half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y - half * 0.16).toFixed(1)} ${(x + half).toFixed(1)},${y.toFixed(1)}Q${x.toFixed(1)},${(y + half * 0.1).toFixed(1)} ${(x - half).toFixed(1)},${y.toFixed(1)}Z`;
  }
  const ground = `<rect x="${box.x}" y="${river.top.toFixed(1)}" width="${box.width}" height="${(stage.height - river.top + 3).toFixed(1)}" fill="url(#m)"/><path d="${tufts}" fill="${toCss(mix(near, light.silhouette, 0.5), 0.22)}"/>`;
  const edge = toCss(mix(near, light.silhouette, 0.45), 0.6);
  const shine = `<path d="${shape(-0.35)}" fill="${toCss(mix(light.glow, parseColour("#ffffff"), 0.2), light.moon ? 0.12 : 0.28)}"/>`;
  return drawLayer(
    "river",
    box,
    `${defs}${ground}<path d="${shape(0.07)}" fill="${edge}"/><path d="${shape(0)}" fill="url(#w)"/>${shine}`,
    stage.pan(depth),
  );
}

/** Light that runs down the river. */
export function riverGlints(stage: Stage, river: River, depth: number): SpriteLayer {
  const random = stage.stream("river glints");
  const { unit, light } = stage;
  const [width, height] = [Math.max(6, Math.round(0.05 * unit)), Math.max(2, Math.round(0.004 * unit))];
  const fill = toCss(mix(light.glow, parseColour("#ffffff"), 0.5));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="-1 -1 2 2" preserveAspectRatio="none"><ellipse rx="1" ry="1" fill="${fill}"/></svg>`;
  const glints = Array.from({ length: 80 }, () => ({
    from: random(),
    side: between(random, -0.75, 0.75),
    speed: between(random, 0.02, 0.035),
    phase: 6.28 * random(),
  }));
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "glints",
    drawings: [{ svg, width, height }],
    at: (timeSec) =>
      glints.map((glint) => {
        const part = (glint.from + glint.speed * timeSec) % 1;
        const { x, y, half } = river.at(part);
        const scale = clamp((0.9 * half) / width, 0.12, 1);
        const fade = Math.min(1, 6 * part, 6 * (1 - part));
        return {
          sprite: 0,
          scale,
          x: x + glint.side * half - (width * scale) / 2 + pan(timeSec).x,
          y,
          opacity: fade * (light.moon ? 0.5 : 0.8) * (0.5 + 0.5 * Math.sin(2.4 * timeSec + glint.phase)),
        };
      }),
  };
}
