import { expect, test } from "bun:test";
import { toChunks } from "../../../src/providers/speech/chunks.ts";

const chunked = (text: string) => toChunks(text.split(" ")).map((chunk) => chunk.tokens.join(" "));

test("each sentence is spoken in one go", () => {
  expect(chunked("One two. Three? Four! Five")).toEqual(["One two.", "Three?", "Four!", "Five"]);
});

test("an abbreviation ends no sentence", () => {
  expect(chunked("The U.S. Army and J. Smith.")).toEqual(["The U.S. Army and J. Smith."]);
});

test("a long sentence is parted at a comma, and without one anyway, and nothing is lost", () => {
  const text = `${"word ".repeat(30)}here, ${"word ".repeat(100)}end.`;
  const chunks = toChunks(text.split(" "));
  expect(chunks[0]!.tokens.at(-1)).toBe("here,");
  expect(Math.max(...chunks.map((chunk) => chunk.tokens.join(" ").length))).toBeLessThan(300);
  expect(chunks.flatMap((chunk) => chunk.tokens).join(" ")).toBe(text);
  expect(chunks.map((chunk) => chunk.from)).toEqual(
    chunks.map((_, index) => chunks.slice(0, index).flatMap((chunk) => chunk.tokens).length),
  );
});

test("the pause after a sentence is longer than within", () => {
  const [within, after] = toChunks(`${"word ".repeat(30)}here, then.`.split(" "));
  expect(after!.pauseSec).toBeGreaterThan(within!.pauseSec);
});

test("a line that ends without a stop rests at its end", () => {
  const [heading, text] = toChunks(["La", "mañana", "El", "mar"], new Set([2, 4]));
  expect(heading!.tokens).toEqual(["La", "mañana"]);
  expect(text!.tokens).toEqual(["El", "mar"]);
  expect(heading!.pauseSec).toBeGreaterThan(0.35);
});

test("signs for syllables count for more than letters", () => {
  expect(toChunks(Array(100).fill("海洋")).length).toBeGreaterThan(1);
});
