import { toCss } from "../../elements/colour.ts";
import type { ImageLayer, Layer } from "../../layer.ts";
import { wave } from "../motion.ts";
import type { Board } from "./board.ts";

const DOT_PX_PER_SEC = 13;

function sheet({ picture: { size }, colours }: Board): ImageLayer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="${size.width}" height="${size.height}" fill="${toCss(colours.paper)}"/></svg>`;
  return { kind: "image", name: "paper", drawing: { svg, ...size, scale: 0.125 }, opaque: true, at: () => ({ x: 0, y: 0 }) };
}

/** A grid of dots that drifts slowly upwards and aside. */
function dots({ picture: { size }, colours, unit, startSec }: Board): ImageLayer {
  const cell = 2 * Math.round(unit * 0.024);
  const [width, height] = [size.width + cell, size.height + cell];
  const dot = `<pattern id="d" width="${cell}" height="${cell}" patternUnits="userSpaceOnUse"><circle cx="${cell / 2}" cy="${cell / 2}" r="${(unit * 0.0023).toFixed(2)}" fill="${toCss(colours.accent, 0.26)}"/></pattern>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${dot}</defs><rect width="${width}" height="${height}" fill="url(#d)"/></svg>`;
  const gone = (timeSec: number, share: number): number => -((timeSec * DOT_PX_PER_SEC * (unit / 720) * share) % cell);
  return {
    kind: "image",
    name: "dots",
    drawing: { svg, width, height },
    at: (timeSec) => ({ x: gone(startSec + timeSec, 0.6), y: gone(startSec + timeSec, 1) }),
  };
}

/** A soft hill along the lower edge whose crest travels. */
function hill({ picture: { size }, unit, startSec }: Board, colour: string, part: number, lengths: number, speed: number): ImageLayer {
  const period = Math.round(size.width / lengths / 8) * 8;
  const width = Math.ceil((size.width + period) / 8) * 8;
  const high = unit * 0.045;
  const height = Math.ceil((size.height * part + high) / 8) * 8;
  const sunk = unit * 0.012;
  const points = Array.from({ length: Math.ceil(width / 16) + 2 }, (_, index) => {
    const x = index * 16;
    return `${x} ${(high + high * Math.sin((2 * Math.PI * x) / period)).toFixed(1)}`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 ${height}L${points.join("L")}V${height}Z" fill="${colour}"/></svg>`;
  const shift = (timeSec: number): number => (((speed * (unit / 720) * timeSec) % period) + period) % period;
  return {
    kind: "image",
    name: "hill",
    drawing: { svg, width, height, scale: 0.5 },
    at: (timeSec) => ({
      x: -shift(startSec + timeSec),
      y: size.height - height + sunk + unit * 0.008 * wave(startSec + timeSec, 5.3, speed),
    }),
  };
}

/** A large pale disc in a corner that wanders about. */
function disc(
  { picture: { size }, unit, startSec }: Board,
  colour: string,
  radius: number,
  x: number,
  y: number,
  phase: number,
): ImageLayer {
  const side = Math.ceil((2 * radius * unit) / 8) * 8;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 2 2"><circle cx="1" cy="1" r=".99" fill="${colour}"/></svg>`;
  return {
    kind: "image",
    name: "disc",
    drawing: { svg, width: side, height: side, scale: 0.5 },
    at: (timeSec) => ({
      x: x * size.width - side / 2 + unit * 0.03 * wave(startSec + timeSec, 7.3, phase),
      y: y * size.height - side / 2 + unit * 0.03 * wave(startSec + timeSec, 5.9, phase + 1.4),
    }),
  };
}

/** Light paper with what moves upon it, ever so slowly. */
export function paper(board: Board): Layer[] {
  const [light, strong] = board.colours.tints.map((tint) => toCss(tint)) as [string, string];
  return [
    sheet(board),
    disc(board, light, 0.42, 0.96, 0.04, 0),
    disc(board, strong, 0.2, 1, 0.02, 2.2),
    disc(board, light, 0.17, -0.02, 0.36, 4),
    dots(board),
    hill(board, light, 0.2, 1.3, 34),
    hill(board, strong, 0.115, 1.7, -22),
  ];
}
