import { expect, test } from "bun:test";
import { joinWords } from "../../../src/domain/words.ts";
import { readChinese } from "../../../src/language/chinese-readings.ts";
import { readSpaced, readUnspaced } from "../../../src/providers/speech/script.ts";

test("words of a text with spaces are its words, and the ends of its lines are known", () => {
  const { words, tokens, lineEnds } = readSpaced("La mañana\n\nEl mar", "es", "latin");
  expect(words).toEqual([{ text: "La" }, { text: "mañana" }, { text: "El" }, { text: "mar" }]);
  expect(tokens).toEqual(["La", "mañana", "El", "mar"]);
  expect([...lineEnds]).toEqual([2, 4]);
});

test("a stretch without spaces becomes joined words, spoken or not", () => {
  const { words, owners } = readSpaced("The 海洋很大。 end", "en", "ascii");
  expect(joinWords(words)).toBe("The 海洋很大。 end");
  expect(words.length).toBeGreaterThan(3);
  expect(words.map((word) => word.joined === true)).toEqual([false, false, ...Array(words.length - 3).fill(true), false]);
  expect(owners).toEqual([0, words.length - 1]);
});

test("a text without spaces keeps those that it has", () => {
  const { words } = readUnspaced("你好，Kinora 很好。\n再见", readChinese);
  expect(joinWords(words)).toBe("你好，Kinora 很好。 再见");
});

test("a paragraph without spaces is spoken whole", () => {
  const text = "海洋覆盖了地球表面的百分之七十以上。".repeat(40);
  const { tokens } = readUnspaced(text, readChinese);
  expect(tokens.join("").replace(/[,.]/g, "").length).toBe(17 * 40);
});
