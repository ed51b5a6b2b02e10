import { describe, expect, test } from "bun:test";
import { breakCosts, endsSentence, FORBIDDEN } from "../../src/domain/line-breaks.ts";

describe("a line never ends", () => {
  test.each([
    ["ja", "海", "、空"],
    ["ja", "海", "。"],
    ["ja", "「", "海」"],
    ["ja", "コンピュ", "ーター"],
    ["ja", "ち", "ょっと"],
    ["zh", "海", "，天"],
    ["zh", "“", "大海"],
    ["zh", "《", "海》"],
  ])("in %s between %s and %s", (language, before, after) => {
    expect(breakCosts(language)(before, after, true)).toBe(FORBIDDEN);
  });

  test.each([
    ["bleu", "?"],
    ["«", "Bonjour"],
    ["Bonjour", "!"],
    ["Bonjour", "»"],
    ["dit", ":"],
    ["50", "%"],
  ])("in French between %s and %s", (before, after) => {
    expect(breakCosts("fr")(before, after)).toBe(FORBIDDEN);
  });
});

describe("a line rather ends in the first place than in the second", () => {
  test.each<[string, [string, string, boolean?], [string, string, boolean?]]>([
    ["ja", ["沈み、", "海に", true], ["水平線に", "沈み", true]],
    ["ja", ["水平線に", "沈み", true], ["海", "ながら", true]],
    ["ja", ["「海」", "星", true], ["「海」", "の上に", true]],
    ["zh", ["山，", "海", true], ["山", "海", true]],
    ["zh", ["远处的", "山峦", true], ["远处", "的", true]],
    ["fr", ["mer,", "le"], ["la", "mer"]],
    ["fr", ["soleil", "dans"], ["dans", "la"]],
    ["de", ["Haus", "und"], ["und", "das"]],
    ["de", ["Tag", "im"], ["3.", "Mai"]],
    ["en", ["hills", "beyond"], ["the", "shore"]],
  ])("%s: %j, %j", (language, first, second) => {
    const cost = breakCosts(language);
    expect(cost(...first)).toBeLessThan(cost(...second));
  });
});

describe("a sentence", () => {
  test.each([
    ["ja", "沈む。", "星が", true],
    ["ja", "「海。」", "星が", true],
    ["zh", "永恒。”", "人们", true],
    ["fr", "bleu\u00a0?", "Parce", true],
    ["de", "3.", "Mai", false],
    ["de", "bzw.", "Wasser", false],
    ["fr", "M.", "Dupont", false],
    ["en", "Dr.", "Smith", false],
  ])("%s: %s %s", (language, word, after, ends) => {
    expect(endsSentence(word, after, language)).toBe(ends);
  });
});
