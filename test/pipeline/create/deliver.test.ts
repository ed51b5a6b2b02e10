import { describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Artifacts } from "../../../src/domain/artifacts.ts";
import { encodeScene } from "../../../src/media/encode.ts";
import { encodeSound } from "../../../src/media/sound.ts";
import { deliver } from "../../../src/pipeline/create/deliver.ts";
import { fake, ffmpeg, ffprobe, movingFrame, never, scratchFolder } from "../../media/scratch.ts";
import { board, context, request, timelineOf } from "./film.ts";

const folder = scratchFolder("deliver");
const storyboard = board([{ duration: 1 }, { duration: 1 }], { title: "" });
const timeline = timelineOf(storyboard);
const ASKED = { width: 854, height: 480 };

/** Scenes as FFmpeg has left them, of a size, and the film's sound. */
async function makeParts(size: typeof ASKED): Promise<Pick<Artifacts, "render" | "mix">> {
  const files = timeline.scenes.map((_, index) => join(folder, `${size.width}-${index}.mp4`));
  for (const [index, { frames }] of timeline.scenes.entries()) {
    const encoder = encodeScene({ ffmpeg, out: files[index]!, size, fps: 30, frames, effort: "draft", signal: never });
    const frame = movingFrame(index, 0, size);
    for (let number = 0; number < frames; number++) await encoder.write(frame);
    await encoder.finish();
  }
  const sound = join(folder, `${size.width}.m4a`);
  const encoder = encodeSound({ ffmpeg, out: sound, frames: timeline.frames * 1600, language: "en", signal: never });
  await encoder.write(new Float32Array(timeline.frames * 3200));
  await encoder.finish();
  return { render: { files }, mix: { file: sound, silent: true, loudnessLufs: -70 } };
}

/** Delivers into a folder of its own; answers what lies there then, and the error. */
async function deliverFilm(size: typeof ASKED, program = ffmpeg) {
  const out = join(folder, `out-${size.width}-${program.length}`);
  const temporary = join(folder, "tmp");
  for (const path of [out, temporary]) mkdirSync(path, { recursive: true });
  const parts = await makeParts(size);
  const captions = { pictures: [], filmCues: [], srt: "", vtt: "WEBVTT\n", notes: [] };
  const programs = { ffmpeg: program, ffprobe, version: "6" };
  const order = { jobId: "job", request: request({ quality: "480p" }), out: join(out, "film.mp4"), keepParts: false, report: false };
  const shared = { order, means: { programs, temporary, version: "1" } } as unknown as Parameters<typeof context>[2];
  const artifacts = { plan: storyboard, timeline, captions, speech: { spoken: [], notes: [] }, ...parts };
  const error = await deliver(context(order.request, artifacts, shared)).then(
    () => undefined,
    (thrown) => thrown,
  );
  return { error, files: readdirSync(out).sort() };
}

describe("delivering", () => {
  test("puts the film and what belongs to it in place", async () => {
    const { error, files } = await deliverFilm(ASKED);
    expect(error).toBeUndefined();
    expect(files).toEqual(["film.jpg", "film.json", "film.mp4", "film.srt", "film.vtt"]);
    expect(readdirSync(join(folder, "tmp"))).toEqual([]);
  });

  test("refuses what an FFmpeg made that says all is well and encodes another size, report or no report", async () => {
    const { error, files } = await deliverFilm({ width: 160, height: 96 });
    expect(error).toMatchObject({ code: "ffmpeg_output_invalid", retryable: true, message: expect.stringContaining("160x96") });
    expect(files).toEqual([]);
  });

  test("refuses an FFmpeg that says all is well and writes nothing", async () => {
    const { error, files } = await deliverFilm(ASKED, fake("lies"));
    expect(error).toMatchObject({ code: "ffmpeg_output_invalid" });
    expect(files).toEqual([]);
  });
});
