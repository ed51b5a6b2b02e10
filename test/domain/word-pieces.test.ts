import { describe, expect, test } from "bun:test";
import type { Word } from "../../src/domain/storyboard.ts";
import { toPieces } from "../../src/domain/word-pieces.ts";
import { joinWords } from "../../src/domain/words.ts";

const measure = (text: string): number => [...text].length * 0.55;
const pieces = (words: Word[], language: string, most = 20) =>
  toPieces(words, { language, maxUnits: most, units: (text) => [...text].length, maxEm: 99, measure });
const spoken = (texts: string[], joined = false): Word[] =>
  texts.map((text, index) => ({ text, start: index, end: index + 0.9, ...(joined && index > 0 && { joined }) }));
const texts = (words: Word[], language: string, most?: number) => pieces(words, language, most).map(({ text }) => text);

describe("marks stay with the word they belong to", () => {
  test.each<[string, Word[], string[]]>([
    ["fr", spoken(["«", "Bonjour", "!", "»", "dit-elle", ":"]), ["«\u00a0Bonjour\u00a0!\u00a0»", "dit-elle\u00a0:"]],
    ["es", spoken(["¿", "Qué", "?"]), ["¿\u00a0Qué\u00a0?"]],
    ["ja", spoken(["「", "海", "」", "の", "上", "。"], true), ["「海」の", "上。"]],
    ["zh", spoken(["大海", "，", "《", "山", "》"], true), ["大海，", "《山》"]],
    ["en", spoken(["sea", "–", "sky", "&", "1"]), ["sea", "–", "sky", "&", "1"]],
  ])("%s", (language, words, expected) => {
    expect(texts(words, language)).toEqual(expected);
  });
});

test("a Japanese particle goes with its word, and shares its time", () => {
  const [first, second] = pieces(spoken(["水平線", "に", "沈む"], true), "ja");
  expect(first).toMatchObject({ text: "水平線に", startSec: 0, endSec: 1.9 });
  expect(second).toMatchObject({ text: "沈む", joined: true });
});

describe("writing without spaces", () => {
  const sentence = "夕日がゆっくりと水平線に沈み、静かな海の上に最初の星が輝く。";
  test("becomes words when it comes as one, nothing lost, in time", () => {
    const made = pieces([{ text: sentence, start: 1, end: 7 }], "ja");
    expect(made.length).toBeGreaterThan(6);
    expect(joinWords(made)).toBe(sentence);
    expect(made.map(({ text }) => text)).toContain("水平線に");
    expect(made[0]!.startSec).toBe(1);
    expect(made.at(-1)!.endSec).toBeCloseTo(7, 6);
    for (const [index, { startSec }] of made.entries()) expect(startSec).toBeGreaterThanOrEqual(made[index - 1]?.startSec ?? 0);
  });

  test("keeps the spaces it has", () => {
    expect(joinWords(pieces(spoken(["วันนี้อากาศดีมาก", "และ", "Kinora"]), "th"))).toBe("วันนี้อากาศดีมาก และ Kinora");
  });
});

describe("a word longer than a line", () => {
  test("is cut between syllables, with a hyphen, into parts of like length", () => {
    const word = { text: "Donaudampfschifffahrtsgesellschaft,", start: 0, end: 3.5 };
    const made = pieces([word], "de");
    expect(made.map(({ text }) => text)).toEqual(["Donaudampfschiff-", "fahrtsgesellschaft,"]);
    expect(made.at(-1)).toMatchObject({ joined: true });
    expect(made.at(-1)!.endSec).toBeCloseTo(3.5, 6);
  });

  test.each([
    ["Geschwindigkeitsbegrenzung", 14],
    ["Rechtsschutzversicherungen", 14],
    ["incomprehensibilities", 14],
    ["electroencefalografista", 14],
  ])("%s keeps its letters", (word, most) => {
    const parts = texts([{ text: word, start: 0, end: 1 }], "de", most);
    expect(parts.join("").replaceAll("-", "")).toBe(word);
    for (const part of parts) expect([...part].length).toBeLessThanOrEqual(most);
    expect(parts.join(" ")).not.toMatch(/s- ?ch|c- ?h|c- ?k|\b.{1,2}- /);
  });

  test("is cut anywhere when it is none of an alphabet", () => {
    expect(texts([{ text: "1234567890".repeat(3), start: 0, end: 1 }], "en")).toEqual(["12345678901234567890", "1234567890"]);
  });
});

test("a mark is no line of its own: the word before it is cut where a part of it ends", () => {
  const word = { text: "楽しんでください。", start: 0, end: 1 };
  expect(texts([word], "ja", 8)).toEqual(["楽しんで", "ください。"]);
});

test("a word that runs both ways is two that are joined", () => {
  expect(pieces(spoken(["ב-Kinora"]), "he").map(({ text, joined }) => [text, joined])).toEqual([
    ["ב-", undefined],
    ["Kinora", true],
  ]);
});
