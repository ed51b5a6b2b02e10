import { describe, expect, test } from "bun:test";
import { copyFileSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diagnoseFfmpeg } from "../../src/media/doctor.ts";
import { findFfmpeg } from "../../src/media/find.ts";
import { inspectProgram } from "../../src/media/inspect.ts";
import { fake, ffmpeg, ffprobe, never, scratchFolder } from "./scratch.ts";

const folder = scratchFolder("find");
const PATH = process.env.PATH;

const folderWith = (name: string, programs: Record<string, string>): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, target] of Object.entries(programs)) symlinkSync(target, join(path, file));
  return path;
};
const good = folderWith("good", { ffmpeg, ffprobe });
const old = folderWith("old", { ffmpeg: fake("too-old"), ffprobe });
const empty = folderWith("empty", {});
const find = (env: Record<string, string | undefined>, folders?: string[], lastFolders?: string[]) =>
  findFfmpeg({ env, folders, lastFolders, signal: never });

describe("where FFmpeg is looked for", () => {
  test.each([
    ["FFMPEG_BIN and FFPROBE_BIN before all", { FFMPEG_BIN: ffmpeg, FFPROBE_BIN: ffprobe, PATH: old }, [old], [], ffmpeg],
    ["our own folders before PATH", { PATH }, [empty, good], [], join(good, "ffmpeg")],
    ["PATH before the last folders", { PATH: good }, [], [old], join(good, "ffmpeg")],
    ["the last folders where PATH has none", { PATH: empty }, [], [good], join(good, "ffmpeg")],
    ["past one that is too old", { PATH: old }, [], [good], join(good, "ffmpeg")],
    ["past one that is another program", { PATH: good }, [folderWith("odd", { ffmpeg: fake("stranger") })], [], join(good, "ffmpeg")],
  ])("%s", async (_name, env, folders, lastFolders, found) => {
    expect((await find(env, folders, lastFolders)).ffmpeg).toBe(found);
  });

  test("ffprobe beside ffmpeg comes first", async () => {
    expect((await find({ FFMPEG_BIN: join(good, "ffmpeg"), PATH })).ffprobe).toBe(join(good, "ffprobe"));
  });
});

describe("what is said when none will do", () => {
  test.each([
    ["no ffmpeg", { PATH: empty }, "ffmpeg_missing", "sudo apt install ffmpeg"],
    ["no ffprobe", { FFMPEG_BIN: fake("../../fixtures/programs/lone"), PATH: empty }, "ffmpeg_missing", "FFMPEG_BIN names"],
    ["a name that is no program", { FFMPEG_BIN: "/etc/passwd" }, "ffmpeg_missing", "FFMPEG_BIN names /etc/passwd"],
    ["too old by name", { FFMPEG_BIN: fake("too-old") }, "ffmpeg_too_old", "version 4.4.2-0ubuntu0.22.04.1, and 5.1 is needed"],
    ["too old on PATH", { PATH: old }, "ffmpeg_too_old", "Install FFmpeg 5.1 or later"],
    ["built without x264", { FFMPEG_BIN: fake("poor"), PATH }, "ffmpeg_missing", "was built without libx264."],
    ["another program", { FFMPEG_BIN: fake("stranger") }, "ffmpeg_failed", "is not FFmpeg"],
  ])("%s", async (_name, env, code, sentence) => {
    const error = await find(env).catch((caught) => caught);
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(sentence);
  });
});

test("a program is asked once, and again when it has changed", async () => {
  const own = join(folder, "own");
  const cache = join(folder, "cache");
  mkdirSync(own);
  copyFileSync(fake("poor"), join(own, "ffmpeg"));
  const search = { env: { FFMPEG_BIN: join(own, "ffmpeg"), PATH }, cache, signal: never };
  await expect(findFfmpeg(search)).rejects.toThrow("libx264");
  const { mtimeMs, size } = await Bun.file(join(own, "ffmpeg")).stat();
  writeFileSync(join(own, "ffmpeg"), "#!/bin/sh\nexit 9\n".padEnd(size));
  utimesSync(join(own, "ffmpeg"), mtimeMs / 1000, mtimeMs / 1000);
  await expect(findFfmpeg(search)).rejects.toThrow("libx264");
  utimesSync(join(own, "ffmpeg"), 1, 1);
  await expect(findFfmpeg(search)).rejects.toThrow("status 9");
  rmSync(cache, { recursive: true });
});

test("the doctor's facts name everything that is needed", async () => {
  const { needs, version } = await inspectProgram(ffmpeg, never);
  expect(version).toMatch(/\d/);
  expect(needs.filter(({ found }) => !found)).toEqual([]);
  expect(needs.map(({ name }) => name)).toContain("libx264");
  const poor = await inspectProgram(fake("poor"), never);
  expect(poor.needs.filter(({ found }) => !found)).toEqual([{ kind: "encoders", name: "libx264", found: false }]);
});

test("the doctor says what is there and how to mend what is not", async () => {
  const well = await diagnoseFfmpeg({ env: { FFMPEG_BIN: ffmpeg, FFPROBE_BIN: ffprobe, PATH }, signal: never });
  expect(well.map(({ ok }) => ok)).toEqual(well.map(() => true));
  expect(well.map(({ name }) => name)).toEqual(expect.arrayContaining(["FFmpeg", "ffprobe", "FFmpeg's encoders", "FFmpeg's filters"]));
  const [ill] = await diagnoseFfmpeg({ env: { FFMPEG_BIN: fake("poor"), PATH }, signal: never });
  expect(ill).toMatchObject({ name: "FFmpeg", ok: false, mend: expect.stringContaining("apt install ffmpeg") });
  expect(ill!.found).toEndWith("was built without libx264.");
});
