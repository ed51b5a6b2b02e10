import type { FrameSize } from "../../domain/frame.ts";
import { SAMPLE_RATE } from "../../domain/speech.ts";
import { QUIET } from "./scene.ts";

/** What turns a picture upright, by its EXIF orientation (1..8). */
const UPRIGHT: Record<number, string[]> = {
  2: ["hflip"],
  3: ["hflip", "vflip"],
  4: ["vflip"],
  5: ["transpose=cclock_flip"],
  6: ["transpose=clock"],
  7: ["transpose=clock_flip"],
  8: ["transpose=cclock"],
};

/** Fills a size without gaps: scaled until both sides are long enough, the rest cut off evenly. */
function cover({ width, height }: FrameSize, matrix = ""): string[] {
  const flags = "flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp+bitexact";
  return [
    "setsar=1",
    `scale=${width}:${height}:force_original_aspect_ratio=increase:${flags}${matrix}`,
    `crop=${width}:${height}`,
    "format=rgba",
  ];
}

const RAW_OUT = ["-f", "rawvideo", "pipe:1"];
const one = (path: string): string[] => ["-i", `file:${path}`];
const seconds = (value: number): string => value.toFixed(6);

/** A picture to one frame of RGBA on standard output. `guards` are the options that tame a file of the user's. */
export function pictureArgs(path: string, guards: string[], format: { demuxer: string; orientation: number }, size: FrameSize): string[] {
  const filters = [...(UPRIGHT[format.orientation] ?? []), ...cover(size)];
  const input = ["-noautorotate", ...guards, "-threads", "1", "-f", format.demuxer, ...one(path)];
  return [...QUIET, ...input, "-map", "0:v:0", "-frames:v", "1", "-vf", filters.join(","), ...RAW_OUT];
}

/** A stretch of a clip to frames of RGBA on standard output, upright, at the rate asked for. Video without a colour matrix is BT.709 from 720 lines on. */
export function clipArgs(
  path: string,
  guards: string[],
  clip: { size: FrameSize; fps: number; startSec: number; durationSec: number; assumeBt709: boolean },
): string[] {
  const filters = [`fps=${clip.fps}:start_time=0`, ...cover(clip.size, clip.assumeBt709 ? ":in_color_matrix=bt709" : "")];
  const input = [...guards, "-threads", "1", "-ss", seconds(clip.startSec), "-t", seconds(clip.durationSec), ...one(path)];
  return [...QUIET, ...input, "-map", "0:v:0", "-vf", filters.join(","), ...RAW_OUT];
}

/** A stretch of a sound to floats at 48 kHz on standard output: one channel, or two interleaved. */
export function soundDecodeArgs(
  path: string,
  guards: string[],
  sound: { startSec: number; durationSec: number; channels: 1 | 2 },
): string[] {
  const input = [...guards, "-ss", seconds(sound.startSec), "-t", seconds(sound.durationSec), ...one(path)];
  const output = ["-ar", String(SAMPLE_RATE), "-ac", String(sound.channels), "-flags", "+bitexact", "-f", "f32le", "pipe:1"];
  return [...QUIET, ...input, "-map", "0:a:0", "-vn", "-sn", "-dn", ...output];
}
