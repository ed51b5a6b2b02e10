import { expect, test } from "bun:test";
import type { Placement } from "../../src/picture/layer.ts";
import { changed, cropped, enlarged, moved } from "../../src/picture/placing.ts";

const origin: Placement = { x: 0, y: 0 };
const area = { x: 10, y: 20, width: 40, height: 30 };

test("what is moved takes the area it is seen in along", () => {
  expect(moved({ x: 1, y: 2, within: area, opacity: 0.5 }, 5, -5)).toEqual({
    x: 6,
    y: -3,
    within: { ...area, x: 15, y: 15 },
    opacity: 0.5,
  });
  expect(moved({ x: 1, y: 2 }, 1, 1)).toEqual({ x: 2, y: 3 });
});

test("what is enlarged grows about a point, its area too", () => {
  expect(enlarged({ ...origin, within: area }, { x: 10, y: 20 }, 2)).toEqual({
    x: -10,
    y: -20,
    scale: 2,
    within: { x: 10, y: 20, width: 80, height: 60 },
  });
  expect(enlarged({ x: 5, y: 5, scale: 3 }, { x: 5, y: 5 }, 0.5)).toEqual({ x: 5, y: 5, scale: 1.5 });
});

test("what is cropped twice is seen where both areas are", () => {
  const once = cropped(origin, area);
  expect(once.within).toEqual(area);
  expect(cropped(once, { x: 0, y: 0, width: 20, height: 100 }).within).toEqual({ x: 10, y: 20, width: 10, height: 30 });
  expect(cropped(once, { x: 90, y: 0, width: 20, height: 100 }).within!.width).toBe(0);
});

test("layers are placed otherwise at every moment, and no longer said to cover the frame", () => {
  const drawing = { svg: "", width: 1, height: 1 };
  const [image, sprites] = changed(
    [
      { kind: "image", name: "a", drawing, opaque: true, at: (timeSec) => ({ x: timeSec, y: 0 }) },
      { kind: "sprites", name: "b", drawings: [drawing], at: (timeSec) => [{ sprite: 0, x: timeSec, y: 0 }] },
    ],
    (place, timeSec) => moved(place, 0, timeSec),
  );
  expect(image!.at(3)).toEqual({ x: 3, y: 3 });
  expect(sprites!.at(3)).toEqual([{ sprite: 0, x: 3, y: 3 }]);
  expect(image).toMatchObject({ opaque: false });
});
