import { PipeBroken, startProcess } from "../system/process.ts";
import { openProgramLog } from "../system/program-log.ts";
import { ffmpegFailure, outputInvalid } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { partFile } from "./part-file.ts";
import { watchStalls } from "./stall.ts";

const STALL_MS = 60_000;

/** What one run of FFmpeg encodes of what it is sent. */
export type Encoding = {
  /** What is done, for errors: "Encoding a scene". */
  what: string;
  /** The command that writes to a path; the first token is the program. */
  command: (path: string) => string[];
  /** The file to be made; one beside it, ending in ".part", grows meanwhile. */
  out: string;
  /** What is wrong with the finished file, or undefined: FFmpeg's exit status alone cannot be trusted. */
  problem: (path: string) => Promise<string | undefined>;
  signal: AbortSignal;
  /** FFmpeg is killed when it takes nothing for so long; 60,000 by default. */
  stallMs?: number;
};

/** Takes bytes piece by piece. Once a call has rejected nothing more may be written. */
export type Encoder = {
  /**
   * Resolves when the bytes have been taken, so that they may be used again. With `last` FFmpeg may have closed its input by itself because
   * it has all that it needs.
   */
  write(bytes: Uint8Array, last?: boolean): Promise<void>;
  /** Ends the input, checks the file against what was asked for and moves it to its place. */
  finish(): Promise<void>;
  /** Gives up: ends FFmpeg and removes what it wrote. Harmless after `finish`. */
  abandon(): Promise<void>;
};

/**
 * Starts FFmpeg on what will be written. Rejects with `cancelled`, `ffmpeg_hung`, `ffmpeg_failed`, `ffmpeg_output_invalid` or `disk_full`;
 * nothing is left at `out` or beside it then.
 */
export function startEncoder({ what, command, out, problem, signal, stallMs = STALL_MS }: Encoding): Encoder {
  const part = partFile(out);
  const log = openProgramLog(what);
  const child = startProcess(command(part.path), { stdin: "pipe", signal, env: FFMPEG_ENV, onLine: log.line });
  void child.ended.then(log.end);
  const watched = watchStalls(child, stallMs);
  const abandon = async () => {
    child.kill();
    await child.ended;
    await part.drop();
  };
  const write = async (bytes: Uint8Array, last = false) => {
    try {
      await watched.during(child.write(bytes));
    } catch (error) {
      if (!(error instanceof PipeBroken)) throw error;
      const ended = await child.ended;
      if (!last || ended.code !== 0) throw watched.reason(what) ?? ffmpegFailure(what, ended);
    }
  };
  const finish = async () => {
    await child.end();
    const ended = await watched.during(child.ended);
    if (ended.code !== 0) throw watched.reason(what) ?? ffmpegFailure(what, ended);
    const wrong = await problem(part.path);
    if (wrong) throw outputInvalid(what, wrong, ended.stderr);
    await part.keep();
  };
  const orAbandon = <T>(work: Promise<T>): Promise<T> => work.catch((error) => abandon().then(() => Promise.reject(error)));
  return { write: (bytes, last) => orAbandon(write(bytes, last)), finish: () => orAbandon(finish()), abandon };
}
