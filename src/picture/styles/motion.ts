import { smoothstep } from "../camera.ts";

/** How large something is that springs up at `fromSec`: from `least` beyond its size and back to 1. */
export function popScale(timeSec: number, fromSec: number, least = 0.4): number {
  const since = Math.max(0, timeSec - fromSec);
  return 1 - (1 - least) * Math.exp(-8 * since) * Math.cos(11 * since);
}

/** How much of something is seen that comes at `fromSec` and goes by `toSec`, 0..1. */
export function seen(timeSec: number, fromSec: number, toSec = Number.POSITIVE_INFINITY, inSec = 0.16, outSec = 0.3): number {
  return Math.min(smoothstep((timeSec - fromSec) / inSec), smoothstep((toSec - timeSec) / outSec));
}

/** How far something has come that begins at `fromSec`: quick at first, slow at last, 0..1. */
export function arrived(timeSec: number, fromSec: number, lengthSec: number): number {
  const part = Math.min(1, Math.max(0, (timeSec - fromSec) / lengthSec));
  return 1 - (1 - part) ** 3;
}

/** A wave of -1..1. */
export const wave = (timeSec: number, periodSec: number, phase = 0): number => Math.sin((2 * Math.PI * timeSec) / periodSec + phase);
