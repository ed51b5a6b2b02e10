import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { hasPhrases, toMatch, toPhrases, toTokens } from "../../src/store/words.ts";

const TEXTS: [string, string[]][] = [
  ["", []],
  ["  ,.-!?* ", []],
  ["The Sea, the SEA!", ["the", "sea", "the", "sea"]],
  ["Crème brûlée Straße", ["creme", "brulee", "straße"]],
  ["x-ray 4k it's", ["x", "ray", "4k", "it", "s"]],
  ["東京タワーの夜", ["東", "京", "タ", "ワ", "ー", "の", "夜"]],
  ["ＡＢＣ ﾀﾜｰ", ["abc", "タ", "ワ", "ー"]],
  ["Film1夜", ["film1", "夜"]],
  ["Привет мир", ["привет", "мир"]],
];

test.each(TEXTS)("the words of %j", (text, tokens) => expect(toTokens(text)).toEqual(tokens));

test.each([
  ["Sea sea storm", ["sea", "storm"]],
  ["東京 夜", ["東 京", "夜"]],
  ['"sea" OR NOT*', ["sea", "or", "not"]],
])("a search for %j looks for words, and for phrases of writings without spaces", (search, phrases) =>
  expect(toPhrases(search)).toEqual(phrases),
);

describe("reading a text finds what looking it up finds", () => {
  const db = new Database(":memory:");
  db.run("CREATE VIRTUAL TABLE found USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')");
  const texts = [...TEXTS.map(([text]) => text), "storm at sea", "京東", "creme", "ไทย แมว", "한국어 영화", "नमस्ते दुनिया", "naïve café"];
  for (const [place, text] of texts.entries()) db.run("INSERT INTO found (rowid, words) VALUES (?, ?)", [place, toTokens(text).join(" ")]);

  test.each([
    "sea",
    "SEA storm",
    "东京",
    "東京",
    "京東",
    "ワー",
    "crème",
    "brulee straße",
    "x ray",
    "4K",
    "мир",
    "แมว",
    "영화",
    "नमस्ते",
    "café",
    "caf",
    "or",
  ])("%s", (search) => {
    const phrases = toPhrases(search);
    const looked = db.query("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid").values(toMatch(phrases)).flat() as number[];
    expect(looked.map((place) => texts[place]!)).toEqual(texts.filter((text) => hasPhrases(text, phrases)));
  });
});
