import { expect, test } from "bun:test";
import type { Cue } from "../../../src/domain/caption.ts";
import { toSrt } from "../../../src/media/captions/srt.ts";
import { ffmpegReads, HOSTILE, toCues } from "./cues.ts";

/** Reads SubRip as players do: blocks parted by empty lines. */
function parse(srt: string): { number: number; times: string; text: string }[] {
  return srt
    .trimEnd()
    .split("\n\n")
    .map((block) => {
      const [number, times, ...text] = block.split("\n");
      return { number: Number(number), times: times!, text: text.join("\n").replaceAll("\u2060", "") };
    });
}

test("a cue has its number, its times with a comma, and its lines", () => {
  const cue: Cue = {
    startSec: 3661.5,
    endSec: 3663.0004,
    lines: [
      [
        { text: "The", startSec: 0, endSec: 1 },
        { text: "sea,", startSec: 1, endSec: 2 },
      ],
      [{ text: "again.", startSec: 2, endSec: 3 }],
    ],
  };
  expect(toSrt([cue])).toBe("1\n01:01:01,500 --> 01:01:03,000\nThe sea,\nagain.\n");
});

test("no captions make an empty file", () => {
  expect(toSrt([])).toBe("");
});

test.each(HOSTILE)("%j stays as it was written", (text, expected) => {
  const cues = parse(toSrt(toCues(["before", text, "after"])));
  expect(cues.map((cue) => cue.text)).toEqual(["before\nsecond", `${expected}\nsecond`, "after\nsecond"]);
  for (const cue of cues) expect(cue.times).toMatch(/^\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}$/);
});

test("FFmpeg reads every cue, and no markup in it", async () => {
  const read = await ffmpegReads("srt", toSrt(toCues(HOSTILE.map(([text]) => text))));
  expect(read).toEqual(HOSTILE.map(([, expected]) => `${expected}\nsecond`));
});

test("a cue that says nothing is left out, and the numbers run on", () => {
  expect(
    parse(
      toSrt(toCues(["one", "two"]).toSpliced(1, 0, { startSec: 1.9, endSec: 2, lines: [[{ text: "\u0000", startSec: 0, endSec: 1 }]] })),
    ).map((cue) => cue.number),
  ).toEqual([1, 2]);
});
