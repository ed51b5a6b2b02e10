import { powerSpectrum } from "./fourier.ts";

/** One row of `width` numbers per frame; frame n is centred at `n * hopSec` seconds. */
export type Features = { rows: Float32Array; width: number; frames: number; hopSec: number };

const RATE = 16_000;
const FRAME = 400;
const HOP = 160;
const TRANSFORM = 512;
const BANDS = 30;
const LOWEST_HZ = 80;
const HIGHEST_HZ = 7_200;
const COEFFICIENTS = 13;
/** Bands are not heard below this part of the loudest: 45 dB. */
const FLOOR = 3e-5;
/** How much loudness counts beside the shape of the spectrum, and how much change beside state. */
const LOUDNESS_WEIGHT = 2;
const CHANGE_WEIGHT = 0.7;
/** A frame is silent below this part of the way from the softest to the loudest. */
const QUIET = 0.2;
const WIDTH = 2 * COEFFICIENTS;

/**
 * 13 mel-frequency cepstral coefficients (Davis and Mermelstein, 1980) and how each changes, every 10 ms of mono samples at 16 kHz.
 * Over what is not silent each has a mean of 0, and a deviation that says how much it counts.
 */
export function mfcc(samples: Float32Array): Features {
  const bands = bandLevels(samples);
  const frames = bands.length / BANDS;
  const rows = new Float32Array(frames * WIDTH);
  const cosines = cosineTable();
  for (let frame = 0; frame < frames; frame++) {
    for (let coefficient = 0; coefficient < COEFFICIENTS; coefficient++) {
      let sum = 0;
      for (let band = 0; band < BANDS; band++) sum += bands[frame * BANDS + band]! * cosines[coefficient * BANDS + band]!;
      rows[frame * WIDTH + coefficient] = sum;
    }
  }
  const voiced = voicedFrames(rows, frames);
  for (let column = 0; column < COEFFICIENTS; column++) {
    standardise(rows, column, voiced, column === 0 ? LOUDNESS_WEIGHT : 1);
    addChange(rows, column, frames);
    standardise(rows, column + COEFFICIENTS, voiced, CHANGE_WEIGHT);
  }
  return { rows, width: WIDTH, frames, hopSec: HOP / RATE };
}

/** Beside a column its slope over two frames to either side (Furui, 1986). */
function addChange(rows: Float32Array, column: number, frames: number): void {
  const at = (frame: number) => rows[Math.max(0, Math.min(frames - 1, frame)) * WIDTH + column]!;
  for (let frame = 0; frame < frames; frame++) {
    rows[frame * WIDTH + COEFFICIENTS + column] = at(frame + 1) - at(frame - 1) + 2 * (at(frame + 2) - at(frame - 2));
  }
}

/** Logarithms of the energy in each mel band, frame after frame. */
function bandLevels(samples: Float32Array): Float32Array {
  const frames = Math.floor(samples.length / HOP) + 1;
  const levels = new Float32Array(frames * BANDS);
  const [spectrum, frame, power] = [powerSpectrum(TRANSFORM), new Float32Array(TRANSFORM), new Float32Array(TRANSFORM / 2 + 1)];
  const filters = melFilters();
  let loudest = 0;
  for (let index = 0; index < frames; index++) {
    cutFrame(samples, index * HOP - FRAME / 2, frame);
    spectrum(frame, power);
    for (const [band, { first, weights }] of filters.entries()) {
      let energy = 0;
      for (let bin = 0; bin < weights.length; bin++) energy += weights[bin]! * power[first + bin]!;
      levels[index * BANDS + band] = energy;
      loudest = Math.max(loudest, energy);
    }
  }
  const floor = Math.max(loudest * FLOOR, 1e-12);
  for (let index = 0; index < levels.length; index++) levels[index] = Math.log(levels[index]! + floor);
  return levels;
}

const WINDOW = Float32Array.from({ length: FRAME }, (_, index) => 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (FRAME - 1)));

/** One windowed frame with its treble raised; beyond the ends there is silence. */
function cutFrame(samples: Float32Array, from: number, frame: Float32Array): void {
  for (let index = 0; index < FRAME; index++) {
    const at = from + index;
    frame[index] = ((samples[at] ?? 0) - 0.97 * (samples[at - 1] ?? 0)) * WINDOW[index]!;
  }
}

type MelFilter = { first: number; weights: Float32Array };

/** Triangles, evenly spaced on the mel scale. */
function melFilters(): MelFilter[] {
  const toMel = (hz: number) => 1127 * Math.log(1 + hz / 700);
  const toBin = (mel: number) => (700 * (Math.exp(mel / 1127) - 1) * TRANSFORM) / RATE;
  const edge = (index: number) => toBin(toMel(LOWEST_HZ) + ((toMel(HIGHEST_HZ) - toMel(LOWEST_HZ)) * index) / (BANDS + 1));
  return Array.from({ length: BANDS }, (_, band) => {
    const [low, middle, high] = [edge(band), edge(band + 1), edge(band + 2)];
    const first = Math.ceil(low);
    const weights = Float32Array.from({ length: Math.max(1, Math.floor(high) - first + 1) }, (_, index) =>
      Math.max(0, Math.min((first + index - low) / (middle - low), (high - first - index) / (high - middle))),
    );
    return { first, weights };
  });
}

function cosineTable(): Float32Array {
  return Float32Array.from({ length: COEFFICIENTS * BANDS }, (_, index) => {
    const [coefficient, band] = [Math.floor(index / BANDS), index % BANDS];
    return Math.cos((Math.PI * coefficient * (band + 0.5)) / BANDS);
  });
}

/** The frames that are not silent, all of them when that tells nothing: pauses of any length must not change what follows from the rest. */
function voicedFrames(rows: Float32Array, frames: number): number[] {
  const loudness = Array.from({ length: frames }, (_, frame) => rows[frame * WIDTH]!);
  const [least, most] = loudness.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [loudness[0]!, loudness[0]!],
  );
  const heard = loudness.flatMap((value, frame) => (value > least + QUIET * (most - least) ? [frame] : []));
  return heard.length > 0 ? heard : [...loudness.keys()];
}

function standardise(rows: Float32Array, column: number, voiced: number[], deviation: number): void {
  let [sum, squares] = [0, 0];
  for (const frame of voiced) {
    const value = rows[frame * WIDTH + column]!;
    sum += value;
    squares += value ** 2;
  }
  const mean = sum / voiced.length;
  const scale = deviation / Math.sqrt(Math.max(squares / voiced.length - mean ** 2, 1e-9));
  for (let at = column; at < rows.length; at += WIDTH) rows[at] = (rows[at]! - mean) * scale;
}
