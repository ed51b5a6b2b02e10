import { COUNTER_CLASS, NUMBER_CLASS } from "./japanese-format.ts";
import type { Fixed } from "./japanese-tokens.ts";
import { JAPANESE_COUNTERS, sayCounted, sayJapaneseNumber, toDigits } from "./spoken-numbers-ja.ts";

const escaped = (text: string): string => text.replace(/[$.*+?^|()[\]{}\\]/g, "\\$&");
const COUNTER = `(?:${JAPANESE_COUNTERS.map(escaped).join("|")})(?![a-zA-Z])`;
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const KANJI = "[〇一二三四五六七八九十百千万億兆]";
const AFTER_KANJI: readonly string[] = JAPANESE_COUNTERS.filter(
  (counter) => /^[ぁ-ヶ一-龠]+$/.test(counter) && !["重", "行", "語", "代", "部", "次"].includes(counter),
);

/** A way to write a figure, and how it is said: the groups are the pattern's own. */
type Figure = { pattern: RegExp; say: (...groups: string[]) => string };

const plain = (digits: string): string => digits.replace(/,/g, "");

const FIGURES: Figure[] = [
  { pattern: /(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?![\d/.-])/y, say: (year, month, day) => sayDate(year!, month!, day!) },
  { pattern: /(\d{1,2})月(\d{1,2})日/y, say: (month, day) => sayCounted(month!, "月") + sayCounted(day!, "日", true) },
  { pattern: /(\d{1,2}):([0-5]\d)(?![\d:])/y, say: (hour, minute) => sayClock(hour!, minute!) },
  { pattern: /(\d+)分の(\d+)/y, say: (below, above) => `${sayJapaneseNumber(below!)}ブンノ${sayJapaneseNumber(above!)}` },
  { pattern: /(\d{1,3})\/(\d{1,3})(?![\d/])/y, say: (above, below) => `${sayJapaneseNumber(below!)}ブンノ${sayJapaneseNumber(above!)}` },
  { pattern: new RegExp(String.raw`([$€£¥])\s?(${NUMBER})`, "y"), say: (sign, number) => sayMoney(sign!, plain(number!)) },
  {
    pattern: new RegExp(String.raw`(第?)(\d[\d,.]*(?:[万億兆]\d*)+)(${COUNTER})?`, "y"),
    say: (nth, number, counter) => sayNth(nth!, toWholeDigits(number!), counter),
  },
  {
    pattern: new RegExp(String.raw`(第|(?<![\da-zA-Z])[-−](?=\d)|\+)?(${NUMBER})(${COUNTER})?`, "y"),
    say: (sign, number, counter) => sayNth(sign ?? "", plain(number!), counter),
  },
  {
    pattern: new RegExp(`(第?)(${KANJI}+)(${AFTER_KANJI.join("|")})(?![一-龠々](?<!前|後|目|半|間|以|ご|分))`, "y"),
    say: (nth, number, counter) => sayNth(nth!, toDigits(number!), counter),
  },
  { pattern: new RegExp(`(${KANJI}{2,})(?![一-龠々])`, "y"), say: (number) => sayJapaneseNumber(toDigits(number!)) },
];

/** Kanji words that only look like a number and what it counts. */
const NO_FIGURE = /十分(?!間|前|後)|三日月|一番|一部|千万|百合|万年筆|一分|八百屋|七夕|五月雨|十八番/y;

/** Numbers, dates, times, amounts and what they count, with their readings, in the order of the text. */
export function findFigures(text: string): Fixed[] {
  const found: Fixed[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/[\d第$€£¥+−〇一二三四五六七八九十百千万-]/.test(text[at]!)) continue;
    NO_FIGURE.lastIndex = at;
    const not = NO_FIGURE.exec(text)?.[0].length;
    const figure = not ? undefined : figureAt(text, at);
    if (figure) found.push(figure);
    at = (figure?.to ?? at + (not ?? 1)) - 1;
  }
  return found;
}

function figureAt(text: string, at: number): Fixed | undefined {
  for (const { pattern, say } of FIGURES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match)
      return { from: at, to: at + match[0].length, kana: say(...match.slice(1)), role: "noun", left: NUMBER_CLASS, right: COUNTER_CLASS };
  }
}

function sayNth(sign: string, digits: string, counter: string | undefined): string {
  const before = { 第: "ダイ", "-": "マイナス", "−": "マイナス", "+": "プラス" }[sign] ?? "";
  return before + (counter ? sayCounted(digits, counter) : sayJapaneseNumber(digits));
}

const sayDate = (year: string, month: string, day: string): string =>
  sayCounted(year, "年") + sayCounted(String(Number(month)), "月") + sayCounted(String(Number(day)), "日", true);

const sayClock = (hour: string, minute: string): string =>
  sayCounted(String(Number(hour)), "時") + (minute === "00" ? "" : sayCounted(String(Number(minute)), "分"));

function sayMoney(sign: string, amount: string): string {
  const [whole, part] = amount.split(".");
  if (sign !== "$" || !part || part.length !== 2) return sayCounted(amount, sign);
  return sayCounted(whole!, sign) + (Number(part) ? sayCounted(String(Number(part)), "セント") : "");
}

/** "3.5億" and "1億2000万" as digits alone. */
function toWholeDigits(written: string): string {
  const [, whole, part, unit] = /^(\d+)\.(\d+)([万億兆])$/.exec(plain(written)) ?? [];
  if (!unit) return toDigits(plain(written).replaceAll(".", ""));
  const zeros = { 万: 4, 億: 8, 兆: 12 }[unit]!;
  return whole + part!.padEnd(zeros, "0").slice(0, zeros);
}
