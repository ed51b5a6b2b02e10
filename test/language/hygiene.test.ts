import { describe, expect, test } from "bun:test";
import { cleanLine, cutAtWord, hasWords, requireWords } from "../../src/language/hygiene.ts";

describe("text hygiene", () => {
  test.each([
    ["control characters go", "a\u0000b\u0007c\u001b[31m", "abc[31m"],
    ["bidi overrides and isolates go", "a\u202eb\u2066c\u2069\u200f", "abc"],
    ["zero-width junk goes", "a\u200bb\ufeffc\u00add", "abcd"],
    ["a joiner stays inside an emoji", "👨\u200d👩\u200d👧 x\u200dy", "👨\u200d👩\u200d👧 xy"],
    ["white space is folded", " a \t\r\n b\u00a0\u2003c ", "a b c"],
    ["accents are composed", "e\u0301", "é"],
    ["half a character goes", "a\ud800b", "ab"],
    ["what remains is literal", "{\\fs100000} 100% sure \"q\" 'r'\nDialogue: 0", "{\\fs100000} 100% sure \"q\" 'r' Dialogue: 0"],
    ["letters of other scripts stay joined as they are", "می\u200cخواهم", "می\u200cخواهم"],
    ["a flag of a region stays whole", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 a", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 a"],
  ])("%s", (_, text, clean) => {
    expect(cleanLine(text)).toBe(clean);
  });

  test.each([
    ["", false],
    [" \n\t\u00a0", false],
    ["\u0000\u0007\u202e\u200b", false],
    ["\u2800\u3164", false],
    ["🌊", true],
    ["!", true],
    ["ok", true],
  ])("%j says something: %p", (text, expected) => {
    expect(hasWords(text)).toBe(expected);
  });

  test("nothing to say is an invalid request with a sentence that says what to do", () => {
    expect(() => requireWords("prompt", "  ")).toThrow(
      expect.objectContaining({ code: "invalid_request", message: expect.stringContaining("Say what") }),
    );
    expect(() => requireWords("script", "\u0007")).toThrow(expect.objectContaining({ code: "invalid_request" }));
    expect(() => requireWords("prompt", "🌊")).not.toThrow();
  });

  test("long text is cut at a word, by code points", () => {
    expect(cutAtWord("one two three four", 12)).toBe("one two…");
    expect([...cutAtWord("🌊".repeat(20), 10)]).toHaveLength(10);
  });
});
