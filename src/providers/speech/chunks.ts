/** Tokens that are spoken in one go: `from` is the place of the first, `pauseSec` the silence after the last at normal speed. */
export type Chunk = { from: number; tokens: string[]; pauseSec: number };

const SENTENCE_PAUSE_SEC = 0.38;
const BREATH_SEC = 0.1;
const LONGEST = 260;
const ENOUGH = 140;

/** Parts tokens at the ends of sentences, and a sentence beyond 260 characters at a comma or, without one, anywhere. */
export function toChunks(tokens: string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let [from, length] = [0, 0];
  for (const [index, token] of tokens.entries()) {
    length += token.length + 1;
    const ended = endsSentence(token);
    const breath = length > LONGEST || (length > ENOUGH && /[,;:]$/.test(token));
    if (!ended && !breath && index < tokens.length - 1) continue;
    chunks.push({ from, tokens: tokens.slice(from, index + 1), pauseSec: ended ? SENTENCE_PAUSE_SEC : BREATH_SEC });
    [from, length] = [index + 1, 0];
  }
  return chunks;
}

/** A stop after a single letter or between letters belongs to an abbreviation. */
function endsSentence(token: string): boolean {
  return /[.?!]$/.test(token) && !/^(?:\p{L}\.)+$/u.test(token);
}
