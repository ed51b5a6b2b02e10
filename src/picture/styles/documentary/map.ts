import { atRamp, buildRamp, clamp, lerp, type Rgb } from "../../elements/colour.ts";
import { createNoise, fractal } from "../../elements/noise.ts";
import type { ImageLayer, Raster } from "../../layer.ts";
import type { Board } from "./board.ts";

/** Output pixels to a painted point. */
const UNIT = 2;
const LEVELS = 11;
const DRIFT = 0.012;

type Heights = { columns: number; rows: number; at: Float32Array };

/** A land's heights, in levels between contour lines. */
function measureHeights(board: Board, columns: number, rows: number): Heights {
  const noise = createNoise(board.stream("land"));
  const at = new Float32Array(columns * rows);
  const step = (UNIT / board.unit) * 1.7;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) at[y * columns + x] = LEVELS * (0.5 + 0.5 * fractal(noise, x * step, y * step, 3, 0.4));
  return { columns, rows, at };
}

/** How much of a contour line is at a point, 0..1; every fifth line is stronger. */
function lineAt({ columns, at }: Heights, index: number): number {
  const height = at[index]!;
  const slope = Math.hypot(at[index + 1]! - height, (at[index + columns] ?? height) - height) + 1e-4;
  const nearest = Math.round(height);
  const away = Math.abs(height - nearest) / slope;
  return clamp(1.15 - away, 0, 1) * (nearest % 5 === 0 ? 1 : 0.48) * clamp(slope * 60, 0, 1);
}

function paintMap(board: Board, columns: number, rows: number): Raster {
  const { colours, unit } = board;
  const heights = measureHeights(board, columns, rows);
  const ramp = buildRamp([...colours.ground]);
  const mesh = Math.round((unit * 0.3) / UNIT);
  const pixels = new Uint8Array(columns * rows * 4);
  for (let y = 0, index = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, index++) {
      const [u, v] = [(x / columns - 0.5) * 2, (y / rows - 0.5) * 2];
      const lamp = 0.17 * clamp(1 - 0.7 * u * u - 0.7 * (v + 0.2) ** 2, 0, 1) ** 2;
      const ground = atRamp(ramp, clamp(0.62 * (u * u + v * v) - (heights.at[index]! / LEVELS - 0.5) * 0.5, 0, 1));
      const grid = x % mesh === 0 || y % mesh === 0 ? 0.13 : 0;
      paintPoint(pixels, index, mixed(ground, colours.parchment, lamp), colours.line, Math.max(grid, 0.34 * lineAt(heights, index)));
    }
  }
  return { width: columns, height: rows, pixels };
}

const mixed = (one: Rgb, other: Rgb, share: number): Rgb => [
  lerp(one[0], other[0], share),
  lerp(one[1], other[1], share),
  lerp(one[2], other[2], share),
];

function paintPoint(pixels: Uint8Array, index: number, ground: Rgb, line: Rgb, share: number): void {
  const noise = ((Math.imul(index * 12 + 5, 0x9e3779b1) >>> 24) & 255) / 256;
  for (let channel = 0; channel < 3; channel++)
    pixels[index * 4 + channel] = Math.floor(lerp(ground[channel]!, line[channel]!, share) + 3 * (noise - 0.5) + 0.5);
  pixels[index * 4 + 3] = 255;
}

/** An old map with contour lines and a graticule, in the light of a lamp, that drifts slowly under everything. Opaque. */
export function map(board: Board): ImageLayer {
  const { picture, unit, stream } = board;
  const reach = 8 * Math.ceil((unit * 0.06) / 8);
  const [width, height] = [picture.size.width + 2 * reach, picture.size.height + 2 * reach];
  const bitmap = paintMap(board, Math.ceil(width / UNIT), Math.ceil(height / UNIT));
  const turn = stream("drift")() * 2 * Math.PI;
  const phase = (timeSec: number): number => (timeSec * DRIFT * unit) / reach;
  return {
    kind: "image",
    name: "map",
    drawing: { svg: "", width, height, bitmap },
    opaque: true,
    at: (timeSec) => ({
      x: -reach + reach * 0.98 * Math.sin(turn + phase(timeSec)),
      y: -reach + reach * 0.98 * Math.cos(turn + phase(timeSec) * 0.8),
    }),
  };
}
