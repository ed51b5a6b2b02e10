import type { Random } from "../../domain/seed.ts";
import { clamp, gradientStops, lerp, mix, type Rgb, smoothstep } from "./colour.ts";
import { createNoise, fractal, ridged } from "./noise.ts";
import { type Box, between } from "./stage.ts";

/** A line of heights in pixels over evenly spaced columns of a box, measured upwards from the box's bottom. */
export type Ridge = { box: Box; heights: Float64Array };

/** The height of a ridge at a frame x. */
export function heightAt(ridge: Ridge, x: number): number {
  const last = ridge.heights.length - 1;
  const place = Math.min(last - 0.001, Math.max(0, ((x - ridge.box.x) / ridge.box.width) * last));
  const index = Math.floor(place);
  return lerp(ridge.heights[index]!, ridge.heights[index + 1]!, place - index);
}

/** The frame y of a ridge's line at a frame x. */
export const groundAt = (ridge: Ridge, x: number): number => ridge.box.y + ridge.box.height - heightAt(ridge, x);

/** Rolling hills: `low` to `high` in parts of the box's height, about `waves` of them across a square of the box's height. */
export function hills(random: Random, box: Box, unit: number, low: number, high: number, waves: number, octaves = 6, gain = 0.42): Ridge {
  const noise = createNoise(random);
  const offset = random() * 100;
  const heights = Float64Array.from({ length: 420 }, (_, index) => {
    const x = (box.x + (index / 419) * box.width) / unit;
    const value = 0.5 + 0.62 * fractal(noise, x * waves + offset, offset, octaves, gain);
    return box.height * lerp(low, high, Math.min(1, Math.max(0, value)));
  });
  return { box, heights };
}

/** Mountains: some great peaks of different height and lean, broken up by finer and finer crests. */
export function peaks(random: Random, box: Box, unit: number, low: number, high: number, perUnit: number): Ridge {
  const noise = createNoise(random);
  const offset = random() * 100;
  const count = Math.max(2, Math.round((box.width / unit) * perUnit));
  const tops = Array.from({ length: count + 2 }, (_, index) => ({
    x: box.x + ((index - 0.5 + between(random, -0.34, 0.34)) / count) * box.width,
    height: between(random, 0.45, 1),
    left: between(random, 0.5, 0.95),
    right: between(random, 0.5, 0.95),
  }));
  const heights = Float64Array.from({ length: 640 }, (_, index) => {
    const x = box.x + (index / 639) * box.width;
    let mass = 0;
    for (const top of tops) {
      const away = ((x - top.x) / unit) * perUnit;
      mass = Math.max(mass, top.height - Math.abs(away) ** 0.92 * (away < 0 ? top.left : top.right));
    }
    const at = x / unit;
    const rough = ridged(noise, at * perUnit * 2.2 + offset, offset, 6, 0.52) - 0.62;
    return box.height * Math.min(1, low + (high - low) * Math.max(0, mass + 0.32 * rough * (0.35 + mass)));
  });
  return { box, heights };
}

/** The outline of a ridge, closed along the bottom of its box. */
export function ridgePath(ridge: Ridge): string {
  const { box, heights } = ridge;
  const bottom = box.y + box.height;
  const step = box.width / (heights.length - 1);
  let path = `M${box.x.toFixed(1)},${(bottom + 2).toFixed(1)}`;
  heights.forEach((height, index) => {
    path += `L${(box.x + index * step).toFixed(1)},${(bottom - height).toFixed(1)}`;
  });
  return `${path}L${(box.x + box.width).toFixed(1)},${(bottom + 2).toFixed(1)}Z`;
}

/** How far up the box the highest point of a ridge reaches, so that a drawing need not be taller. */
export function trimmed(ridge: Ridge): Box {
  const highest = Math.max(...ridge.heights) + 3;
  return { x: ridge.box.x, y: ridge.box.y + ridge.box.height - highest, width: ridge.box.width, height: highest };
}

/** A ridge filled from its top colour to the colour of the air at its foot. */
export function ridgeFill(ridge: Ridge, colours: Rgb[], id = "r"): string {
  const box = trimmed(ridge);
  return `<defs><linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${box.y.toFixed(1)}" y2="${(box.y + box.height).toFixed(1)}">${gradientStops(colours)}</linearGradient></defs><path d="${ridgePath(ridge)}" fill="url(#${id})"/>`;
}

export type Relief = { lit: Rgb; shade: Rgb; foot: Rgb; snowLit?: Rgb; snowShade?: Rgb; snowLine?: number; footFrom?: number };

/** Writes colour and coverage of a frame point of a modelled ridge. */
export type ReliefSampler = (x: number, y: number, out: Float64Array) => void;

/**
 * A ridge whose faces are modelled: sides towards the light lit, the others in shade, snow above its line, fading into the air at the
 * foot. `sunSide` is -1 when the light comes from the left. The faces are worked out on a grid and the outline exactly.
 */
export function modelRidge(random: Random, ridge: Ridge, unit: number, sunSide: number, relief: Relief): ReliefSampler {
  const box = trimmed(ridge);
  const columns = Math.round(clamp(box.width / 2.4, 420, 800));
  const rows = Math.max(2, Math.round((columns * box.height) / box.width));
  const shade = relieving(random, ridge, unit, sunSide, relief);
  const grid = new Float32Array((columns + 1) * (rows + 1) * 3);
  const out = new Float64Array(3);
  for (let row = 0, at = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++, at += 3) {
      const x = box.x + (column / columns) * box.width;
      const y = box.y + (row / rows) * box.height;
      if (y < groundAt(ridge, x) - (2 * box.height) / rows) continue;
      shade(x, y, out);
      grid.set(out, at);
    }
  }
  const outline = measureOutline(ridge, box);
  const half = outline.length / 2;
  return (x, y, into) => {
    const place = Math.min(half - 1, Math.max(0, Math.floor(x - box.x)));
    into[3] = clamp((y - outline[place]!) * outline[half + place]! + 0.5, 0, 1);
    if (into[3] === 0) return;
    const across = clamp(((x - box.x) / box.width) * columns, 0, columns - 0.001);
    const down = clamp(((y - box.y) / box.height) * rows, 0, rows - 0.001);
    const left = Math.floor(across);
    const top = Math.floor(down);
    const part = across - left;
    const rest = down - top;
    const at = (top * (columns + 1) + left) * 3;
    const under = at + (columns + 1) * 3;
    for (let channel = 0; channel < 3; channel++) {
      const upper = lerp(grid[at + channel]!, grid[at + 3 + channel]!, part);
      into[channel] = lerp(upper, lerp(grid[under + channel]!, grid[under + 3 + channel]!, part), rest);
    }
  };
}

/** For each output pixel across: the line's y, and in the second half how fast coverage grows below it (less where it is steep). */
function measureOutline(ridge: Ridge, box: Box): Float32Array {
  const width = Math.ceil(box.width) + 2;
  const outline = new Float32Array(2 * width);
  for (let column = 0; column < width; column++) {
    const x = box.x + column + 0.5;
    outline[column] = groundAt(ridge, x);
    const slope = heightAt(ridge, x + 0.5) - heightAt(ridge, x - 0.5);
    outline[width + column] = 1 / Math.sqrt(1 + slope * slope);
  }
  return outline;
}

/** The colour of the faces at a frame point: large faces by the slope of the skyline above, small ones by folded noise. */
function relieving(random: Random, ridge: Ridge, unit: number, sunSide: number, relief: Relief): ReliefSampler {
  const noise = createNoise(random);
  const box = trimmed(ridge);
  const line = box.y + (1 - (relief.snowLine ?? 0)) * box.height;
  return (x, y, out) => {
    const below = Math.max(0, y - groundAt(ridge, x));
    const nx = x / unit;
    const ny = y / unit;
    const bend = 0.13 * unit * fractal(noise, nx * 2.2, ny * 2.2 + 9, 3) + below * 0.5 * noise(nx * 2.6 + 31, ny * 1.4);
    const reach = 0.02 * unit + below * 0.16;
    const from = x + bend * Math.min(1, below / (0.05 * unit));
    const slope = (heightAt(ridge, from + reach) - heightAt(ridge, from - reach)) / (2 * reach);
    // Turned, so that the grid of the noise is not seen in upright edges.
    const [ax, ay] = [0.8 * nx + 0.6 * ny, 0.8 * ny - 0.6 * nx];
    const fx = ax * 6.5 + (bend / unit) * 3;
    const fy = ay * 5.2;
    const gully = ridged(noise, fx, fy, 5, 0.55) - ridged(noise, fx + 0.13 * sunSide, fy - 0.09, 5, 0.55);
    const facing = smoothstep(-0.32, 0.32, -slope * sunSide * 0.5 + gully * 2.6);
    const edge = 0.13 * unit * fractal(noise, ax * 7, ay * 6 + 17, 4) + 0.1 * unit * (facing - 0.5);
    const snow = relief.snowLit ? smoothstep(-0.006, 0.006, (line - y + edge) / unit) : 0;
    const foot = smoothstep(relief.footFrom ?? 0.25, 1, (y - box.y) / box.height);
    for (let channel = 0; channel < 3; channel++) {
      const rock = lerp(relief.shade[channel]!, relief.lit[channel]!, facing);
      const white = snow > 0 ? lerp(relief.snowShade![channel]!, relief.snowLit![channel]!, facing) : rock;
      out[channel] = lerp(lerp(rock, white, snow), relief.foot[channel]!, foot);
    }
  };
}

/** Colours of a fading ridge: its own at the crest, the air's at the foot. */
export const fading = (crest: Rgb, air: Rgb, part: number): Rgb[] => [crest, mix(crest, air, part * 0.45), mix(crest, air, part)];
