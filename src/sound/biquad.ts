/** A second-order filter, normalised so that a0 is 1. */
export type Biquad = { b0: number; b1: number; b2: number; a1: number; a2: number };

type Shape = { rate: number; hz: number; q: number };

/** Lets through what is above `hz`. Source: R. Bristow-Johnson, Audio EQ Cookbook. */
export function highPass({ rate, hz, q }: Shape): Biquad {
  const { cos, alpha } = angles(rate, hz, q);
  return normalised((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
}

/** Raises or lowers by `gainDb` around `hz`. Source: as above. */
export function peak({ rate, hz, q }: Shape, gainDb: number): Biquad {
  const { cos, alpha } = angles(rate, hz, q);
  const gain = 10 ** (gainDb / 40);
  return normalised(1 + alpha * gain, -2 * cos, 1 - alpha * gain, 1 + alpha / gain, -2 * cos, 1 - alpha / gain);
}

/** Raises or lowers everything above `hz` by `gainDb`. Source: as above. */
export function highShelf({ rate, hz, q }: Shape, gainDb: number): Biquad {
  const { cos, alpha } = angles(rate, hz, q);
  const gain = 10 ** (gainDb / 40);
  const slope = 2 * Math.sqrt(gain) * alpha;
  return normalised(
    gain * (gain + 1 + (gain - 1) * cos + slope),
    -2 * gain * (gain - 1 + (gain + 1) * cos),
    gain * (gain + 1 + (gain - 1) * cos - slope),
    gain + 1 - (gain - 1) * cos + slope,
    2 * (gain - 1 - (gain + 1) * cos),
    gain + 1 - (gain - 1) * cos - slope,
  );
}

/** Filters in place. */
export function filter(samples: Float32Array, { b0, b1, b2, a1, a2 }: Biquad): void {
  let [first, second] = [0, 0];
  for (let index = 0; index < samples.length; index++) {
    const input = samples[index]!;
    const output = b0 * input + first;
    first = b1 * input - a1 * output + second;
    second = b2 * input - a2 * output;
    samples[index] = output;
  }
}

function angles(rate: number, hz: number, q: number): { cos: number; alpha: number } {
  const angle = (2 * Math.PI * hz) / rate;
  return { cos: Math.cos(angle), alpha: Math.sin(angle) / (2 * q) };
}

function normalised(b0: number, b1: number, b2: number, a0: number, a1: number, a2: number): Biquad {
  return { b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0 };
}
