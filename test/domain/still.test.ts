import { expect, test } from "bun:test";
import { frameSize } from "../../src/domain/frame.ts";
import { stillName, stillSize } from "../../src/domain/still.ts";

test.each([
  ["16:9", "720p", 480, 270],
  ["16:9", "480p", 480, 270],
  ["9:16", "1080p", 270, 480],
  ["1:1", "720p", 480, 480],
] as const)("a still of %s at %s is %d by %d", (aspect, quality, width, height) =>
  expect(stillSize(frameSize(aspect, quality))).toEqual({ width, height }),
);

test("stills are called by their scene, counted from one", () => {
  expect([0, 8, 199].map(stillName)).toEqual(["scene-001.jpg", "scene-009.jpg", "scene-200.jpg"]);
});
