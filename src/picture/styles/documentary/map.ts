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

/** How much of a compass rose is at a point, 0..1; `x`, `y` from its middle in radii. */
function roseAt(x: number, y: number): number {
  const away = Math.hypot(x, y);
  if (away > 1.02) return 0;
  const ring = Math.max(clamp(1 - Math.abs(away - 0.98) / 0.022, 0, 1), clamp(1 - Math.abs(away - 0.66) / 0.014, 0, 1));
  const [ax, ay] = [Math.abs(x), Math.abs(y)];
  const [bx, by] = [Math.abs(x + y) * Math.SQRT1_2, Math.abs(x - y) * Math.SQRT1_2];
  const star = (one: number, other: number, long: number, broad: number): number => {
    const [far, near] = one > other ? [one, other] : [other, one];
    return clamp((broad * (1 - far / long) - near) / 0.02, 0, 1) * (far < long ? 1 : 0);
  };
  // Each point of the star is dark on one side and light on the other, as engravers do it.
  const side = x * y > 0 === ax < ay ? 1 : 0.36;
  const lesser = bx * by === 0 || bx > by === (x - y) * (x + y) > 0 ? 0.7 : 0.3;
  return Math.max(0.8 * ring, star(ax, ay, 0.9, 0.17) * side, star(bx, by, 0.6, 0.13) * lesser);
}

function paintMap(board: Board, columns: number, rows: number): Raster {
  const { colours, unit } = board;
  const heights = measureHeights(board, columns, rows);
  const ramp = buildRamp([...colours.ground]);
  const rose = roseOf(board);
  const mesh = Math.round((unit * 0.3) / UNIT);
  const pixels = new Uint8Array(columns * rows * 4);
  for (let y = 0, index = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, index++) {
      const [u, v] = [(x / columns - 0.5) * 2, (y / rows - 0.5) * 2];
      const lamp = 0.17 * clamp(1 - 0.7 * u * u - 0.7 * (v + 0.2) ** 2, 0, 1) ** 2;
      const ground = atRamp(ramp, clamp(0.62 * (u * u + v * v) - (heights.at[index]! / LEVELS - 0.5) * 0.5, 0, 1));
      const grid = x % mesh === 0 || y % mesh === 0 ? 0.13 : 0;
      paintPoint(
        pixels,
        index,
        mixed(ground, colours.parchment, lamp),
        colours.line,
        Math.max(grid, 0.34 * lineAt(heights, index), 0.4 * rose(x, y)),
      );
    }
  }
  return { width: columns, height: rows, pixels };
}

/** The compass rose in a lower corner, on the side where the words are; from points of the painted map. */
function roseOf({ picture: { size, facts }, unit }: Board): (x: number, y: number) => number {
  const radius = (0.115 * unit) / UNIT;
  const inset = reachOf(unit) / UNIT;
  const side = (facts?.step?.index ?? 1) % 2 === 0 ? 0.1 : 0.9;
  const [middleX, middleY] = [inset + (side * size.width) / UNIT, inset + (0.83 * size.height) / UNIT];
  return (x, y) => roseAt((x - middleX) / radius, (y - middleY) / radius);
}

/** How far the map may drift, in output pixels. */
const reachOf = (unit: number): number => 8 * Math.ceil((unit * 0.06) / 8);

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
  const reach = reachOf(unit);
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
