import { stat } from "node:fs/promises";
import type { FrameSize } from "../domain/frame.ts";
import { SAMPLE_RATE } from "../domain/speech.ts";
import { clipArgs, pictureArgs, soundDecodeArgs } from "./args/decode.ts";
import { decodeBlocks } from "./decode-blocks.ts";
import { HOSTILE } from "./hostile.ts";
import { sniffPicture } from "./picture-format.ts";
import { checkFile, probeMedia, unusable } from "./probe.ts";

type Programs = { ffmpeg: string; ffprobe: string };

/** RGBA pixels, opaque, rows top to bottom without padding; as they are also the same premultiplied. */
export type Pixels = { width: number; height: number; pixels: Uint8Array<ArrayBuffer> };

const PICTURE_BYTES_MOST = 128 * 1024 * 1024;
/** Longest stretch of sound that is taken when no length is asked for, in seconds. */
const SOUND_MOST_SEC = 600;

/** A picture of the user's, upright, scaled to cover a size and cropped to it; what is transparent becomes black. Throws `media_unusable`. */
export async function decodePicture(options: { ffmpeg: string; path: string; cover: FrameSize; signal: AbortSignal }): Promise<Pixels> {
  const { ffmpeg, path, cover, signal } = options;
  await checkFile(path);
  const format = await sniffPicture(path);
  if (!format || (await stat(path)).size > PICTURE_BYTES_MOST) throw unusable(path);
  const blockBytes = cover.width * cover.height * 4;
  for await (const pixels of decodeBlocks({ ffmpeg, path, args: pictureArgs(path, HOSTILE, format, cover), blockBytes, signal })) {
    if (pixels.length === blockBytes) return { ...cover, pixels: flatten(pixels) };
  }
  throw unusable(path);
}

/** From so many frames before its end a clip surely has a picture. */
const LAST_FRAMES = 2;

/** Frames of a clip, one after another. */
export type Clip = {
  /** The next frame as RGBA, never changed later; after the clip's end its last frame again. */
  next(): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
};

/** A stretch of a clip, in seconds, and the frames that are wanted of it. */
export type ClipOptions = Programs & {
  path: string;
  size: FrameSize;
  fps: number;
  /** Where in the clip its scene begins; there must be a picture. */
  startSec: number;
  /** How long the scene has been on already; past the clip's end its last frame stands. */
  sinceSec?: number;
  durationSec: number;
  signal: AbortSignal;
};

/** Opens a stretch of the user's clip, upright, scaled to cover a size and cropped to it. Throws `media_unusable`, also from `next`. */
export async function openClip(options: ClipOptions): Promise<Clip> {
  const { ffmpeg, path, size, fps, durationSec, signal } = options;
  const media = await probeMedia(options);
  const video = media.streams.find(({ type }) => type === "video");
  if (!video) throw unusable(path, "it has no picture");
  const lastSec = media.durationSec - LAST_FRAMES / (video.fps || fps);
  const startSec = options.startSec + Math.max(0, Math.min(options.sinceSec ?? 0, lastSec - options.startSec));
  const assumeBt709 = video.colorSpace === "unknown" && Math.min(video.width, video.height) >= 720;
  const picture = await sniffPicture(path);
  const guards = picture ? [...HOSTILE, "-f", picture.demuxer] : HOSTILE;
  const args = clipArgs(path, guards, { size, fps, startSec, durationSec, assumeBt709 });
  const blockBytes = size.width * size.height * 4;
  const frames = decodeBlocks({ ffmpeg, path, args, blockBytes, signal });
  let last: Uint8Array<ArrayBuffer> | undefined;
  return {
    async next() {
      const { value } = await frames.next();
      if (value && value.length === blockBytes) last = flatten(value);
      if (!last) throw unusable(path, `there is no picture at ${startSec} s`);
      return last;
    },
    close: async () => void (await frames.return(undefined)),
  };
}

/** A stretch of a sound, in seconds; from its beginning, and ten minutes at most, unless something else is said. */
export type SoundOptions = { ffmpeg: string; path: string; startSec?: number; durationSec?: number; signal: AbortSignal };

/** A stretch of the user's sound as mono samples at 48 kHz, at most ten minutes unless more is asked for. Throws `media_unusable`. */
export async function decodeSound(options: SoundOptions): Promise<Float32Array<ArrayBuffer>> {
  const blocks: Float32Array[] = [];
  for await (const block of soundBlocks(options, 1)) blocks.push(block);
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    samples.set(block, at);
    at += block.length;
  }
  if (samples.length === 0) throw unusable(options.path, `there is no sound at ${options.startSec ?? 0} s`);
  return samples;
}

/** The user's sound as interleaved stereo blocks at 48 kHz, a second each, the last shorter; memory stays flat. Throws `media_unusable`. */
export function openSound(options: SoundOptions): AsyncGenerator<Float32Array<ArrayBuffer>> {
  return soundBlocks(options, 2);
}

async function* soundBlocks({ ffmpeg, path, startSec = 0, durationSec = SOUND_MOST_SEC, signal }: SoundOptions, channels: 1 | 2) {
  await checkFile(path);
  const args = soundDecodeArgs(path, HOSTILE, { startSec, durationSec, channels });
  const whole = 4 * channels;
  for await (const bytes of decodeBlocks({ ffmpeg, path, args, blockBytes: SAMPLE_RATE * whole, signal })) {
    yield new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / whole) * channels);
  }
}

/** Lays what is transparent over black, in place. */
function flatten(pixels: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let at = 3; at < pixels.length; at += 4) {
    const alpha = pixels[at]!;
    if (alpha === 255) continue;
    for (let channel = at - 3; channel < at; channel++) pixels[channel] = Math.round((pixels[channel]! * alpha) / 255);
    pixels[at] = 255;
  }
  return pixels;
}
