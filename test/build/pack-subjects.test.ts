import { beforeAll, expect, test } from "bun:test";
import { pack } from "../../src/build/pack-subjects.ts";

let pictures: Record<string, string>;

beforeAll(async () => {
  pictures = JSON.parse(new TextDecoder().decode((await pack())["subjects.json"]));
});

test("things that sentences name have a picture", () => {
  for (const name of [
    "dog",
    "sailboat",
    "whale",
    "house",
    "tree",
    "rocket",
    "full-moon",
    "sun",
    "light-bulb",
    "deer",
    "castle",
    "book",
  ].map((word) => ({ tree: "deciduous-tree", book: "open-book" })[word] ?? word)) {
    expect(Object.keys(pictures)).toContain(name);
  }
});

test("signs, clock faces, hands, flags, grimaces and skin tones have none", () => {
  const unfit = Object.keys(pictures).filter((name) =>
    /oclock|-thirty$|-flag|flag-|keycap|-hand(-|$)|button$|grinning|-dark$|-medium|blood-type/.test(name),
  );
  expect(unfit.filter((name) => !["speaker-medium-volume", "folding-hand-fan"].includes(name))).toEqual([]);
});

test("no two pictures share an id, and each points at its own", () => {
  const seen = new Set<string>();
  for (const svg of Object.values(pictures)) {
    const own = [...svg.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!);
    for (const id of own) expect(seen.has(id)).toBe(false);
    for (const id of own) seen.add(id);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(own).toContain(id!);
  }
});
