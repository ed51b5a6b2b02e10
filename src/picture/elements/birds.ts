import type { Drawing, SpriteLayer } from "../layer.ts";
import { mix, toCss } from "./colour.ts";
import { between, type Stage } from "./stage.ts";

const BEATS = [0.75, 0.45, 0.1, -0.25, -0.5];

/** A bird seen from afar with its wings raised by `lift`, -1..1. */
function birdDrawing(size: number, lift: number, colour: string): Drawing {
  const tip = -lift * 0.62;
  const elbow = -lift * 0.5 - 0.12;
  const wing = (side: number) => `M0,.06Q${0.34 * side},${elbow} ${side},${tip}Q${0.44 * side},${elbow + 0.2} 0,.2Z`;
  const width = Math.max(4, Math.ceil(size));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="-1.05 -1.05 2.1 2.1"><path d="${wing(-1)}${wing(1)}" fill="${colour}"/><ellipse cy=".12" rx=".07" ry=".13" fill="${colour}"/></svg>`;
  return { svg, width, height: width };
}

/** A flock that crosses the sky, flapping and gliding; `top` and `bottom` bound where it flies. */
export function birdLayer(stage: Stage, top: number, bottom: number): SpriteLayer {
  const random = stage.stream("birds");
  const { width, unit, light } = stage;
  const colour = toCss(mix(light.silhouette, light.haze, light.moon ? 0.25 : 0.12), 0.9);
  const size = unit * 0.026;
  const drawings = BEATS.map((lift) => birdDrawing(size, lift, colour));
  const heading = random() < 0.5 ? -1 : 1;
  const speed = heading * width * between(random, 0.018, 0.03);
  const lead = { x: width * between(random, 0.3, 0.7), y: between(random, top, bottom) };
  const flock = Array.from({ length: 5 + Math.floor(random() * 5) }, (_, index) => {
    const rank = Math.ceil(index / 2);
    return {
      x: lead.x - heading * rank * size * between(random, 1, 1.9),
      y: lead.y + (index % 2 ? -1 : 0.8) * rank * size * between(random, 0.35, 0.9),
      beat: between(random, 2, 2.8),
      phase: random() * 6.28,
      scale: between(random, 0.62, 1),
      sway: random() * 6.28,
    };
  });
  const path = width * 1.3;
  const at = (timeSec: number) =>
    flock.map((bird) => {
      const travelled = bird.x + speed * (timeSec - stage.durationSec / 2) + 0.15 * width;
      const gliding = Math.sin(timeSec * 0.7 + bird.sway) > 0.35;
      const wave = gliding ? 0.1 : Math.sin(timeSec * bird.beat * 2 * Math.PI + bird.phase);
      const sprite = Math.round((0.5 - 0.5 * wave) * (BEATS.length - 1));
      const rise = Math.sin(timeSec * 0.9 + bird.sway) * size * 0.28;
      return { sprite, x: (((travelled % path) + path) % path) - 0.15 * width, y: bird.y + rise, scale: bird.scale };
    });
  return { kind: "sprites", name: "birds", drawings, at };
}
