import { describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { encodeScene } from "../../../src/media/encode.ts";
import { openStills } from "../../../src/pipeline/create/stills.ts";
import { openContent } from "../../../src/system/content.ts";
import { fake, ffmpeg, movingFrame, never, scratchFolder } from "../../media/scratch.ts";
import { context, request } from "./film.ts";

const folder = scratchFolder("stills");
const SIZE = { width: 854, height: 480 };
const FRAMES = 12;
const file = join(folder, "0123abc.mp4");
const encoder = encodeScene({ ffmpeg, out: file, size: SIZE, fps: 30, frames: FRAMES, effort: "draft", signal: never });
for (let number = 0; number < FRAMES; number++) await encoder.write(movingFrame(0, number, SIZE));
await encoder.finish();

const log: string[] = [];
/** What puts stills into a folder of its own; they share what is kept. */
function open(name: string, { program = ffmpeg, signal = never, stills = true } = {}) {
  const out = join(folder, name);
  const temporary = join(folder, "tmp");
  for (const path of [out, temporary]) mkdirSync(path, { recursive: true });
  const order = {
    jobId: "job",
    request: request({ quality: "480p" }),
    out: join(out, "film.mp4"),
    keepParts: false,
    report: false,
    stills,
  };
  const means = { programs: { ffmpeg: program, ffprobe: "", version: "6" }, temporary, version: "1", codeVersion: "1" };
  const shared = { order, means, content: openContent(join(folder, "cache")), signal, log: (_: string, text: string) => log.push(text) };
  const put = openStills(context(order.request, {}, shared as unknown as Parameters<typeof context>[2]));
  return { out, temporary, put: (index: number) => put({ index, file, frames: FRAMES }) };
}

describe("a still of a scene", () => {
  test("is a small JPEG beside the film, from the scene's middle", async () => {
    const { out, temporary, put } = open("made");
    expect(await Promise.all([put(0), put(7)])).toEqual([true, true]);
    expect(readdirSync(out).sort()).toEqual(["scene-001.jpg", "scene-008.jpg"]);
    expect(readdirSync(temporary)).toEqual([]);
    const still = join(out, "scene-001.jpg");
    const { stderr } = Bun.spawnSync([ffmpeg, "-hide_banner", "-i", still], { stderr: "pipe" });
    expect(stderr.toString()).toContain("480x270");
    expect(Bun.file(still).size).toBeLessThan(60_000);
  });

  test("is not made again from the same scene", async () => {
    const { out, put } = open("again", { program: fake("lies") });
    expect(await put(2)).toBe(true);
    expect(readdirSync(out)).toEqual(["scene-003.jpg"]);
    expect(log).toEqual([]);
  });

  test("that cannot be made is told of, and stops nothing", async () => {
    const { out, put } = open("failing", { program: fake("lies") });
    Bun.spawnSync(["rm", "-rf", join(folder, "cache")]);
    expect(await put(0)).toBe(false);
    expect(readdirSync(out)).toEqual([]);
    expect(log).toEqual([expect.stringContaining("Scene 1 has no still: ")]);
  });

  test("is neither made nor missed where none is asked for, or once the job is stopped", async () => {
    expect(await open("none", { stills: false }).put(0)).toBe(false);
    const stop = AbortSignal.abort(new Error("enough"));
    await expect(open("stopped", { signal: stop }).put(0)).rejects.toThrow("enough");
  });
});
