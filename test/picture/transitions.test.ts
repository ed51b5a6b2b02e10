import { describe, expect, test } from "bun:test";
import { Transition } from "../../src/domain/storyboard.ts";
import type { DrawCommand } from "../../src/picture/compositor/compositor.ts";
import { TRANSITIONS } from "../../src/picture/transitions.ts";

const WIDE = { width: 320, height: 180 };
const TALL = { width: 180, height: 320 };
const uploaded = { record: 1, box: { x: 0, y: 0, width: 1, height: 1 }, unit: 1, repeats: false, blocks: [] };
const later: DrawCommand = { picture: uploaded, x: 0, y: 0 };
const earlier: DrawCommand = { picture: { ...uploaded }, x: 0, y: 0 };
const STEPS = Array.from({ length: 17 }, (_, index) => (index + 1) / 18);

/** The later picture's share of the frame, told from what is drawn. */
function shareOf(kind: Transition, progress: number, size = WIDE): number {
  const { picture, before, share } = TRANSITIONS[kind](progress, size, [later], [earlier]);
  if (before) return share!;
  const own = picture.find((command) => command.picture === later.picture)!;
  return own.within ? (own.within.width * own.within.height) / (size.width * size.height) : 1;
}

describe.each(Transition.options)("a %s", (kind) => {
  test("only ever goes on, from nearly nothing to nearly all", () => {
    const shares = STEPS.map((progress) => shareOf(kind, progress));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    if (kind !== "cut") expect([shares[0]! < 0.1, shares.at(-1)! > 0.9]).toEqual([true, true]);
  });
});

describe.each(["slide", "wipe"] as const)("a %s", (kind) => {
  test.each([
    ["wide", WIDE],
    ["tall", TALL],
  ])("covers a %s frame without a gap or an overlap", (_shape, size) => {
    for (const progress of STEPS) {
      const areas = TRANSITIONS[kind](progress, size, [later], [earlier]).picture.map(({ within }) => within!);
      const [first, second] = areas.toSorted((a, b) => a.x - b.x || a.y - b.y || a.width * a.height - b.width * b.height);
      const covered = size.width > size.height ? [first!.width, second!.x] : [first!.height, second!.y];
      expect(covered[0]).toBe(covered[1]!);
      expect(areas.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(size.width * size.height);
    }
  });
});

test("a slide moves both pictures by whole pixels, the later close behind the earlier", () => {
  for (const progress of STEPS) {
    const [gone, come] = TRANSITIONS.slide(progress, WIDE, [later], [earlier]).picture;
    expect([Number.isInteger(gone!.x), come!.x - gone!.x, gone!.y]).toEqual([true, WIDE.width, 0]);
  }
});

test("a zoom enlarges both pictures, so that no edge is seen", () => {
  const { picture, before } = TRANSITIONS.zoom(0.5, WIDE, [later], [earlier]);
  for (const { scale, x, y } of [picture[0]!, before![0]!]) {
    expect(scale!).toBeGreaterThan(1);
    expect([x < 0, y < 0]).toEqual([true, true]);
  }
});
