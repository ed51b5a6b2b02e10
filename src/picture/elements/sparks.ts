import type { SpriteLayer } from "../layer.ts";
import { clamp, gradientStops, parseColour, type Rgb } from "./colour.ts";
import { between, type Stage } from "./stage.ts";

/** Small glowing things that wander between `top` and `bottom`: fireflies, pollen, embers, sand. `size` is in parts of the short side, `wind` in widths a second. */
export function sparkLayer(
  stage: Stage,
  name: string,
  colour: Rgb,
  options: { count: number; size: number; top: number; bottom: number; wind: number; blink: number; core?: number },
): SpriteLayer {
  const random = stage.stream(name);
  const { unit, width } = stage;
  const size = Math.max(3, Math.round(unit * options.size));
  const stops = gradientStops([parseColour("#ffffff"), colour, colour, colour], [1, options.core ?? 0.5, 0.22, 0.07, 0]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="g">${stops}</radialGradient></defs><circle r="1" fill="url(#g)"/></svg>`;
  const heading = random() < 0.5 ? -1 : 1;
  const path = 1.2 * width;
  const list = Array.from({ length: options.count }, () => ({
    x: random() * path,
    y: between(random, options.top, options.bottom),
    scale: between(random, 0.45, 1),
    phase: random() * 6.28,
    speed: between(random, 0.5, 1.3),
    roam: unit * between(random, 0.01, 0.035),
    wind: heading * options.wind * width * between(random, 0.6, 1.4),
  }));
  return {
    kind: "sprites",
    name,
    drawings: [{ svg, width: size, height: size }],
    at: (timeSec) =>
      list.map((spark) => {
        const along = spark.x + spark.wind * timeSec + spark.roam * Math.sin(timeSec * spark.speed + spark.phase);
        return {
          sprite: 0,
          x: (((along % path) + path) % path) - 0.1 * width,
          y: spark.y + spark.roam * Math.cos(timeSec * spark.speed * 0.83 + 2 * spark.phase),
          scale: spark.scale,
          opacity: clamp(1 - options.blink + options.blink * (0.5 + 0.9 * Math.sin(timeSec * spark.speed * 1.9 + spark.phase)), 0, 1),
        };
      }),
  };
}
