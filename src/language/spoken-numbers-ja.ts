import { COUNTERS, type Counter } from "./japanese-counters.ts";

const DIGITS = ["ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー"];
const GROUPS = ["", "マン", "オク", "チョー", "ケー"];
const LONGEST_DIGITS = 20;

/** Up to 9999 in katakana, with the sounds that hundreds and thousands change. */
function sayGroup(value: number): string {
  const [thousands, hundreds, tens, ones] = [1000, 100, 10, 1].map((unit) => Math.floor(value / unit) % 10) as [
    number,
    number,
    number,
    number,
  ];
  const thousand = { 1: "セン", 3: "サンゼン", 8: "ハッセン" }[thousands] ?? `${DIGITS[thousands]}セン`;
  const hundred = { 1: "ヒャク", 3: "サンビャク", 6: "ロッピャク", 8: "ハッピャク" }[hundreds] ?? `${DIGITS[hundreds]}ヒャク`;
  const ten = tens === 1 ? "ジュー" : `${DIGITS[tens]}ジュー`;
  return (thousands ? thousand : "") + (hundreds ? hundred : "") + (tens ? ten : "") + (ones ? DIGITS[ones] : "");
}

/** Digits, with a decimal point perhaps, as they are said; one by one when they begin with 0 or are more than 20. */
export function sayJapaneseNumber(digits: string): string {
  const [whole, part] = digits.split(".") as [string, string | undefined];
  const said = /^0\d/.test(whole) || whole.length > LONGEST_DIGITS ? spellDigits(whole) : sayWhole(whole);
  if (part === undefined) return said;
  return `${
    whole === "0"
      ? "レー"
      : said
          .replace(/イチ$/, "イッ")
          .replace(/ハチ$/, "ハッ")
          .replace(/ジュー$/, "ジュッ")
  }テン${spellDigits(part)}`;
}

const spellDigits = (digits: string): string =>
  [...digits].map((digit) => ({ "2": "ニー", "5": "ゴー" })[digit] ?? DIGITS[Number(digit)]).join("");

function sayWhole(whole: string): string {
  if (/^0*$/.test(whole)) return "ゼロ";
  const groups = whole.padStart(Math.ceil(whole.length / 4) * 4, "0").match(/\d{4}/g)!;
  return groups
    .map((group, index) => {
      const said = sayGroup(Number(group));
      const unit = GROUPS[groups.length - 1 - index]!;
      if (unit === "チョー") return said && changeEnd(said, "t") + unit;
      return said && (unit && Number(group) === 1000 && groups.length > 2 ? "イッセン" : said) + unit;
    })
    .join("");
}

/** How a number's end sounds before a counter that begins with k, s, t, h or p. */
function changeEnd(said: string, sound: string): string {
  const doubled = {
    k: /(?:イチ|ロク|ハチ|ジュー|ヒャク)$/,
    s: /(?:イチ|ハチ|ジュー)$/,
    t: /(?:イチ|ハチ|ジュー)$/,
    h: /(?:イチ|ロク|ハチ|ジュー|ヒャク)$/,
    p: /(?:イチ|ハチ|ジュー)$/,
  }[sound];
  if (!doubled?.test(said)) return said;
  return said.replace(/(?:チ|ク|ー)$/, "ッ");
}

/** What certain numbers become with certain counters, by the number's last spoken digit, or by the whole number. */
const WHOLE: Record<string, Record<number, string>> = {
  つ: { 1: "ヒトツ", 2: "フタツ", 3: "ミッツ", 4: "ヨッツ", 5: "イツツ", 6: "ムッツ", 7: "ナナツ", 8: "ヤッツ", 9: "ココノツ" },
  人: { 1: "ヒトリ", 2: "フタリ" },
  歳: { 20: "ハタチ" },
  才: { 20: "ハタチ" },
  日: {
    2: "フツカ",
    3: "ミッカ",
    4: "ヨッカ",
    5: "イツカ",
    6: "ムイカ",
    7: "ナノカ",
    8: "ヨーカ",
    9: "ココノカ",
    10: "トーカ",
    14: "ジューヨッカ",
    20: "ハツカ",
    24: "ニジューヨッカ",
  },
  日間: {
    2: "フツカカン",
    3: "ミッカカン",
    4: "ヨッカカン",
    5: "イツカカン",
    6: "ムイカカン",
    7: "ナノカカン",
    8: "ヨーカカン",
    9: "ココノカカン",
    10: "トーカカン",
    20: "ハツカカン",
  },
  羽: { 3: "サンバ", 6: "ロッパ", 8: "ハチワ", 10: "ジュッパ" },
};
const ENDS: Record<string, [RegExp, string][]> = {
  人: [[/ヨン$/, "ヨ"]],
  年: [[/ヨン$/, "ヨ"]],
  年間: [[/ヨン$/, "ヨ"]],
  年生: [[/ヨン$/, "ヨ"]],
  円: [[/ヨン$/, "ヨ"]],
  "¥": [[/ヨン$/, "ヨ"]],
  時: [
    [/ヨン$/, "ヨ"],
    [/ナナ$/, "シチ"],
    [/キュー$/, "ク"],
  ],
  時間: [
    [/ヨン$/, "ヨ"],
    [/ナナ$/, "シチ"],
    [/キュー$/, "ク"],
  ],
  月: [
    [/ヨン$/, "シ"],
    [/ナナ$/, "シチ"],
    [/キュー$/, "ク"],
  ],
};

/** The words that count things, longest first. */
export const JAPANESE_COUNTERS = [...COUNTERS.keys()].sort((a, b) => b.length - a.length);

/** A number with its counter in katakana, with all changes of sound: 3 and 本 are サンボン, 1 and 日 イチニチ, or ツイタチ as a date. */
export function sayCounted(digits: string, counter: string, isDate = false): string {
  const { say, sound, afterThree } = COUNTERS.get(counter)!;
  const whole = /^\d{1,2}$/.test(digits) ? WHOLE[counter]?.[Number(digits)] : undefined;
  if (whole) return isDate || counter !== "日" || whole !== "ツイタチ" ? whole : "イチニチ";
  if (isDate && counter === "日" && Number(digits) === 1) return "ツイタチ";
  const said = (ENDS[counter] ?? []).reduce((text, [end, to]) => text.replace(end, to), sayJapaneseNumber(digits));
  const changed = sound ? changeEnd(said, sound) : said;
  return changed + counterAfter(changed, { say, ...(sound && { sound }), ...(afterThree && { afterThree }) });
}

/** 本 is ポン after a doubled sound and ボン after three; 分 is プン after three and four. */
function counterAfter(said: string, { say, sound, afterThree }: Counter): string {
  if (sound === "h" && said.endsWith("ッ"))
    return say.replace(/^[ハヒフヘホ]/, (letter) => ({ ハ: "パ", ヒ: "ピ", フ: "プ", ヘ: "ペ", ホ: "ポ" })[letter]!);
  if (afterThree && /(?:サン|セン|マン)$/.test(said)) return afterThree;
  if (afterThree && say.startsWith("フン") && /ヨン$/.test(said)) return afterThree;
  return say;
}

const KANJI_DIGITS = "〇一二三四五六七八九";
const KANJI_UNITS: Record<string, bigint> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 億: 100_000_000n, 兆: 1_000_000_000_000n };

/** Kanji numerals, or digits with 万 and 億 between them, as plain digits: 二千二十六 and 1億2000万 are whole numbers. */
export function toDigits(numerals: string): string {
  if (/^[〇一二三四五六七八九]+$/.test(numerals)) return [...numerals].map((sign) => KANJI_DIGITS.indexOf(sign)).join("");
  let [total, group, value] = [0n, 0n, 0n];
  for (const [part] of numerals.matchAll(/\d+|./gu)) {
    const unit = KANJI_UNITS[part];
    if (unit === undefined) value = /\d/.test(part) ? BigInt(part) : BigInt(Math.max(0, KANJI_DIGITS.indexOf(part)));
    else if (unit < 10_000n) [group, value] = [group + (value || 1n) * unit, 0n];
    else [total, group, value] = [total + (group + value || 1n) * unit, 0n, 0n];
  }
  return String(total + group + value);
}
