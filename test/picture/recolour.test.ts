import { describe, expect, test } from "bun:test";
import type { Rgb } from "../../src/picture/elements/colour.ts";
import { drawnTo, recoloured, recolourSvg, tabled } from "../../src/picture/recolour.ts";

const TEAL: Rgb = [31, 84, 104];
const PEACH: Rgb = [255, 154, 118];
const aims = [TEAL, PEACH].map((colour) => ({ colour, pull: 1 }));
const distance = (one: Rgb, other: Rgb): number => Math.hypot(...one.map((channel, index) => channel - other[index]!));

describe("a colour is drawn to a palette", () => {
  test.each([[TEAL], [PEACH]])("%j, its own, stays as it is", (colour) => {
    expect(distance(drawnTo(aims, 1)(colour), colour)).toBeLessThan(8);
  });

  test("the more, the stronger it draws; not at all at 0", () => {
    const green: Rgb = [40, 120, 60];
    const moved = [0, 0.5, 1].map((strength) => distance(drawnTo(aims, strength)(green), green));
    expect(moved[0]).toBeLessThan(0.1);
    expect(moved[1]).toBeGreaterThan(5);
    expect(moved[2]).toBeGreaterThan(moved[1]!);
  });

  test("and stays a colour; a palette of greys takes all colour out", () => {
    const grey = drawnTo([{ colour: [80, 80, 80], pull: 1 }], 1)([250, 10, 30]);
    expect(Math.max(...grey) - Math.min(...grey)).toBeLessThan(3);
    for (const channel of grey) expect(channel >= 0 && channel <= 255).toBe(true);
  });

  test("a table answers nearly the same", () => {
    const [exact, table] = [drawnTo(aims, 0.8), tabled(drawnTo(aims, 0.8))];
    for (const colour of [
      [0, 0, 0],
      [255, 255, 255],
      [13, 99, 201],
      [255, 3, 120],
    ] as const)
      expect(distance(exact(colour), table(colour))).toBeLessThan(4);
  });
});

test.each([
  ['<path fill="#336699"/>', '<path fill="rgb(1,2,3)"/>'],
  ['<path fill="#369" stroke="rgba(5,6,7,.250)"/>', '<path fill="rgb(1,2,3)" stroke="rgba(1,2,3,.250)"/>'],
  ['<path fill="url(#abc)"/><use href="#abc"/>', '<path fill="url(#abc)"/><use href="#abc"/>'],
  ['<mask><rect fill="#fff"/><rect fill="#000000"/></mask>', '<mask><rect fill="#fff"/><rect fill="#000000"/></mask>'],
])("of %s every colour is turned, and no name", (svg, turned) => {
  expect(recolourSvg(svg, () => [1, 2, 3])).toBe(turned);
});

test("pixels keep how far they cover, and never more colour than that", () => {
  const bitmap = { width: 2, height: 1, pixels: Uint8Array.of(60, 30, 0, 120, 0, 0, 0, 0) };
  const layer = { kind: "image", name: "a", drawing: { svg: "", width: 2, height: 1, bitmap }, at: () => ({ x: 0, y: 0 }) } as const;
  const [turned] = recoloured([layer], () => () => [0, 0, 255]);
  const pixels = turned!.kind === "image" ? [...turned!.drawing.bitmap!.pixels] : [];
  expect([pixels[3], pixels.slice(4)]).toEqual([120, [0, 0, 0, 0]]);
  expect(pixels[2]).toBeWithin(118, 121);
});
