import { describe, expect, test } from "bun:test";
import { AROUND, hasClick, windowsAround } from "../../../src/media/quality/clicks.ts";
import { parseFilterLines } from "../../../src/media/quality/filter-lines.ts";
import { parsePackets, unevenSteps } from "../../../src/media/quality/packets.ts";
import { cueSpeed, parseSrt } from "../../../src/media/quality/srt-cues.ts";

test("what the filters printed is read, and what is open at the end lasts until then", () => {
  const lines = [
    "[blackdetect @ 0x55fd] [info] black_start:7 black_end:7.96667 black_duration:0.966667",
    "[Parsed_freezedetect_1 @ 0x55fd] [info] lavfi.freezedetect.freeze_start: 0",
    "[freezedetect @ 0x55fd] [info] lavfi.freezedetect.freeze_duration: 4",
    "[freezedetect @ 0x55fd] [info] lavfi.freezedetect.freeze_end: 4",
    "[freezedetect @ 0x55fd] [info] lavfi.freezedetect.freeze_start: 8.5",
    "[silencedetect @ 0x55fd] [info] silence_start: -0.01",
    "[silencedetect @ 0x55fd] [info] silence_end: 3.2 | silence_duration: 3.21",
    "[info]     title           : [blackdetect @ 0x1] black_start:1 black_end:2",
    "[h264 @ 0x55fd] [error] error while decoding MB 1 2",
    "[Parsed_ebur128_0 @ 0x5576] [info] Summary:",
    "    I:         -14.2 LUFS",
    "    Threshold: -24.4 LUFS",
    "    Peak:       -1.3 dBFS",
  ];
  expect(parseFilterLines(lines, 10)).toEqual({
    black: [{ start: 7, end: 7.96667 }],
    frozen: [
      { start: 0, end: 4 },
      { start: 8.5, end: 10 },
    ],
    silent: [{ start: 0, end: 3.2 }],
    integratedLufs: -14.2,
    truePeakDb: -1.3,
    errors: ["[h264 @ 0x55fd] [error] error while decoding MB 1 2"],
  });
  expect(parseFilterLines(["    Peak:       -inf dBFS"], 1).truePeakDb).toBe(Number.NEGATIVE_INFINITY);
});

test("packets are put in order by stream, and uneven steps are found", () => {
  const times = parsePackets(
    "0,0.000000,0.033333\n0,0.066667,0.033333\n1,-0.021333,0.021333,\n0,0.033333,0.033333\n0,0.200000,0.033333\n\n",
  );
  expect([...times.get(1)!]).toEqual([-0.021333]);
  expect(unevenSteps(times.get(0)!, 1 / 30)).toEqual([{ start: 0.066667, end: 0.2 }]);
});

describe("captions as a player reads them", () => {
  test("with byte order mark, CRLF and points", () => {
    const srt = "\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nOne\r\ntwo\r\n\r\n2\r\n01:00:03.250 --> 01:00:04.000\r\nThree\r\n";
    expect(parseSrt(srt)).toEqual([
      { startSec: 1, endSec: 2.5, text: "One\ntwo" },
      { startSec: 3603.25, endSec: 3604, text: "Three" },
    ]);
  });

  test.each([
    ["two words", 9, 1],
    ["日本語です", 5, 1],
    ["日本語\nです", 5, 1],
    ["two\nlines", 9, 1],
    ["👩‍👩‍👧 ok", 2, 2],
  ])("%s is read at %d characters a second", (text, speed, endSec) => {
    expect(cueSpeed({ startSec: 0, endSec, text })).toBe(speed);
  });
});

describe("clicks", () => {
  const pairs = 2 * AROUND;
  /** Stereo samples around a join from a function of the sample number, the join being at 0. */
  const sound = (at: (index: number) => number) => Float32Array.from({ length: 2 * pairs }, (_, index) => at((index >> 1) - AROUND));
  const tone = (index: number) => 0.2 * Math.sin(index * 0.05) + 0.1 * Math.sin(index * 0.21);
  const noise = (index: number) => ((Math.imul(index, 0x9e3779b1) >>> 8) / 0xffffff - 0.5) * 0.1;

  test.each([
    ["a step in a tone", (index: number) => tone(index) + (index >= 0 ? 0.05 : 0)],
    ["a single sample", (index: number) => tone(index) + (index === 30 ? 0.1 : 0)],
    ["a tone that jumps in phase", (index: number) => 0.3 * Math.sin(index * 0.05 + (index >= 0 ? 2 : 0))],
    ["a step out of silence", (index: number) => (index >= 0 ? 0.1 : 0)],
  ])("%s is one", (_name, at) => {
    expect(hasClick(sound(at))).toBe(true);
  });

  test.each([
    ["a tone", tone],
    ["silence", () => 0],
    ["noise", noise],
    ["a drum that sounds on", (index: number) => tone(index) + (index >= 0 ? 8 * noise(index) * Math.exp(-index / 1200) : 0)],
    ["a step too small to hear", (index: number) => tone(index) + (index >= 0 ? 0.0005 : 0)],
    ["a step far from the join", (index: number) => tone(index) + (index >= 1500 ? 0.1 : 0)],
  ])("%s is none", (_name, at) => {
    expect(hasClick(sound(at))).toBe(false);
  });

  test("the sound around a join is cut out of a stream in blocks of any length", () => {
    const around = windowsAround([1, 0]);
    for (let at = 0; at < 100_000; at += 7001) {
      around.take(Float32Array.from({ length: 2 * 7001 }, (_, index) => at + (index >> 1)));
    }
    const [one, zero] = around.windows;
    expect([one![0], one!.at(-1)]).toEqual([48_000 - AROUND, 48_000 + AROUND - 1]);
    expect([zero![0], zero!.at(-1)]).toEqual([0, AROUND - 1]);
  });
});
