import { expect, test } from "bun:test";
import { hearVoice } from "../../src/sound/voice-activity.ts";

async function* inBlocks(samples: Float32Array): AsyncGenerator<Float32Array> {
  for (let at = 0; at < samples.length; at += 7777) yield samples.subarray(at, at + 7777);
}

test("speech is where it sounds, not where it only hisses", async () => {
  const samples = Float32Array.from({ length: 5 * 48_000 }, (_, i) => {
    const sec = i / 48_000;
    const speaking = (sec > 1 && sec < 2) || (sec > 3 && sec < 4.5);
    return (speaking ? 0.3 : 0.0003) * Math.sin((2 * Math.PI * 300 * i) / 48_000);
  });
  const { spans, loudness, durationSec } = await hearVoice(inBlocks(samples));
  expect(durationSec).toBe(5);
  expect(loudness).toBeGreaterThan(-20);
  expect(spans.map(({ startSec, endSec }) => [startSec.toFixed(1), endSec.toFixed(1)])).toEqual([
    ["1.0", "2.0"],
    ["3.0", "4.5"],
  ]);
});

test("silence is nobody speaking", async () => {
  expect(await hearVoice(inBlocks(new Float32Array(48_000)))).toEqual({ durationSec: 1, loudness: Number.NEGATIVE_INFINITY, spans: [] });
});
