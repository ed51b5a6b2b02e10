import type { Area, Layer, Placement } from "./layer.ts";

/** A point of the frame, in output pixels. */
export type Point = { x: number; y: number };

/** The same, so many pixels further. */
export const moved = <Placed extends Placement>(place: Placed, x: number, y: number): Placed => ({
  ...place,
  x: place.x + x,
  y: place.y + y,
  ...(place.within && { within: { ...place.within, x: place.within.x + x, y: place.within.y + y } }),
});

/** The same, so many times as large about a point. */
export function enlarged<Placed extends Placement>(place: Placed, about: Point, times: number): Placed {
  const { within, scale = 1 } = place;
  const x = (at: number): number => about.x + (at - about.x) * times;
  const y = (at: number): number => about.y + (at - about.y) * times;
  return {
    ...place,
    x: x(place.x),
    y: y(place.y),
    scale: scale * times,
    ...(within && { within: { x: x(within.x), y: y(within.y), width: within.width * times, height: within.height * times } }),
  };
}

/** The same, seen only within an area. */
export const cropped = <Placed extends Placement>(place: Placed, area: Area): Placed => ({
  ...place,
  within: place.within ? common(place.within, area) : area,
});

function common(one: Area, other: Area): Area {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** A change of place that depends on the time, in seconds from the start of the scene. */
export type Change = <Placed extends Placement>(place: Placed, timeSec: number) => Placed;

/** Layers that are all placed otherwise in the same way. */
export function changed(layers: Layer[], change: Change): Layer[] {
  return layers.map((layer) =>
    layer.kind === "image"
      ? { ...layer, opaque: false, at: (timeSec) => change(layer.at(timeSec), timeSec) }
      : { ...layer, at: (timeSec) => layer.at(timeSec).map((place) => change(place, timeSec)) },
  );
}
