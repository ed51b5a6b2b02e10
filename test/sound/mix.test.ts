import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gateLoudness, openLoudnessMeter, toLufs } from "../../src/sound/loudness.ts";
import { type BlockStore, mixFilm } from "../../src/sound/mix.ts";
import { synthesise } from "../../src/sound/synth/synthesiser.ts";
import { runProcess } from "../../src/system/process.ts";
import { writeWave } from "../../src/system/wave-file.ts";

const RATE = 48_000;
const DURATION = 14;
const signal = new AbortController().signal;
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-mix-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Something like a voice at a level: a buzz in syllables of a fifth of a second. */
function voice(seconds: number, level: number): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const sec = i / RATE;
    const buzz = [1, 2, 3, 5, 8, 13].reduce((sum, n) => sum + Math.sin(2 * Math.PI * 130 * n * sec + n * n) / n, 0);
    return level * buzz * Math.sin((Math.PI * sec * 5) % Math.PI) ** 2;
  });
}

const SPOKEN = [voice(3, 0.1), voice(4, 0.03)] as const;
const VOICES = [
  { startSec: 2, read: async () => SPOKEN[0] },
  { startSec: 7, read: async () => SPOKEN[1] },
];
const PLAYED = [...synthesise({ durationSec: DURATION, spans: [{ startSec: 0, endSec: DURATION, mood: "uplifting" }], seed: 4 })];
async function* music(): AsyncGenerator<Float32Array> {
  yield* PLAYED;
}

function memoryStore(): BlockStore {
  const kept: Float32Array[] = [];
  return {
    write: async (block) => void kept.push(block.slice()),
    async *blocks() {
      yield* kept;
    },
  };
}

async function mix(parts: Partial<Parameters<typeof mixFilm>[0]>) {
  const blocks: Float32Array[] = [];
  const request = { durationSec: DURATION, voices: [], signal, ...parts };
  const report = await mixFilm(request, memoryStore(), async (block) => void blocks.push(block));
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    samples.set(block, at);
    at += block.length;
  }
  return { report, samples };
}

/** Loudness of a stretch. */
function loudnessOf(samples: Float32Array, fromSec: number, toSec: number): number {
  const meter = openLoudnessMeter(2);
  meter.add(samples.subarray(2 * fromSec * RATE, 2 * toSec * RATE));
  return gateLoudness(meter.hops());
}

describe("delivered as AAC", () => {
  test.each([
    ["voice and music", { voices: VOICES, music }],
    ["a voice alone", { voices: VOICES }],
    ["music alone", { music }],
  ] as const)("%s is -14 LUFS with true peaks under -1 dBTP, and lasts as long as the film", async (name, parts) => {
    const { report, samples } = await mix({ voices: [], ...parts, music: "music" in parts ? parts.music() : undefined } as never);
    expect(report.silent).toBe(false);
    expect(samples.length).toBe(2 * DURATION * RATE);
    const wave = join(folder, `${name}.wav`);
    await writeWave(wave, samples, { channels: 2, sampleRate: RATE, encoding: "f32" });
    const aac = join(folder, `${name}.m4a`);
    await runProcess(["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", wave, "-c:a", "aac", "-b:a", "192k", aac]);
    const { stderr } = await runProcess([
      "ffmpeg",
      "-nostdin",
      "-hide_banner",
      "-i",
      aac,
      "-af",
      "ebur128=peak=true:framelog=verbose,silencedetect=n=-60dB:d=3",
      "-f",
      "null",
      "-",
    ]);
    expect(Math.abs(Number(/I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1]) + 14)).toBeLessThan(0.2);
    expect(Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(stderr)?.[1])).toBeLessThan(-1);
    expect(stderr).not.toContain("silence_start");
  });
});

test("music lies at least 15 LU under speech and is plain to hear where nobody speaks", async () => {
  const both = await mix({ voices: VOICES, music: music() });
  const spoken = [
    [2.2, 4.8],
    [7.2, 10.8],
  ] as const;
  const [alone] = [await mix({ voices: VOICES })];
  const gain = 10 ** ((loudnessOf(both.samples, 2.2, 4.8) - loudnessOf(alone.samples, 2.2, 4.8)) / 20);
  const rest = both.samples.map((value, i) => value - gain * alone.samples[i]!);
  for (const [from, to] of spoken) expect(loudnessOf(both.samples, from, to) - loudnessOf(rest, from, to)).toBeGreaterThan(15);
  expect(loudnessOf(both.samples, 0, 1.5)).toBeGreaterThan(-28);
  expect(loudnessOf(both.samples, 11.8, 13)).toBeGreaterThan(-28);
});

test("recordings of different loudness come out alike", async () => {
  const { samples } = await mix({ voices: VOICES });
  expect(Math.abs(loudnessOf(samples, 2, 5) - loudnessOf(samples, 7, 11))).toBeLessThan(0.5);
});

test("nothing to hear is said so, and is silent", async () => {
  const { report, samples } = await mix({ durationSec: 2 });
  expect(report).toEqual({ silent: true, loudnessLufs: Number.NEGATIVE_INFINITY, spokenSec: 0, mostLimitedDb: 0 });
  expect(samples.length).toBe(4 * RATE);
  expect(samples.every((value) => value === 0)).toBe(true);
});

test("a film without music has the hush of a room in its pauses", async () => {
  const { samples } = await mix({ voices: VOICES });
  const pause = samples.subarray(2 * 5.5 * RATE, 2 * 6.5 * RATE);
  const level = toLufs(pause.reduce((sum, value) => sum + value * value, 0) / pause.length);
  expect(level).toBeGreaterThan(-64);
  expect(level).toBeLessThan(-55);
});

test("half the music is 6 dB less music", async () => {
  const whole = await mix({ voices: VOICES, music: music() });
  const half = await mix({ voices: VOICES, music: music(), musicGain: 0.5 });
  expect(Math.abs(loudnessOf(whole.samples, 0, 1.5) - loudnessOf(half.samples, 0, 1.5) - 6)).toBeLessThan(1);
});

test("the same mix twice is the same to the last sample", async () => {
  const [first, second] = [await mix({ voices: VOICES, music: music() }), await mix({ voices: VOICES, music: music() })];
  expect(Buffer.compare(Buffer.from(first.samples.buffer), Buffer.from(second.samples.buffer))).toBe(0);
});

test("a signal that has fired ends it", async () => {
  await expect(mix({ voices: VOICES, signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
});
