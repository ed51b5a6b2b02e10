import { afterAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeScene } from "../../src/media/encode.ts";
import { findFfmpeg } from "../../src/media/find.ts";
import { runProcess } from "../../src/system/process.ts";

/** A folder that is removed after the file's tests. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kinora-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const never = new AbortController().signal;

/** The machine's own FFmpeg. */
export const { ffmpeg, ffprobe } = await findFfmpeg({ env: process.env, signal: never });

/** One of the fakes in test/fixtures/programs. */
export const fake = (name: string): string => join(import.meta.dir, "../fixtures/programs", name);

/** Runs FFmpeg for a test's own material; throws with what it said. */
export async function ff(...args: string[]): Promise<string> {
  const ended = await runProcess([ffmpeg, "-hide_banner", "-nostdin", "-v", "error", "-y", ...args], { timeoutMs: 60_000 });
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended.stdout.toString();
}

export const SIZE = { width: 160, height: 96 };

/** An I420 frame with a moving pattern; each scene and number looks different. */
export function movingFrame(scene: number, number: number, size = SIZE): Uint8Array {
  const frame = new Uint8Array((size.width * size.height * 3) / 2).fill(128);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++)
      frame[y * size.width + x] = 40 + ((x * 3 + number * 5 + scene * 31) % 97) + ((y * 2 + number) % 60);
  }
  return frame;
}

/** Encodes a short scene with real FFmpeg. */
export async function makeScene(out: string, scene: number, frames: number, fps = 30): Promise<void> {
  const encoder = encodeScene({ ffmpeg, out, size: SIZE, fps, frames, effort: "standard", signal: never });
  for (let number = 0; number < frames; number++) await encoder.write(movingFrame(scene, number));
  await encoder.finish();
}
