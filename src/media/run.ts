import { type Ended, startProcess } from "../system/process.ts";
import { openProgramLog } from "../system/program-log.ts";
import { ffmpegFailure } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { watchStalls } from "./stall.ts";

/** One run of FFmpeg or ffprobe that is given nothing on its standard input. */
export type Run = {
  /** What the work is called in an error's sentence: "Joining the scenes". */
  what: string;
  /** The program with its arguments. */
  command: string[];
  signal: AbortSignal;
  /** Killed after so long in all; 0 (the default): never. */
  timeoutMs?: number;
  /** Killed after so long without a word on its standard output; 0 (the default): never. */
  stallMs?: number;
  onOutput?: (bytes: Uint8Array) => void | Promise<void>;
  onLine?: (line: string) => void;
};

/** Runs FFmpeg or ffprobe to its end. Rejects with `cancelled`, `ffmpeg_hung`, `disk_full` or `ffmpeg_failed`. */
export async function runMedia({ what, command, signal, timeoutMs, stallMs = 0, onOutput, onLine }: Run): Promise<Ended> {
  const log = openProgramLog(what);
  const hear = (line: string) => {
    log.line(line);
    onLine?.(line);
  };
  const child = startProcess(command, { signal, timeoutMs, stdout: "pipe", env: FFMPEG_ENV, onLine: hear });
  void child.ended.then(log.end);
  const watched = watchStalls(child, stallMs);
  try {
    for await (const bytes of watched.output()) await onOutput?.(bytes);
  } catch (error) {
    child.kill();
    throw error;
  }
  const ended = await watched.during(child.ended);
  if (ended.code !== 0) throw watched.reason(what) ?? ffmpegFailure(what, ended);
  return ended;
}
