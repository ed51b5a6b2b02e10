import { powerSpectrum } from "./fourier.ts";

const BANDS = 16;
const TRANSFORM = 256;
const HOP_SEC = 0.002;
const WINDOW_SEC = 0.012;
/** The spectra compared lie this many hops before and after. */
const REACH = 4;
const SEARCH_SEC = 0.03;
const TRUST_SEC = 0.02;

/**
 * For mono samples a function from a time to the time within 30 ms of it where the spectrum changes most, near ones before far ones: where
 * a speech sound begins. Times in seconds.
 */
export function nearestChange(samples: Float32Array, rate: number): (sec: number) => number {
  const spectra = bandSpectra(samples, rate);
  const steps = Math.round(SEARCH_SEC / HOP_SEC);
  return (sec) => {
    let [best, strongest] = [sec, 0];
    for (let step = -steps; step <= steps; step++) {
      const shiftSec = step * HOP_SEC;
      const strength = changeAt(spectra, Math.round((sec + shiftSec) / HOP_SEC)) * Math.exp(-((shiftSec / TRUST_SEC) ** 2) / 2);
      if (strength > strongest) [best, strongest] = [sec + shiftSec, strength];
    }
    return Math.max(0, best);
  };
}

/** Logarithms of the power in 16 equal bands every 2 ms. */
function bandSpectra(samples: Float32Array, rate: number): Float32Array {
  const [hop, length] = [HOP_SEC * rate, Math.round(WINDOW_SEC * rate)];
  const window = Float32Array.from({ length }, (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / length));
  const spectra = new Float32Array(Math.floor(samples.length / hop) * BANDS);
  const [spectrum, frame, power] = [powerSpectrum(TRANSFORM), new Float32Array(TRANSFORM), new Float32Array(TRANSFORM / 2 + 1)];
  const binsEach = TRANSFORM / 2 / BANDS;
  for (let row = 0; row < spectra.length / BANDS; row++) {
    const from = Math.round(row * hop - length / 2);
    for (let index = 0; index < length; index++) frame[index] = (samples[from + index] ?? 0) * window[index]!;
    spectrum(frame, power);
    for (let bin = 1; bin <= TRANSFORM / 2; bin++) spectra[row * BANDS + Math.floor((bin - 1) / binsEach)]! += power[bin]!;
  }
  const floor = spectra.reduce((most, value) => Math.max(most, value), 1e-7) * 1e-5;
  return spectra.map((value) => Math.log(value + floor));
}

function changeAt(spectra: Float32Array, row: number): number {
  const [before, after] = [(row - REACH) * BANDS, (row + REACH) * BANDS];
  if (before < 0 || after + BANDS > spectra.length) return 0;
  let sum = 0;
  for (let band = 0; band < BANDS; band++) sum += (spectra[after + band]! - spectra[before + band]!) ** 2;
  return Math.sqrt(sum);
}
