import { open } from "node:fs/promises";
import type { FrameSize } from "../domain/frame.ts";
import { posterArgs } from "./args/poster.ts";
import { outputInvalid } from "./failure.ts";
import { partFile } from "./part-file.ts";
import { runMedia } from "./run.ts";

const WHAT = "Making the poster";

/** Writes one frame of a film as a JPEG, in its own size by default. `atSec` must lie before the film's last frame. Rejects as `joinFilm` does. */
export async function makePoster(options: {
  ffmpeg: string;
  film: string;
  atSec: number;
  out: string;
  size?: FrameSize;
  signal: AbortSignal;
}): Promise<void> {
  const part = partFile(options.out);
  try {
    const command = [options.ffmpeg, ...posterArgs(options.film, options.atSec, part.path, options.size)];
    const { stderr } = await runMedia({ what: WHAT, command, signal: options.signal, timeoutMs: 60_000 });
    if (!(await isWholeJpeg(part.path))) throw outputInvalid(WHAT, "it is no whole JPEG", stderr);
    await part.keep();
  } finally {
    await part.drop();
  }
}

/** Whether a file begins and ends as a JPEG does (ITU-T T.81, B.1.1.3). */
export async function isWholeJpeg(path: string): Promise<boolean> {
  const file = await open(path, "r").catch(() => undefined);
  if (!file) return false;
  try {
    const { size } = await file.stat();
    if (size < 4) return false;
    const ends = new Uint8Array(4);
    await file.read(ends, 0, 2, 0);
    await file.read(ends, 2, 2, size - 2);
    return Buffer.from(ends).toString("hex") === "ffd8ffd9";
  } finally {
    await file.close();
  }
}
