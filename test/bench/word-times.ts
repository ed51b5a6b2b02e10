import { SAMPLE_RATE } from "../../src/domain/speech.ts";
import type { Word } from "../../src/domain/storyboard.ts";
import type { SpeechResult } from "../../src/providers/provider.ts";
import { speechOf } from "../../src/providers/registry.ts";
import { alignWords } from "../../src/sound/alignment.ts";
import { openDataFolder } from "../../src/system/data.ts";
import { ROOT } from "../helpers/sources.ts";
import { PARAGRAPHS } from "./paragraphs.ts";

// How far the start of each captioned word is from where it is heard, and how fast speech is made. bun test/bench/word-times.ts [paragraphs]
// "Heard" is never taken from what made the caption:
//   sound:    after each pause, when the energy in the finished sound comes within 30 dB of the word's loudest; exact, but of such words only
//   engine X: word events or phones of another engine that reads the same text, carried over to the captioned sound by our alignment of both;
//             every word, and the alignment's own error is in it
// The rows of alignment judge what times a user's own narration: it knows nothing of the engine whose events or phones are the truth; where only
// one engine speaks a language, another voice of it, of another pitch, stands for the user.

const LIMITS_MS = { median: 30, most: 120 };
const COUNT = Number(process.argv[2] ?? 16);
const context = { data: openDataFolder(`${ROOT}/dist/data`), signal: new AbortController().signal, note() {} };
const say = (voice: string, language: string, text: string) => speechOf(voice).speak({ text, voice, language, speed: 1 }, context);

type Language = keyof typeof PARAGRAPHS;

/** Spanish written so that an English voice says about the same, word for word. */
function respell(spanish: string): string {
  const rules: [RegExp, string][] = [
    [/(?<!c)h/g, ""],
    [/j|g(?=[eiéí])/g, "h"],
    [/qu/g, "k"],
    [/ll/g, "y"],
    [/ñ/g, "ny"],
    [/z|c(?=[eiéí])/g, "th"],
    [/v/g, "b"],
    [/[eé](?=\s|$|[.,])/g, "eh"],
    [/[ií]/g, "ee"],
    [/[uú]/g, "oo"],
    [/a(?=s?\b)/g, "ah"],
    [/o(?=s?\b)/g, "oh"],
  ];
  return rules.reduce((text, [letters, sound]) => text.replace(letters, sound), spanish.toLowerCase());
}

/** Speaks every paragraph with both voices and gathers what `errors` finds, s. */
async function gather(language: Language, voice: string, other: string, errors: (spoken: SpeechResult, other: SpeechResult) => number[]) {
  const found: number[] = [];
  const foreign = language === "es" && other.startsWith("flite");
  for (const text of PARAGRAPHS[language].slice(0, COUNT).filter((text) => !(foreign && /\d/.test(text)))) {
    found.push(...errors(await say(voice, language, text), await say(other, language, foreign ? respell(text) : text)));
  }
  return found;
}

const startErrors = (words: Word[], truth: Word[]): number[] => words.map((word, index) => word.start - truth[index]!.start);

/** For each word after a pause of 60 ms or more: its start less the moment at which it is heard. */
function onsetErrors({ samples, words }: SpeechResult): number[] {
  return words.flatMap((word, index) => {
    if (word.start - (words[index - 1]?.end ?? 0) < 0.06 || word.end === word.start) return [];
    const levels = Array.from({ length: 210 }, (_, ms) => levelDb(samples, word.start - 0.06 + ms / 1000));
    const loudest = Math.max(...levels.slice(60));
    return [0.06 - levels.findIndex((level) => level > loudest - 30) / 1000];
  });
}

/** Level of the 3 ms around a moment. */
function levelDb(samples: Float32Array, sec: number): number {
  const at = Math.round(sec * SAMPLE_RATE);
  const part = samples.subarray(Math.max(0, at - 72), Math.max(0, at + 72));
  return 10 * Math.log10(part.reduce((sum, value) => sum + value * value, 0) / Math.max(1, part.length) + 1e-12);
}

function report(what: string, errors: number[]): void {
  const sorted = errors.map((error) => Math.abs(error) * 1000).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  const bias = [...errors].sort((a, b) => a - b)[errors.length >> 1]! * 1000;
  const good = at(0.5) <= LIMITS_MS.median && at(0.95) <= LIMITS_MS.most;
  const figures = [at(0.5), at(0.9), at(0.95), sorted.at(-1)!].map((ms) => ms.toFixed(0).padStart(6)).join("");
  console.log(
    `${what.padEnd(58)}${String(errors.length).padStart(5)}${figures}${bias.toFixed(0).padStart(7)}   ${good ? "good" : "MISSES"}`,
  );
}

console.log(`${"word start error, ms".padEnd(58)}words   p50   p90   p95   max   bias   (p50 <= 30, p95 <= 120)`);
report("flite-slt captions against sound", await gather("en", "flite-slt", "flite-slt", onsetErrors));
report(
  "flite-slt captions against engine espeak",
  await gather("en", "flite-slt", "espeak-en", (a, b) => startErrors(a.words, alignWords(a.samples, b))),
);
report("flite-rms captions against sound", await gather("en", "flite-rms", "flite-rms", onsetErrors));
report(
  "flite-rms captions against engine espeak",
  await gather("en", "flite-rms", "espeak-en", (a, b) => startErrors(a.words, alignWords(a.samples, b))),
);
report("espeak-es captions against sound", await gather("es", "espeak-es", "espeak-es", onsetErrors));
report(
  "espeak-es captions against engine flite, text respelt for it",
  await gather("es", "espeak-es", "flite-awb", (a, b) => startErrors(a.words, alignWords(a.samples, b))),
);
for (const language of ["fr", "de", "ja", "zh"] as const) {
  const voice = `espeak-${language}`;
  report(`${voice} captions against sound`, await gather(language, voice, voice, onsetErrors));
}
report(
  "alignment of espeak-en by flite, against espeak's events",
  await gather("en", "espeak-en", "flite-slt", (a, b) => startErrors(alignWords(a.samples, b), a.words)),
);
report(
  "alignment of flite-slt by espeak, against flite's phones",
  await gather("en", "flite-slt", "espeak-en", (a, b) => startErrors(alignWords(a.samples, b), a.words)),
);
for (const language of ["fr", "de", "ja", "zh"] as const) {
  const [voice, other] = [`espeak-${language}-female`, `espeak-${language}-male`];
  const errors = (a: SpeechResult, b: SpeechResult) => startErrors(alignWords(a.samples, b), a.words);
  report(`alignment of ${voice} by the male voice, against events`, await gather(language, voice, other, errors));
}

for (const [voice, language] of [
  ["flite-slt", "en"],
  ["espeak-es", "es"],
  ["espeak-fr", "fr"],
  ["espeak-de", "de"],
  ["espeak-ja", "ja"],
  ["espeak-zh", "zh"],
] as const) {
  const text = PARAGRAPHS[language].join(" ");
  await say(voice, language, "42.");
  const from = process.cpuUsage();
  const { samples } = await say(voice, language, text);
  const { user, system } = process.cpuUsage(from);
  const ratio = (user + system) / 1e6 / (samples.length / SAMPLE_RATE);
  console.log(`${voice}: 60 s of speech, mastered, take ${(ratio * 60).toFixed(2)} s of processor time`);
}
