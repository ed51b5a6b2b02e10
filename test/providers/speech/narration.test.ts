import { expect, test } from "bun:test";
import { joinWords } from "../../../src/domain/words.ts";
import { keepEngine, narrate } from "../../../src/providers/speech/narration.ts";
import { readSpaced } from "../../../src/providers/speech/script.ts";
import type { Engine } from "../../../src/providers/speech/utterance.ts";

/** An engine that says 0.2 s a token and breaks on a word, so many times. */
function fragile(broken: string, times: number): { open: () => Promise<Engine>; opened: () => number } {
  let opened = 0;
  let left = times;
  const say: Engine["say"] = (_voice, tokens) => {
    if (tokens.includes(broken) && left-- > 0) throw new WebAssembly.RuntimeError("unreachable");
    const samples = Float32Array.from({ length: tokens.length * 3200 }, (_, index) => Math.sin(index / 9) / 4);
    return { samples, sampleRate: 16_000, spans: tokens.map((_, token) => ({ token, startSec: token * 0.2, endSec: (token + 1) * 0.2 })) };
  };
  const open = async () => {
    opened += 1;
    return { reset() {}, say };
  };
  return { open, opened: () => opened };
}

async function tell(engine: ReturnType<typeof fragile>) {
  const notes: string[] = [];
  const text = "First one. Then crash here. Last one.";
  const request = { text, voice: "v", language: "en", speed: 1 };
  const narrator = { engine: keepEngine(engine.open), voice: "v", stretch: 1, tone: [], sampleRate: 16_000 };
  const context = { signal: new AbortController().signal, note: (told: string) => void notes.push(told) };
  const { words } = await narrate(request, readSpaced(text, "en", "ascii"), narrator, context);
  expect(joinWords(words)).toBe(text);
  return { words, notes };
}

test("what an engine breaks on once is said by a new one, and nobody hears of it", async () => {
  const engine = fragile("crash", 1);
  const { words, notes } = await tell(engine);
  expect(notes).toEqual([]);
  expect(engine.opened()).toBe(2);
  expect(words[3]!.end - words[3]!.start).toBeCloseTo(0.2);
});

test("what two engines break on is silent for as long as it would last, and the note names it", async () => {
  const engine = fragile("crash", Number.POSITIVE_INFINITY);
  const { words, notes } = await tell(engine);
  expect(notes).toEqual(['The voice v broke on "Then crash here."; these words are silent.']);
  expect(engine.opened()).toBe(3);
  expect(words[4]!.end - words[2]!.start).toBeGreaterThan(0.7);
  expect(words[6]!.end - words[6]!.start).toBeCloseTo(0.2);
});
