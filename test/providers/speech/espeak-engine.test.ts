import { expect, test } from "bun:test";
import { toSpans } from "../../../src/providers/speech/espeak-engine.ts";

const word = (text_position: number, audio_position: number) => ({ type: "word", text_position, audio_position });
const sound = (id: string, audio_position: number) => ({ type: "phoneme", text_position: 0, audio_position, id });

test("a word lasts from its first sound to the end of its last, without the pause after it", () => {
  const events = [word(1, 0), sound("e", 0), sound("l", 90), word(4, 150), sound("a", 160), sound("", 300), sound("", 500)];
  expect(toSpans(["el", "a,"], events, 0.5)).toEqual([
    { token: 0, startSec: 0, endSec: 0.16 },
    { token: 1, startSec: 0.16, endSec: 0.3 },
  ]);
});

test("several events can hit one word", () => {
  const events = [word(1, 0), sound("a", 0), word(2, 100), sound("b", 100), word(3, 200), sound("c", 200), word(6, 300), sound("d", 300)];
  expect(toSpans(["5,50", "y"], events, 0.4)).toEqual([
    { token: 0, startSec: 0, endSec: 0.3 },
    { token: 1, startSec: 0.3, endSec: 0.4 },
  ]);
});

test("a word without an event has no span, and the space before a word is the word's", () => {
  const events = [word(1, 0), sound("a", 0), word(6, 100), sound("b", 100)];
  expect(toSpans(["uno", "-", "dos"], events, 0.2).map((span) => span.token)).toEqual([0, 2]);
});
