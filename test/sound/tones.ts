/** A sine wave, mono, -1..1. */
export function tone(hz: number, sec: number, rate: number, level = 0.5): Float32Array {
  return Float32Array.from({ length: Math.round(sec * rate) }, (_, index) => level * Math.sin((2 * Math.PI * hz * index) / rate));
}

/** The root of the mean square of the middle half. */
export function levelOf(samples: Float32Array): number {
  const middle = samples.subarray(samples.length >> 2, (samples.length * 3) >> 2);
  return Math.sqrt(middle.reduce((sum, value) => sum + value * value, 0) / middle.length);
}
