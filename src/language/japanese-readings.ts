import { foldText } from "./folded-text.ts";
import type { JapaneseDictionary } from "./japanese-dictionary.ts";
import { findFigures } from "./japanese-figures.ts";
import { type Token, toTokens } from "./japanese-tokens.ts";
import { latinToKana } from "./latin-kana.ts";
import { OPENING, pauseOf, type Segment } from "./segment.ts";

const LONGEST_COMPOUND = 6;
const LONGEST_SENTENCE = 400;

/** Tokens that are said in one breath. */
type Phrase = { tokens: Token[]; closed: boolean };

/**
 * A stretch of Japanese without white space as phrases: a word with the particles, endings and signs that lean on it. Their texts, one after the
 * other, are the stretch; what is to be said is katakana, with は, へ and を as they sound.
 */
export function readJapanese(written: string, dictionary: JapaneseDictionary): Segment[] {
  const { text, sources } = foldText(written);
  const segments: Segment[] = [];
  for (const { from, to } of sentencesOf(text)) {
    const sentence = text.slice(from, to);
    const tokens = toTokens(sentence, dictionary, findFigures(sentence));
    for (const phrase of toPhrases(tokens, sentence)) {
      const [first, last] = [phrase.tokens[0]!, phrase.tokens.at(-1)!];
      add(segments, written.slice(sources[from + first.from], sources[from + last.to]), phrase.tokens, sentence);
    }
  }
  return segments;
}

/** Ends of sentences, and of stretches too long to weigh at once. */
function sentencesOf(text: string): { from: number; to: number }[] {
  const ends = [...text.matchAll(new RegExp(`[^。！？!?]{1,${LONGEST_SENTENCE}}[。！？!?」』）)]*|[。！？!?]+`, "g"))];
  return ends.map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function toPhrases(tokens: Token[], sentence: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [index, token] of tokens.entries()) {
    const phrase = phrases.at(-1);
    if (phrase && leans(token, tokens[index - 1]!, phrase, sentence)) phrase.tokens.push(token);
    else phrases.push({ tokens: [token], closed: false });
    if (token.role === "sign" && pauseOf(sentence.slice(token.from, token.to))) phrases.at(-1)!.closed = true;
  }
  return phrases;
}

/** Whether a token belongs to the phrase that stands before it. */
function leans(token: Token, before: Token, phrase: Phrase, sentence: string): boolean {
  const opens = (sign: Token) => OPENING.test(sentence.slice(sign.from, sign.to));
  if (token.role === "sign") return !opens(token);
  if (phrase.closed) return false;
  if (before.role === "prefix" || (before.role === "sign" && opens(before))) return true;
  if (before.role === "sign") return false;
  if (token.role === "attached") return true;
  if (token.role === "doing") return before.role === "noun";
  return token.role === "noun" && before.role === "noun" && token.to - phrase.tokens[0]!.from <= LONGEST_COMPOUND;
}

function add(segments: Segment[], text: string, tokens: Token[], sentence: string): void {
  const say = tokens.map((token) => sayToken(token, sentence.slice(token.from, token.to))).join("");
  const signs = tokens.map((token) => (token.role === "sign" ? sentence.slice(token.from, token.to) : "")).join("");
  const segment = { text, say, pause: pauseOf(signs) };
  const last = segments.at(-1);
  if (last && (text === "" || say === "")) {
    Object.assign(last, { text: last.text + text, say: last.say + say, pause: segment.pause || last.pause });
  } else segments.push(segment);
}

function sayToken({ kana, role }: Token, surface: string): string {
  if (role === "sign") return "";
  return (kana === "" && /[A-Za-zÀ-ɏ]/.test(surface) ? latinToKana(surface) : kana).replaceAll("ヲ", "オ");
}
