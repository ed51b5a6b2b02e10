import { describe, expect, test } from "bun:test";
import { BasePath } from "../../src/domain/base-path.ts";

describe("a base path", () => {
  test.each([
    ["", ""],
    ["/", ""],
    ["/kinora", "/kinora"],
    ["/kinora/", "/kinora"],
    ["/home/films-2/k.v~1_a", "/home/films-2/k.v~1_a"],
    ["/jobs2", "/jobs2"],
    [`/${"a".repeat(199)}`, `/${"a".repeat(199)}`],
  ])("%j is kept as %j", (given, kept) => expect(BasePath.parse(given)).toBe(kept));

  test.each([
    ["kinora"],
    ["/kinora//"],
    ["//evil.example"],
    ["/a//b"],
    ["/a/../b"],
    ["/./a"],
    ["/.."],
    ["/a b"],
    ["/ä"],
    ["/a%20b"],
    ["/a?b"],
    ["/a#b"],
    ["/:id"],
    ["/*"],
    ["/a\nb"],
    ["/mcp"],
    ["/api/kinora"],
    ["/jobs"],
    [`/${"a".repeat(200)}`],
    ["http://example.org/kinora"],
  ])("%j is refused", (given) => expect(BasePath.safeParse(given).success).toBe(false));
});
