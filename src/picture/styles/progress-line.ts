import type { PictureSpec } from "../../domain/picture.ts";
import type { ImageLayer, Layer } from "../layer.ts";

/** A line along an edge of the frame that fills as the film goes on. `fill` and `track` are SVG paints. */
export function progressLine(picture: PictureSpec, edge: "top" | "bottom", fill: string, track: string): Layer[] {
  const { size, facts, durationSec } = picture;
  if (!facts?.progress) return [];
  const { from, to } = facts.progress;
  const thick = Math.max(4, 2 * Math.round(Math.min(size.width, size.height) * 0.0065));
  const bar = (name: string, paint: string, x: (timeSec: number) => number): ImageLayer => ({
    kind: "image",
    name,
    drawing: {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${thick}"><rect width="${size.width}" height="${thick}" fill="${paint}"/></svg>`,
      width: size.width,
      height: thick,
    },
    at: (timeSec) => ({ x: x(timeSec), y: edge === "top" ? 0 : size.height - thick }),
  });
  const done = (timeSec: number): number => from + (to - from) * Math.min(1, timeSec / durationSec);
  return [bar("track", track, () => 0), bar("progress", fill, (timeSec) => (done(timeSec) - 1) * size.width)];
}
