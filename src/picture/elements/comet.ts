import type { ImageLayer, Layer, SpriteLayer } from "../layer.ts";
import { gradientStops, parseColour, type Rgb } from "./colour.ts";
import type { Tones } from "./cosmos.ts";
import { between, breathe, drawLayer, type Stage, together } from "./stage.ts";

/** A star that rises beside a world: a white heart, a wide glow and a thin horizontal flare. */
export function starGlow(stage: Stage, x: number, y: number, size: number, colour: Rgb, depth: number): ImageLayer {
  const reach = size * 7;
  const white = parseColour("#ffffff");
  const body = `<defs><radialGradient id="g">${gradientStops([white, colour, colour, colour], [1, 0.62, 0.26, 0.12, 0.05, 0.015, 0], 18)}</radialGradient></defs><circle cx="${x}" cy="${y}" r="${reach}" fill="url(#g)"/><ellipse cx="${x}" cy="${y}" rx="${reach}" ry="${size * 0.3}" fill="url(#g)" fill-opacity=".7"/>`;
  return drawLayer(
    "star",
    { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach },
    body,
    together(stage.pan(depth), breathe(0.72, 1, 4.7)),
    { scale: 0.35 },
  );
}

/** A comet that crosses slowly, its tail away from the light. */
export function comet(stage: Stage, tones: Tones): Layer {
  const random = stage.stream("comet");
  const { unit, width, height } = stage;
  const size = unit * between(random, 0.2, 0.32);
  const angle = between(random, 14, 32) * (random() < 0.5 ? 1 : -1);
  const heading = random() < 0.5 ? -1 : 1;
  const tail = gradientStops([parseColour("#ffffff"), tones.star, tones.clouds[1]!], [0.95, 0.45, 0.2, 0.07, 0]);
  const head = gradientStops([parseColour("#ffffff"), tones.star], [1, 0.6, 0.15, 0]);
  const body = `<defs><linearGradient id="t">${tail}</linearGradient><radialGradient id="h">${head}</radialGradient></defs><g transform="scale(${-heading} 1) rotate(${angle})"><path d="M0,${-size * 0.018}Q${size * 0.4},${-size * 0.03} ${size},${-size * 0.085}Q${size * 0.9},0 ${size},${size * 0.06}Q${size * 0.4},${size * 0.03} 0,${size * 0.018}Z" fill="url(#t)"/><circle r="${size * 0.055}" fill="url(#h)"/></g>`;
  const [x, y] = [width * between(random, 0.25, 0.75), height * between(random, 0.1, 0.26)];
  const speed = heading * width * Math.min(0.022, 0.5 / stage.durationSec);
  const side = size * 1.05;
  return drawLayer("comet", { x: -side, y: -side * 0.6, width: 2 * side, height: side * 1.2 }, body, (timeSec) => {
    const gone = speed * (timeSec - stage.durationSec / 2);
    return { x: x + gone, y: y + Math.abs(gone) * 0 + gone * heading * Math.tan((angle * Math.PI) / 180) * -0.9 };
  });
}

/** Slow sparks of dust near the eye, which give the depth. */
export function motes(stage: Stage, tones: Tones): SpriteLayer {
  const random = stage.stream("motes");
  const size = Math.max(3, Math.round(stage.unit * 0.006));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="m">${gradientStops([tones.star, tones.star], [0.9, 0.4, 0.1, 0])}</radialGradient></defs><circle r="1" fill="url(#m)"/></svg>`;
  const pan = stage.pan(1);
  const list = Array.from({ length: 34 }, () => ({
    x: (random() * 1.1 - 0.05) * stage.width,
    y: random() * stage.height * 0.8,
    scale: between(random, 0.5, 1),
    phase: random() * 6.28,
    speed: between(random, 0.4, 1.2),
  }));
  return {
    kind: "sprites",
    name: "motes",
    drawings: [{ svg, width: size, height: size }],
    at: (timeSec) =>
      list.map((mote) => ({
        sprite: 0,
        x: mote.x + pan(timeSec).x * (0.6 + mote.scale),
        y: mote.y + Math.sin(timeSec * mote.speed * 0.4 + mote.phase) * stage.unit * 0.01,
        scale: mote.scale,
        opacity: 0.35 + 0.35 * Math.sin(timeSec * mote.speed + mote.phase),
      })),
  };
}
