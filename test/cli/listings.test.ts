import { expect, test } from "bun:test";
import { drawTable, type Listing, listStyles, listVoices } from "../../src/cli/listings.ts";
import { openSurroundings } from "./surroundings.ts";

const LISTING: Listing = {
  voices: [
    { id: "a", language: "en", gender: "female", description: "clear", provider: "x" },
    { id: "long-name", language: "es", gender: "male", description: "", provider: "x" },
  ],
  styles: [{ name: "cinematic", description: "like a film" }],
};

const noStudio = () => Promise.reject(new Error("A list needs no engine."));

test("columns are aligned and lines have no spaces at their end", () => {
  expect(
    drawTable([
      ["A", "B"],
      ["long", "x"],
      ["s", ""],
    ]),
  ).toBe("A     B\nlong  x\ns\n");
});

test("a table without rows is its head", () => expect(drawTable([["A", "B"]])).toBe("A  B\n"));

test("what a style can be told stands below it", async () => {
  const { around, said } = openSurroundings();
  const styles = [{ name: "own", description: "yours", fields: [{ name: "grain", description: "0..1" }] }];
  await listStyles([], around, { voices: [], styles }, noStudio);
  expect(said.out).toBe("STYLE\nown    yours\n       grain: 0..1\n");
});

test.each([
  [listVoices, [], "VOICE      LANGUAGE  GENDER\na          en        female  clear\nlong-name  es        male\n"],
  [listStyles, [], "STYLE\ncinematic  like a film\n"],
  [listVoices, ["--json"], `${JSON.stringify(LISTING.voices, null, 2)}\n`],
  [listStyles, ["--json"], `${JSON.stringify(LISTING.styles, null, 2)}\n`],
])("%p with %j", async (list, args, expected) => {
  const { around, said } = openSurroundings();
  expect(await list(args, around, LISTING, noStudio)).toBe(0);
  expect(said).toEqual({ out: expected, err: "" });
});
