import { type FileHandle, open } from "node:fs/promises";
import { KinoraError } from "../domain/error.ts";

/** What a WAV file says about itself; `frames` never exceeds what the file holds, whatever its header claims. */
export type WaveFormat = { channels: number; sampleRate: number; encoding: "f32" | "s16"; frames: number };

/** Writes a WAV file as it comes. The header's sizes are right once `close` has resolved. */
export type WaveWriter = {
  /** Adds interleaved samples, -1..1. */
  write(block: Float32Array): Promise<void>;
  close(): Promise<void>;
};

const HEADER_BYTES = 44;
const FLOAT_FORMAT = 3;
const INTEGER_FORMAT = 1;
const EXTENSIBLE_FORMAT = 0xfffe;
const MAX_DATA_BYTES = 0xffffffff - HEADER_BYTES;

/** Creates (or empties) a WAV file of 32-bit float or 16-bit samples. */
export async function createWave(path: string, format: Omit<WaveFormat, "frames">): Promise<WaveWriter> {
  const file = await open(path, "w");
  let bytes = 0;
  await writeFully(file, buildHeader(format, 0), 0);
  return {
    async write(block) {
      const data = format.encoding === "f32" ? toBytes(block) : toBytes(toIntegers(block));
      if (bytes + data.length > MAX_DATA_BYTES) throw new KinoraError("internal", "A WAV file cannot hold more than 4 GB.");
      await writeFully(file, data, HEADER_BYTES + bytes);
      bytes += data.length;
    },
    async close() {
      try {
        await writeFully(file, buildHeader(format, bytes), 0);
      } finally {
        await file.close();
      }
    },
  };
}

/** Writes a whole WAV file at once. */
export async function writeWave(path: string, samples: Float32Array, format: Omit<WaveFormat, "frames">): Promise<void> {
  const wave = await createWave(path, format);
  try {
    await wave.write(samples);
  } finally {
    await wave.close();
  }
}

/** Reads what a WAV file is. Throws `media_unusable` when it is no WAV file of float or 16-bit samples. */
export async function readWaveFormat(path: string): Promise<WaveFormat> {
  return withFile(path, async (file) => (await findData(file, path)).format);
}

/** All samples of a WAV file, interleaved, -1..1. */
export async function readWave(path: string): Promise<WaveFormat & { samples: Float32Array }> {
  const format = await readWaveFormat(path);
  const samples = new Float32Array(format.frames * format.channels);
  let at = 0;
  for await (const block of waveBlocks(path)) {
    samples.set(block, at);
    at += block.length;
  }
  return { ...format, samples };
}

/** A WAV file's samples, interleaved, a second at a time by default. */
export async function* waveBlocks(path: string, blockFrames = 48_000): AsyncGenerator<Float32Array> {
  const file = await open(path, "r");
  try {
    const { format, offset } = await findData(file, path);
    const frameBytes = format.channels * sampleBytes(format.encoding);
    for (let frame = 0; frame < format.frames; frame += blockFrames) {
      const bytes = new Uint8Array(Math.min(blockFrames, format.frames - frame) * frameBytes);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset + frame * frameBytes);
      if (bytesRead < bytes.length) throw new KinoraError("media_unusable", `${path} became shorter while it was read.`);
      yield format.encoding === "f32" ? new Float32Array(bytes.buffer) : fromIntegers(new Int16Array(bytes.buffer));
    }
  } finally {
    await file.close();
  }
}

const sampleBytes = (encoding: WaveFormat["encoding"]): number => (encoding === "f32" ? 4 : 2);
const toBytes = (view: Float32Array | Int16Array): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function toIntegers(block: Float32Array): Int16Array {
  return Int16Array.from(block, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32767));
}

function fromIntegers(block: Int16Array): Float32Array {
  const samples = new Float32Array(block.length);
  for (let i = 0; i < samples.length; i++) samples[i] = block[i]! / 32768;
  return samples;
}

function buildHeader({ channels, sampleRate, encoding }: Omit<WaveFormat, "frames">, dataBytes: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(HEADER_BYTES));
  const text = (at: number, value: string) => new Uint8Array(header.buffer).set(new TextEncoder().encode(value), at);
  const frameBytes = channels * sampleBytes(encoding);
  text(0, "RIFF");
  header.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, encoding === "f32" ? FLOAT_FORMAT : INTEGER_FORMAT, true);
  header.setUint16(22, channels, true);
  header.setUint32(24, sampleRate, true);
  header.setUint32(28, sampleRate * frameBytes, true);
  header.setUint16(32, frameBytes, true);
  header.setUint16(34, 8 * sampleBytes(encoding), true);
  text(36, "data");
  header.setUint32(40, dataBytes, true);
  return new Uint8Array(header.buffer);
}

async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, "r");
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** Walks the chunks to the samples. A data size that is wrong (0, all ones, past the end) counts as "to the end of the file". */
async function findData(file: FileHandle, path: string): Promise<{ format: WaveFormat; offset: number }> {
  const { size } = await file.stat();
  const view = new DataView(new ArrayBuffer(40));
  const read = async (at: number, bytes: number) => (await file.read(view, 0, bytes, at)).bytesRead === bytes;
  const name = (at: number) => String.fromCharCode(...new Uint8Array(view.buffer, at, 4));
  const refuse = () => new KinoraError("media_unusable", `${path} is not a WAV file of 32-bit float or 16-bit samples.`);
  if (!(await read(0, 12)) || name(0) !== "RIFF" || name(8) !== "WAVE") throw refuse();
  let format: Omit<WaveFormat, "frames"> | undefined;
  for (let at = 12; await read(at, 8); ) {
    const kind = name(0);
    const length = view.getUint32(4, true);
    if (kind === "data" && format) {
      const inFile = size - at - 8;
      const bytes = length === 0 || length > inFile ? inFile : length;
      return { format: { ...format, frames: Math.floor(bytes / (format.channels * sampleBytes(format.encoding))) }, offset: at + 8 };
    }
    if (kind === "fmt ") {
      if (!(await read(at + 8, Math.min(40, length)))) throw refuse();
      format = parseFormat(view, length);
      if (!format) throw refuse();
    }
    at += 8 + length + (length % 2);
  }
  throw refuse();
}

function parseFormat(view: DataView, length: number): Omit<WaveFormat, "frames"> | undefined {
  const tag = view.getUint16(0, true);
  const kind = tag === EXTENSIBLE_FORMAT && length >= 26 ? view.getUint16(24, true) : tag;
  const bits = view.getUint16(14, true);
  const channels = view.getUint16(2, true);
  const encoding = kind === FLOAT_FORMAT && bits === 32 ? "f32" : kind === INTEGER_FORMAT && bits === 16 ? "s16" : undefined;
  return encoding && channels > 0 ? { channels, sampleRate: view.getUint32(4, true), encoding } : undefined;
}
