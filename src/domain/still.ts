import type { FrameSize } from "./frame.ts";

/** The long side of a still, in pixels. */
const LONG_SIDE = 480;
const even = (value: number): number => 2 * Math.round(value / 2);

/** What a scene's still is called beside its film; scenes count from 0, names from 1. */
export const stillName = (scene: number): string => `scene-${String(scene + 1).padStart(3, "0")}.jpg`;

/** The size of a film's stills: 480 pixels on the long side. */
export function stillSize({ width, height }: FrameSize): FrameSize {
  const scale = LONG_SIDE / Math.max(width, height);
  return { width: even(width * scale), height: even(height * scale) };
}
