/** Lengths that the slider stops at, s: the longer the further apart, so that each part of it is of use. */
export const STOPS: readonly number[] = [
  ...range(10, 30, 1),
  ...range(30, 60, 2),
  ...range(60, 120, 5),
  ...range(120, 300, 10),
  ...range(300, 600, 20),
  600,
];

/** Lengths that are written below the slider. */
export const MARKS: readonly number[] = [10, 30, 60, 120, 300, 600];

/** Which stop is nearest to a length. */
export function stopOf(seconds: number): number {
  let best = 0;
  for (const [index, stop] of STOPS.entries()) if (Math.abs(stop - seconds) < Math.abs(STOPS[best]! - seconds)) best = index;
  return best;
}

function range(from: number, before: number, step: number): number[] {
  return Array.from({ length: (before - from) / step }, (_, index) => from + index * step);
}
