import type { ImageLayer } from "../layer.ts";
import { surface } from "../palettes.ts";
import { gradientStops, mix, parseColour, type Rgb, toCss } from "./colour.ts";
import { between, drawLayer, type Stage } from "./stage.ts";

type Tones = { dark: string; mid: string; rim: string; wood: string };

const box = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(1)},${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h${(-width).toFixed(1)}Z`;
const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

/** A wooden water tank on its legs, `size` tall. */
function waterTank(x: number, ground: number, size: number, side: number, tones: Tones): string {
  const wide = 0.46 * size;
  const top = ground - 0.84 * size;
  const low = ground - 0.34 * size;
  const legs = [-0.9, -0.32, 0.32, 0.9].map((part) => box(x + (part * wide) / 2 - 0.012 * size, low, 0.024 * size, 0.34 * size)).join("");
  const brace = `M${x - 0.45 * wide},${low}L${x + 0.45 * wide},${ground}M${x + 0.45 * wide},${low}L${x - 0.45 * wide},${ground}M${x - 0.46 * wide},${ground - 0.17 * size}H${x + 0.46 * wide}`;
  const boards = Array.from({ length: 11 }, (_, index) =>
    box(x - wide / 2 + ((index + 0.9) * wide) / 12, top, 0.006 * size, low - top),
  ).join("");
  const hoops = [0.12, 0.36, 0.6, 0.84]
    .map((part) => box(x - wide / 2 - 0.006 * size, top + part * (low - top), wide + 0.012 * size, 0.012 * size))
    .join("");
  const edge = side < 0 ? x - wide / 2 : x + wide / 2 - 0.05 * size;
  const roof = `M${(x - 0.56 * wide).toFixed(1)},${top.toFixed(1)}L${x.toFixed(1)},${(top - 0.17 * size).toFixed(1)}L${(x + 0.56 * wide).toFixed(1)},${top.toFixed(1)}Q${x.toFixed(1)},${(top + 0.03 * size).toFixed(1)} ${(x - 0.56 * wide).toFixed(1)},${top.toFixed(1)}Z`;
  return `${path(legs, tones.dark)}<path d="${brace}" stroke="${tones.dark}" stroke-width="${(0.016 * size).toFixed(2)}" fill="none"/>${path(box(x - wide / 2, top, wide, low - top), tones.wood)}${path(box(edge, top, 0.05 * size, low - top), tones.rim)}${path(boards, tones.dark)}${path(hoops, tones.dark)}${path(box(x - 0.53 * wide, low - 0.01 * size, 1.06 * wide, 0.025 * size), tones.dark)}${path(roof, tones.dark)}`;
}

/** An aerial with its rods. */
function aerial(x: number, ground: number, size: number): string {
  let rods = box(x - 0.012 * size, ground - size, 0.024 * size, size);
  for (const [part, half] of [
    [0.98, 0.2],
    [0.9, 0.26],
    [0.82, 0.22],
    [0.6, 0.14],
  ] as const)
    rods += box(x - half * size, ground - part * size, 2 * half * size, 0.016 * size);
  return rods;
}

/** A stair house with its lit door, and a chimney. */
function stairHouse(x: number, ground: number, size: number, tones: Tones, lamp: string): string {
  const wide = 0.9 * size;
  return `${path(box(x - wide / 2, ground - 0.72 * size, wide, 0.72 * size), tones.mid)}${path(box(x - 0.55 * wide, ground - 0.76 * size, 1.1 * wide, 0.05 * size) + box(x + 0.2 * wide, ground - size, 0.14 * size, 0.3 * size), tones.dark)}${path(box(x - 0.3 * wide, ground - 0.5 * size, 0.26 * size, 0.5 * size), tones.dark)}${path(box(x + 0.1 * wide, ground - 0.5 * size, 0.2 * size, 0.17 * size), lamp)}`;
}

/** Bulbs on a string between two poles, and the poles. */
function bulbs(stage: Stage, fromX: number, toX: number, y: number, tones: Tones): string {
  const { unit, light } = stage;
  const sag = 0.07 * unit;
  const count = 11;
  const on = light.lamps > 0.2;
  let lamps = "";
  for (let index = 1; index < count; index++) {
    const part = index / count;
    const x = fromX + (toX - fromX) * part;
    const hung = y + 4 * sag * part * (1 - part) + 0.008 * unit;
    lamps += `${on ? `<circle cx="${x.toFixed(1)}" cy="${hung.toFixed(1)}" r="${(0.024 * unit).toFixed(1)}" fill="url(#bulb)"/>` : ""}<circle cx="${x.toFixed(1)}" cy="${hung.toFixed(1)}" r="${(0.0055 * unit).toFixed(1)}" fill="${on ? "#fff2cc" : tones.mid}"/>`;
  }
  return `<path d="M${fromX.toFixed(1)},${y.toFixed(1)}Q${((fromX + toX) / 2).toFixed(1)},${(y + 2 * sag).toFixed(1)} ${toX.toFixed(1)},${y.toFixed(1)}" fill="none" stroke="${tones.dark}" stroke-width="${(0.003 * unit).toFixed(2)}"/>${lamps}`;
}

/** The roof one stands on: a parapet across the picture, and what stands upon it at both sides. */
export function roofLayer(stage: Stage, top: number, side: number): ImageLayer {
  const { unit, width, height, light } = stage;
  const random = stage.stream("roof");
  const day = light.palette === "day";
  const shaded = (hex: string, dim: number): Rgb => mix(surface(light, parseColour(hex), 1, 0.4), light.silhouette, dim);
  const tones: Tones = {
    dark: toCss(shaded("#3c3a40", day ? 0.45 : 0.85)),
    mid: toCss(shaded("#6c6460", day ? 0.25 : 0.74)),
    rim: toCss(mix(shaded("#8a6a50", day ? 0.2 : 0.6), light.glow, light.moon ? 0.1 : 0.3)),
    wood: toCss(shaded("#7a5a44", day ? 0.25 : 0.7)),
  };
  const lamp = light.lamps > 0.2 ? "#ffd48a" : tones.dark;
  const frame = stage.span(1, top - 0.56 * unit, height - top + 0.56 * unit);
  const [left, right] = [frame.x, frame.x + frame.width];
  const from = (part: number): number => (side < 0 ? width * part : width * (1 - part));
  const narrow = stage.aspect === "16:9" ? 1 : 1.25;
  const tank = waterTank(from(0.14 * narrow), top + 0.02 * unit, unit * between(random, 0.44, 0.52), -side, tones);
  const house = stairHouse(from(0.9), top + 0.02 * unit, unit * between(random, 0.2, 0.25), tones, lamp);
  const aerials = path(
    aerial(from(0.7), top + 0.02 * unit, 0.2 * unit) +
      aerial(from(0.79), top + 0.02 * unit, 0.13 * unit) +
      aerial(from(0.27 * narrow), top + 0.02 * unit, 0.16 * unit),
    tones.dark,
  );
  const wall = `<linearGradient id="wall" x1="0" x2="0" y1="0" y2="1">${gradientStops([shaded("#6a6260", day ? 0.3 : 0.72), shaded("#3c3a40", day ? 0.5 : 0.88)])}</linearGradient><radialGradient id="bulb">${gradientStops([parseColour("#fff0c0"), parseColour("#ffc870")], [0.8, 0.3, 0.08, 0])}</radialGradient>`;
  const bricks = Array.from({ length: 70 }, () =>
    box(left + random() * frame.width, top + unit * between(random, 0.045, 0.4), unit * between(random, 0.02, 0.04), 0.004 * unit),
  ).join("");
  const parapet = `<rect x="${left}" y="${top.toFixed(1)}" width="${frame.width}" height="${(height - top + 3).toFixed(1)}" fill="url(#wall)"/>${path(bricks, toCss(light.silhouette, 0.3))}${path(box(left, top - 0.004 * unit, right - left, 0.026 * unit), tones.mid)}${path(box(left, top - 0.006 * unit, right - left, 0.005 * unit), tones.rim)}`;
  return drawLayer(
    "roof",
    frame,
    `<defs>${wall}</defs>${aerials}${tank}${house}${parapet}${bulbs(stage, from(0.27 * narrow), from(0.79), top - 0.13 * unit, tones)}`,
    stage.pan(1),
  );
}
