import { expect, test } from "bun:test";
import { extentOf, openSubjectPictures, packSubjectPictures } from "../../src/picture/subject-pictures.ts";

const PICTURES = { dog: "<svg>dog</svg>", ship: '<svg data-box="8 16 24 32">é</svg>' };

test("pictures come out as they were packed, those of other names do not", () => {
  const svgOf = openSubjectPictures(packSubjectPictures(PICTURES));
  expect(svgOf("dog")).toBe(PICTURES.dog);
  expect(svgOf("ship")).toBe(PICTURES.ship);
  expect(svgOf("constructor")).toBeUndefined();
});

test.each([
  [PICTURES.ship, { left: 0.25, top: 0.5, right: 0.75, bottom: 1 }],
  [PICTURES.dog, { left: 0, top: 0, right: 1, bottom: 1 }],
])("the extent of %s", (svg, extent) => {
  expect(extentOf(svg)).toEqual(extent);
});
