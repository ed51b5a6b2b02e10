import type { KinoraError } from "../domain/error.ts";
import type { Child } from "../system/process.ts";
import { ffmpegHung } from "./failure.ts";

/** Kills a child that lets one of our waits last longer than `stallMs` (0: never); `reason` is then `ffmpeg_hung`. */
export function watchStalls(child: Child, stallMs: number) {
  let stalled = false;
  const during = async <T>(wait: Promise<T>): Promise<T> => {
    if (stallMs === 0) return wait;
    const timer = setTimeout(() => {
      stalled = true;
      child.kill();
    }, stallMs);
    return wait.finally(() => clearTimeout(timer));
  };
  /** What the child writes to its standard output, each piece waited for. */
  async function* output(): AsyncGenerator<Uint8Array> {
    const pieces = child.stdout[Symbol.asyncIterator]();
    for (let next = await during(pieces.next()); !next.done; next = await during(pieces.next())) yield next.value;
  }
  return { during, output, reason: (what: string): KinoraError | undefined => (stalled ? ffmpegHung(what) : undefined) };
}
