/** Tokens that are spoken in one go: `from` is the place of the first, `pauseSec` the silence after the last at normal speed. */
export type Chunk = { from: number; tokens: string[]; pauseSec: number };

const SENTENCE_PAUSE_SEC = 0.38;
const LINE_PAUSE_SEC = 0.45;
const BREATH_SEC = 0.1;
const LONGEST = 260;
const ENOUGH = 140;
/** A sign for a syllable or more takes as long as so many letters. */
const SYLLABLE_SIGN_LETTERS = 3;
const SYLLABLE_SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Parts tokens at the ends of sentences and lines, and a sentence beyond 260 letters at a comma or, without one, anywhere. `lineEnds` are the
 * numbers of tokens before each line's end: a heading rests before its text.
 */
export function toChunks(tokens: string[], lineEnds: ReadonlySet<number> = new Set()): Chunk[] {
  const chunks: Chunk[] = [];
  let [from, length] = [0, 0];
  for (const [index, token] of tokens.entries()) {
    length += lengthOf(token) + 1;
    const line = lineEnds.has(index + 1);
    const ended = endsSentence(token);
    const breath = length > LONGEST || (length > ENOUGH && /[,;:]$/.test(token));
    if (!line && !ended && !breath && index < tokens.length - 1) continue;
    const pauseSec = line ? LINE_PAUSE_SEC : ended ? SENTENCE_PAUSE_SEC : BREATH_SEC;
    chunks.push({ from, tokens: tokens.slice(from, index + 1), pauseSec });
    [from, length] = [index + 1, 0];
  }
  return chunks;
}

const lengthOf = (token: string): number => token.length + (SYLLABLE_SIGN_LETTERS - 1) * (token.match(SYLLABLE_SIGNS)?.length ?? 0);

/** A stop after a single letter or between letters belongs to an abbreviation. */
function endsSentence(token: string): boolean {
  return /[.?!]$/.test(token) && !/^(?:\p{L}\.)+$/u.test(token);
}
