import { expect, test } from "bun:test";
import { phraseOf } from "../../src/language/phrase.ts";

test.each([
  ["The sun sinks slowly toward the horizon, painting the sky in gold.", "en", "The sun sinks slowly toward the horizon"],
  ["Grind fresh beans just before you brew. The aroma fades.", "en", "Grind fresh beans just before you brew"],
  ["El sol se hunde lentamente en el horizonte y pinta el cielo.", "es", "El sol se hunde lentamente en el horizonte y pinta el cielo"],
  ["夕日がゆっくりと水平線に沈み、空を金色に染めます。", "ja", "夕日がゆっくりと水平線に沈み"],
  ["Listen.", "en", "Listen"],
  ["", "en", undefined],
])("the headline of “%s” (%s)", (text, language, phrase) => {
  expect(phraseOf(text, language)).toBe(phrase);
});

test("a phrase never ends in a word that clings to the next, and is never longer than a headline", () => {
  const text = "A volcano is a rupture in the crust of a planetary mass object that allows hot lava to escape from below the surface";
  const phrase = phraseOf(text, "en")!;
  expect(phrase.length).toBeLessThanOrEqual(46);
  expect(phrase).not.toMatch(/ (a|of|the|that|in|is)$/);
});
