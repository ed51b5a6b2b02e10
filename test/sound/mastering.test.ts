import { expect, test } from "bun:test";
import { measureLoudness } from "../../src/sound/loudness.ts";
import { master, SPEECH_LOUDNESS } from "../../src/sound/mastering.ts";
import { levelOf, tone } from "./tones.ts";

/** Syllables: five bursts a second of a voice-like tone. */
function syllables(level: number, rate: number): Float32Array {
  const samples = tone(180, 4, rate, level);
  return samples.map(
    (value, index) => (value + level * 0.5 * Math.sin(index / 3)) * Math.max(0, Math.sin((2 * Math.PI * 5 * index) / rate)),
  );
}

test.each([0.02, 0.2, 0.9])("a voice at level %d comes out at one loudness without a peak", (level) => {
  const samples = master(syllables(level, 16_000), 16_000);
  expect(measureLoudness(samples)).toBeCloseTo(SPEECH_LOUDNESS, 0);
  expect(samples.every((value) => Math.abs(value) <= 0.9)).toBe(true);
});

test("no time is added or lost: a burst stays within a millisecond", () => {
  const raw = new Float32Array(22_050);
  raw.set(tone(1_000, 0.3, 22_050), 11_025);
  const samples = master(raw, 22_050);
  expect(samples.length).toBe(48_000);
  const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const onset = samples.findIndex((value) => Math.abs(value) > loudest / 4);
  expect(Math.abs(onset / 48_000 - 0.5)).toBeLessThan(0.001);
});

test("rumble goes, and a tone is mended as asked", () => {
  const [rumble, voice, presence] = [20, 1_000, 3_200].map((hz) => tone(hz, 1, 48_000, 0.1));
  const all = rumble!.map((value, index) => value + voice![index]! + presence![index]!);
  const part = (samples: Float32Array, hz: number) => {
    const [sine, cosine] = [tone(hz, 1, 48_000, 1), tone(hz, 1.1, 48_000, 1).subarray(Math.round(48_000 / hz / 4))];
    const along = (wave: Float32Array) => samples.reduce((sum, value, index) => sum + value * wave[index]!, 0);
    return Math.hypot(along(sine), along(cosine));
  };
  const mastered = master(all, 48_000, [{ hz: 3_200, q: 0.8, gainDb: 2.5 }]);
  expect(part(mastered, 20) / part(mastered, 1_000)).toBeLessThan(0.2);
  expect(part(mastered, 3_200) / part(mastered, 1_000)).toBeGreaterThan(1.2);
});

test("silence stays silence, and nothing stays nothing", () => {
  expect(levelOf(master(new Float32Array(16_000), 16_000))).toBe(0);
  expect(master(new Float32Array(0), 16_000).length).toBe(0);
});
