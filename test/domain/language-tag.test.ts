import { expect, test } from "bun:test";
import { primaryLanguage } from "../../src/domain/language-tag.ts";

test.each([
  ["en", "en"],
  ["es-MX", "es"],
  ["ZH-Hant-TW", "zh"],
  ["fil", "fil"],
  ["de-CH-1996", "de"],
  ["", "und"],
  ["en-", "und"],
  ["en-../../x", "und"],
  ["en US", "und"],
  ["en-ninesigns", "und"],
  ["English", "und"],
  ["constructor", "und"],
  ["e", "und"],
])("the language of %p is %p", (tag, language) => expect(primaryLanguage(tag)).toBe(language));
