import type { QualityExpectation, QualityReport } from "../../domain/quality.ts";
import { measurePictureArgs, measureSoundArgs, packetsArgs, streamsArgs } from "../args/measure.ts";
import { outputInvalid } from "../failure.ts";
import { readMp4 } from "../mp4.ts";
import { runMedia } from "../run.ts";
import { judge, type ProbedStream } from "./checks.ts";
import { windowsAround } from "./clicks.ts";
import { parseFilterLines } from "./filter-lines.ts";
import { parsePackets } from "./packets.ts";

const WHAT = "Measuring the film";
const STALL_MS = 120_000;

export type Measuring = { ffmpeg: string; ffprobe: string; signal: AbortSignal; onProgress?: (fraction: number) => void };

/**
 * Measures a delivered film: decodes it once, lists its packets and reads its captions, and holds that against what it was meant to be.
 * Rejects with `cancelled`, `ffmpeg_hung`, `ffmpeg_failed` or, when the file cannot be measured at all, `ffmpeg_output_invalid`.
 */
export async function measureFilm(
  file: string,
  want: QualityExpectation,
  { ffmpeg, ffprobe, signal, onProgress }: Measuring,
): Promise<QualityReport> {
  const endSec = want.frames / want.fps;
  const index = await readMp4(file).catch((error) => Promise.reject(outputInvalid(WHAT, String(error.message ?? error))));
  const probed = JSON.parse(await textOf([ffprobe, ...streamsArgs(file)], signal)) as {
    streams: ProbedStream[];
    format: { duration?: string };
  };
  const heard = probed.streams.some(({ codec_type }) => codec_type === "audio");
  const [picture, sound, packets] = await Promise.all([
    measurePicture([ffmpeg, ...measurePictureArgs(file)], want.frames, signal, onProgress),
    heard ? measureSound([ffmpeg, ...measureSoundArgs(file)], want.joinsSec, signal) : { lines: [], windows: [] },
    textOf([ffprobe, ...packetsArgs(file)], signal),
  ]);
  const checks = judge(
    {
      durationSec: Number(probed.format.duration ?? 0),
      streams: probed.streams,
      faststart: index.faststart,
      packets: parsePackets(packets),
      framesDecoded: picture.frames,
      picture: parseFilterLines(picture.lines, endSec),
      sound: parseFilterLines(sound.lines, endSec),
      joins: sound.windows,
    },
    want,
  );
  return { passed: checks.every(({ passed, informational }) => passed || informational), checks };
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
