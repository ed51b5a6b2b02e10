import { describe, expect, test } from "bun:test";
import { wordnet } from "./knowledge.ts";

describe("WordNet", () => {
  test.each(["volcano", "black hole", "'hood", "zymurgy", "a"])("finds %j", (lemma) => {
    const senses = wordnet.senses(lemma);
    expect(senses.length).toBeGreaterThan(0);
    const words = wordnet.synset(senses[0]!.synset).words.map((word) => word.toLowerCase());
    expect(words).toContain(lemma);
  });

  test.each(["", "notaword", "zzzz", "~"])("does not find %j", (lemma) => {
    expect(wordnet.senses(lemma)).toEqual([]);
  });

  test("knows kinds, parts and parents", () => {
    const piano = wordnet.senses("piano")[0]!.synset;
    const names = (ids: number[]) => ids.map((id) => wordnet.synset(id).words[0]);
    expect(names(wordnet.linked(piano, "hyponym"))).toContain("grand piano");
    expect(names(wordnet.linked(piano, "part"))).toContain("sounding board");
    expect(names(wordnet.linked(piano, "hypernym"))).toContain("keyboard instrument");
    expect(wordnet.synset(piano).gloss).toStartWith("a keyboard instrument");
  });

  test("knows which words are rather verbs", () => {
    expect(wordnet.elsewhere("run")).toBeGreaterThan(wordnet.elsewhere("volcano"));
  });
});
