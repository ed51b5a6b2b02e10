import { basename } from "node:path";
import { startProcess } from "../system/process.ts";
import { lastUsefulLine } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { unusable } from "./probe.ts";
import { watchStalls } from "./stall.ts";

const STALL_MS = 60_000;

/** One run of FFmpeg that decodes to its standard output; `blockBytes` is the size of the blocks given. */
export type Decoding = { ffmpeg: string; path: string; args: string[]; blockBytes: number; signal: AbortSignal };

/**
 * What FFmpeg decodes of a file of the user's, in blocks of one size, the last perhaps shorter, each a buffer of its own; it is read no
 * faster than it is asked for. Leaving the loop ends FFmpeg. Throws `media_unusable`, `ffmpeg_hung` or the signal's reason.
 */
export async function* decodeBlocks({ ffmpeg, path, args, blockBytes, signal }: Decoding): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const child = startProcess([ffmpeg, ...args], { signal, stdout: "pipe", env: FFMPEG_ENV });
  const watched = watchStalls(child, STALL_MS);
  try {
    let block = new Uint8Array(blockBytes);
    let filled = 0;
    for await (const piece of watched.output()) {
      for (let rest = piece; rest.length > 0; ) {
        const taken = rest.subarray(0, blockBytes - filled);
        block.set(taken, filled);
        filled += taken.length;
        rest = rest.subarray(taken.length);
        if (filled < blockBytes) continue;
        yield block;
        block = new Uint8Array(blockBytes);
        filled = 0;
      }
    }
    const ended = await child.ended;
    signal.throwIfAborted();
    const hung = watched.reason(`Reading ${basename(path)}`);
    if (hung) throw hung;
    if (ended.code !== 0) throw unusable(path, lastUsefulLine(ended.stderr.replaceAll(`file:${path}`, basename(path))));
    if (filled > 0) yield block.subarray(0, filled);
  } finally {
    child.kill();
    await child.ended;
  }
}
