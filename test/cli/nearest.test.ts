import { expect, test } from "bun:test";
import { findNearest, sayNearest } from "../../src/cli/nearest.ts";

const NAMES = ["port", "host", "workers", "limits.disk_free"];

test.each([
  ["prot", "port"],
  ["pot", "port"],
  ["worker", "workers"],
  ["limits.diskfree", "limits.disk_free"],
  ["port", "port"],
  ["zzz", undefined],
  ["", undefined],
])("%p probably means %p", (given, name) => expect(findNearest(given, NAMES)).toBe(name));

test("a very long name is answered at once", () => expect(sayNearest("x".repeat(1e6), NAMES)).toBe(""));
