import type { Random } from "../../domain/seed.ts";

/** Smooth noise of the plane, about -1..1, no two lattice cells alike within 256. */
export type Noise = (x: number, y: number) => number;

const fade = (part: number): number => part * part * part * (part * (part * 6 - 15) + 10);

/** Gradient noise (Ken Perlin, "Improving Noise", 2002) in two dimensions over a seeded permutation. */
export function createNoise(random: Random): Noise {
  const order = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let index = 255; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  const table = Uint8Array.from({ length: 512 }, (_, index) => order[index & 255]!);
  const gradX = Float64Array.from(table, (value) => Math.cos((value / 256) * 2 * Math.PI));
  const gradY = Float64Array.from(table, (value) => Math.sin((value / 256) * 2 * Math.PI));
  return (x, y) => {
    const cellX = Math.floor(x);
    const cellY = Math.floor(y);
    const dx = x - cellX;
    const dy = y - cellY;
    const left = table[cellX & 255]!;
    const right = table[(cellX + 1) & 255]!;
    const row = cellY & 255;
    const a = table[left + row]!;
    const b = table[right + row]!;
    const c = table[left + row + 1]!;
    const d = table[right + row + 1]!;
    const across = fade(dx);
    const top = gradX[a]! * dx + gradY[a]! * dy;
    const topRight = gradX[b]! * (dx - 1) + gradY[b]! * dy;
    const bottom = gradX[c]! * dx + gradY[c]! * (dy - 1);
    const bottomRight = gradX[d]! * (dx - 1) + gradY[d]! * (dy - 1);
    const upper = top + (topRight - top) * across;
    const lower = bottom + (bottomRight - bottom) * across;
    return 1.5 * (upper + (lower - upper) * fade(dy));
  };
}

/** Octaves of noise, each twice as fine and `gain` as strong; about -1..1. */
export function fractal(noise: Noise, x: number, y: number, octaves: number, gain = 0.5): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(x, y);
    total += weight;
    weight *= gain;
    x = x * 2.03 + 17.3;
    y = y * 2.03 - 9.1;
  }
  return sum / total;
}

/** Octaves of folded noise: sharp crests at 1, broad valleys towards 0. */
export function ridged(noise: Noise, x: number, y: number, octaves: number, gain = 0.5): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * (1 - Math.abs(noise(x, y)));
    total += weight;
    weight *= gain;
    x = x * 2.1 - 5.7;
    y = y * 2.1 + 11.9;
  }
  return sum / total;
}
