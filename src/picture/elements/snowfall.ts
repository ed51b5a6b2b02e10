import type { SpriteLayer } from "../layer.ts";
import { gradientStops, lerp, mix, parseColour, toCss } from "./colour.ts";
import { between, type Stage } from "./stage.ts";

const WHITE = parseColour("#ffffff");

/** A patch of many small flakes, for snow that falls far away. */
function patchOf(stage: Stage, size: number, flakes: number): string {
  const random = stage.stream("snow patch");
  let dots = "";
  for (let index = 0; index < flakes; index++) {
    const radius = stage.unit * between(random, 0.0014, 0.003);
    dots += `<circle cx="${(random() * size).toFixed(1)}" cy="${(random() * size).toFixed(1)}" r="${radius.toFixed(2)}" fill-opacity="${between(random, 0.35, 0.9).toFixed(2)}"/>`;
  }
  const tone = toCss(mix(WHITE, stage.light.haze, stage.light.moon ? 0.25 : 0.1));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><g fill="${tone}">${dots}</g></svg>`;
}

/** Snow that falls for as long as the scene lasts: patches of it far off, single soft flakes close by, all swaying in one wind. */
export function snowfall(stage: Stage, amount = 1): SpriteLayer {
  const { width, height, unit } = stage;
  const random = stage.stream("snowfall");
  const patch = Math.round(0.34 * unit);
  const flake = Math.max(4, Math.round(0.026 * unit));
  const soft = gradientStops([WHITE, WHITE], [0.95, 0.85, 0.5, 0.12, 0]);
  const drawings = [
    { svg: patchOf(stage, patch, 34), width: patch, height: patch },
    {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${flake}" height="${flake}" viewBox="-1 -1 2 2"><defs><radialGradient id="f">${soft}</radialGradient></defs><circle r="1" fill="url(#f)"/></svg>`,
      width: flake,
      height: flake,
    },
  ];
  const wind = unit * between(random, 0.012, 0.03) * (random() < 0.5 ? -1 : 1);
  const count = Math.round(88 * amount);
  const falling = Array.from({ length: count }, (_, index) => {
    const sprite = index < 0.28 * count ? 0 : 1;
    const near = sprite ? random() ** 2 : 0;
    return {
      sprite,
      scale: sprite ? lerp(0.28, 1, near) : between(random, 0.7, 1),
      opacity: sprite ? lerp(0.9, 0.6, near) : 0.75,
      x: random(),
      y: random(),
      fall: unit * (sprite ? lerp(0.07, 0.17, near) : between(random, 0.035, 0.055)),
      wind: wind * (sprite ? lerp(0.7, 1.8, near) : 0.5),
      sway: unit * between(random, 0.006, 0.02),
      phase: 6.28 * random(),
    };
  });
  const [wide, tall] = [width + patch, height + patch];
  const turn = (value: number, round: number): number => ((value % round) + round) % round;
  return {
    kind: "sprites",
    name: "snowfall",
    drawings,
    at: (timeSec) =>
      falling.map(({ sprite, scale, opacity, x, y, fall, wind: blown, sway, phase }) => ({
        sprite,
        scale,
        opacity,
        x: turn(x * wide + blown * timeSec, wide) - patch + sway * Math.sin(0.8 * timeSec + phase),
        y: turn(y * tall + fall * timeSec, tall) - patch,
      })),
  };
}
