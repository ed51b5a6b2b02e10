import { expect, test } from "bun:test";
import { pickVoice, speechOf, VOICES } from "../../src/providers/registry.ts";

test.each([
  [undefined, "en", "flite-slt"],
  [undefined, "en-GB", "flite-slt"],
  [undefined, "es", "espeak-es"],
  [undefined, "es-MX", "espeak-es"],
  ["en-US-neutral", "en", "flite-slt"],
  ["en-US-female", "en", "flite-slt"],
  ["en-US-male", "en", "flite-rms"],
  ["en-US-male", "es", "espeak-es-male"],
  ["multi-language", "es", "espeak-es"],
  ["espeak-es-female", "en", "espeak-es-female"],
])("the voice %p in %s is %s", (name, language, id) => {
  expect(pickVoice(name, language)).toEqual({ voice: VOICES.find((voice) => voice.id === id)! });
});

test("a language that nobody speaks is read all the same, and the user is told", () => {
  expect(pickVoice(undefined, "xx").note).toContain('"xx"');
});

test("a name that nobody has is refused with what to do", () => {
  expect(() => pickVoice("nobody", "en")).toThrow("kinora voices");
  expect(() => pickVoice("constructor", "en")).toThrow("kinora voices");
  expect(() => speechOf("constructor")).toThrow("kinora voices");
});

test("every voice has its provider, and no two share a name", () => {
  for (const voice of VOICES) expect(speechOf(voice.id).name).toBe(voice.provider);
  expect(new Set(VOICES.map((voice) => voice.id)).size).toBe(VOICES.length);
});

test.each(["en", "es", "fr", "de", "ja", "zh"])("%s has two voices at least", (language) => {
  expect(VOICES.filter((voice) => voice.language === language).length).toBeGreaterThanOrEqual(2);
  expect(pickVoice(undefined, language).note).toBeUndefined();
});
