import { beforeAll, expect, test } from "bun:test";
import { pack } from "../../src/build/pack-subjects.ts";
import { SUBJECT_PICTURES } from "../../src/language/subjects.ts";
import { extentOf, openSubjectPictures, type SubjectSvg } from "../../src/picture/subject-pictures.ts";

let svgOf: SubjectSvg;

beforeAll(async () => {
  svgOf = openSubjectPictures(new Uint8Array((await pack())["subjects.bin"]!));
});

test("every picture that a word can bring up is packed", () => {
  expect([...SUBJECT_PICTURES].filter((name) => svgOf(name) === undefined)).toEqual([]);
  expect(svgOf("waning-gibbous-moon")).toStartWith("<svg");
});

test("what no word brings up is left out", () => {
  for (const name of ["keycap-1", "two-oclock", "flag-france", "grinning-face", "toString"]) expect(svgOf(name)).toBeUndefined();
});

test("no two pictures share an id, and each points at its own", () => {
  const seen = new Set<string>();
  for (const name of SUBJECT_PICTURES) {
    const svg = svgOf(name)!;
    const own = [...svg.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]!);
    for (const id of own) expect(seen.has(id)).toBe(false);
    for (const id of own) seen.add(id);
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(own).toContain(id!);
  }
});

test("a picture tells what of its square is drawn upon", () => {
  for (const name of ["dog", "sailboat", "deciduous-tree"]) {
    const { left, top, right, bottom } = extentOf(svgOf(name)!);
    expect(left).toBeGreaterThan(0);
    expect(top).toBeGreaterThan(0);
    expect(right - left).toBeGreaterThan(0.5);
    expect(bottom).toBeGreaterThan(0.8);
  }
});

test("ships have a stern, and no boat brings waves of its own", () => {
  for (const name of ["passenger-ship", "ferry", "speedboat", "ship", "canoe"]) {
    const { left, right } = extentOf(svgOf(name)!);
    expect(right - left).toBeGreaterThan(0.7);
    expect(svgOf(name)!).not.toMatch(/d="M30 23c-1\.518/);
  }
  for (const name of ["passenger-ship", "ferry"]) expect(svgOf(name)!).toMatch(/scale\(-0\.\d+ 1\)/);
});
