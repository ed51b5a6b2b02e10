/** Characters of a two-byte encoding whose first byte is `first` to `last` and whose second lies in one of `seconds`. */
function rows(encoding: "euc-jp" | "gb18030" | "big5", first: number, last: number, seconds: [from: number, to: number][]): string {
  const decoder = new TextDecoder(encoding);
  let text = "";
  for (let row = first; row <= last; row++) {
    for (const [from, to] of seconds) for (let cell = from; cell <= to; cell++) text += decoder.decode(Uint8Array.of(row, cell));
  }
  return text.replace(/[^\p{Script=Han}]/gu, "");
}

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");

/** Punctuation, kana and full-width forms, and the signs that both scripts write as wide as their letters. */
const SIGNS = `${range(0x3000, 0x303f)}${range(0x3041, 0x30ff)}${range(0x31f0, 0x31ff)}${range(0xff01, 0xff9f)}“”‘’…—·※`;

/** The kanji of JIS X 0208 (levels 1 and 2) with kana and punctuation. */
export const JAPANESE = (): string => rows("euc-jp", 0xb0, 0xf4, [[0xa1, 0xfe]]) + SIGNS;

const BIG5_CELLS: [number, number][] = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
];

/** The hanzi of GB 2312, the common ones of Big5 (level 1), and punctuation. */
export const CHINESE = (): string => rows("gb18030", 0xb0, 0xf7, [[0xa1, 0xfe]]) + rows("big5", 0xa4, 0xc6, BIG5_CELLS) + SIGNS;
