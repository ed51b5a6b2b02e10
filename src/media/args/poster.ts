import type { FrameSize } from "../../domain/frame.ts";
import { QUIET } from "./scene.ts";

/** From a film's colours (BT.709, studio range) to a JPEG's (full range, BT.601 as JFIF has it). */
const COLOURS = "in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd+bitexact,format=yuvj420p";

/** The frame that comes first as a JPEG, on one thread, the same bytes every time; in its own size where no other is given. */
export const jpegArgs = (out: string, size?: FrameSize): string[] => [
  ...["-frames:v", "1", "-vf", `scale=${size ? `${size.width}:${size.height}:` : ""}${COLOURS}`],
  ...["-c:v", "mjpeg", "-q:v", "3", "-threads", "1", "-flags:v", "+bitexact", "-fflags", "+bitexact", "-map_metadata", "-1"],
  ...["-f", "mjpeg", "-y", `file:${out}`],
];

/** One frame of a film, `atSec` from its start, as a JPEG. */
export function posterArgs(film: string, atSec: number, out: string, size?: FrameSize): string[] {
  return [...QUIET, "-ss", atSec.toFixed(3), "-i", `file:${film}`, "-map", "0:v:0", ...jpegArgs(out, size)];
}
