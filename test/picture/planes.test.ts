import { expect, test } from "bun:test";
import { halveFrame, pasteFrame } from "../../src/picture/planes.ts";

test("a frame is halved by means of four samples in each plane", () => {
  const luma = [0, 2, 10, 10, 4, 6, 10, 10, 1, 1, 1, 1, 1, 1, 1, 2];
  const frame = Uint8Array.from([...luma, 100, 102, 104, 106, 8, 8, 8, 8]);
  expect([...halveFrame(frame, { width: 4, height: 4 })]).toEqual([3, 10, 1, 1, 103, 8]);
});

test("a frame is pasted where it belongs in each plane", () => {
  const page = new Uint8Array(24);
  pasteFrame(page, { width: 4, height: 4 }, Uint8Array.from([1, 2, 3, 4, 5, 6]), { width: 2, height: 2 }, 2, 0);
  expect([...page]).toEqual([0, 0, 1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0]);
});
