import { expect, test } from "bun:test";
import type { Word } from "../../src/domain/storyboard.ts";
import { espeak } from "../../src/providers/speech/espeak.ts";
import { flite } from "../../src/providers/speech/flite.ts";
import { alignWords } from "../../src/sound/alignment.ts";
import { openData } from "../../src/system/data.ts";

const TEXT =
  "The city wakes up in layers. First come the bakers, then the buses, and then long rivers of people who drink coffee while they walk.";
const context = { data: openData(), signal: new AbortController().signal, note() {} };
const byFlite = (speed = 1, voice = "flite-slt") => flite.speak({ text: TEXT, voice, language: "en", speed }, context);
const byEspeak = (speed = 1) => espeak.speak({ text: TEXT, voice: "espeak-en", language: "en", speed }, context);

const errorsMs = (found: Word[], truth: Word[]) =>
  found.map((word, index) => Math.abs(word.start - truth[index]!.start) * 1000).sort((a, b) => a - b);
const within = (errors: number[], part: number) => errors[Math.floor(errors.length * part)]!;

test("another engine's rendering tells when the words are said", async () => {
  const [heard, reference] = [await byFlite(), await byEspeak()];
  const words = alignWords(heard.samples, reference);
  const errors = errorsMs(words, heard.words);
  expect(words.map((word) => word.text)).toEqual(heard.words.map((word) => word.text));
  expect(within(errors, 0.5)).toBeLessThan(30);
  expect(within(errors, 0.9)).toBeLessThan(120);
});

test.each([0.7, 1.5])("a narrator at %d times the pace is followed", async (speed) => {
  const [heard, reference] = [await byEspeak(speed), await byFlite()];
  const errors = errorsMs(alignWords(heard.samples, reference), heard.words);
  expect(within(errors, 0.5)).toBeLessThan(40);
  expect(within(errors, 0.9)).toBeLessThan(250);
});

test("a long pause before, in and after the narration is no word's", async () => {
  const [heard, reference] = [await byFlite(), await byEspeak()];
  const cutSec = (heard.words[5]!.end + heard.words[6]!.start) / 2;
  const [cut, pauseSec] = [Math.round(cutSec * 48_000), 2];
  const samples = new Float32Array(heard.samples.length + 3 * pauseSec * 48_000);
  samples.set(heard.samples.subarray(0, cut), pauseSec * 48_000);
  samples.set(heard.samples.subarray(cut), cut + 2 * pauseSec * 48_000);
  const moved = heard.words.map((word, index) => ({ ...word, start: word.start + pauseSec * (index < 6 ? 1 : 2) }));
  const errors = errorsMs(alignWords(samples, reference), moved);
  expect(within(errors, 0.5)).toBeLessThan(35);
  expect(errors.at(-1)!).toBeLessThan(400);
});

test("times rise and stay inside the sound, even of another sound altogether", async () => {
  const reference = await byFlite();
  for (const samples of [new Float32Array(48_000), new Float32Array(10), new Float32Array(0), reference.samples.slice(0, 20_000)]) {
    const times = alignWords(samples, reference).flatMap((word) => [word.start, word.end]);
    expect(times.every((time, index) => time >= (times[index - 1] ?? 0))).toBe(true);
    expect(times.at(-1)!).toBeLessThanOrEqual(samples.length / 48_000);
  }
});

test("without a reference's sound every word stands at the start", () => {
  const words = [{ text: "a", start: 0, end: 0 }];
  expect(alignWords(new Float32Array(100), { samples: new Float32Array(0), words })).toEqual(words);
  expect(alignWords(new Float32Array(48_000), { samples: new Float32Array(48_000), words: [] })).toEqual([]);
});
