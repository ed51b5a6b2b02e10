import { describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../src/domain/seed.ts";
import { measureLoudness, openLoudnessMeter } from "../../src/sound/loudness.ts";
import { openTruePeakMeter } from "../../src/sound/true-peak.ts";
import { runProcess } from "../../src/system/process.ts";
import { writeWave } from "../../src/system/wave-file.ts";

const RATE = 48_000;

/** A 1 kHz sine in both channels: stretches of [dBFS of its peak, seconds]. */
function tones(stretches: [number, number][]): Float32Array {
  const samples = new Float32Array(2 * Math.round(RATE * stretches.reduce((sum, [, sec]) => sum + sec, 0)));
  let frame = 0;
  for (const [level, sec] of stretches) {
    for (const end = frame + Math.round(sec * RATE); frame < end; frame++) {
      samples.fill(10 ** (level / 20) * Math.sin((2 * Math.PI * 1000 * frame) / RATE), 2 * frame, 2 * frame + 2);
    }
  }
  return samples;
}

function measure(samples: Float32Array, blockFrames = 1111): number {
  const meter = openLoudnessMeter(2);
  for (let at = 0; at < samples.length; at += 2 * blockFrames) meter.add(samples.subarray(at, at + 2 * blockFrames));
  return meter.integrated();
}

describe("integrated loudness", () => {
  const cases: [string, [number, number][], number][] = [
    ["EBU Tech 3341 case 1", [[-23, 20]], -23],
    ["case 2", [[-33, 20]], -33],
    [
      "case 3: the quiet ends are gated",
      [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
      -23,
    ],
    [
      "case 4: so is what is next to silent",
      [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
      -23,
    ],
    [
      "case 5",
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
      -23,
    ],
  ];
  test.each(cases)("%s", (_, stretches, lufs) => {
    expect(Math.abs(measure(tones(stretches)) - lufs)).toBeLessThan(0.1);
  });

  test("silence and what is shorter than a block have none", () => {
    expect(measure(new Float32Array(2 * RATE))).toBe(Number.NEGATIVE_INFINITY);
    expect(measure(tones([[-20, 0.3]]))).toBe(Number.NEGATIVE_INFINITY);
  });

  test("one channel alone is 3 LU less than both, and a short one is measured as it is", () => {
    const mono = tones([[-20, 1]]).filter((_, i) => i % 2 === 0);
    expect(measureLoudness(mono)).toBeCloseTo(-23.01, 1);
    expect(measureLoudness(mono.slice(4800, 14_400))).toBeCloseTo(-23.01, 0);
  });
});

describe("true peak", () => {
  const cases: [string, number, number, number, number][] = [
    ["EBU Tech 3341 case 15: a quarter of the rate, 0 degrees", 4, 0, 0.5, -6],
    ["case 16: 45 degrees, where no sample meets the peak", 4, 45, 0.5, -6],
    ["case 17: a sixth, 60 degrees", 6, 60, 0.5, -6],
    ["case 18: an eighth, 67.5 degrees", 8, 67.5, 0.5, -6],
    ["case 19: beyond full scale", 4, 45, 1.41, 3],
  ];
  test.each(cases)("%s", (_, divisor, degrees, amplitude, dbtp) => {
    const meter = openTruePeakMeter(1);
    const sine = Float32Array.from({ length: RATE }, (_, i) => {
      const fade = Math.min(1, i / 4800, (RATE - i) / 4800);
      return fade * amplitude * Math.sin((2 * Math.PI * i) / divisor + (degrees * Math.PI) / 180);
    });
    meter.add(sine);
    expect(meter.peakDb()).toBeLessThan(dbtp + 0.2);
    expect(meter.peakDb()).toBeGreaterThan(dbtp - 0.4);
  });
});

test("both agree with ffmpeg's meter on noise, bursts of a high tone and a deep hum", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kinora-loudness-"));
  const random = seededRandom(3);
  let low = 0;
  const dull = () => {
    low += 0.4 * (random() * 2 - 1 - low);
    return low;
  };
  const sounds = [
    (i: number) => dull() * (Math.floor(i / 9000) % 3 === 0 ? 0.05 : 1),
    (i: number) => 0.6 * Math.sin((2 * Math.PI * 3700 * i) / RATE) * Math.max(0, Math.sin((2 * Math.PI * 3 * i) / RATE)),
    (i: number) => 0.9 * Math.sin((2 * Math.PI * 60 * i) / RATE) + 0.05 * (random() * 2 - 1),
  ];
  for (const [index, sound] of sounds.entries()) {
    const samples = new Float32Array(2 * 6 * RATE);
    for (let i = 0; i < samples.length; i += 2) samples.fill(sound(i / 2), i, i + 2);
    const path = join(folder, `${index}.wav`);
    await writeWave(path, samples, { channels: 2, sampleRate: RATE, encoding: "f32" });
    const peaks = openTruePeakMeter(2);
    peaks.add(samples);
    const theirs = await ffmpegMeter(path);
    expect(Math.abs(measure(samples) - theirs.lufs)).toBeLessThan(0.1);
    expect(Math.abs(peaks.peakDb() - theirs.peakDb)).toBeLessThan(0.2);
  }
  await rm(folder, { recursive: true });
});

async function ffmpegMeter(path: string): Promise<{ lufs: number; peakDb: number }> {
  const { stderr } = await runProcess([
    "ffmpeg",
    "-nostdin",
    "-hide_banner",
    "-i",
    path,
    "-af",
    "ebur128=peak=true:framelog=verbose",
    "-f",
    "null",
    "-",
  ]);
  return { lufs: Number(/I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1]), peakDb: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(stderr)?.[1]) };
}
