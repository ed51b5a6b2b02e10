import { expect, test } from "bun:test";
import { toVtt } from "../../../src/media/captions/vtt.ts";
import { ffmpegReads, HOSTILE, toCues } from "./cues.ts";

test("a file has its signature, then numbered cues with their times", () => {
  expect(toVtt(toCues(["Night"]))).toBe("WEBVTT\n\n1\n00:00:00.100 --> 00:00:01.900\nNight\nsecond\n");
});

test("no captions make a file that is still WebVTT", () => {
  expect(toVtt([])).toBe("WEBVTT\n");
});

test("markup is escaped", () => {
  expect(toVtt(toCues(["<b>a</b> & --> b"]))).toContain("\n&lt;b&gt;a&lt;/b&gt; &amp; --&gt; b\n");
});

test("FFmpeg reads every cue as it was written", async () => {
  const read = await ffmpegReads("vtt", toVtt(toCues(HOSTILE.map(([text]) => text))));
  expect(read).toEqual(HOSTILE.map(([, expected]) => `${expected}\nsecond`));
});
