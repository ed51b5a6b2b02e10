import type { FrameSize } from "../../domain/frame.ts";
import { jpegArgs } from "./poster.ts";
import { QUIET } from "./scene.ts";

/** One raw frame (I420, BT.709, studio range) on standard input to a JPEG. */
export function stillArgs({ width, height }: FrameSize, out: string): string[] {
  const frame = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", `${width}x${height}`, "-i", "pipe:0"];
  return [...QUIET, ...frame, ...jpegArgs(out)];
}
