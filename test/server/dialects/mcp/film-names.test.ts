import { expect, test } from "bun:test";
import { nameFilms } from "../../../../src/server/dialects/mcp/film-names.ts";

const ID = "0199f3a0-7c1e-7b3a-9c55-2f1d6e8a4b10";
const film = (title: string | null, prompt = "Rivers", id = ID) => ({ id, title, prompt });

test.each<[title: string | null, name: string]>([
  ["A sunset over the ocean", "A sunset over the ocean (0199f3a0).mp4"],
  [null, "Rivers (0199f3a0).mp4"],
  ["", "Rivers (0199f3a0).mp4"],
  ["../../etc/passwd", "etc passwd (0199f3a0).mp4"],
  ["C:\\Windows\\x", "C Windows x (0199f3a0).mp4"],
  ['What? "Tea": <now> | never*', "What Tea now never (0199f3a0).mp4"],
  ["con", "_con (0199f3a0).mp4"],
  ["NUL.txt", "_NUL.txt (0199f3a0).mp4"],
  ["Console", "Console (0199f3a0).mp4"],
  ["...", "Rivers (0199f3a0).mp4"],
  [" . a . ", "a (0199f3a0).mp4"],
  ["a\u202Egpj.exe\n\tb\u0000", "a gpj.exe b (0199f3a0).mp4"],
  ["東京の夜 👩‍👩‍👧", "東京の夜 👩‍👩‍👧 (0199f3a0).mp4"],
  ["\ud800x", "�x (0199f3a0).mp4"],
])("a film of the title %j is named %j", (title, name) => expect(nameFilms([film(title)])).toEqual([name]));

test("long titles end at a word, and within what file systems take", () => {
  expect(
    nameFilms([film("The long and winding story of a small river that ran from the mountains to the sea and never came back")]),
  ).toEqual(["The long and winding story of a small river that ran from the mountains to the (0199f3a0).mp4"]);
  for (const title of ["👩‍👩‍👧".repeat(300), "東".repeat(300), "x".repeat(300), `e${"\u0301".repeat(5000)}`])
    expect(Buffer.byteLength(nameFilms([film(title)])[0]!)).toBeLessThan(230);
});

test("each name is given once, whatever a file system makes of letters", () => {
  const other = "0199f3a0-7c1f-7b3a-9c55-2f1d6e8a4b10";
  expect(nameFilms([film("Tea"), film("TEA", "", other), film("Tea")])).toEqual([
    "Tea (0199f3a0).mp4",
    "TEA (0199f3a0-7c1f).mp4",
    "Tea (0199f3a0-7c1e).mp4",
  ]);
});
