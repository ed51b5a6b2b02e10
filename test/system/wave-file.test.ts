import { afterAll, beforeAll, expect, test } from "bun:test";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "../../src/system/process.ts";
import { createWave, readWave, readWaveFormat, waveBlocks, writeWave } from "../../src/system/wave-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kinora-wave-"));
});
afterAll(() => rm(folder, { recursive: true }));

const ramp = Float32Array.from({ length: 3000 }, (_, i) => i / 3000 - 0.5);

test.each(["f32", "s16"] as const)("what is written as %s in pieces is read again, by us and by ffprobe", async (encoding) => {
  const path = join(folder, `${encoding}.wav`);
  const wave = await createWave(path, { channels: 2, sampleRate: 48_000, encoding });
  await wave.write(ramp.subarray(0, 1000));
  await wave.write(ramp.subarray(1000));
  await wave.close();
  const read = await readWave(path);
  expect(read).toMatchObject({ channels: 2, sampleRate: 48_000, encoding, frames: 1500 });
  for (const [i, value] of read.samples.entries()) expect(Math.abs(value - ramp[i]!)).toBeLessThan(1 / 16_000);
  const { stdout } = await runProcess(["ffprobe", "-v", "error", "-show_entries", "stream=duration_ts", "-of", "csv=p=0", path]);
  expect(stdout.toString().trim()).toBe("1500");
});

test("blocks have the length that was asked for, the last one what is left", async () => {
  const path = join(folder, "blocks.wav");
  await writeWave(path, ramp, { channels: 1, sampleRate: 48_000, encoding: "f32" });
  const blocks = await Array.fromAsync(waveBlocks(path, 1400));
  expect(blocks.map((block) => block.length)).toEqual([1400, 1400, 200]);
  expect(Float32Array.from(blocks.flatMap((block) => [...block]))).toEqual(ramp);
});

test.each([
  ["all ones", 0xffffffff],
  ["zero", 0],
  ["past the end", 1_000_000],
])("a header whose length is %s is read to the end of the file", async (name, length) => {
  const path = join(folder, `${name}.wav`);
  await writeWave(path, ramp, { channels: 1, sampleRate: 48_000, encoding: "f32" });
  const bytes = await readFile(path);
  bytes.writeUInt32LE(length, 40);
  await writeFile(path, bytes);
  expect((await readWaveFormat(path)).frames).toBe(3000);
});

test("chunks after the samples are no samples", async () => {
  const path = join(folder, "list.wav");
  await writeWave(path, ramp, { channels: 1, sampleRate: 48_000, encoding: "s16" });
  await appendFile(path, "LIST\x04\x00\x00\x00INFO");
  expect((await readWave(path)).frames).toBe(3000);
});

test("what ffmpeg writes is read", async () => {
  const path = join(folder, "theirs.wav");
  await runProcess(["ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "sine=d=0.5:r=22050", "-c:a", "pcm_f32le", path]);
  expect(await readWaveFormat(path)).toEqual({ channels: 1, sampleRate: 22_050, encoding: "f32", frames: 11_025 });
});

test("what is no WAV file is refused in a sentence", async () => {
  const path = join(folder, "not.wav");
  await writeFile(path, "RIFF but not really");
  await expect(readWaveFormat(path)).rejects.toThrow("is not a WAV file");
});
