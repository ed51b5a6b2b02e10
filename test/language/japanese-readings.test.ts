import { beforeAll, describe, expect, test } from "bun:test";
import { type JapaneseDictionary, openJapanese } from "../../src/language/japanese-dictionary.ts";
import { findFigures } from "../../src/language/japanese-figures.ts";
import { readJapanese } from "../../src/language/japanese-readings.ts";
import { latinToKana } from "../../src/language/latin-kana.ts";
import { openData } from "../../src/system/data.ts";

let dictionary: JapaneseDictionary;
beforeAll(async () => {
  dictionary = openJapanese(await openData()("japanese.bin"));
});

const read = (text: string) =>
  readJapanese(text, dictionary)
    .map(({ text, say, pause }) => `${text}/${say}${pause}`)
    .join(" ");

describe("Japanese is read", () => {
  test.each([
    ["particles as they sound", "彼は学校へ本を", "彼は/カレワ 学校へ/ガッコーエ 本を/ホンオ"],
    ["a word with what leans on it", "狐が巣穴から出てきて、", "狐が/キツネガ 巣穴から/スアナカラ 出てきて、/デテキテ,"],
    ["today as people say it", "今日は良い天気ですね。", "今日は/キョーワ 良い/ヨイ 天気ですね。/テンキデスネ."],
    ["a noun that is done", "勉強しています", "勉強しています/ベンキョーシテイマス"],
    ["quotes with their words", "「こんにちは！」と彼は言った。", "「こんにちは！」/コンニチワ! と/ト 彼は/カレワ 言った。/イッタ."],
    ["Latin letters", "ＡＩとInternet", "ＡＩと/エーアイト Internet/インターネット"],
    ["a word that no dictionary has", "キノラを", "キノラを/キノラオ"],
    ["emoji and signs as nothing", "海😀…", "海😀…/ウミ,"],
    ["signs of half width", "ﾊﾞｽは", "ﾊﾞｽは/バスワ"],
  ])("%s", (_, text, expected) => expect(read(text)).toBe(expected));
});

test.each([
  ["2026年", "ニセンニジューロクネン"],
  ["3つ", "ミッツ"],
  ["100%", "ヒャクパーセント"],
  ["第1章", "ダイイッショー"],
  ["3.5%", "サンテンゴーパーセント"],
  ["12:30", "ジューニジサンジュップン"],
  ["$5.50", "ゴドルゴジュッセント"],
  ["1,234", "センニヒャクサンジューヨン"],
  ["5月1日", "ゴガツツイタチ"],
  ["1日", "イチニチ"],
  ["三匹", "サンビキ"],
  ["6本", "ロッポン"],
  ["4人", "ヨニン"],
  ["一人", "ヒトリ"],
  ["20歳", "ハタチ"],
  ["9時", "クジ"],
  ["1億2000万円", "イチオクニセンマンエン"],
  ["3.5億人", "サンオクゴセンマンニン"],
  ["-5℃", "マイナスゴド"],
  ["1/2", "ニブンノイチ"],
  ["二千二十六年", "ニセンニジューロクネン"],
])("the figure %s is said %s", (text, kana) => {
  expect(
    findFigures(text.normalize("NFKC"))
      .map((figure) => figure.kana)
      .join(""),
  ).toBe(kana);
});

test.each(["十分な", "三日月", "一番", "八百屋"])("%s holds no figure", (text) => expect(findFigures(text)).toEqual([]));

test.each([
  ["NHK", "エヌエイチケー"],
  ["sushi", "スシ"],
  ["YouTube", "ユーチューブ"],
  ["streaming", "ストリーミング"],
])("the letters %s are said %s", (word, kana) => expect(latinToKana(word)).toBe(kana));

test.each(["。", "「", "a".repeat(2000), "9".repeat(2000), "漢".repeat(500), "あ\u3099", "👨‍👩‍👧は", "㍿㌔"])(
  "the phrases of a strange text are the text",
  (text) =>
    expect(
      readJapanese(text, dictionary)
        .map((segment) => segment.text)
        .join(""),
    ).toBe(text),
);
