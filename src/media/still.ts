import type { FrameSize } from "../domain/frame.ts";
import { stillArgs } from "./args/still.ts";
import { startEncoder } from "./encoder.ts";
import { isWholeJpeg } from "./poster.ts";

/** Writes one frame (I420, BT.709, studio range) as a JPEG. Rejects as `startEncoder` says. */
export async function writeStill(options: {
  ffmpeg: string;
  out: string;
  size: FrameSize;
  frame: Uint8Array;
  signal: AbortSignal;
}): Promise<void> {
  const encoder = startEncoder({
    ...options,
    what: "Writing a picture",
    command: (path) => [options.ffmpeg, ...stillArgs(options.size, path)],
    problem: async (path) => ((await isWholeJpeg(path)) ? undefined : "it is no whole JPEG"),
  });
  try {
    await encoder.write(options.frame, true);
    await encoder.finish();
  } finally {
    await encoder.abandon();
  }
}
