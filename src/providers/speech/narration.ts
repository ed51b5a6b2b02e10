import { estimateSpeechSec } from "../../domain/pace.ts";
import { SAMPLE_RATE } from "../../domain/speech.ts";
import type { Word } from "../../domain/storyboard.ts";
import { joinWords } from "../../domain/words.ts";
import { master, type Tone } from "../../sound/mastering.ts";
import type { ProviderContext, SpeechRequest, SpeechResult } from "../provider.ts";
import { type Chunk, toChunks } from "./chunks.ts";
import type { Script, WrittenWord } from "./script.ts";
import { Tape } from "./tape.ts";
import type { Engine, Span, Utterance } from "./utterance.ts";

/** Gives the thread's engine, started when first needed and started anew after it was dropped. */
export type EngineKeeper = { get: () => Promise<Engine>; drop: () => void };

/** A voice by its engine's own name, how much slower than by itself it speaks at speed 1, and how its tone is mended. */
export type Narrator = { engine: EngineKeeper; voice: string; stretch: number; tone: Tone; sampleRate: number };

/** Keeps one engine for the life of the thread. */
export function keepEngine(open: () => Promise<Engine>): EngineKeeper {
  let engine: Promise<Engine> | undefined;
  const drop = () => {
    engine = undefined;
  };
  return {
    drop,
    get() {
      engine ??= open();
      engine.catch(drop);
      return engine;
    },
  };
}

type Context = Pick<ProviderContext, "signal" | "note">;

/**
 * Speaks a text of any length a sentence at a time, so that a cancel is noticed between sentences. Whatever the text holds, it returns:
 * what cannot be said is silent, and told in a note where it holds words; a text without any sound is a silence in which it can be read.
 */
export async function narrate(
  request: SpeechRequest,
  script: Script,
  narrator: Narrator,
  { signal, note }: Context,
): Promise<SpeechResult> {
  signal.throwIfAborted();
  const speed = Math.min(2, Math.max(0.5, request.speed));
  const estimate = (text: string) => estimateSpeechSec(text, request.language) / speed;
  tellUnread(script, request.voice, note);
  const tape = new Tape(narrator.sampleRate);
  const lost: Chunk[] = [];
  for (const chunk of toChunks(script.tokens, script.lineEnds)) {
    const spoken = await say(narrator, chunk.tokens, speed / narrator.stretch);
    if (spoken) tape.add(spoken, chunk.from, chunk.pauseSec / speed);
    else tape.skip(chunk.tokens.length, chunk.from, estimate(chunk.tokens.join(" ")), chunk.pauseSec / speed);
    if (!spoken) lost.push(chunk);
    await Bun.sleep(0);
    signal.throwIfAborted();
  }
  if (lost.length > 0)
    note(`The voice ${request.voice} broke on ${quote(lost.map((chunk) => wordsOf(script, chunk)).join(" … "))}; these words are silent.`);
  if (tape.spans.length === 0) return silence(script.words, estimate(request.text));
  return { samples: master(tape.samples(), narrator.sampleRate, narrator.tone), words: toWords(script, tape.spans) };
}

/** Tells of words with letters that the voice has no sounds for. */
function tellUnread({ words, owners }: Script, voice: string, note: (text: string) => void): void {
  const heard = new Set(owners);
  const unread = words.filter(({ text }, index) => !heard.has(index) && /[\p{L}\p{N}]/u.test(text) && !isPartOfNumber(words, index));
  if (unread.length > 0) note(`The voice ${voice} cannot read ${quote(joinWords(unread))}; it is shown, not spoken.`);
}

/** The "Uhr" of 12:30 Uhr and the 000 of 10 000 are said with the word before them. */
const isPartOfNumber = (words: WrittenWord[], index: number): boolean => /\d/.test(words[index - 1]?.text ?? "");

const wordsOf = ({ words, owners }: Script, { from, tokens }: Chunk): string =>
  joinWords(words.slice(owners[from], owners[from + tokens.length - 1]! + 1));

const quote = (text: string): string => `"${[...text].length > 80 ? `${[...text].slice(0, 80).join("")}…` : text}"`;

/** Words that no sound belongs to, one after the other. */
function silence(written: WrittenWord[], durationSec: number): SpeechResult {
  const wordSec = durationSec / Math.max(1, written.length);
  const words = written.map((word, index) => ({ ...word, start: index * wordSec, end: (index + 1) * wordSec }));
  return { samples: new Float32Array(Math.ceil(durationSec * SAMPLE_RATE)), words };
}

/** Undefined when the engine broke on these tokens twice, the second time newly started. The next tokens get a new engine. */
async function say({ voice, engine: keeper }: Narrator, tokens: string[], speed: number): Promise<Utterance | undefined> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const engine = await keeper.get();
    try {
      engine.reset();
      return engine.say(voice, tokens, speed);
    } catch {
      keeper.drop();
    }
  }
}

/** Written words with the times of their tokens; a word without sound has no length and stands where the word before it ends. */
function toWords({ words: written, owners }: Script, spans: Span[]): Word[] {
  const words = written.map((word): Word => ({ ...word, start: -1, end: -1 }));
  for (const { token, startSec, endSec } of spans) {
    const word = words[owners[token]!]!;
    if (word.start < 0) word.start = startSec;
    word.end = endSec;
  }
  let before = 0;
  for (const word of words) {
    word.start = Math.max(before, word.start);
    word.end = Math.max(word.start, word.end);
    before = word.end;
  }
  return words;
}
