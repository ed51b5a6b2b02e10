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

/** A counter: how it is said, the sound that it begins with where that changes the number, and what it becomes after three. */
type Counter = { say: string; sound?: "k" | "s" | "t" | "h" | "p"; afterThree?: string };

const k = (say: string, afterThree?: string): Counter => ({ say, sound: "k", ...(afterThree && { afterThree }) });
const s = (say: string, afterThree?: string): Counter => ({ say, sound: "s", ...(afterThree && { afterThree }) });
const t = (say: string): Counter => ({ say, sound: "t" });
const h = (say: string, afterThree: string): Counter => ({ say, sound: "h", afterThree });
const p = (say: string): Counter => ({ say, sound: "p" });
const plain = (say: string): Counter => ({ say });

const COUNTERS: Record<string, Counter> = {
  か月: k("カゲツ"),
  ヶ月: k("カゲツ"),
  ケ月: k("カゲツ"),
  カ月: k("カゲツ"),
  箇月: k("カゲツ"),
  か国: k("カコク"),
  ヶ国: k("カコク"),
  カ国: k("カコク"),
  か所: k("カショ"),
  ヶ所: k("カショ"),
  カ所: k("カショ"),
  箇所: k("カショ"),
  個: k("コ"),
  回: k("カイ"),
  階: k("カイ", "ガイ"),
  件: k("ケン"),
  巻: k("カン"),
  軒: k("ケン", "ゲン"),
  曲: k("キョク"),
  校: k("コー"),
  機: k("キ"),
  基: k("キ"),
  級: k("キュー"),
  行: k("ギョー"),
  キロ: k("キロ"),
  キロメートル: k("キロメートル"),
  キログラム: k("キログラム"),
  光年: k("コーネン"),
  世紀: s("セイキ"),
  章: s("ショー"),
  歳: s("サイ"),
  才: s("サイ"),
  冊: s("サツ"),
  足: s("ソク", "ゾク"),
  隻: s("セキ"),
  週間: s("シューカン"),
  種類: s("シュルイ"),
  種: s("シュ"),
  周: s("シュー"),
  周年: s("シューネン"),
  社: s("シャ"),
  席: s("セキ"),
  節: s("セツ"),
  センチ: s("センチ"),
  センチメートル: s("センチメートル"),
  セント: s("セント"),
  世代: s("セダイ"),
  重: plain("ジュー"),
  点: t("テン"),
  頭: t("トー"),
  通: t("ツー"),
  等: t("トー"),
  トン: t("トン"),
  丁目: t("チョーメ"),
  着: t("チャク"),
  体: t("タイ"),
  兆: t("チョー"),
  対: t("ツイ"),
  本: h("ホン", "ボン"),
  匹: h("ヒキ", "ビキ"),
  杯: h("ハイ", "バイ"),
  泊: h("ハク", "パク"),
  発: h("ハツ", "パツ"),
  票: h("ヒョー", "ビョー"),
  分: h("フン", "プン"),
  分間: h("フンカン", "プンカン"),
  歩: h("ホ", "ポ"),
  品: h("ヒン", "ピン"),
  拍: h("ハク", "パク"),
  遍: h("ヘン", "ベン"),
  "%": p("パーセント"),
  パーセント: p("パーセント"),
  ページ: p("ページ"),
  ポイント: p("ポイント"),
  ピクセル: p("ピクセル"),
  ポンド: p("ポンド"),
  人: plain("ニン"),
  名: plain("メイ"),
  年: plain("ネン"),
  年間: plain("ネンカン"),
  年代: plain("ネンダイ"),
  年生: plain("ネンセイ"),
  月: plain("ガツ"),
  日: plain("ニチ"),
  日間: plain("ニチカン"),
  時: plain("ジ"),
  時間: plain("ジカン"),
  秒: plain("ビョー"),
  秒間: plain("ビョーカン"),
  円: plain("エン"),
  つ: plain("ツ"),
  枚: plain("マイ"),
  台: plain("ダイ"),
  度: plain("ド"),
  番: plain("バン"),
  番目: plain("バンメ"),
  号: plain("ゴー"),
  倍: plain("バイ"),
  羽: plain("ワ"),
  部: plain("ブ"),
  話: plain("ワ"),
  代: plain("ダイ"),
  位: plain("イ"),
  次: plain("ジ"),
  問: plain("モン"),
  語: plain("ゴ"),
  割: plain("ワリ"),
  週: s("シュー"),
  万: plain("マン"),
  メートル: plain("メートル"),
  ミリ: plain("ミリ"),
  ミリメートル: plain("ミリメートル"),
  グラム: plain("グラム"),
  ドル: plain("ドル"),
  ユーロ: plain("ユーロ"),
  リットル: plain("リットル"),
  平方キロメートル: k("ヘイホーキロメートル"),
  "°": plain("ド"),
  "°C": plain("ド"),
  "℃": plain("ド"),
  km: k("キロメートル"),
  cm: s("センチメートル"),
  mm: plain("ミリメートル"),
  m: plain("メートル"),
  kg: k("キログラム"),
  mg: plain("ミリグラム"),
  g: plain("グラム"),
  t: t("トン"),
  L: plain("リットル"),
  ml: plain("ミリリットル"),
  mL: plain("ミリリットル"),
  GB: plain("ギガバイト"),
  MB: plain("メガバイト"),
  TB: plain("テラバイト"),
  Hz: plain("ヘルツ"),
  kW: k("キロワット"),
  W: plain("ワット"),
  $: plain("ドル"),
  "¥": plain("エン"),
  "€": plain("ユーロ"),
  "£": p("ポンド"),
};

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
export const JAPANESE_COUNTERS = Object.keys(COUNTERS).sort((a, b) => b.length - a.length);

/** A number with its counter in katakana, with all changes of sound: 3 and 本 are サンボン, 1 and 日 イチニチ, or ツイタチ as a date. */
export function sayCounted(digits: string, counter: string, isDate = false): string {
  const { say, sound, afterThree } = COUNTERS[counter]!;
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
