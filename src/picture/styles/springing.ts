import type { Drawing, ImageLayer } from "../layer.ts";
import type { Point } from "../placing.ts";
import { popScale, seen } from "./motion.ts";

/** A drawing about a middle that springs up, stays and goes; `extra` is a movement of its own, in pixels and as a multiple of its size. */
export function springing(
  name: string,
  drawing: Drawing,
  middle: Point,
  times: { fromSec: number; untilSec: number },
  extra: (timeSec: number) => { y: number; times: number },
): ImageLayer {
  return {
    kind: "image",
    name,
    drawing,
    at: (timeSec) => {
      const { y, times: grown } = extra(timeSec);
      const opacity = seen(timeSec, times.fromSec, times.untilSec);
      const scale = popScale(timeSec, times.fromSec) * grown * (0.7 + 0.3 * seen(timeSec, -1, times.untilSec));
      return { x: middle.x - (drawing.width / 2) * scale, y: middle.y + y - (drawing.height / 2) * scale, scale, opacity };
    },
  };
}
