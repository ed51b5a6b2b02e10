import { estimateSpeechSec } from "../../domain/pace.ts";
import { SAMPLE_RATE } from "../../domain/speech.ts";
import type { Word } from "../../domain/storyboard.ts";
import { master, type Tone } from "../../sound/mastering.ts";
import type { SpeechRequest, SpeechResult } from "../provider.ts";
import { toChunks } from "./chunks.ts";
import { type Alphabet, type Reading, readAloud } from "./reading.ts";
import { Tape } from "./tape.ts";
import type { Engine, Span, Utterance } from "./utterance.ts";

/** Gives the thread's engine, started when first needed and started anew after it was dropped. */
export type EngineKeeper = { get: () => Promise<Engine>; drop: () => void };

/** A voice by its engine's own name, how much slower than by itself it speaks at speed 1, how its tone is mended, and what its engine can say. */
export type Narrator = { engine: EngineKeeper; voice: string; stretch: number; tone: Tone; alphabet: Alphabet; sampleRate: number };

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

/**
 * Speaks a text of any length a sentence at a time, so that a cancel is noticed between sentences. Whatever the text holds, it returns:
 * what cannot be said is silent, and a text without any sound is a silence in which it can be read.
 */
export async function narrate(request: SpeechRequest, narrator: Narrator, signal: AbortSignal): Promise<SpeechResult> {
  signal.throwIfAborted();
  const speed = Math.min(2, Math.max(0.5, request.speed));
  const written = request.text.split(/\s+/u).filter((word) => word !== "");
  const reading = readAloud(written, request.language, narrator.alphabet);
  if (reading.tokens.length === 0) return silence(written, estimateSpeechSec(request.text, request.language) / speed);
  const tape = new Tape(narrator.sampleRate);
  for (const chunk of toChunks(reading.tokens)) {
    const engine = await narrator.engine.get();
    const spoken = trySay(engine, narrator, chunk.tokens, speed / narrator.stretch);
    if (spoken) tape.add(spoken, chunk.from, chunk.pauseSec / speed);
    await Bun.sleep(0);
    signal.throwIfAborted();
  }
  return { samples: master(tape.samples(), narrator.sampleRate, narrator.tone), words: toWords(written, reading, tape.spans) };
}

/** Words that no sound belongs to, one after the other. */
function silence(written: string[], durationSec: number): SpeechResult {
  const wordSec = durationSec / Math.max(1, written.length);
  const words = written.map((text, index) => ({ text, start: index * wordSec, end: (index + 1) * wordSec }));
  return { samples: new Float32Array(Math.ceil(durationSec * SAMPLE_RATE)), words };
}

/** Undefined when the engine broke on these tokens; the next ones get a new engine. */
function trySay(engine: Engine, { voice, engine: keeper }: Narrator, tokens: string[], speed: number): Utterance | undefined {
  try {
    engine.reset();
    return engine.say(voice, tokens, speed);
  } catch {
    keeper.drop();
    return undefined;
  }
}

/** Written words with the times of their tokens; a word without sound has no length and stands where the word before it ends. */
function toWords(written: string[], { owners }: Reading, spans: Span[]): Word[] {
  const words = written.map((text): Word => ({ text, start: -1, end: -1 }));
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
