import { expect, test } from "bun:test";
import { CAPTION_CHOICES, languageChoices, languageName, MUSIC_CHOICES, styleName } from "../../src/domain/choices.ts";
import { GenerateRequest, LANGUAGES } from "../../src/domain/job.ts";
import { sampleText } from "../../src/domain/sample-text.ts";

test("languages are called what they call themselves", () => {
  expect(languageChoices((language) => `voice-${language}`)[1]).toEqual({ id: "es", name: "Español", voice: "voice-es" });
  expect(LANGUAGES.map((tag) => languageName(tag))).toEqual(["English", "Español", "Français", "Deutsch", "日本語", "中文"]);
  expect(languageName("ja", "en")).toBe("Japanese");
  expect(styleName("social")).toBe("Social");
});

test("a request can ask for everything that there is to choose", () => {
  for (const captions of CAPTION_CHOICES) expect(GenerateRequest.safeParse({ prompt: "Bees", captions }).success).toBe(true);
  for (const music of MUSIC_CHOICES) expect(GenerateRequest.safeParse({ prompt: "Bees", music }).success).toBe(true);
});

test("each language of films has words of its own for a sample", () => {
  expect(new Set(LANGUAGES.map(sampleText)).size).toBe(LANGUAGES.length);
  expect(sampleText("sw")).toBe(sampleText("en"));
});
