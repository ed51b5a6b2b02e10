import { soundArgs } from "./args/sound.ts";
import { type Encoder, startEncoder } from "./encoder.ts";
import { toTrackLanguage } from "./language.ts";
import { readMp4 } from "./mp4.ts";

/** Samples in one AAC frame, and before the first sound of a track. */
const AAC_FRAME = 1024;

/** What a film's sound is encoded to. */
export type SoundEncoding = {
  ffmpeg: string;
  /** The MP4 with the sound alone. */
  out: string;
  /** Sample pairs at 48 kHz; what comes is padded with silence or cut to it. */
  frames: number;
  /** BCP 47. */
  language: string;
  signal: AbortSignal;
  /** FFmpeg is killed when it takes nothing for so long; 60,000 by default. */
  stallMs?: number;
};

/** Takes a film's sound block by block. Once a call has rejected nothing more may be written. */
export type SoundEncoder = Omit<Encoder, "write"> & {
  /** Interleaved stereo samples at 48 kHz, -1..1. */
  write(block: Float32Array): Promise<void>;
};

/** Starts encoding a film's sound from samples as they come. Rejects as `startEncoder` says. */
export function encodeSound(options: SoundEncoding): SoundEncoder {
  const encoder = startEncoder({
    ...options,
    what: "Encoding the sound",
    command: (path) => [options.ffmpeg, ...soundArgs(options.frames, toTrackLanguage(options.language), path)],
    problem: (path) => soundProblem(path, options.frames),
  });
  let frames = 0;
  const write = async (block: Float32Array) => {
    if (frames >= options.frames) return;
    frames += block.length / 2;
    await encoder.write(new Uint8Array(block.buffer, block.byteOffset, block.byteLength), frames >= options.frames);
  };
  return { ...encoder, write };
}

/** What is wrong with the sound's file, or undefined. */
async function soundProblem(path: string, frames: number): Promise<string | undefined> {
  try {
    const { tracks, mediaBytes } = await readMp4(path);
    const [sound] = tracks;
    if (tracks.length !== 1 || sound?.codec !== "mp4a") return "it holds no AAC track";
    if (sound.bytes > mediaBytes) return "it is cut short";
    const longer = sound.samples * AAC_FRAME - sound.editStart - frames;
    return longer < 0 || longer > 2 * AAC_FRAME ? `it is ${longer} samples too long` : undefined;
  } catch (error) {
    return `no readable MP4: ${error instanceof Error ? error.message : error}`;
  }
}
