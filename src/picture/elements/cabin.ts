import type { ImageLayer, SpriteLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { snowTones } from "./snow-land.ts";
import { between, breathe, drawLayer, type Stage, together } from "./stage.ts";

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** A log cabin under a thick white roof, one unit wide, its foot at 0. */
function cabinBody(stage: Stage, depth: number): string {
  const { light } = stage;
  const { lit, shade } = snowTones(stage, depth);
  const logs = mix(surface(light, parseColour("#8a5c3e"), depth, 0.35), light.silhouette, light.palette === "day" ? 0.16 : 0.42);
  const gable = mix(logs, light.silhouette, 0.3);
  const glass = toCss(mix(parseColour("#ffcf6e"), parseColour("#fff1c0"), 0.35));
  const dark = toCss(mix(logs, light.silhouette, 0.6));
  const seam = toCss(mix(logs, light.silhouette, 0.5), 0.55);
  const seams = [-0.07, -0.13, -0.19, -0.25].map((y) => rect(-0.5, y, 1, 0.008, seam)).join("");
  const pane = (x: number, wide: number): string =>
    `${rect(x - 0.014, -0.244, wide + 0.028, 0.148, dark)}${rect(x, -0.23, wide, 0.12, glass)}${rect(x + wide / 2 - 0.006, -0.23, 0.012, 0.12, dark)}${rect(x, -0.176, wide, 0.01, dark)}${rect(x - 0.02, -0.104, wide + 0.04, 0.02, toCss(lit))}`;
  const roof =
    "M-.57,-.27Q-.585,-.31 -.55,-.33L-.34,-.6Q-.3,-.635 -.25,-.63L.3,-.63Q.36,-.63 .385,-.59L.565,-.33Q.6,-.29 .56,-.265Q.5,-.24 .44,-.268Q.36,-.235 .26,-.266Q.14,-.236 .02,-.268Q-.1,-.24 -.2,-.266Q-.34,-.236 -.42,-.268Q-.5,-.24 -.57,-.27Z";
  const chimney = `${rect(0.2, -0.78, 0.1, 0.24, toCss(gable))}<path d="M.18,-.77Q.18,-.83 .25,-.83T.32,-.77Z" fill="${toCss(lit)}"/>`;
  const fade = `<linearGradient id="r" x1="0" x2="0" y1="0" y2="1">${gradientStops([mix(lit, shade, 0.2), mix(lit, shade, 0.8), mix(shade, light.silhouette, 0.12)])}</linearGradient>`;
  return `<defs>${fade}</defs>${chimney}${rect(-0.5, -0.3, 1, 0.32, toCss(logs))}${seams}${rect(-0.075, -0.235, 0.15, 0.24, dark)}${rect(-0.055, -0.215, 0.11, 0.215, toCss(mix(gable, parseColour("#c8823c"), 0.3)))}${pane(-0.38, 0.2)}${pane(0.18, 0.2)}<path d="${roof}" fill="url(#r)" stroke="${toCss(mix(shade, light.silhouette, 0.22))}" stroke-width=".007"/>`;
}

/** A cabin standing at `x`, `ground`, `size` pixels wide, its windows lit and their light on the snow. */
export function cabinLayers(stage: Stage, x: number, ground: number, size: number, depth: number): [ImageLayer, ImageLayer, SpriteLayer] {
  const place = `translate(${x.toFixed(1)} ${ground.toFixed(1)}) scale(${size.toFixed(2)})`;
  const warm: Rgb = parseColour("#ffb650");
  const power = 0.25 + 0.55 * Math.max(0.2, stage.light.lamps);
  const stops = gradientStops([parseColour("#ffe2a0"), warm], [power, power * 0.5, power * 0.16, 0]);
  const glow = `<defs><radialGradient id="g">${stops}</radialGradient></defs><g transform="${place}"><ellipse cx="-.28" cy="-.1" rx=".62" ry=".42" fill="url(#g)"/><ellipse cx=".28" cy="-.1" rx=".62" ry=".42" fill="url(#g)"/></g>`;
  const box = { x: x - 0.62 * size, y: ground - 0.86 * size, width: 1.24 * size, height: 0.9 * size };
  const wide = { x: x - 0.95 * size, y: ground - 0.56 * size, width: 1.9 * size, height: 0.92 * size };
  return [
    drawLayer("cabin", box, `<g transform="${place}">${cabinBody(stage, depth)}</g>`, stage.pan(depth)),
    drawLayer("cabin glow", wide, glow, together(stage.pan(depth), breathe(0.7, 1, 2.9)), { scale: 0.25 }),
    smoke(stage, x + 0.25 * size, ground - 0.82 * size, size, depth),
  ];
}

/** Smoke that rises from a chimney, widening and thinning. */
export function smoke(stage: Stage, x: number, y: number, size: number, depth: number): SpriteLayer {
  const random = stage.stream("smoke");
  const puff = Math.max(8, Math.round(0.5 * size));
  const tone = mix(stage.light.haze, parseColour("#ffffff"), stage.light.moon ? 0.1 : 0.45);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${puff}" height="${puff}" viewBox="-1 -1 2 2"><defs><radialGradient id="p">${gradientStops([tone, tone], [0.42, 0.3, 0.12, 0.03, 0])}</radialGradient></defs><circle r="1" fill="url(#p)"/></svg>`;
  const puffs = Array.from({ length: 16 }, (_, index) => ({ from: index / 16, off: between(random, -0.1, 0.1), phase: 6.28 * random() }));
  const lean = (stage.stream("wind")() < 0.5 ? -1 : 1) * size * 0.55;
  const pan = stage.pan(depth);
  return {
    kind: "sprites",
    name: "smoke",
    drawings: [{ svg, width: puff, height: puff, scale: 0.5 }],
    at: (timeSec) =>
      puffs.map(({ from, off, phase }) => {
        const age = (from + timeSec / 9) % 1;
        const scale = 0.16 + 0.84 * age;
        const middleX = x + pan(timeSec).x + lean * age ** 1.5 + size * (off + 0.04 * Math.sin(timeSec + phase)) * age;
        return {
          sprite: 0,
          scale,
          x: middleX - (puff * scale) / 2,
          y: y - 1.15 * size * age ** 0.85 - (puff * scale) / 2,
          opacity: Math.min(1, 8 * age) * (1 - age) ** 1.2,
        };
      }),
  };
}
