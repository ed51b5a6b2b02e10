import { type Ended, startProcess } from "../system/process.ts";
import { ffmpegFailure, ffmpegHung } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";

export type Run = {
  /** What the work is called in an error's sentence: "Joining the scenes". */
  what: string;
  /** The program with its arguments. */
  command: string[];
  signal: AbortSignal;
  /** Killed after so long in all; 0 (the default): never. */
  timeoutMs?: number;
  /** Killed after so long without a sign of life on either output; 0 (the default): never. */
  stallMs?: number;
  onOutput?: (bytes: Uint8Array) => void | Promise<void>;
  onLine?: (line: string) => void;
};

/** Runs FFmpeg or ffprobe to its end. Rejects with `cancelled`, `ffmpeg_hung`, `disk_full` or `ffmpeg_failed`. */
export async function runMedia({ what, command, signal, timeoutMs, stallMs = 0, onOutput, onLine }: Run): Promise<Ended> {
  const child = startProcess(command, {
    signal,
    timeoutMs,
    stdout: "pipe",
    env: FFMPEG_ENV,
    onLine: (line) => {
      sign();
      onLine?.(line);
    },
  });
  let stalled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sign = () => {
    clearTimeout(timer);
    if (stallMs > 0) timer = setTimeout(stall, stallMs);
  };
  const stall = () => {
    stalled = true;
    child.kill();
  };
  sign();
  try {
    for await (const bytes of child.stdout) {
      sign();
      await onOutput?.(bytes);
    }
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const ended = await child.ended;
  if (stalled) throw ffmpegHung(what);
  if (ended.code !== 0) throw ffmpegFailure(what, ended);
  return ended;
}
