import { expect, test } from "bun:test";
import { Tape } from "../../../src/providers/speech/tape.ts";

const RATE = 16_000;
const SILENT_SEC = 0.5;

/** A tone of `sec` with half a second of silence before and after. */
function tone(sec: number) {
  const samples = new Float32Array(Math.round((sec + 2 * SILENT_SEC) * RATE));
  for (let index = SILENT_SEC * RATE; index < (SILENT_SEC + sec) * RATE; index++) samples[index] = Math.sin(index / 5);
  return { samples, sampleRate: RATE, spans: [{ token: 0, startSec: SILENT_SEC, endSec: SILENT_SEC + sec }] };
}

test("the engine's silence is cut, the pause is exact, and times stay with the sound", () => {
  const tape = new Tape(RATE);
  tape.add(tone(1), 0, 0.4);
  tape.add(tone(2), 1, 0.4);
  const samples = tape.samples();
  const [first, second] = tape.spans;
  expect(first!.startSec).toBeCloseTo(0.1, 5);
  expect(second!.startSec - first!.endSec).toBeCloseTo(0.4, 4);
  expect(samples.length / RATE - second!.endSec).toBeLessThan(0.25);
  const loud = (sec: number) => samples.slice(sec * RATE, (sec + 0.01) * RATE).some((value) => Math.abs(value) > 0.1);
  for (const { startSec, endSec } of tape.spans) {
    expect([loud(startSec - 0.015), loud(startSec), loud(endSec - 0.01), loud(endSec + 0.005)]).toEqual([false, true, true, false]);
  }
});

test("what is silent takes no time", () => {
  const tape = new Tape(RATE);
  tape.add({ samples: new Float32Array(RATE), sampleRate: RATE, spans: [] }, 0, 0.4);
  expect(tape.samples().length / RATE).toBeCloseTo(0.2, 3);
  expect(tape.spans).toEqual([]);
});
