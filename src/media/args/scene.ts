import type { Effort, FrameSize } from "../../domain/frame.ts";
import { h264Level } from "./level.ts";

/**
 * x264's preset and constant rate factor for each effort. Every frame of look-ahead costs about 3.5 bytes a pixel in every encoder, so that
 * medium's 40 and slow's 50 are cut down. On scenery, 8 frames give files a tenth smaller than 20 at 0.3 dB less SSIM: as much for a bit.
 */
export const EFFORTS: Record<Effort, { preset: string; crf: number; lookahead: number }> = {
  draft: { preset: "veryfast", crf: 21, lookahead: 8 },
  standard: { preset: "medium", crf: 20, lookahead: 8 },
  best: { preset: "slow", crf: 18, lookahead: 16 },
};

/** Ticks a second of every video track that we write; whole for 24, 25, 30, 50 and 60 frames a second. */
export const VIDEO_TIMESCALE = 90_000;

/** The longest group of pictures, s: every so often a frame needs no other. */
const GROUP_SEC = 2;
/** How far from the middle, as a part of the whole, still counts as the middle. */
const NEARLY = 0.2;

/** About the middle of a scene of ours, s: a frame that needs no other where there is one, which is found in half the time. */
export function nearMiddleSec(frames: number, fps: number): number {
  const middle = Math.floor(frames / 2) / fps;
  const nearest = GROUP_SEC * Math.round(middle / GROUP_SEC);
  return nearest > 0 && Math.abs(nearest - middle) <= (NEARLY * frames) / fps ? nearest : middle;
}

/** What every program run of ours begins with: nothing is asked, only errors are printed. */
export const QUIET = ["-hide_banner", "-nostdin", "-loglevel", "error"];

/** What all scenes of a film share, so that they can be joined by copying. */
export type SceneFormat = { size: FrameSize; fps: number; effort: Effort };

/** Raw I420 frames on standard input to an MP4 of one scene that can be joined to others of its format by copying. */
export function sceneArgs({ size, fps, effort }: SceneFormat, out: string): string[] {
  return [
    ...QUIET,
    ...["-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", `${size.width}x${size.height}`, "-framerate", String(fps)],
    ...["-i", "pipe:0", "-an"],
    ...videoArgs({ size, fps, effort }),
    ...["-map_metadata", "-1", "-fflags", "+bitexact", "-video_track_timescale", String(VIDEO_TIMESCALE), "-f", "mp4", "-y", `file:${out}`],
  ];
}

/** H.264 High at one thread (its result depends on their number), closed groups of at most two seconds, BT.709 in studio range. */
function videoArgs({ size, fps, effort }: SceneFormat): string[] {
  const { preset, crf, lookahead } = EFFORTS[effort];
  return [
    ...["-c:v", "libx264", "-preset", preset, "-crf", String(crf), "-profile:v", "high", "-level:v", h264Level(size, fps)],
    ...[
      "-pix_fmt",
      "yuv420p",
      "-threads",
      "1",
      "-flags:v",
      "+bitexact+cgop",
      "-g",
      String(GROUP_SEC * fps),
      "-rc-lookahead",
      String(lookahead),
    ],
    ...["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"],
  ];
}
