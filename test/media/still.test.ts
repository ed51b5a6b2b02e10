import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { writeStill } from "../../src/media/still.ts";
import { ffmpeg, never, scratchFolder } from "./scratch.ts";

const folder = scratchFolder("still");
const size = { width: 32, height: 16 };
/** White in the left half, black in the right, no colour. */
const frame = new Uint8Array((32 * 16 * 3) / 2).fill(128).map((value, index) => (index >= 512 ? value : index % 32 < 16 ? 235 : 16));

test("a frame becomes a JPEG of its size and light", async () => {
  const out = join(folder, "still.jpg");
  await writeStill({ ffmpeg, out, size, frame, signal: never });
  const { stdout } = Bun.spawnSync([ffmpeg, "-v", "error", "-i", out, "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1"]);
  expect(stdout).toHaveLength(512);
  expect([...stdout.subarray(0, 8), ...stdout.subarray(24, 32)].map((value) => Math.round(value / 16))).toEqual([
    ...Array(8).fill(16),
    ...Array(8).fill(0),
  ]);
});

test("a frame that is cut short leaves nothing", async () => {
  const out = join(folder, "short.jpg");
  const failure = await writeStill({ ffmpeg, out, size, frame: frame.subarray(0, 100), signal: never }).catch((error) => error);
  expect(failure.code).toMatch(/^ffmpeg_(failed|output_invalid)$/);
  expect((await readdir(folder)).filter((name) => name.includes("short") || name.includes("part"))).toEqual([]);
});
