import { describe, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { encodeScene, sceneProblem } from "../../src/media/encode.ts";
import { presentationTimes, readMp4 } from "../../src/media/mp4.ts";
import { encodeSound } from "../../src/media/sound.ts";
import { runProcess } from "../../src/system/process.ts";
import { fake, ff, ffmpeg, ffprobe, makeScene, movingFrame, never, SIZE, scratchFolder } from "./scratch.ts";

const folder = scratchFolder("encode");
const fps = 30;
const frames = 70;

const left = () => readdirSync(folder).filter((name) => name.endsWith(".part"));

async function encodeWith(program: string, out: string, options: { stallMs?: number; signal?: AbortSignal } = {}): Promise<unknown> {
  const encoder = encodeScene({ ffmpeg: program, out, size: SIZE, fps, frames, effort: "draft", signal: never, ...options });
  try {
    for (let number = 0; number < frames; number++) await encoder.write(movingFrame(0, number));
    await encoder.finish();
  } catch (error) {
    return error;
  }
}

describe("a scene", () => {
  const out = join(folder, "-a 'scene' [1]: %d\n.mp4");

  test("is H.264 High in BT.709 with a key frame every two seconds at most", async () => {
    const encoder = encodeScene({
      ffmpeg,
      out,
      size: SIZE,
      fps,
      frames,
      effort: "standard",
      signal: never,
    });
    for (let number = 0; number < frames; number++) await encoder.write(movingFrame(0, number));
    await encoder.finish();
    expect(await sceneProblem(out, { size: SIZE, fps, frames })).toBeUndefined();
    const entries =
      "stream=codec_name,profile,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate,nb_frames,start_time";
    const probed = await runProcess([ffprobe, "-v", "error", "-show_entries", entries, "-of", "csv=p=0", `file:${out}`]);
    expect(probed.stdout.toString().trim()).toBe("h264,High,yuv420p,tv,bt709,bt709,bt709,30/1,0.000000,70");
    const [video] = (await readMp4(out)).tracks;
    expect(Math.max(...video!.syncSamples!.map((sample, index, all) => (all[index + 1] ?? frames + 1) - sample))).toBeLessThanOrEqual(60);
  });

  test("holds as many frames as it was given, at even times from zero", async () => {
    const [video] = (await readMp4(out)).tracks;
    expect([...presentationTimes(video!).sort()].map((time) => Math.round(time * fps * 1e6) / 1e6)).toEqual([...Array(frames).keys()]);
    const decoded = await ff("-i", `file:${out}`, "-f", "framemd5", "-");
    expect(decoded.split("\n").filter((line) => /^0,/.test(line)).length).toBe(frames);
  });

  test("has the same bytes when it is made again elsewhere", async () => {
    const [once, twice] = [join(folder, "once.mp4"), join(scratchFolder("elsewhere"), "other name.mp4")];
    await makeScene(once, 3, 20);
    await makeScene(twice, 3, 20);
    expect(Buffer.from(await Bun.file(once).bytes()).equals(Buffer.from(await Bun.file(twice).bytes()))).toBe(true);
  });

  test.each([
    ["another length", { frames: frames + 1 }, "70 frames in place of 71"],
    ["another size", { size: { width: 96, height: 160 } }, "160x96 pixels"],
    ["another rate", { fps: 25 }, "frames at uneven times"],
  ])("is refused when it has %s than was asked for", async (_name, other, problem) => {
    expect(await sceneProblem(out, { size: SIZE, fps, frames, ...other })).toBe(problem);
  });
});

describe("faults of FFmpeg while a scene is encoded", () => {
  test.each([
    ["dies", "ffmpeg_failed", "status 1 and said: Conversion failed!"],
    ["killed", "ffmpeg_failed", "ended by SIGKILL"],
    ["lies", "ffmpeg_output_invalid", "no readable MP4"],
    ["cuts-short", "ffmpeg_output_invalid", "no readable MP4"],
    ["loses-frames", "ffmpeg_output_invalid", "3 frames in place of 70"],
    ["disk-full", "disk_full", "Free some space"],
    ["hangs", "ffmpeg_hung", "made no progress"],
    ["hangs-at-end", "ffmpeg_hung", "made no progress"],
    ["no-such-program", "ffmpeg_failed", "status 127"],
  ])("%s: %s", async (program, code, sentence) => {
    const out = join(folder, `fault-${program}.mp4`);
    const error = (await encodeWith(fake(program), out, { stallMs: 500 })) as Error;
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(sentence);
    expect(await Bun.file(out).exists()).toBe(false);
    expect(left()).toEqual([]);
  });

  test("cancelling stops it and leaves nothing", async () => {
    const stop = new AbortController();
    const out = join(folder, "cancelled.mp4");
    const encoder = encodeScene({ ffmpeg, out, size: SIZE, fps, frames, effort: "best", signal: stop.signal });
    await encoder.write(movingFrame(0, 0));
    stop.abort();
    await expect(encoder.finish()).rejects.toMatchObject({ code: "cancelled" });
    expect(left()).toEqual([]);
  });

  test("giving up leaves nothing, and giving up after the end leaves the scene", async () => {
    const encoder = encodeScene({ ffmpeg, out: join(folder, "given-up.mp4"), size: SIZE, fps, frames, effort: "draft", signal: never });
    await encoder.write(movingFrame(0, 0));
    await encoder.abandon();
    expect(left()).toEqual([]);
    const out = join(folder, "one.mp4");
    const single = encodeScene({ ffmpeg, out, size: SIZE, fps, frames: 1, effort: "draft", signal: never });
    await single.write(movingFrame(0, 0));
    await single.finish();
    await single.abandon();
    expect(await sceneProblem(out, { size: SIZE, fps, frames: 1 })).toBeUndefined();
  });
});

describe("the film's sound", () => {
  const seconds = (length: number) => Float32Array.from({ length: length * 2 * 48_000 }, (_, index) => 0.3 * Math.sin(index / 40));
  const shorter = join(folder, "shorter.m4a");

  test.each([
    ["shorter than the film", 1, shorter],
    ["longer than the film", 3, join(folder, "longer.m4a")],
  ])("%s becomes as long as the film", async (_name, length, out) => {
    const encoder = encodeSound({ ffmpeg, out, frames: 96_000, language: "de", signal: never });
    const samples = seconds(length);
    for (let at = 0; at < samples.length; at += 30_000) await encoder.write(samples.subarray(at, at + 30_000));
    await encoder.finish();
    const [sound] = (await readMp4(out)).tracks;
    expect(sound).toMatchObject({ codec: "mp4a", language: "deu", editStart: 1024, timescale: 48_000 });
    expect(sound!.durationSec).toBeCloseTo(2, 2);
  });

  test.each([
    ["dies", "ffmpeg_failed"],
    ["lies", "ffmpeg_output_invalid"],
    ["disk-full", "disk_full"],
    ["hangs", "ffmpeg_hung"],
  ])("when FFmpeg %s it is %s", async (program, code) => {
    const out = join(folder, `sound-${program}.m4a`);
    const encoder = encodeSound({ ffmpeg: fake(program), out, frames: 480_000, language: "en", signal: never, stallMs: 300 });
    const work = async () => {
      for (let round = 0; round < 5; round++) await encoder.write(seconds(1));
      await encoder.finish();
    };
    await expect(work()).rejects.toMatchObject({ code });
    expect(await Bun.file(out).exists()).toBe(false);
    expect(left()).toEqual([]);
  });
});
