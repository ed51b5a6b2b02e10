import type { Drawing, SpriteLayer } from "../layer.ts";
import { gradientStops, lerp, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import type { SeaLight } from "./sea-light.ts";
import { between, pick, type Stage } from "./stage.ts";

const BEND = [-0.22, -0.08, 0.08, 0.22];

/** A fish that heads right (or left, when `side` is -1), its tail turned by `bend`. */
function fishDrawing(size: number, side: number, bend: number, back: Rgb, belly: Rgb, stripe?: Rgb): Drawing {
  const tall = Math.ceil(size * 0.6);
  const mark = stripe
    ? `<path d="M.18,-.27Q.28,0 .18,.27L.04,.3Q.14,0 .04,-.3ZM-.22,-.24Q-.14,0 -.22,.24L-.34,.19Q-.28,0 -.34,-.19Z" fill="${toCss(stripe)}"/>`
    : "";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${tall}" viewBox="-1 -.6 2 1.2"><defs><linearGradient id="b" x1="0" x2="0" y1="0" y2="1">${gradientStops([back, mix(back, belly, 0.5), belly], [1], 5)}</linearGradient></defs><g transform="scale(${side} 1)"><path d="M-.5,0L${-0.95},${(-0.34 + bend).toFixed(2)}Q-.8,${(bend * 0.6).toFixed(2)} -.95,${(0.34 + bend).toFixed(2)}Z" fill="${toCss(back)}"/><path d="M-.05,-.26Q-.25,-.56 -.4,-.5Q-.32,-.3 -.3,-.18ZM0,.24Q-.12,.46 -.26,.44Q-.2,.28 -.2,.18Z" fill="${toCss(mix(back, belly, 0.2))}"/><path d="M.92,.02Q.62,-.34 .1,-.34Q-.34,-.3 -.62,${(bend * 0.3).toFixed(2)}Q-.3,.34 .14,.34Q.64,.32 .92,.02Z" fill="url(#b)"/>${mark}<circle cx=".62" cy="-.07" r=".075" fill="#fff" fill-opacity=".9"/><circle cx=".64" cy="-.07" r=".045" fill="#0a1420"/></g></svg>`;
  return { svg, width: size, height: tall };
}

const COATS = [
  { back: "#ff8a2a", belly: "#ffd08a", stripe: "#fff6ea" },
  { back: "#2f62c8", belly: "#ffd84a" },
  { back: "#f5c518", belly: "#fff1b0" },
  { back: "#8aa6c0", belly: "#eef5fa" },
] as const;

/** A school of fish that crosses between `top` and `bottom`; `size` in parts of the short side, `depth` how near. */
export function schoolLayer(
  stage: Stage,
  sea: SeaLight,
  name: string,
  top: number,
  bottom: number,
  size: number,
  count: number,
  depth: number,
): SpriteLayer {
  const random = stage.stream(name);
  const { unit, width, light } = stage;
  const coat = depth < 0.4 ? COATS[3] : pick(random, COATS);
  const veil = (hex: string): Rgb => mix(mix(parseColour(hex), sea.deep, light.moon ? 0.45 : 0.16), sea.middle, 0.8 * (1 - depth));
  const side = random() < 0.5 ? -1 : 1;
  const stripe = "stripe" in coat ? veil(coat.stripe) : undefined;
  const pixels = Math.max(8, Math.round(size * unit));
  const drawings = BEND.map((bend) => fishDrawing(pixels, side, bend, veil(coat.back), veil(coat.belly), stripe));
  const speed = side * width * between(random, 0.028, 0.042) * (0.5 + depth);
  const lead = { x: width * between(random, 0.25, 0.75), y: between(random, top, bottom) };
  const spread = pixels * Math.sqrt(count) * 0.72;
  const list = Array.from({ length: count }, () => {
    const [turn, away] = [6.28 * random(), Math.sqrt(random())];
    return {
      x: lead.x + Math.cos(turn) * away * spread * 1.9,
      y: lead.y + Math.sin(turn) * away * spread * 0.55,
      scale: between(random, 0.62, 1),
      beat: between(random, 1.1, 1.8),
      phase: 6.28 * random(),
      pace: between(random, 0.96, 1.04),
    };
  });
  const path = width + 4.4 * spread + 2 * pixels;
  return {
    kind: "sprites",
    name,
    drawings,
    at: (timeSec) =>
      list.map((fish) => {
        const along =
          fish.x + 2.2 * spread + speed * (timeSec - stage.durationSec / 2) + pixels * 0.35 * Math.sin(0.7 * timeSec + fish.phase);
        const beat = 0.5 + 0.5 * Math.sin(timeSec * fish.beat * 6.28 + fish.phase);
        return {
          sprite: Math.min(3, Math.floor(beat * 4)),
          scale: fish.scale,
          x: (((along % path) + path) % path) - 2.2 * spread - pixels,
          y: fish.y + pixels * 0.3 * Math.sin(0.9 * timeSec + fish.phase * 2),
        };
      }),
  };
}

/** Bubbles that rise in chains from below `from`, growing and wobbling. */
export function bubbleLayer(stage: Stage, sea: SeaLight, from: number, count = 46): SpriteLayer {
  const random = stage.stream("bubbles");
  const { unit, width } = stage;
  const size = Math.max(6, Math.round(0.034 * unit));
  const rim = toCss(mix(sea.beam, parseColour("#ffffff"), 0.5));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="-1 -1 2 2"><circle r=".86" fill="${rim}" fill-opacity=".13" stroke="${rim}" stroke-opacity=".75" stroke-width=".12"/><path d="M-.5,-.2A.55,.55 0 0 1 -.1,-.54" fill="none" stroke="#fff" stroke-width=".16" stroke-linecap="round"/></svg>`;
  const springs = Array.from({ length: 5 }, () => width * between(random, 0.06, 0.94));
  const list = Array.from({ length: count }, () => ({
    x: pick(random, springs) + unit * between(random, -0.025, 0.025),
    from: random(),
    pace: between(random, 0.07, 0.13),
    scale: between(random, 0.22, 1) ** 1.5,
    phase: 6.28 * random(),
  }));
  return {
    kind: "sprites",
    name: "bubbles",
    drawings: [{ svg, width: size, height: size }],
    at: (timeSec) =>
      list.map(({ x, from: start, pace, scale, phase }) => {
        const part = (start + pace * timeSec) % 1;
        const grown = scale * (0.7 + 0.5 * part);
        return {
          sprite: 0,
          scale: grown,
          x: x + unit * 0.012 * Math.sin(2.1 * timeSec + phase) * (0.4 + part) - (size * grown) / 2,
          y: lerp(from, -size, part),
          opacity: Math.min(1, 6 * part, 5 * (1 - part)) * 0.9,
        };
      }),
  };
}
