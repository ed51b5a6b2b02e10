import type { Random } from "../../../domain/seed.ts";
import { type Rgb, toCss } from "../../elements/colour.ts";
import { between, pick } from "../../elements/stage.ts";
import type { Area, Drawing, SpriteLayer } from "../../layer.ts";
import { wave } from "../motion.ts";

const SHAPES = ["dot", "ring", "plus", "triangle", "wave", "spark"] as const;

const BODIES: Record<(typeof SHAPES)[number], (colour: string) => string> = {
  dot: (colour) => `<circle r="5" fill="${colour}"/>`,
  ring: (colour) => `<circle r="6.5" fill="none" stroke="${colour}" stroke-width="3"/>`,
  plus: (colour) => `<path d="M-7 0H7M0-7V7" stroke="${colour}" stroke-width="3.4" stroke-linecap="round"/>`,
  triangle: (colour) =>
    `<path d="M0-6.5L6.5 5.5H-6.5Z" fill="none" stroke="${colour}" stroke-width="3" stroke-linejoin="round" transform="rotate(24)"/>`,
  wave: (colour) =>
    `<path d="M-9 2q3-7 6 0t6 0t6 0" transform="rotate(-30)" fill="none" stroke="${colour}" stroke-width="3.2" stroke-linecap="round"/>`,
  spark: (colour) => `<path d="M0-9Q1.2-1.2 9 0Q1.2 1.2 0 9Q-1.2 1.2-9 0Q-1.2-1.2 0-9Z" fill="${colour}"/>`,
};

function drawShape(shape: (typeof SHAPES)[number], colour: Rgb, unit: number): Drawing {
  const side = Math.ceil((26 * unit) / 720);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="-13 -13 26 26">${BODIES[shape](toCss(colour))}</svg>`;
  return { svg, width: side, height: side };
}

/** Small shapes that rise and sway over the whole frame, pale where the text of `calm` stands. */
export function confetti({ width, height }: { width: number; height: number }, colours: Rgb[], calm: Area, random: Random): SpriteLayer {
  const unit = Math.min(width, height);
  const drawings = SHAPES.flatMap((shape) => colours.map((colour) => drawShape(shape, colour, unit)));
  const margin = unit * 0.04;
  const room = height + 2 * margin;
  const pieces = Array.from({ length: Math.round((34 * width * height) / (unit * unit * 1.4)) }, () => ({
    sprite: Math.floor(random() * drawings.length),
    x: random() * width,
    y: random() * room,
    speed: unit * between(random, 0.025, 0.075),
    sway: unit * between(random, 0.008, 0.028),
    period: between(random, 2.6, 5),
    phase: random() * 2 * Math.PI,
    scale: pick(random, [0.6, 0.8, 1, 1.3]),
    opacity: between(random, 0.35, 0.85),
  }));
  const isCalm = (x: number, y: number): boolean => x > calm.x && x < calm.x + calm.width && y > calm.y && y < calm.y + calm.height;
  return {
    kind: "sprites",
    name: "confetti",
    drawings,
    at: (timeSec) =>
      pieces.map(({ sprite, x, y, speed, sway, period, phase, scale, opacity }) => {
        const at = { x: x + sway * wave(timeSec, period, phase), y: ((((y - speed * timeSec) % room) + room) % room) - margin };
        return { sprite, ...at, scale, opacity: isCalm(at.x, at.y) ? 0.3 * opacity : opacity };
      }),
  };
}
