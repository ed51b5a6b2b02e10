import { expect, test } from "bun:test";
import { sayingOf } from "../../src/language/saying.ts";

test.each([
  ['"The sea forgets nothing," he wrote, "and neither do I."', "en", "The sea forgets nothing, and neither do I"],
  ['"We will rebuild it," said the owner. "It has been here since 1911."', "en", "We will rebuild it. It has been here since 1911"],
  ["Sie sagte: „Das Meer vergisst nichts.“", "de", "Das Meer vergisst nichts"],
  ["Il écrit : « La mer n’oublie rien. »", "fr", "La mer n’oublie rien"],
  ["« La mer nous donne tout », dit Jeanne, « mais rien deux fois. »", "fr", "La mer nous donne tout, mais rien deux fois"],
  ["彼は「海は何も忘れない」と書いた。", "ja", "海は何も忘れない"],
])("what somebody says in “%s” (%s) is a quotation", (text, language, saying) => {
  expect(sayingOf(text, language)).toEqual({ text: saying, quoted: true });
});

test.each([
  ["The Nile is the world's longest river.", "en", "The Nile is the world's longest river"],
  ["By dawn the wind drops. Gulls return.", "en", "By dawn the wind drops"],
  ['He calls it "the beast".', "en", 'He calls it "the beast"'],
  ["Is it true? Nobody knows.", "en", "Is it true?"],
  ["夕日が沈む。空は金色だ。", "ja", "夕日が沈む"],
  ["The rule is simple: what the river brings in spring it takes away in the long dry autumn.", "en", "The rule is simple"],
])("“%s” (%s) has a first sentence or clause that stands by itself", (text, language, saying) => {
  expect(sayingOf(text, language)).toEqual({ text: saying, quoted: false });
});

test.each([
  ["A volcano is a rupture in the crust of a planet that allows hot lava to escape from below", "en"],
  ["", "en"],
])("“%s” is not broken off", (text, language) => {
  expect(sayingOf(text, language)).toBeUndefined();
});
