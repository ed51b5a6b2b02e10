import { PipeBroken, startProcess } from "../system/process.ts";
import { soundArgs } from "./args/sound.ts";
import { ffmpegFailure, outputInvalid } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { toTrackLanguage } from "./language.ts";
import { readMp4 } from "./mp4.ts";
import { partFile } from "./part-file.ts";
import { watchStalls } from "./stall.ts";

const WHAT = "Encoding the sound";
const STALL_MS = 60_000;
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
export type SoundEncoder = {
  /** Interleaved stereo samples at 48 kHz, -1..1. */
  write(block: Float32Array): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
};

/** Starts encoding a film's sound from samples as they come. Rejects as `encodeScene` does. */
export function encodeSound(options: SoundEncoding): SoundEncoder {
  const part = partFile(options.out);
  const command = [options.ffmpeg, ...soundArgs(options.frames, toTrackLanguage(options.language), part.path)];
  const child = startProcess(command, { stdin: "pipe", signal: options.signal, env: FFMPEG_ENV });
  const watched = watchStalls(child, options.stallMs ?? STALL_MS);
  let frames = 0;
  const abandon = async () => {
    child.kill();
    await child.ended;
    await part.drop();
  };
  const write = async (block: Float32Array) => {
    if (frames >= options.frames) return;
    frames += block.length / 2;
    try {
      await watched.during(child.write(new Uint8Array(block.buffer, block.byteOffset, block.byteLength)));
    } catch (error) {
      const ended = await child.ended;
      // FFmpeg closes its input by itself once it has as many samples as it needs.
      if (error instanceof PipeBroken && frames >= options.frames && ended.code === 0) return;
      throw watched.reason(WHAT) ?? ffmpegFailure(WHAT, ended);
    }
  };
  const finish = async () => {
    await child.end();
    const ended = await watched.during(child.ended);
    if (ended.code !== 0) throw watched.reason(WHAT) ?? ffmpegFailure(WHAT, ended);
    const problem = await soundProblem(part.path, options.frames);
    if (problem) throw outputInvalid(WHAT, problem, ended.stderr);
    await part.keep();
  };
  const orAbandon = <T>(work: Promise<T>): Promise<T> => work.catch((error) => abandon().then(() => Promise.reject(error)));
  return { write: (block) => orAbandon(write(block)), finish: () => orAbandon(finish()), abandon };
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
