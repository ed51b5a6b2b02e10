import type { FrameSize } from "../domain/frame.ts";
import { outputInvalid } from "./failure.ts";
import { type Media, probeMedia } from "./probe.ts";

/** What a rendition was asked to be. `sound` is false for one without any. */
export type RenditionWanted = { size: FrameSize; fps: number; durationSec: number; sound: boolean };

/** How far a container's length may be from the picture's, s: the sound's last block reaches beyond it. */
const LENGTH_ROOM_SEC = 0.1;

/** What is wrong with a rendition, or undefined: one H.264 picture of the size and rate asked for, AAC sound where there is to be any, the length. */
export function renditionProblem({ durationSec, streams }: Media, want: RenditionWanted): string | undefined {
  const [video, ...moreVideo] = streams.filter(({ type }) => type === "video");
  const [audio, ...moreAudio] = streams.filter(({ type }) => type === "audio");
  if (!video) return "it has no picture";
  if (moreVideo.length + moreAudio.length > 0) return "it has more streams than one picture and one sound";
  if (video.codec !== "h264") return `its picture is ${video.codec}`;
  const { width, height } = want.size;
  if (video.width !== width || video.height !== height) return `it is ${video.width}x${video.height} in place of ${width}x${height}`;
  if (Math.abs(video.fps - want.fps) > 0.01) return `it has ${video.fps} frames a second in place of ${want.fps}`;
  if (want.sound !== (audio !== undefined)) return want.sound ? "it has no sound" : "it has a sound";
  if (audio && audio.codec !== "aac") return `its sound is ${audio.codec}`;
  if (Math.abs(durationSec - want.durationSec) > LENGTH_ROOM_SEC) return `it lasts ${durationSec} s in place of ${want.durationSec} s`;
  return undefined;
}

/** Has ffprobe look at a rendition. Rejects with `ffmpeg_output_invalid` unless it is what was asked for: FFmpeg's own word does not count. */
export async function verifyRendition(options: {
  ffprobe: string;
  path: string;
  want: RenditionWanted;
  signal: AbortSignal;
}): Promise<void> {
  const { ffprobe, path, want, signal } = options;
  const media = await probeMedia({ ffprobe, path, signal }).catch((error) => {
    signal.throwIfAborted();
    throw outputInvalid("Joining the scenes", error instanceof Error ? error.message : String(error));
  });
  const problem = renditionProblem(media, want);
  if (problem) throw outputInvalid("Joining the scenes", problem);
}
