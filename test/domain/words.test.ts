import { expect, test } from "bun:test";
import { joinWords } from "../../src/domain/words.ts";

test("words stand a space apart, and joined ones follow without", () => {
  expect(joinWords([{ text: "三つの", joined: true }, { text: "海。", joined: true }, { text: "The" }, { text: "sea" }])).toBe(
    "三つの海。 The sea",
  );
  expect(joinWords([])).toBe("");
});
