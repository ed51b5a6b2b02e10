const ZERO_CROSSINGS = 16;
const KAISER_BETA = 8.6;

/**
 * Mono samples at another rate, without delay: a windowed sinc (Kaiser, beta 8.6, about 85 dB down) as one short filter per output phase.
 * The result has `round(samples.length * to / from)` samples.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples.slice();
  const divisor = greatestCommonDivisor(from, to);
  const [up, down] = [to / divisor, from / divisor];
  const { taps, half, phases } = phaseFilters(up, Math.min(1, to / from) * 0.95);
  const output = new Float32Array(Math.round((samples.length * to) / from));
  const padded = new Float32Array(samples.length + 2 * taps);
  padded.set(samples, taps);
  for (let index = 0; index < output.length; index++) {
    const position = index * down;
    const phase = position % up;
    const first = (position - phase) / up - half + 1 + taps;
    let sum = 0;
    for (let tap = 0, weight = phase * taps; tap < taps; tap++, weight++) sum += padded[first + tap]! * phases[weight]!;
    output[index] = sum;
  }
  return output;
}

/** For each of `count` positions between two input samples the weights of the samples around it; each set adds up to one. */
function phaseFilters(count: number, cutoff: number): { taps: number; half: number; phases: Float32Array } {
  const half = Math.ceil(ZERO_CROSSINGS / cutoff);
  const taps = 2 * half;
  const phases = new Float32Array(count * taps);
  for (let phase = 0; phase < count; phase++) {
    const weights = Array.from({ length: taps }, (_, tap) => {
      const distance = tap - half + 1 - phase / count;
      return sinc(distance * cutoff) * kaiser(distance / half);
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (const [tap, weight] of weights.entries()) phases[phase * taps + tap] = weight / sum;
  }
  return { taps, half, phases };
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const kaiser = (x: number): number => (Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA));

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let order = 1; term > sum * 1e-12; order++) {
    term *= (x / 2 / order) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
