import type { ImageLayer, SpriteLayer } from "../layer.ts";
import { gradientStops, mix, parseColour, toCss } from "./colour.ts";
import type { Sun } from "./sky.ts";
import { between, drawLayer, pick, type Stage } from "./stage.ts";

/** A sun or moon as a long lens sees it: great, half sunk in the haze over the horizon. By day it stands high and small. */
export function placeLowSun(stage: Stage, horizonY: number, size = 1): Sun {
  const random = stage.stream("sun");
  const { light, unit, width } = stage;
  const x = width * (pick(random, [0.34, 0.66]) + between(random, -0.05, 0.05));
  if (light.palette === "day") return { x, y: horizonY * 0.2, radius: 0.07 * unit };
  const radius = unit * size * (light.moon ? 0.13 : between(random, 0.19, 0.23));
  return { x, y: horizonY - radius * (light.moon ? 1.5 : between(random, 0.25, 0.6)), radius };
}

/** The great disc itself, white above and reddened where it looks through the haze. */
export function lowDisc(stage: Stage, sun: Sun): ImageLayer {
  const { light } = stage;
  const reach = sun.radius * 1.5;
  const warm = mix(light.glow, light.sky[3]!, 0.62);
  const face = gradientStops([mix(light.disc, light.glow, 0.25), light.glow, warm], [1]);
  const halo = gradientStops([light.glow, light.glow], [0, 0, 0.45, 0.3, 0.14, 0.04, 0], 24);
  const at = `cx="${sun.x.toFixed(1)}" cy="${sun.y.toFixed(1)}"`;
  const body = `<defs><linearGradient id="f" x1="0" x2="0" y1="0" y2="1">${face}</linearGradient><radialGradient id="h">${halo}</radialGradient></defs><circle ${at} r="${reach.toFixed(1)}" fill="url(#h)"/><circle ${at} r="${sun.radius.toFixed(1)}" fill="url(#f)"/>`;
  return drawLayer("sun", { x: sun.x - reach, y: sun.y - reach, width: 2 * reach, height: 2 * reach }, body, stage.pan(0.04));
}

/** Long thin bars of cloud that cross the low light one behind the other, dark in the middle and lit along their lower edges. */
export function cloudBars(stage: Stage, horizonY: number, sun: Sun): SpriteLayer {
  const random = stage.stream("cloud bars");
  const { light, unit, width } = stage;
  const drawings = Array.from({ length: 3 }, (_, index) => {
    const [wide, tall] = [Math.ceil(unit * between(random, 0.7, 1.1)), Math.ceil(unit * between(random, 0.02, 0.034))];
    const lens = (rise: number): string =>
      `M0,${tall * 0.6}Q${wide * 0.3},${tall * (0.6 - rise)} ${wide * 0.55},${tall * 0.35}T${wide},${tall * 0.6}Q${wide * 0.6},${tall * 0.95} ${wide * 0.4},${tall * 0.9}T0,${tall * 0.6}Z`;
    const dark = gradientStops([light.cloudShade, light.cloudShade], [0, 0.7, 0.85, 0.6, 0], 16);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}"><defs><linearGradient id="b">${dark}</linearGradient></defs><path d="${lens(0.5 + 0.1 * index)}" fill="url(#b)"/><path d="M${wide * 0.2},${tall * 0.8}Q${wide * 0.5},${tall} ${wide * 0.8},${tall * 0.74}Q${wide * 0.5},${tall * 0.88} ${wide * 0.2},${tall * 0.8}Z" fill="${toCss(mix(light.cloudLit, parseColour("#ffffff"), 0.25), 0.8)}"/></svg>`;
    return { svg, width: wide, height: tall, scale: 0.5 };
  });
  const bars = Array.from({ length: 7 }, (_, index) => ({
    sprite: index % 3,
    x: random() * 2 * width,
    y: horizonY - sun.radius * between(random, 0.15, 3) - 0.02 * unit,
    speed: width * Math.min(0.011, 0.5 / (stage.durationSec + 4)) * between(random, 0.7, 1.3),
    scale: between(random, 0.55, 1),
  }));
  const path = width + 1.2 * unit;
  return {
    kind: "sprites",
    name: "cloud bars",
    drawings,
    at: (timeSec) => bars.map(({ sprite, x, y, speed, scale }) => ({ sprite, y, scale, x: ((x + speed * timeSec) % path) - 1.1 * unit })),
  };
}
