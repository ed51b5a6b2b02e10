import { describe, expect, test } from "bun:test";
import { layOutSheet, type SheetSection } from "../../../src/picture/sheet/layout.ts";

const group = (name: string, pictures: number, width = 100, height = 60) => ({
  name,
  pictures: Array.from({ length: pictures }, (_, index) => ({ picture: `${name}${index}`, label: `${index}`, size: { width, height } })),
});
const sections: SheetSection<string>[] = [
  { heading: "One", groups: [group("a", 2), group("b", 2), group("c", 3)] },
  { heading: "Two", groups: [group("d", 1, 40, 200)] },
];

describe("a sheet", () => {
  const { size, texts, pictures } = layOutSheet(sections, 600);
  const at = (name: string) => pictures.find(({ picture }) => picture === name)!;

  test("keeps groups together and begins a new line where one does not fit", () => {
    expect(at("b1").y).toBe(at("a0").y);
    expect(at("c0").y).toBeGreaterThan(at("a0").y + 60);
    expect(at("c0").x).toBe(at("a0").x);
  });

  test("holds all pictures without one covering another", () => {
    expect(pictures.map(({ picture }) => picture)).toEqual(["a0", "a1", "b0", "b1", "c0", "c1", "c2", "d0"]);
    for (const one of pictures) {
      expect(one.x + one.size.width).toBeLessThanOrEqual(size.width);
      expect(one.y + one.size.height).toBeLessThan(size.height);
      const covered = pictures.filter(
        (other) =>
          other !== one &&
          Math.abs(other.x - one.x) < (other.x < one.x ? other : one).size.width &&
          Math.abs(other.y - one.y) < (other.y < one.y ? other : one).size.height,
      );
      expect(covered).toEqual([]);
    }
  });

  test("has even places and sizes, as frames have", () => {
    for (const number of [size.height, ...pictures.flatMap(({ x, y }) => [x, y])]) expect(number % 2).toBe(0);
  });

  test("names sections, groups and pictures", () => {
    expect(texts.filter(({ kind }) => kind !== "label").map(({ text }) => text)).toEqual(["One", "a", "b", "c", "Two", "d"]);
    expect(texts.filter(({ kind }) => kind === "label")).toHaveLength(8);
  });
});
