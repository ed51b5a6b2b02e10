import type { FrameSize } from "../domain/frame.ts";
import { PipeBroken, startProcess } from "../system/process.ts";
import { type SceneFormat, sceneArgs } from "./args/scene.ts";
import { ffmpegFailure, outputInvalid } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { readMp4 } from "./mp4.ts";
import { partFile } from "./part-file.ts";
import { watchStalls } from "./stall.ts";

const WHAT = "Encoding a scene";
const STALL_MS = 60_000;

/** What a scene is encoded to. */
export type SceneEncoding = SceneFormat & {
  /** The program's path. */
  ffmpeg: string;
  /** The MP4 to be made; a file beside it, ending in ".part", grows meanwhile. */
  out: string;
  /** How many frames will be written. */
  frames: number;
  signal: AbortSignal;
  /** FFmpeg is killed when it takes nothing for so long; 60,000 by default. */
  stallMs?: number;
};

/** Takes a scene frame by frame. Once a call has rejected nothing more may be written. */
export type SceneEncoder = {
  /** One I420 frame, BT.709, studio range. Resolves when it has been taken, so that its bytes may be used again. */
  write(frame: Uint8Array): Promise<void>;
  /** Ends the scene, checks the file against what was asked for and moves it to its place. */
  finish(): Promise<void>;
  /** Gives up: ends FFmpeg and removes what it wrote. Harmless after `finish`. */
  abandon(): Promise<void>;
};

/**
 * Starts encoding a scene from raw frames. Rejects with `cancelled`, `ffmpeg_hung`, `ffmpeg_failed`, `ffmpeg_output_invalid` or
 * `disk_full`; nothing is left at `out` or beside it then.
 */
export function encodeScene(options: SceneEncoding): SceneEncoder {
  const part = partFile(options.out);
  const child = startProcess([options.ffmpeg, ...sceneArgs(options, part.path)], {
    stdin: "pipe",
    signal: options.signal,
    env: FFMPEG_ENV,
  });
  const watched = watchStalls(child, options.stallMs ?? STALL_MS);
  const abandon = async () => {
    child.kill();
    await child.ended;
    await part.drop();
  };
  const orAbandon = <T>(work: Promise<T>): Promise<T> => work.catch((error) => abandon().then(() => Promise.reject(error)));
  const write = async (frame: Uint8Array) => {
    try {
      await watched.during(child.write(frame));
    } catch (error) {
      if (!(error instanceof PipeBroken)) throw error;
      const ended = await child.ended;
      throw watched.reason(WHAT) ?? ffmpegFailure(WHAT, ended);
    }
  };
  const finish = async () => {
    await child.end();
    const ended = await watched.during(child.ended);
    if (ended.code !== 0) throw watched.reason(WHAT) ?? ffmpegFailure(WHAT, ended);
    const problem = await sceneProblem(part.path, options);
    if (problem) throw outputInvalid(WHAT, problem, ended.stderr);
    await part.keep();
  };
  return { write: (frame) => orAbandon(write(frame)), finish: () => orAbandon(finish()), abandon };
}

/** What is wrong with a scene's file, or undefined. FFmpeg's exit status alone cannot be trusted. */
export async function sceneProblem(path: string, want: { size: FrameSize; fps: number; frames: number }): Promise<string | undefined> {
  try {
    const { tracks, mediaBytes } = await readMp4(path);
    const [video] = tracks;
    if (tracks.length !== 1 || video?.codec !== "avc1") return "it holds no H.264 track";
    if (video.samples !== want.frames) return `${video.samples} frames in place of ${want.frames}`;
    if (video.width !== want.size.width || video.height !== want.size.height) return `${video.width}x${video.height} pixels`;
    if (video.durations.some(({ ticks }) => ticks !== video.timescale / want.fps)) return "frames at uneven times";
    if (video.syncSamples && video.syncSamples[0] !== 1) return "it does not begin with a key frame";
    if (video.bytes > mediaBytes) return "it is cut short";
    return undefined;
  } catch (error) {
    return `no readable MP4: ${error instanceof Error ? error.message : error}`;
  }
}
