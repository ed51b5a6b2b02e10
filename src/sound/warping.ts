import type { Features } from "./mfcc.ts";

/** For each frame of the first features the first and last frame of the second that it goes with. Both never fall. */
export type Path = { first: Int32Array; last: Int32Array };

/** Which frames of the second features are looked at for a frame of the first; both ends never fall. */
export type Band = { from: Int32Array; to: Int32Array };

const DIAGONAL = 0;
const STAY = 1;
const SKIP = 2;
/** Cost of a step that is not diagonal, in distances. */
const DETOUR = 0.1;

/** Dynamic time warping (Sakoe and Chiba, 1978) inside a band, in memory that grows with the band's area. */
export function warp(a: Features, b: Features, band: Band): Path {
  const offsets = new Int32Array(a.frames + 1);
  for (let row = 0; row < a.frames; row++) offsets[row + 1] = offsets[row]! + band.to[row]! - band.from[row]! + 1;
  const steps = new Uint8Array(offsets[a.frames]!);
  let before = new Float32Array(0);
  for (let row = 0; row < a.frames; row++) {
    const costs = new Float32Array(band.to[row]! - band.from[row]! + 1);
    fillRow(a, b, band, row, before, costs, steps.subarray(offsets[row]!, offsets[row + 1]!));
    before = costs;
  }
  return trace(a, b, band, steps, offsets);
}

function fillRow(a: Features, b: Features, band: Band, row: number, before: Float32Array, costs: Float32Array, steps: Uint8Array): void {
  const from = band.from[row]!;
  const shift = row > 0 ? from - band.from[row - 1]! : 0;
  for (let index = 0; index < costs.length; index++) {
    const distance = difference(a, row, b, from + index);
    const diagonal = before[index + shift - 1] ?? Number.POSITIVE_INFINITY;
    const skip = (before[index + shift] ?? Number.POSITIVE_INFINITY) + DETOUR;
    const stay = index > 0 ? costs[index - 1]! + DETOUR : Number.POSITIVE_INFINITY;
    const best = Math.min(diagonal, stay, skip);
    steps[index] = best === diagonal ? DIAGONAL : best === stay ? STAY : SKIP;
    costs[index] = distance + (Number.isFinite(best) ? best : row + index === 0 ? 0 : 1e9);
  }
}

function difference(a: Features, row: number, b: Features, column: number): number {
  let sum = 0;
  for (let index = 0, left = row * a.width, right = column * b.width; index < a.width; index++, left++, right++) {
    sum += (a.rows[left]! - b.rows[right]!) ** 2;
  }
  return Math.sqrt(sum);
}

function trace(a: Features, b: Features, band: Band, steps: Uint8Array, offsets: Int32Array): Path {
  const [first, last] = [new Int32Array(a.frames), new Int32Array(a.frames)];
  let [row, column] = [a.frames - 1, b.frames - 1];
  last[row] = column;
  while (row > 0 || column > 0) {
    const step = column === 0 ? SKIP : row === 0 ? STAY : steps[offsets[row]! + column - band.from[row]!]!;
    if (step !== STAY) first[row] = column;
    if (step !== SKIP) column--;
    if (step !== STAY) last[--row] = column;
  }
  return { first, last };
}
