import type { ImageLayer, SpriteLayer } from "../layer.ts";
import { clamp, gradientStops, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { between, breathe, drawLayer, type Stage, together } from "./stage.ts";

/** Drops that cling to a pane, each a lens with a bright lower edge and a spark of light; they never move. */
export function clingingDrops(stage: Stage, count: number): ImageLayer {
  const { width, height, unit, light } = stage;
  const random = stage.stream("clinging drops");
  const box = stage.span(0.75, 0, height);
  let [dark, pale, spark] = ["", "", ""];
  const oval = (x: number, y: number, rx: number, ry: number): string =>
    `M${(x - rx).toFixed(1)},${y.toFixed(1)}a${rx.toFixed(2)},${ry.toFixed(2)} 0 1 0 ${(2 * rx).toFixed(2)},0a${rx.toFixed(2)},${ry.toFixed(2)} 0 1 0 ${(-2 * rx).toFixed(2)},0Z`;
  for (let index = 0; index < count; index++) {
    const radius = unit * (random() < 0.12 ? between(random, 0.008, 0.014) : between(random, 0.0018, 0.0065));
    const [x, y] = [box.x + random() * box.width, random() * height];
    dark += oval(x, y, radius, radius * 1.12);
    pale += `M${(x - radius * 0.8).toFixed(1)},${(y + radius * 0.25).toFixed(1)}Q${x.toFixed(1)},${(y + radius * 1.5).toFixed(1)} ${(x + radius * 0.8).toFixed(1)},${(y + radius * 0.25).toFixed(1)}Q${x.toFixed(1)},${(y + radius * 0.85).toFixed(1)} ${(x - radius * 0.8).toFixed(1)},${(y + radius * 0.25).toFixed(1)}Z`;
    if (radius > 0.003 * unit) spark += oval(x - radius * 0.32, y - radius * 0.4, radius * 0.24, radius * 0.24);
  }
  const shade = mix(light.silhouette, light.haze, 0.25);
  const bright = mix(light.glow, parseColour("#ffffff"), 0.4);
  const body = `<path d="${dark}" fill="${toCss(shade, 0.4)}"/><path d="${pale}" fill="${toCss(bright, 0.6)}"/><path d="${spark}" fill="#fff" fill-opacity=".9"/>`;
  return drawLayer("clinging drops", width > 0 ? box : box, body, stage.pan(0.75));
}

/** Drops that run down the pane by fits and starts, each drawing its trail behind it. */
export function runningDrops(stage: Stage, count: number): SpriteLayer {
  const { width, height, unit, light } = stage;
  const random = stage.stream("running drops");
  const [wide, tall] = [Math.round(0.026 * unit), Math.round(0.3 * unit)];
  const bright = mix(light.glow, parseColour("#ffffff"), 0.45);
  const shade = mix(light.silhouette, light.haze, 0.3);
  const trail = gradientStops([bright, bright], [0, 0.12, 0.34]);
  const [x, y, radius] = [wide / 2, tall - wide * 0.62, wide * 0.36];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}"><defs><linearGradient id="t" x1="0" x2="0" y1="0" y2="1">${trail}</linearGradient></defs><path d="M${x - 1},0L${(x - radius * 0.5).toFixed(1)},${y.toFixed(1)}H${(x + radius * 0.5).toFixed(1)}L${x + 1},0Z" fill="url(#t)"/><ellipse cx="${x}" cy="${y.toFixed(1)}" rx="${radius.toFixed(1)}" ry="${(radius * 1.3).toFixed(1)}" fill="${toCss(shade, 0.5)}"/><path d="M${(x - radius * 0.85).toFixed(1)},${(y + radius * 0.3).toFixed(1)}Q${x},${(y + radius * 1.9).toFixed(1)} ${(x + radius * 0.85).toFixed(1)},${(y + radius * 0.3).toFixed(1)}Q${x},${(y + radius).toFixed(1)} ${(x - radius * 0.85).toFixed(1)},${(y + radius * 0.3).toFixed(1)}Z" fill="${toCss(bright, 0.85)}"/><circle cx="${(x - radius * 0.3).toFixed(1)}" cy="${(y - radius * 0.5).toFixed(1)}" r="${(radius * 0.24).toFixed(1)}" fill="#fff"/></svg>`;
  const drops = Array.from({ length: count }, () => ({
    x: random(),
    from: random(),
    every: between(random, 5, 12),
    rate: between(random, 0.8, 2),
    phase: 6.28 * random(),
    scale: between(random, 0.45, 1),
    seed: 40 * random(),
  }));
  const pan = stage.pan(0.75);
  return {
    kind: "sprites",
    name: "running drops",
    drawings: [{ svg, width: wide, height: tall }],
    at: (timeSec) =>
      drops.map(({ x: place, from, every, rate, phase, scale, seed }) => {
        const turn = timeSec / every + from;
        const age = turn % 1;
        const slip = clamp(age + 0.055 * Math.sin(rate * 6.28 * age * 3 + phase), 0, 1);
        const hash = Math.sin((Math.floor(turn) + seed) * 91.7) * 43758.5453;
        const at = (place + hash - Math.floor(hash)) % 1;
        return {
          sprite: 0,
          scale,
          x: at * width + pan(timeSec).x + 0.004 * unit * Math.sin(slip * 17 + phase),
          y: slip * (height + tall) - tall,
          opacity: Math.min(1, 8 * age) * 0.9,
        };
      }),
  };
}

/** Lights beyond the pane, far out of focus: soft discs with a brighter rim, which tremble and drift. */
export function bokehLayer(stage: Stage, colours: Rgb[], top: number, bottom: number, count: number, name = "bokeh"): SpriteLayer {
  const { width, unit } = stage;
  const random = stage.stream(name);
  const size = Math.round(0.17 * unit);
  const drawings = colours.slice(0, 6).map((colour) => ({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><defs><radialGradient id="b">${gradientStops([mix(colour, parseColour("#ffffff"), 0.25), colour, mix(colour, parseColour("#ffffff"), 0.3)], [0.5, 0.52, 0.55, 0.66, 0], 20)}</radialGradient></defs><circle r="1" fill="url(#b)"/></svg>`,
    width: size,
    height: size,
    scale: 0.5,
  }));
  const list = Array.from({ length: count }, () => ({
    sprite: Math.floor(random() * drawings.length),
    x: random() * 1.1 - 0.05,
    y: between(random, top, bottom),
    scale: between(random, 0.25, 1),
    speed: between(random, 0.5, 1.6),
    phase: 6.28 * random(),
    opacity: between(random, 0.35, 0.95),
  }));
  const pan = stage.pan(0.2);
  return {
    kind: "sprites",
    name,
    drawings,
    at: (timeSec) =>
      list.map(({ sprite, x, y, scale, speed, phase, opacity }) => ({
        sprite,
        scale,
        x: x * width + pan(timeSec).x - (size * scale) / 2 + 0.012 * unit * Math.sin(0.4 * timeSec * speed + phase),
        y: y - (size * scale) / 2 + 0.006 * unit * Math.sin(0.6 * timeSec + phase),
        opacity: opacity * clamp(0.6 + 0.4 * Math.sin(timeSec * speed + phase), 0, 1),
      })),
  };
}

/** The light of a room upon the glass: a faint warm veil that breathes. */
export function paneGlow(stage: Stage, x: number, y: number, radius: number, colour: Rgb): ImageLayer {
  const stops = gradientStops([colour, colour], [0.3, 0.12, 0]);
  const body = `<defs><radialGradient id="g">${stops}</radialGradient></defs><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="url(#g)"/>`;
  return drawLayer(
    "glow",
    { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
    body,
    together(stage.pan(0.9), breathe(0.7, 1, 3.3)),
    { scale: 0.25 },
  );
}
