import type { FrameSize } from "../domain/frame.ts";
import type { Placement } from "./layer.ts";

/** Covers the frame with a picture of any size, about the centre, zoomed from `zoom[0]` to `zoom[1]` as `progress` goes from 0 to 1 (and on, beyond). */
export function zoomPlacement(
  picture: FrameSize,
  frame: FrameSize,
  zoom: readonly [number, number],
  progress: number,
): Required<Omit<Placement, "within">> {
  const most = Math.max(zoom[0], zoom[1]);
  const times = Math.min(most, Math.max(1, zoom[0] + (zoom[1] - zoom[0]) * progress));
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height) * times;
  return { x: (frame.width - picture.width * scale) / 2, y: (frame.height - picture.height * scale) / 2, scale, opacity: 1 };
}

/** A slow start and a slow end: 0 to 1 as `x` goes from 0 to 1. */
export function smoothstep(x: number): number {
  const t = Math.min(1, Math.max(0, x));
  return t * t * (3 - 2 * t);
}
