const LETTERS =
  "エー ビー シー ディー イー エフ ジー エイチ アイ ジェイ ケー エル エム エヌ オー ピー キュー アール エス ティー ユー ヴイ ダブリュー エックス ワイ ゼット".split(
    " ",
  );

/** Names whose letters say little of how they are said. */
const NAMES: Record<string, string> = {
  google: "グーグル",
  github: "ギットハブ",
  javascript: "ジャバスクリプト",
  python: "パイソン",
  machine: "マシン",
  station: "ステーション",
  youtube: "ユーチューブ",
  apple: "アップル",
  iphone: "アイフォーン",
  twitter: "ツイッター",
  facebook: "フェイスブック",
  amazon: "アマゾン",
  windows: "ウィンドウズ",
  microsoft: "マイクロソフト",
  internet: "インターネット",
  web: "ウェブ",
  email: "イーメール",
  mail: "メール",
  online: "オンライン",
  software: "ソフトウェア",
  computer: "コンピューター",
  the: "ザ",
  and: "アンド",
  of: "オブ",
  vs: "バーサス",
  no: "ナンバー",
  ok: "オーケー",
  video: "ビデオ",
  music: "ミュージック",
  design: "デザイン",
  team: "チーム",
  world: "ワールド",
  tokyo: "トーキョー",
  osaka: "オーサカ",
  kyoto: "キョート",
  japan: "ジャパン",
  new: "ニュー",
  york: "ヨーク",
  london: "ロンドン",
  paris: "パリ",
  love: "ラブ",
  news: "ニュース",
  wifi: "ワイファイ",
  nasa: "ナサ",
  hello: "ハロー",
  cafe: "カフェ",
  cloud: "クラウド",
  data: "データ",
  app: "アプリ",
  page: "ページ",
};

type Spelling = readonly (readonly [RegExp, string])[];

/** English spelling brought near to how Japanese hears it. */
const ENGLISH: Spelling = [
  [/tion/g, "shon"],
  [/ture$/g, "chaa"],
  [/ph/g, "f"],
  [/igh/g, "ai"],
  [/(?<=[aeiou])gh/g, ""],
  [/ck/g, "kk"],
  [/qu/g, "kw"],
  [/ee|ea/g, "ii"],
  [/oo/g, "uu"],
  [/(?<=[^aeiou])a([^aeiouy])e$/g, "ei$1"],
  [/(?<=[^aeiou])i([^aeiouy])e$/g, "ai$1"],
  [/(?<=[^aeiou])o([^aeiouy])e$/g, "oo$1"],
  [/(?<=[aeiou].*[^aeiou])e$/g, ""],
  [/ai|ay/g, "ei"],
  [/ou|ow/g, "au"],
  [/[aei]r$/g, "aa"],
  [/(?<=[aeo])r(?![aeiou])/g, "a"],
  [/[iu]r(?![aeiou])/g, "aa"],
  [/(?<=.)y$/g, "ii"],
];
const SOUNDS: Spelling = [
  [/c(?=[eiy])/g, "s"],
  [/ch/g, "ty"],
  [/c/g, "k"],
  [/th/g, "s"],
  [/wh/g, "w"],
  [/x/g, "kkusu"],
  [/l/g, "r"],
  [/v/g, "b"],
  [/q/g, "k"],
  [/sh/g, "sy"],
  [/mm|nn/g, "n"],
  [/j/g, "zy"],
];

/** Japanese in Latin letters: syllables that end in vowels or n, and at the end no e, in which English words end. */
const ROMAJI = /^(?:(?:[kstnhmyrwgzdbpjf]|[kgnhbmprs]y|sh|ch|ts|kk|pp|tt|ss)?[aiueo]|n(?![aiueoy]))*[aiou]$/;

const ROWS: Record<string, string> = {
  "": "アイウエオ",
  k: "カキクケコ",
  s: "サシスセソ",
  t: "タチツテト",
  n: "ナニヌネノ",
  h: "ハヒフヘホ",
  m: "マミムメモ",
  y: "ヤイユエヨ",
  r: "ラリルレロ",
  w: "ワウウウヲ",
  g: "ガギグゲゴ",
  z: "ザジズゼゾ",
  d: "ダヂヅデド",
  b: "バビブベボ",
  p: "パピプペポ",
};
const SPECIAL: Record<string, string> = {
  fa: "ファ",
  fi: "フィ",
  fu: "フ",
  fe: "フェ",
  fo: "フォ",
  wi: "ウィ",
  we: "ウェ",
  wo: "ウォ",
  ti: "ティ",
  di: "ディ",
  tu: "トゥ",
  du: "ドゥ",
  si: "シ",
  tsu: "ツ",
  shi: "シ",
  chi: "チ",
  ye: "イェ",
};
const VOWELS = "aiueo";

/** Latin letters in katakana: short capitals letter by letter, known names by their sound, others about as they are spelt. */
export function latinToKana(word: string): string {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  const name = NAMES[plain.toLowerCase()];
  if (name && Object.hasOwn(NAMES, plain.toLowerCase())) return name;
  if (/^[A-Z]{1,5}s?$/.test(plain) || plain.length === 1 || !/[aeiouy]/i.test(plain))
    return [...plain.toUpperCase()].map(letterName).join("");
  const letters = plain.toLowerCase().replace(/[^a-z]/g, "");
  return spellKana(respell(ROMAJI.test(letters) ? letters : respell(letters, ENGLISH), SOUNDS));
}

const respell = (text: string, spelling: Spelling): string => spelling.reduce((respelt, [from, to]) => respelt.replace(from, to), text);

const letterName = (letter: string): string => LETTERS[letter.charCodeAt(0) - 65] ?? "";

function spellKana(text: string): string {
  let kana = "";
  for (let at = 0; at < text.length; ) {
    const [syllable, consonant, glide, vowel] = /^([bdfghkmnprstwyz]?)(y?)([aiueo]?)/.exec(text.slice(at))! as unknown as [
      string,
      string,
      string,
      string,
    ];
    if (syllable === "") at += 1;
    else {
      kana += text[at] === text[at + 1] && consonant && !vowel ? "ッ" : sayMora(consonant, glide, vowel);
      at += syllable.length;
    }
  }
  return kana
    .replace(/([アカサタナハマヤラワガザダバパャァ])ア/g, "$1ー")
    .replace(/([イキシチニヒミリギジビピィ])イ/g, "$1ー")
    .replace(/([ウクスツヌフムユルグズブプュ])ウ/g, "$1ー");
}

function sayMora(consonant: string, glide: string, vowel: string): string {
  if (consonant === "n" && !vowel && !glide) return "ン";
  const row = ROWS[consonant] ?? ROWS.h!;
  if (glide && vowel && consonant)
    return row[1] === "チ" || row[1] === "シ" || row[1] === "ジ" ? row[1] + (vowel === "i" ? "" : small(vowel)) : row[1]! + small(vowel);
  const known = SPECIAL[consonant + vowel];
  if (known) return known;
  if (vowel) return row[VOWELS.indexOf(vowel)]!;
  if (consonant === "t" && glide) return "チ";
  if (consonant === "s" && glide) return "シュ";
  return consonant === "t" ? "ト" : consonant === "d" ? "ド" : consonant === "f" ? "フ" : row[2]!;
}

const small = (vowel: string): string => ({ a: "ャ", i: "ィ", u: "ュ", e: "ェ", o: "ョ" })[vowel] ?? "";
