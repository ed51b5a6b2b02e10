import { expect, test } from "bun:test";
import { typeset, typesetWords } from "../../src/domain/typography.ts";

test.each([
  ["en", "The lighthouse keeper's last winter", "The lighthouse keeper’s last winter"],
  ["en", `"We'll rebuild it," said the owner. "It's old."`, "“We’ll rebuild it,” said the owner. “It’s old.”"],
  ["en", "He said 'stay' and she didn't", "He said ‘stay’ and she didn’t"],
  ["en", "The dogs' bowls in the '90s, rock 'n' roll", "The dogs’ bowls in the ’90s, rock ’n’ roll"],
  ["en", `He is 5'10" tall`, `He is 5'10" tall`],
  ["en", `A 27" screen`, `A 27" screen`],
  ["es", `"Mientras haya luz", dice`, "«Mientras haya luz», dice"],
  ["fr", `L'homme dit "bonjour" aujourd'hui`, "L’homme dit «\u00a0bonjour\u00a0» aujourd’hui"],
  ["de", `Er sagt: "So geht's."`, "Er sagt: „So geht’s.“"],
  ["ja", `彼は"Don't"と言った`, `彼は"Don’t"と言った`],
  ["en", "Already “set” ‘well’, isn’t it", "Already “set” ‘well’, isn’t it"],
])("%s: %s", (language, text, expected) => {
  expect(typeset(text, language)).toBe(expected);
});

test("words are typeset as their text is, and stay as many", () => {
  const words = ["\"We'll", "rebuild", 'it,"', "he", "said."].map((text, index) => ({ text, start: index }));
  expect(typesetWords(words, "en").map(({ text }) => text)).toEqual(["“We’ll", "rebuild", "it,”", "he", "said."]);
});
