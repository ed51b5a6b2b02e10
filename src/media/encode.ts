import type { FrameSize } from "../domain/frame.ts";
import { type SceneFormat, sceneArgs } from "./args/scene.ts";
import { type Encoder, startEncoder } from "./encoder.ts";
import { readMp4 } from "./mp4.ts";

/** What a scene is encoded to. */
export type SceneEncoding = SceneFormat & {
  /** The program's path. */
  ffmpeg: string;
  /** The MP4 to be made. */
  out: string;
  /** How many frames will be written. */
  frames: number;
  signal: AbortSignal;
  /** FFmpeg is killed when it takes nothing for so long; 60,000 by default. */
  stallMs?: number;
};

/** Starts encoding a scene from raw frames: I420, BT.709, studio range, one a `write`. Rejects as `startEncoder` says. */
export function encodeScene(options: SceneEncoding): Encoder {
  return startEncoder({
    ...options,
    what: "Encoding a scene",
    command: (path) => [options.ffmpeg, ...sceneArgs(options, path)],
    problem: (path) => sceneProblem(path, options),
  });
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
