import type { KinoraError } from "../domain/error.ts";
import type { Child } from "../system/process.ts";
import { ffmpegHung } from "./failure.ts";

/** Kills a child that lets one of our waits last longer than `stallMs`; `reason` is then `ffmpeg_hung`. */
export function watchStalls(child: Child, stallMs: number) {
  let stalled = false;
  const during = async <T>(wait: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => {
      stalled = true;
      child.kill();
    }, stallMs);
    return wait.finally(() => clearTimeout(timer));
  };
  return { during, reason: (what: string): KinoraError | undefined => (stalled ? ffmpegHung(what) : undefined) };
}
