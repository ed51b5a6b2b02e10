/** Clocks of a machine, milliseconds: one that is set, and one that only ever runs on, though not while the machine sleeps. */
export type Clocks = { wallMs: () => number; steadyMs: () => number };

/** So much ahead, the set clock has leapt: the machine has slept, or its clock was put right. */
const LEAP_MS = 1000;

/** Microseconds since 1970, finer than the set clock, following it when it leaps ahead, and never going back. */
export function openClock({ wallMs, steadyMs }: Clocks): () => number {
  let originMs = wallMs() - steadyMs();
  return () => {
    const sinceMs = steadyMs();
    const wall = wallMs();
    if (wall - originMs - sinceMs > LEAP_MS) originMs = wall - sinceMs;
    return Math.round((originMs + sinceMs) * 1000);
  };
}
