import { readChinese } from "../../language/chinese-readings.ts";
import type { Segment } from "../../language/segment.ts";
import { type Alphabet, addPart, type Reading, readAloud } from "./reading.ts";

/** A written word, `joined` when no white space stands before it. */
export type WrittenWord = { text: string; joined?: true };

/** A text for an engine: its words as written, what is said for them, and the tokens after which a line ends. */
export type Script = Reading & { words: WrittenWord[]; lineEnds: Set<number> };

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LONGEST_PLAIN = 512;

/** A text in a language that writes spaces. What its voice cannot say, Chinese in a Spanish text for instance, is parted into words all the same. */
export function readSpaced(text: string, language: string, alphabet: Alphabet): Script {
  const { words, lineEnds } = partText(text, (stretch) => (UNSPACED.test(stretch) ? readChinese(stretch) : [plainSegment(stretch)]));
  const { tokens, owners } = readAloud(
    words.map((word) => word.text),
    language,
    alphabet,
  );
  return { words, tokens, owners, lineEnds: tokensBefore(lineEnds, owners) };
}

/** A text in a language without spaces: `read` parts each stretch without white space into words and says how they sound. */
export function readUnspaced(text: string, read: (stretch: string) => Segment[]): Script {
  const { words, segments, lineEnds } = partText(text, (stretch) => (isWord(stretch) ? read(stretch) : readHead(stretch, read)));
  const reading: Reading = { tokens: [], owners: [] };
  for (const [index, { say, pause }] of segments.entries()) {
    const parts = say.split(" ");
    for (const [at, part] of parts.entries()) addPart(reading, index, at === parts.length - 1 ? part + pause : part);
  }
  return { words, ...reading, lineEnds: tokensBefore(lineEnds, reading.owners) };
}

const plainSegment = (text: string): Segment => ({ text, say: text, pause: "" });
const isWord = (stretch: string): boolean => stretch.length <= LONGEST_PLAIN || UNSPACED.test(stretch);

/** What no script of words without spaces writes at such a length is read at its beginning only. */
function readHead(stretch: string, read: (stretch: string) => Segment[]): Segment[] {
  const said = read(stretch.slice(0, 64));
  return [{ text: stretch, say: said.map(({ say }) => say).join(" "), pause: said.at(-1)?.pause ?? "" }];
}

type Parts = { words: WrittenWord[]; segments: Segment[]; lineEnds: number[] };

/** Lines, stretches without white space, and words; `lineEnds` are the numbers of words before each line's end. */
function partText(text: string, part: (stretch: string) => Segment[]): Parts {
  const parts: Parts = { words: [], segments: [], lineEnds: [] };
  for (const line of text.split(/[\n\r\u2028\u2029]+/)) {
    for (const stretch of line.split(/\s+/u).filter((stretch) => stretch !== "")) {
      const segments = part(stretch);
      parts.segments.push(...segments);
      parts.words.push(...segments.map(({ text }, index): WrittenWord => (index === 0 ? { text } : { text, joined: true })));
    }
    parts.lineEnds.push(parts.words.length);
  }
  return parts;
}

/** From numbers of words to the numbers of tokens that they give. */
function tokensBefore(wordCounts: number[], owners: number[]): Set<number> {
  const counts = new Set<number>();
  let token = 0;
  for (const count of wordCounts) {
    while (token < owners.length && owners[token]! < count) token++;
    counts.add(token);
  }
  return counts;
}
