import type { QualityExpectation, QualityReport } from "../domain/quality.ts";
import { measurePictureArgs, measureSoundArgs, packetsArgs, streamsArgs } from "./args/measure.ts";
import { outputInvalid } from "./failure.ts";
import { readMp4 } from "./mp4.ts";
import { judge, type Measured, type ProbedStream } from "./quality/checks.ts";
import { windowsAround } from "./quality/clicks.ts";
import { parseFilterLines } from "./quality/filter-lines.ts";
import { parsePackets } from "./quality/packets.ts";
import { runMedia } from "./run.ts";

const WHAT = "Measuring the film";
const STALL_MS = 120_000;

/** A delivered film and what it was meant to be. */
export type Measuring = {
  programs: { ffmpeg: string; ffprobe: string };
  film: string;
  /** The captions that are delivered with it, by path; absent when there are none. */
  srt?: string;
  expect: QualityExpectation;
  signal: AbortSignal;
  /** 0..1. */
  onProgress?: (fraction: number) => void;
};

/**
 * Measures a delivered film: decodes it once, lists its packets and reads its captions, and holds that against what it was meant to be.
 * Rejects with `cancelled`, `ffmpeg_hung`, `ffmpeg_failed` or, when the file cannot be measured at all, `ffmpeg_output_invalid`.
 */
export async function measureFilm(options: Measuring): Promise<QualityReport> {
  const checks = judge(await measure(options), options.expect);
  return { passed: checks.every(({ passed, informational }) => passed || informational), checks };
}

async function measure({ programs, film, srt, expect, signal, onProgress }: Measuring): Promise<Measured> {
  const { ffmpeg, ffprobe } = programs;
  const { durationSec, fps, joinsSec } = expect;
  const index = await readMp4(film).catch((error) => Promise.reject(outputInvalid(WHAT, String(error.message ?? error))));
  const probed = JSON.parse(await textOf([ffprobe, ...streamsArgs(film)], signal)) as {
    streams: ProbedStream[];
    format: { duration?: string };
  };
  const heard = probed.streams.some(({ codec_type }) => codec_type === "audio");
  const [picture, sound, packets] = await allOrNone(signal, (both) => [
    measurePicture([ffmpeg, ...measurePictureArgs(film)], durationSec * fps, both, onProgress),
    heard ? measureSound([ffmpeg, ...measureSoundArgs(film)], joinsSec, both) : Promise.resolve({ lines: [], windows: [] }),
    textOf([ffprobe, ...packetsArgs(film)], both),
  ]);
  return {
    durationSec: Number(probed.format.duration ?? 0),
    streams: probed.streams,
    faststart: index.faststart,
    packets: parsePackets(packets),
    framesDecoded: picture.frames,
    picture: parseFilterLines(picture.lines, durationSec),
    sound: parseFilterLines(sound.lines, durationSec),
    joins: sound.windows,
    ...(srt === undefined ? {} : { srt: await Bun.file(srt).text() }),
  };
}

/** Runs things beside each other; when one fails the others are stopped and waited for. */
async function allOrNone<T extends unknown[]>(
  signal: AbortSignal,
  start: (signal: AbortSignal) => { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const stop = new AbortController();
  const running = start(AbortSignal.any([signal, stop.signal])) as Promise<unknown>[];
  try {
    return (await Promise.all(running)) as T;
  } catch (error) {
    stop.abort();
    await Promise.allSettled(running);
    throw error;
  }
}

async function measurePicture(command: string[], frames: number, signal: AbortSignal, onProgress?: (fraction: number) => void) {
  const lines: string[] = [];
  const decoder = new TextDecoder();
  let decoded = 0;
  const onOutput = (bytes: Uint8Array) => {
    for (const [, count] of decoder.decode(bytes, { stream: true }).matchAll(/^frame=\s*(\d+)$/gm)) decoded = Number(count);
    onProgress?.(Math.min(1, decoded / frames));
  };
  await runMedia({ what: WHAT, command, signal, stallMs: STALL_MS, onOutput, onLine: (line) => lines.push(line) });
  return { lines, frames: decoded };
}

async function measureSound(command: string[], joinsSec: number[], signal: AbortSignal) {
  const lines: string[] = [];
  const around = windowsAround(joinsSec);
  let rest = Buffer.alloc(0);
  const onOutput = (bytes: Uint8Array) => {
    const all = Buffer.concat([rest, bytes]);
    const whole = all.length - (all.length % 8);
    around.take(new Float32Array(new Uint8Array(all.subarray(0, whole)).buffer));
    rest = Buffer.from(all.subarray(whole));
  };
  await runMedia({ what: WHAT, command, signal, stallMs: STALL_MS, onOutput, onLine: (line) => lines.push(line) });
  return { lines, windows: around.windows };
}

async function textOf(command: string[], signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  await runMedia({ what: WHAT, command, signal, stallMs: STALL_MS, onOutput: (bytes) => void chunks.push(bytes) });
  return Buffer.concat(chunks).toString();
}
