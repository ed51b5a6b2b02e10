import { describe, expect, test } from "bun:test";
import type { DataSource } from "../../src/domain/data.ts";
import { estimateSpeechSec } from "../../src/domain/pace.ts";
import { SAMPLE_RATE } from "../../src/domain/speech.ts";
import { joinWords } from "../../src/domain/words.ts";
import type { Speech, SpeechRequest, SpeechResult } from "../../src/providers/provider.ts";
import { measureLoudness } from "../../src/sound/loudness.ts";

/** A voice of the provider, and a paragraph that it can say. */
export type SpeechSample = { voice: string; language: string; text: string };

const HOSTILE: [string, string][] = [
  ["no text", ""],
  ["only spaces", " \t\n "],
  ["NUL and control signs", "a\0b \x01\x1b[31m c\x7f"],
  ["only emoji", "😀 🎉👨‍👩‍👧"],
  ["only punctuation", "... !!! — ??? '' \"\" ()"],
  ["right-to-left overrides", "\u202eabc\u202c שלום עולם"],
  ["half a character", "\ud800 lone \udc00"],
  ["a word of 10,000 letters", "a".repeat(10_000)],
  ["10,000 digits", "9".repeat(10_000)],
  ["10,000 full stops", ".".repeat(10_000)],
  ["markup", "<speak><break time='10s'/>hi</speak> &lt; &#x0; [[hh]] [["],
  ["file names and options", "--help -o /etc/passwd a':textfile=/etc/passwd:x='b"],
  ["number soup", "1e10 0x10 007 1,2,3 99:99:99 $1,234,567.89 -1 +1 5% % $ 1/2/3"],
  ["scripts mixed in one line", "Sea 海のsea 大海 море الطقس 12年 100%"],
  ["stacked accents", "Z̷̢̛a̸l̵g̶o̷ ".repeat(20)],
];

const HELLO: Record<string, string> = { zh: "你好世界", ja: "こんにちは世界" };

/** What every speech provider must do, whatever the vendor. */
export function speechContract(provider: Speech, data: DataSource, sample: SpeechSample): void {
  const speak = (change: Partial<SpeechRequest> = {}, signal = new AbortController().signal) =>
    provider.speak({ ...sample, speed: 1, ...change }, { data, signal, note() {} });

  describe(`${provider.name} keeps the contract of speech in ${sample.language}`, () => {
    test("its voices carry its name, and their names are their own", () => {
      expect(provider.voices.every((voice) => voice.provider === provider.name)).toBe(true);
      expect(new Set(provider.voices.map((voice) => voice.id)).size).toBe(provider.voices.length);
    });

    test("every voice can be heard", async () => {
      for (const { id, language } of provider.voices) {
        const { samples } = await speak({ voice: id, language, text: HELLO[language] ?? "Radio 7" });
        expect([id, measureLoudness(samples) > -30]).toEqual([id, true]);
      }
    });

    test("a paragraph is mastered: one loudness, no peak, quiet ends", async () => {
      const { samples } = await speak();
      expect(measureLoudness(samples)).toBeCloseTo(-18, 0);
      expect(samples.every((value) => Math.abs(value) <= 0.9)).toBe(true);
      expect([samples[0], samples.at(-1)].every((value) => Math.abs(value!) < 0.001)).toBe(true);
    });

    test("words are the text's, in order and inside the sound, and each is heard", async () => {
      const result = await speak();
      expectWords(result, sample.text);
      expect(result.words.every((word) => word.end - word.start > 0.02)).toBe(true);
      expect(result.words[0]!.start).toBeLessThan(0.3);
    });

    test("it lasts about as long as was estimated, and twice the speed half as long", async () => {
      const seconds = (await speak()).samples.length / SAMPLE_RATE;
      expect(Math.abs(estimateSpeechSec(sample.text, sample.language, sample.voice) / seconds - 1)).toBeLessThan(0.12);
      expect(Math.abs(((await speak({ speed: 2 })).samples.length / SAMPLE_RATE / seconds) * 2 - 1)).toBeLessThan(0.2);
    });

    test("the same request is the same samples, whatever was spoken before or meanwhile", async () => {
      const first = await speak();
      const [, again] = await Promise.all([speak({ text: "Otra cosa. Something else.", speed: 1.3 }), speak()]);
      expect(Bun.hash(again.samples.buffer as ArrayBuffer)).toBe(Bun.hash(first.samples.buffer as ArrayBuffer));
      expect(again.words).toEqual(first.words);
    });

    test.each(HOSTILE)("%s is spoken or silent, briefly", async (_, text) => {
      const result = await speak({ text });
      expectWords(result, text);
      expect(result.samples.length / SAMPLE_RATE).toBeGreaterThanOrEqual(0.29);
      expect(result.samples.length / SAMPLE_RATE).toBeLessThan(60);
      expect(result.samples.every((value) => Math.abs(value) <= 0.9)).toBe(true);
    });

    test("a long text is spoken whole", async () => {
      const text = Array(6).fill(sample.text).join("\n");
      const result = await speak({ text });
      expectWords(result, text);
      const paragraphs = result.samples.length / (await speak()).samples.length;
      expect(Math.abs(paragraphs - 6)).toBeLessThan(0.4);
    });

    test("a cancel ends a long text between sentences", async () => {
      const stop = new AbortController();
      const spoken = speak({ text: Array(400).fill(sample.text).join(" ") }, stop.signal);
      setTimeout(() => stop.abort(), 20);
      await expect(spoken).rejects.toThrow("aborted");
    });

    test("what is cancelled already does not begin", async () => {
      await expect(speak({}, AbortSignal.abort())).rejects.toThrow("aborted");
    });
  });
}

function expectWords({ samples, words }: SpeechResult, text: string): void {
  expect(joinWords(words)).toBe(text.trim().replace(/\s+/gu, " "));
  expect(words.every((word) => /^\S+$/u.test(word.text))).toBe(true);
  const times = words.flatMap((word) => [word.start, word.end]);
  expect(times.every((time, index) => time >= (times[index - 1] ?? 0))).toBe(true);
  expect(times.at(-1) ?? 0).toBeLessThanOrEqual(samples.length / SAMPLE_RATE + 1e-6);
}
