import { describe, expect, test } from "bun:test";
import { stretchEase } from "../../src/domain/caption.ts";

/** Words that are spoken at so many characters a second, spaces counted, but for those of `slow`, which take as long as said. */
function spoken(text: string, charsPerSec: number, slow: Record<string, number> = {}) {
  let at = 0;
  return text.split(" ").map((word) => {
    const start = at;
    at += slow[word] ?? (word.length + 1) / charsPerSec;
    return { text: word, start, end: at };
  });
}

describe("the quickest stretch of what is spoken", () => {
  const FERRY = "Un ferry arrive d'Angleterre avec 900 passagers.";

  test("is easy where all is slow, and too quick where all is quick", () => {
    expect(stretchEase(spoken(FERRY, 12), "fr")).toBeGreaterThan(1.2);
    expect(stretchEase(spoken(FERRY, 22), "fr")).toBeLessThan(0.85);
  });

  test("is seen beside figures that take long to say", () => {
    const words = spoken(FERRY, 18.5, { "900": 1.2 });
    expect(FERRY.length / words.at(-1)!.end).toBeLessThan(17);
    expect(stretchEase(words, "fr")).toBeLessThan(1);
  });

  test("is none where less is said than a cue shows", () => expect(stretchEase(spoken("Oui.", 30), "fr")).toBe(Number.POSITIVE_INFINITY));

  test("counts no spaces where there are none", () => {
    const words = [..."猫が好きな人は多い"].map((text, i) => ({ text, start: i * 0.25, end: (i + 1) * 0.25, joined: true }));
    expect(stretchEase(words, "ja")).toBeCloseTo(1, 1);
  });
});
