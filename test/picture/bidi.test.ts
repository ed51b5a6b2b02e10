import { expect, test } from "bun:test";
import { settleDirections, strongDirections } from "../../src/picture/bidi.ts";

test.each([
  ["אב10%", "rtl", ["rtl", "rtl", "ltr", "ltr", "ltr"]],
  ["$5", "rtl", ["ltr", "ltr"]],
  ["א-5", "rtl", ["rtl", "ltr", "ltr"]],
  ["(א)", "rtl", ["rtl", "rtl", "rtl"]],
  ["%א", "rtl", ["rtl", "rtl"]],
] as const)("signs go with their number: %s", (text, base, expected) => {
  expect(settleDirections(strongDirections([...text]), base)).toEqual([...expected]);
});
