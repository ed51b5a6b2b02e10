import { beforeAll, describe, expect, test } from "bun:test";
import { DATA_NAMES, type DataName } from "../../src/domain/data.ts";
import { openType, type Type } from "../../src/picture/text.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";

const packed = openDataFolder(`${ROOT}/dist/data`);
const opened: DataName[] = [];
const bold = { weight: "bold" } as const;
let type: Type;

beforeAll(async () => {
  type = await openType((name) => {
    opened.push(name);
    return packed(name);
  });
});

/** Left ends of the words of a line, from left to right, as the words' places in the text. */
const order = (words: string[]): number[] => {
  const line = type.setLine(
    words.map((text) => ({ text })),
    bold,
  );
  return words.map((_, index) => index).sort((left, right) => line.words[left]!.xEm - line.words[right]!.xEm);
};

test("fonts of other scripts are opened when a text needs them", async () => {
  expect(opened).not.toContain("font-arabic.ttf");
  await type.prepare("Fin ¿Qué? Привет");
  expect(opened).not.toContain("font-sans.ttf");
  await type.prepare("مرحبا");
  expect(opened).toContain("font-arabic.ttf");
  expect(opened).not.toContain("font-emoji.ttf");
  expect(DATA_NAMES).toContain("font-arabic.ttf");
});

test("the plain face is opened when it is named, and sets what the film's typeface has not as well", async () => {
  await type.prepare("太阳", "zh", "plain");
  expect(type.setLine([{ text: "太阳" }], { weight: "plain", language: "zh" }).widthEm).toBeCloseTo(2, 3);
  await type.prepare("Fin 太阳 Ω", "zh", "plain");
  expect(opened).toContain("font-sans.ttf");
  expect(type.measure("Fin", { weight: "plain" })).not.toBeCloseTo(type.measure("Fin", { weight: "bold" }), 2);
  expect(type.setLine([{ text: "Fin太阳Ω" }], { weight: "plain", language: "zh" }).widthEm).toBeGreaterThan(3);
});

test("a text is as wide as its glyphs with their kerning", () => {
  expect(type.measure("The sun sinks slowly toward the horizon,", bold)).toBeCloseTo(21.237, 3);
  expect(type.measure("AV", bold)).toBeLessThan(type.measure("A", bold) + type.measure("V", bold));
  expect(type.measure("", bold)).toBe(0);
});

test("letter space widens every letter and is not counted after the last of a line", () => {
  const plain = type.setLine([{ text: "SEA" }], bold).widthEm;
  expect(type.setLine([{ text: "SEA" }], { ...bold, spreadEm: 0.1 }).widthEm).toBeCloseTo(plain + 0.2, 6);
});

describe("every character that a font has is drawn", () => {
  test.each(["Γειά", "Việt", "Привет", "שלום", "مرحبا", "नमस्ते", "สวัสดี", "∑", "→", "🚀", "👩‍🚀", "🇪🇸", "☀️", "❤", "½", "€"])(
    "%s",
    async (text) => {
      await type.prepare(text);
      expect(type.missingGlyphs(text)).toEqual([]);
      const [word] = type.setLine([{ text }], bold).words;
      expect(word!.widthEm).toBeGreaterThan(0.2);
      expect(word!.path(0, 100, 100)).toMatch(/^M[-\d. MLQCZ]+Z$/);
    },
  );
});

test("what no font has is named once and leaves no trace", async () => {
  await type.prepare("a𒀀b𒀀𒀁");
  expect(type.missingGlyphs("a𒀀 b𒀀𒀁\u202e\u200d\n")).toEqual(["𒀀", "𒀁"]);
  expect(type.measure("a𒀀𒀁", bold)).toBe(type.measure("a", bold));
  expect(type.setLine([{ text: "𒀀𒀁" }], bold).words[0]!.path(0, 0, 10)).toBe("");
});

test("controls, overrides and lone surrogates draw nothing", async () => {
  await type.prepare("ab");
  expect(type.measure("a\u0000\u202e\u2066\ufeffb", bold)).toBe(type.measure("ab", bold));
  expect(() => type.measure("\ud800", bold)).not.toThrow();
});

describe("words stand in the order of their script", () => {
  const cases: [string[], number[]][] = [
    [
      ["one", "two", "three"],
      [0, 1, 2],
    ],
    [
      ["שלום", "עולם", "זהו"],
      [2, 1, 0],
    ],
    [
      ["Hello", "שלום", "עולם", "friends"],
      [0, 2, 1, 3],
    ],
    [
      ["סרט", "Kinora", "Studio", "חדש"],
      [3, 1, 2, 0],
    ],
    [
      ["فيلم", "123", "Kinora"],
      [2, 1, 0],
    ],
  ];
  test.each(cases)("%j", async (words, expected) => {
    await type.prepare(words.join(" "));
    expect(order(words)).toEqual(expected);
  });
});

test("letters of a joining script keep together in spaced capitals", async () => {
  await type.prepare("مرحبا");
  expect(type.measure("مرحبا", { ...bold, spreadEm: 0.2 })).toBe(type.measure("مرحبا", bold));
});

test("Japanese and Chinese draw the same character each in their own way", async () => {
  const drawn = async (text: string, language: string) => {
    await type.prepare(text, language);
    return type.setLine([{ text }], { ...bold, language }).words[0]!.path(0, 100, 100);
  };
  expect(await drawn("直", "ja-JP")).not.toBe(await drawn("直", "zh-CN"));
  expect(await drawn("直", "en")).toBe(await drawn("直", "zh"));
  expect(await drawn("直す", "en")).toBe(await drawn("直す", "ja"));
  expect(await drawn("“", "zh")).not.toBe(await drawn("“", "en"));
  expect(type.missingGlyphs("説明する鬱々とした文章。说明简体字，繁體字！ｶﾅ々〆")).toEqual([]);
});

test("a Latin name inside Hebrew keeps its order, its prefix without a gap", async () => {
  await type.prepare("ב-Kinora Studio היפה");
  const { words } = type.setLine([{ text: "ב-" }, { text: "Kinora", joined: true }, { text: "Studio" }, { text: "היפה" }], bold);
  const [prefix, first, second, last] = words;
  expect([last, first, second, prefix].map((word) => word!.xEm)).toEqual(words.map((word) => word.xEm).sort((left, right) => left - right));
  expect(second!.xEm + second!.widthEm).toBeCloseTo(prefix!.xEm, 6);
});

test("a line goes in the direction of the whole it is a part of", async () => {
  await type.prepare("שלום ok");
  const line = [{ text: "שלום" }, { text: "ok." }];
  const leftToRight = type.setLine(line, { ...bold, direction: "ltr" }).words;
  expect(leftToRight[0]!.xEm).toBeLessThan(leftToRight[1]!.xEm);
  const ownWay = type.setLine(line, bold).words;
  expect(ownWay[0]!.xEm).toBeGreaterThan(ownWay[1]!.xEm);
});

describe("full-width marks give up the empty half between them", () => {
  test.each([
    ["ja", ["海」", "（太平洋）。"], 7],
    ["ja", ["、「", "『星』"], 4],
    ["zh", ["说：", "“永恒。”"], 6],
    ["en", ["a)", "(b"], 0],
  ] as const)("in %s: %j", async (language, words, widthEm) => {
    await type.prepare(words.join(""), language);
    const line = words.map((text, index) => ({ text, ...(index > 0 && { joined: true }) }));
    const style = { ...bold, language };
    const loose = [...words.join("")].reduce((sum, sign) => sum + type.measure(sign, style), 0);
    if (widthEm === 0) expect(type.setLine(line, style).widthEm).toBeGreaterThan(loose - 0.2);
    else expect(type.setLine(line, style).widthEm).toBeCloseTo(widthEm, 2);
  });
});
