import { describe, expect, test } from "bun:test";
import { ffmpegFailure, lastUsefulLine, outputInvalid } from "../../src/media/failure.ts";
import { toTrackLanguage } from "../../src/media/language.ts";
import { parseNames } from "../../src/media/needs.ts";
import { progressReader } from "../../src/media/progress.ts";
import { parseVersion } from "../../src/media/version.ts";

describe("versions", () => {
  test.each([
    ["ffmpeg version 5.1.9-0+deb12u1 Copyright", "5.1.9-0+deb12u1", true],
    ["ffmpeg version 5.0.3 Copyright", "5.0.3", false],
    ["ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright", "4.4.2-0ubuntu0.22.04.1", false],
    ["ffmpeg version n7.1 Copyright", "n7.1", true],
    ["ffmpeg version 7.0.2-static https://johnvansickle.com/ffmpeg/", "7.0.2-static", true],
    ["ffmpeg version 10.0 Copyright", "10.0", true],
    ["ffmpeg version N-118448-g43be8d0728 Copyright", "N-118448-g43be8d0728", true],
    ["ffmpeg version 2024-10-02-git-358fdf3083-full_build Copyright", "2024-10-02-git-358fdf3083-full_build", true],
    ["ffprobe version 6.1.1-3ubuntu5 Copyright", "6.1.1-3ubuntu5", true],
  ])("%s", (line, text, newEnough) => {
    expect(parseVersion(line)).toEqual({ text, newEnough });
  });

  test("another program has none", () => {
    expect(parseVersion("usage: ffmpeg")).toBeUndefined();
  });
});

test("names are read from each kind of list", () => {
  const list =
    " V....D libx264              H.264\n TSC ebur128           A->N       EBU\n  E mp4             MP4\n D  mov,mp4,m4a       QuickTime\nsetts\n";
  expect([...parseNames(list)]).toEqual(expect.arrayContaining(["libx264", "ebur128", "mp4", "mov", "m4a", "setts"]));
});

test.each([
  ["en", "eng"],
  ["es-MX", "spa"],
  ["zh-Hans", "zho"],
  ["fil", "fil"],
  ["xx", "und"],
])("the language %s is written as %s", (bcp47, code) => {
  expect(toTrackLanguage(bcp47)).toBe(code);
});

test("progress is read in pieces, by either name of the microseconds", () => {
  const seconds: number[] = [];
  const read = progressReader((value) => seconds.push(value));
  for (const piece of ["frame=1\nout_time_us=15", "00000\nout_time_ms=2000000\nout_time=00", ":00\nout_time_us=N/A\n", "progress=end\n"])
    read(piece);
  expect(seconds).toEqual([1.5, 2]);
});

describe("what a fault is called", () => {
  const ended = { code: 1, signal: null, stderr: "", timedOut: false, aborted: false };
  test.each([
    ["a status", { ...ended, stderr: "[x @ 0x1f] Error opening\n\n" }, "ffmpeg_failed", "status 1 and said: Error opening"],
    ["a signal", { ...ended, code: null, signal: "SIGKILL" }, "ffmpeg_failed", "ended by SIGKILL"],
    ["a full disk", { ...ended, stderr: "a: No space left on device\nConversion failed!" }, "disk_full", "Free some space"],
    ["an end by us", { ...ended, aborted: true }, "cancelled", "Cancelled"],
    ["no end in time", { ...ended, timedOut: true }, "ffmpeg_hung", "no progress"],
  ])("%s", (_name, how, code, sentence) => {
    const error = ffmpegFailure("Working", how);
    expect(error.code).toBe(code as typeof error.code);
    expect(error.message).toContain(sentence);
  });

  test("a bad file after a full disk is a full disk", () => {
    expect(outputInvalid("Working", "no index").code).toBe("ffmpeg_output_invalid");
    expect(outputInvalid("Working", "no index", "No space left on device").code).toBe("disk_full");
  });

  test.each([
    ["", ""],
    ["frame=1\nfoo: Invalid data found when processing input\nsomething else", "foo: Invalid data found when processing input"],
    ["only this.", "only this"],
  ])("the useful line of %j", (stderr, line) => {
    expect(lastUsefulLine(stderr)).toBe(line);
  });
});
