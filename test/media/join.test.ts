import { describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { encodeScene } from "../../src/media/encode.ts";
import { type FilmParts, joinFilm } from "../../src/media/join.ts";
import { presentationTimes, readMp4 } from "../../src/media/mp4.ts";
import { makePoster } from "../../src/media/poster.ts";
import { encodeSound } from "../../src/media/sound.ts";
import { runProcess } from "../../src/system/process.ts";
import { fake, ff, ffmpeg, ffprobe, makeScene, movingFrame, never, SIZE, scratchFolder } from "./scratch.ts";

const folder = scratchFolder("join");
const lengths = [47, 61, 1, 2, 33, 20];
const frames = lengths.reduce((sum, length) => sum + length);
const fps = 30;
const scenes = lengths.map((_, index) => join(folder, `-scene '${index}' [x]: %d.mp4`));
await Promise.all(lengths.map((length, index) => makeScene(scenes[index]!, index, length)));
const sound = join(folder, "sound.m4a");
const encoder = encodeSound({ ffmpeg, out: sound, frames: frames * 1600, language: "es", signal: never });
await encoder.write(Float32Array.from({ length: frames * 3200 }, (_, index) => 0.4 * Math.sin(index / 30)));
await encoder.finish();

const chapters = [
  { title: "One = 1; #2 \\ 3\n[CHAPTER]", startSec: 0, endSec: 3 },
  { title: "Zwei", startSec: 3, endSec: frames / fps },
];
const parts = (out: string, other: Partial<FilmParts> = {}): FilmParts => ({
  ...{ ffmpeg, scenes, sound, fps, frames, language: "es", temporary: folder, out, signal: never },
  ...{ title: "A 'film': 100% sure", comment: "Voice: x; Pictures: y", chapters },
  ...other,
});
const film = join(folder, "film's [1]:\n.mp4");
await joinFilm(parts(film));

describe("a joined film", () => {
  test("has every frame once, at an even step from zero, and sound from the same moment to the same moment", async () => {
    const { tracks, faststart } = await readMp4(film);
    const [video, audio] = tracks;
    expect(faststart).toBe(true);
    expect([...presentationTimes(video!).sort()].map((time) => Math.round(time * fps * 1e4) / 1e4)).toEqual([...Array(frames).keys()]);
    expect(audio!.editStart / audio!.timescale).toBeCloseTo(1024 / 48_000, 6);
    expect(Math.abs(audio!.durationSec - video!.durationSec)).toBeLessThan(1 / fps);
  });

  test("decodes to the scenes' own frames in order", async () => {
    const picturesOf = async (path: string) =>
      (await ff("-i", `file:${path}`, "-map", "0:v", "-f", "framemd5", "-")).split("\n").filter((line) => line.startsWith("0,"));
    const hash = (line: string) => line.split(",").at(-1)!.trim();
    const ofFilm = await picturesOf(film);
    const ofScenes = (await Promise.all(scenes.map(picturesOf))).flat();
    expect(ofFilm.map(hash)).toEqual(ofScenes.map(hash));
    expect(ofFilm.map((line) => Number(line.split(",")[2]))).toEqual([...Array(frames).keys()]);
  });

  test("starts and ends together for a player as well", async () => {
    const entries = ["-show_entries", "stream=codec_type,start_time,duration:stream_tags=language", "-of", "csv=p=0"];
    const { stdout } = await runProcess([ffprobe, "-v", "error", ...entries, `file:${film}`]);
    const [video, audio] = stdout
      .toString()
      .split("\n")
      .map((line) => line.split(","));
    expect([video![1], audio![1]]).toEqual(["0.000000", "0.000000"]);
    expect(Math.abs(Number(video![2]) - Number(audio![2]))).toBeLessThan(0.005);
    expect(audio!.at(-1)).toBe("spa");
  });

  test("carries title, comment and chapters as they were written, and no date", async () => {
    const { stdout } = await runProcess([ffprobe, "-v", "error", "-show_format", "-show_chapters", "-of", "json", `file:${film}`]);
    const shown = JSON.parse(stdout.toString());
    expect(shown.format.tags).toMatchObject({ title: "A 'film': 100% sure", comment: "Voice: x; Pictures: y" });
    expect(shown.format.tags).not.toHaveProperty("creation_time");
    expect(shown.chapters.map((chapter: { tags: { title: string } }) => chapter.tags.title)).toEqual(chapters.map(({ title }) => title));
    expect(Buffer.from(await Bun.file(film).bytes()).includes(folder)).toBe(false);
  });

  test("has the same bytes in another folder", async () => {
    const other = join(folder, "other place");
    mkdirSync(other);
    const copies = scenes.map((_, index) => join(other, `${index}.mp4`));
    await Promise.all(scenes.map((scene, index) => Bun.write(copies[index]!, Bun.file(scene))));
    await joinFilm(parts(join(other, "x.mp4"), { scenes: copies, temporary: other }));
    expect(Buffer.from(await Bun.file(join(other, "x.mp4")).bytes()).equals(Buffer.from(await Bun.file(film).bytes()))).toBe(true);
  });

  test("may be without sound", async () => {
    const out = join(folder, "mute.mp4");
    await joinFilm(parts(out, { sound: undefined, chapters: [] }));
    expect((await readMp4(out)).tracks.map(({ handler }) => handler)).toEqual(["vide"]);
  });

  test("stays on its grid over 300 scenes of a third of a second", async () => {
    const out = join(folder, "many.mp4");
    const third = join(folder, "third.mp4");
    await makeScene(third, 1, 10);
    await joinFilm(parts(out, { scenes: Array(300).fill(third), sound: undefined, frames: 3000, chapters: [] }));
    const [video] = (await readMp4(out)).tracks;
    expect(presentationTimes(video!).sort().at(-1)).toBeCloseTo(2999 / fps, 6);
  });
});

describe("what is refused", () => {
  const refused = async (other: Partial<FilmParts>) => {
    const out = join(folder, "refused.mp4");
    const error = await joinFilm(parts(out, other)).catch((caught) => caught);
    expect(await Bun.file(out).exists()).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part") || name.startsWith("join-"))).toEqual([]);
    return error;
  };

  test("a scene of another kind", async () => {
    const odd = join(folder, "odd.mp4");
    const encoder = encodeScene({ ffmpeg, out: odd, size: SIZE, fps, frames: 2, effort: "draft", signal: never });
    for (const number of [0, 1]) await encoder.write(movingFrame(0, number));
    await encoder.finish();
    const error = await refused({ scenes: [...scenes, odd], frames: frames + 2 });
    expect(error).toMatchObject({ code: "ffmpeg_output_invalid", message: expect.stringContaining("scene 7 was encoded differently") });
  });

  test("a scene that has gone", async () => {
    expect(await refused({ scenes: [...scenes, "/nowhere.mp4"] })).toMatchObject({
      message: expect.stringContaining("scene 7 cannot be read"),
    });
  });

  test.each([
    ["another number of frames", { frames: frames + 1 }, "ffmpeg_output_invalid"],
    ["an FFmpeg that lies", { ffmpeg: fake("lies") }, "ffmpeg_output_invalid"],
    ["an FFmpeg that cuts short", { ffmpeg: fake("cuts-short") }, "ffmpeg_output_invalid"],
    ["an FFmpeg that dies", { ffmpeg: fake("dies") }, "ffmpeg_failed"],
    ["a full disk", { ffmpeg: fake("disk-full") }, "disk_full"],
  ])("%s", async (_name, other, code) => {
    expect(await refused(other)).toMatchObject({ code });
  });

  test("cancelling, at once", async () => {
    const stop = new AbortController();
    const film = refused({ signal: stop.signal, ffmpeg: fake("hangs") });
    await Bun.sleep(50);
    stop.abort();
    expect(await film).toMatchObject({ code: "cancelled" });
  });
});

describe("the poster", () => {
  test("is a JPEG of the film's size, the same each time", async () => {
    const [one, two] = [join(folder, "-one.jpg"), join(folder, "two.jpg")];
    await makePoster({ ffmpeg, film, atSec: 1, out: one, signal: never });
    await makePoster({ ffmpeg, film, atSec: 1, out: two, signal: never });
    expect(Buffer.from(await Bun.file(one).bytes()).equals(Buffer.from(await Bun.file(two).bytes()))).toBe(true);
    const probed = await runProcess([
      ffprobe,
      "-v",
      "error",
      "-show_entries",
      "stream=width,height",
      "-of",
      "csv=p=0",
      "-f",
      "jpeg_pipe",
      one,
    ]);
    expect(probed.stdout.toString().trim()).toBe("160,96");
  });

  test("behind the film's end there is none", async () => {
    const out = join(folder, "none.jpg");
    await expect(makePoster({ ffmpeg, film, atSec: 99, out, signal: never })).rejects.toMatchObject({ code: "ffmpeg_output_invalid" });
    expect(await Bun.file(out).exists()).toBe(false);
  });
});
