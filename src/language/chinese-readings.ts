import { foldText } from "./folded-text.ts";
import { OPENING, pauseOf, type Segment } from "./segment.ts";
import { sayChineseCounted, sayChineseNumber, spellChinese } from "./spoken-numbers-zh.ts";

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Words that a voice reads wrongly by their letters, in letters that sound as they should. */
const RESPELT: Record<string, string> = { 重庆: "虫庆", 便宜: "骈宜", 这儿: "这里", 那儿: "那里", 哪儿: "哪里" };

/** Words whose 儿 is a syllable; in others it only colours the one before, which the voice cannot say. */
const CHILD = /^(?:女|孩|婴|幼|胎|男|健|孤|少|宠|弃|新生|混血|早产)儿$/;

const UNITS: Record<string, string> = {
  "°C": "摄氏度",
  "℃": "摄氏度",
  "°F": "华氏度",
  "°": "度",
  km: "公里",
  m: "米",
  cm: "厘米",
  mm: "毫米",
  kg: "公斤",
  g: "克",
  mg: "毫克",
  t: "吨",
  L: "升",
  l: "升",
  ml: "毫升",
  mL: "毫升",
  GB: "吉字节",
  MB: "兆字节",
  TB: "太字节",
  kW: "千瓦",
  W: "瓦",
  Hz: "赫兹",
  $: "美元",
  "¥": "元",
  "€": "欧元",
  "£": "英镑",
};
const UNIT = "(°C|℃|°F|°|(?:km|cm|mm|kg|mg|ml|mL|GB|MB|TB|kW|Hz|m|g|t|L|l|W)(?![A-Za-z])|[$¥€£])";
const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const plain = (digits: string): string => digits.replace(/,/g, "");

/** A way to write a figure and how it is said; the last argument is what follows in the text. */
type Figure = { pattern: RegExp; say: (groups: string[], following: string) => string };

const FIGURES: Figure[] = [
  {
    pattern: /(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?![\d/.-])/y,
    say: ([year, month, day]) =>
      `${spellChinese(year!)}年${sayChineseNumber(month!.replace(/^0/, ""))}月${sayChineseNumber(day!.replace(/^0/, ""))}日`,
  },
  { pattern: /(\d{4})(?=年(?!前|后|来|间))/y, say: ([year]) => spellChinese(year!) },
  { pattern: /(\d{4})[-–—~〜](?=\d{4}年)/y, say: ([year]) => `${spellChinese(year!)}到` },
  { pattern: /(\d{2})(?=后(?!\d))/y, say: ([year]) => spellChinese(year!) },
  { pattern: /(\d{1,2}):([0-5]\d)(?![\d:])/y, say: ([hour, minute]) => sayClock(hour!, minute!) },
  { pattern: /(\d{1,3})\/(\d{1,3})(?![\d/])/y, say: ([above, below]) => `${sayChineseNumber(below!)}分之${sayChineseNumber(above!)}` },
  { pattern: new RegExp(String.raw`${NUMBER}\s?%`, "y"), say: ([number]) => `百分之${sayChineseNumber(plain(number!))}` },
  { pattern: new RegExp(String.raw`${NUMBER}\s?‰`, "y"), say: ([number]) => `千分之${sayChineseNumber(plain(number!))}` },
  { pattern: new RegExp(String.raw`([$€£¥])\s?${NUMBER}`, "y"), say: ([sign, number]) => sayMoney(sign!, plain(number!)) },
  { pattern: new RegExp(String.raw`${NUMBER}[-–—~〜](?=\d)`, "y"), say: ([number]) => `${sayChineseNumber(plain(number!))}到` },
  {
    pattern: new RegExp(String.raw`(?<![\dA-Za-z])[-−]${NUMBER}${UNIT}?`, "y"),
    say: ([number, unit]) => `${unit?.startsWith("°") ? "零下" : "负"}${sayChineseNumber(plain(number!))}${UNITS[unit ?? ""] ?? ""}`,
  },
  {
    pattern: new RegExp(NUMBER + UNIT, "y"),
    say: ([number, unit]) => sayChineseCounted(plain(number!), UNITS[unit!]!) + UNITS[unit!]!,
  },
  { pattern: new RegExp(NUMBER, "y"), say: ([number], following) => sayChineseCounted(plain(number!), following) },
];

function sayClock(hour: string, minute: string): string {
  const hours = sayChineseCounted(String(Number(hour)), "点");
  if (minute === "00") return `${hours}点`;
  return `${hours}点${minute.startsWith("0") ? "零" : ""}${sayChineseNumber(String(Number(minute)))}分`;
}

function sayMoney(sign: string, amount: string): string {
  const short = amount.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  return sayChineseCounted(short, "块") + UNITS[sign]!;
}

/**
 * A stretch of Chinese without white space as words with the signs that stand beside them. Their texts, one after the other, are the stretch; what is
 * to be said is hanzi, Latin words as they are, and figures as words.
 */
export function readChinese(written: string): Segment[] {
  const { text, sources } = foldText(written);
  const segments: Segment[] = [];
  let opening: Piece | undefined;
  for (const piece of toPieces(text)) {
    const signs = piece.say === "";
    if (signs && OPENING.test(text.slice(piece.from, piece.to))) {
      opening = { from: opening?.from ?? piece.from, to: piece.to, say: "" };
      continue;
    }
    const from = opening?.from ?? piece.from;
    add(
      segments,
      { text: written.slice(sources[from], sources[piece.to]), say: piece.say, pause: signs ? pauseOf(text.slice(from, piece.to)) : "" },
      signs,
    );
    opening = undefined;
  }
  if (opening) add(segments, { text: written.slice(sources[opening.from]), say: "", pause: "" }, true);
  return segments;
}

/** From one UTF-16 unit to another, and what is said; signs are not. */
type Piece = { from: number; to: number; say: string };

function toPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const figure = /[\d$€£¥−-]/.test(text[at]!) ? figureAt(text, at) : undefined;
    const end = figure?.to ?? nextFigure(text, at + 1);
    if (figure) pieces.push(figure);
    else pieces.push(...wordsBetween(text, at, end));
    at = end;
  }
  return pieces;
}

function nextFigure(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (/[\d$€£¥−-]/.test(text[at]!) && figureAt(text, at)) return at;
  return text.length;
}

function figureAt(text: string, at: number): Piece | undefined {
  if (/[A-Za-z\d]/.test(text[at - 1] ?? "")) return undefined;
  for (const { pattern, say } of FIGURES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match)
      return { from: at, to: at + match[0].length, say: say(match.slice(1), text.slice(at + match[0].length, at + match[0].length + 4)) };
  }
}

function wordsBetween(text: string, from: number, to: number): Piece[] {
  return [...words.segment(text.slice(from, to))].map(({ segment, index }) => {
    const say = /[\p{L}\p{N}]/u.test(segment) ? sayWord(segment) : "";
    return { from: from + index, to: from + index + segment.length, say };
  });
}

function sayWord(word: string): string {
  return RESPELT[word] ?? (word.length > 1 && word.endsWith("儿") && !CHILD.test(word) ? word.slice(0, -1) : word);
}

/** Signs belong to the word before them. */
function add(segments: Segment[], segment: Segment, signs: boolean): void {
  const last = segments.at(-1);
  if (last && (signs || segment.text === "")) {
    last.text += segment.text;
    last.say += segment.say;
    last.pause = segment.pause || last.pause;
  } else segments.push(segment);
}
