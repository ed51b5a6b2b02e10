import { expect, test } from "bun:test";
import { trimSlashes } from "../../src/server/address.ts";

test.each([
  ["/jobs", "/jobs"],
  ["/ws//", "/ws"],
  ["/", ""],
  ["", ""],
  ["//a", "//a"],
])("slashes at the end of %s leave %s", (path, left) => expect(trimSlashes(path)).toBe(left));

test("slashes by the million before the end of a path hold up nobody", () => {
  const path = `${"/".repeat(5_000_000)}x`;
  expect(trimSlashes(path) === path).toBe(true);
});
