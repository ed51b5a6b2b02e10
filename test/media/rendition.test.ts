import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFfmpeg } from "../../src/media/find.ts";
import { type RenditionWanted, verifyRendition } from "../../src/media/rendition.ts";
import { runProcess } from "../../src/system/process.ts";

let folder = "";
let programs: Awaited<ReturnType<typeof findFfmpeg>>;
const { signal } = new AbortController();
const want: RenditionWanted = { size: { width: 160, height: 90 }, fps: 30, durationSec: 1, sound: true };

const PICTURE = ["-f", "lavfi", "-i", "testsrc=s=160x90:r=30:d=1"];
const SOUND = ["-f", "lavfi", "-i", "sine=d=1:r=48000"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-rendition-"));
  programs = await findFfmpeg({ env: process.env, signal });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What verifying says of a file that FFmpeg makes with these arguments; undefined when all is well. */
async function verdict(args: string[], name = "film.mp4"): Promise<{ code: string; message: string; retryable: boolean } | undefined> {
  const path = join(folder, name);
  const { code, stderr } = await runProcess([programs.ffmpeg, "-v", "error", "-nostdin", "-y", ...args, path]);
  if (code !== 0) throw new Error(stderr);
  return verifyRendition({ ffprobe: programs.ffprobe, path, want, signal }).then(
    () => undefined,
    (error) => error,
  );
}

describe("a rendition", () => {
  test("that is what was asked for counts", async () => {
    expect(await verdict([...PICTURE, ...SOUND, "-c:v", "libx264", "-c:a", "aac"])).toBeUndefined();
  });

  test.each<[what: string, args: string[], says: string]>([
    ["of another size", [...PICTURE, ...SOUND, "-c:v", "libx264", "-s", "80x90"], "80x90 in place of 160x90"],
    ["that is too short", [...PICTURE, ...SOUND, "-c:v", "libx264", "-t", "0.5"], "lasts 0.5"],
    ["of another rate", [...PICTURE, ...SOUND, "-c:v", "libx264", "-r", "25"], "25 frames a second"],
    ["without sound", [...PICTURE, "-c:v", "libx264"], "no sound"],
    ["without a picture", [...SOUND], "no picture"],
    ["in another codec", [...PICTURE, ...SOUND, "-c:v", "mpeg4"], "mpeg4"],
    ["with two sounds", [...PICTURE, ...SOUND, ...SOUND, "-map", "0", "-map", "1", "-map", "2", "-c:v", "libx264"], "more streams"],
  ])("%s does not, and may be made again", async (_what, args, says) => {
    expect(await verdict(args)).toMatchObject({ code: "ffmpeg_output_invalid", retryable: true, message: expect.stringContaining(says) });
  });

  test("that is no film, or is not there, does not", async () => {
    const path = join(folder, "none.mp4");
    const look = () => verifyRendition({ ffprobe: programs.ffprobe, path, want, signal }).catch((error) => error.code);
    expect(await look()).toBe("ffmpeg_output_invalid");
    await Bun.write(path, "not a film");
    expect(await look()).toBe("ffmpeg_output_invalid");
  });
});
