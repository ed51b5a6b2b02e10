/** A text with every sign in its plain form (NFKC), and for each UTF-16 unit of it, and its end, the place in the written text that it comes from. */
export type FoldedText = { text: string; sources: number[] };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Signs that part sentences differ from the plain ones: 15，110 are two numbers. */
const KEPT = /[，；！？…。、]/;

/** Folds width and ligatures: ＡＢＣ and ㎞ become ABC and km; signs that part sentences stay. */
export function foldText(written: string): FoldedText {
  let text = "";
  const sources: number[] = [];
  for (const { segment, index } of graphemes.segment(written)) {
    const plain = KEPT.test(segment) ? segment : segment.normalize("NFKC");
    for (let unit = 0; unit < plain.length; unit++) sources.push(index);
    text += plain;
  }
  sources.push(written.length);
  return { text, sources };
}
