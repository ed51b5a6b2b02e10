import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { KinoraError } from "../domain/error.ts";
import { runProcess } from "../system/process.ts";
import { lastUsefulLine } from "./failure.ts";
import { FFMPEG_ENV } from "./ffmpeg.ts";
import { HOSTILE, MAX_PIXELS } from "./hostile.ts";
import { sniffPicture } from "./picture-format.ts";

/** A stream of a media file. `fps` is the mean rate, 0 where there is none. */
export type MediaStream = {
  type: "video" | "audio";
  codec: string;
  width: number;
  height: number;
  fps: number;
  /** Degrees, clockwise, by which the picture must be turned: 0, 90, 180 or 270. */
  rotation: number;
  colorSpace: string;
  channels: number;
  sampleRate: number;
};

/** `durationSec` is 0 for a picture. */
export type Media = { format: string; durationSec: number; streams: MediaStream[] };

const PROBE_MS = 20_000;
const ENTRIES =
  "format=format_name,duration:stream=codec_type,codec_name,width,height,avg_frame_rate,color_space,channels,sample_rate,duration,disposition:stream_disposition=attached_pic:stream_side_data=rotation";

/** Tells what is in the user's own file without trusting it. Throws `media_unusable` with the file's name when it cannot be used. */
export async function probeMedia(options: { ffprobe: string; path: string; signal: AbortSignal }): Promise<Media> {
  const { ffprobe, path, signal } = options;
  await checkFile(path);
  const picture = await sniffPicture(path);
  const demuxer = picture ? ["-f", picture.demuxer] : [];
  const args = [
    "-hide_banner",
    "-loglevel",
    "error",
    ...HOSTILE,
    ...demuxer,
    "-show_entries",
    ENTRIES,
    "-of",
    "json",
    "-i",
    `file:${path}`,
  ];
  const ended = await runProcess([ffprobe, ...args], { signal, timeoutMs: PROBE_MS, env: FFMPEG_ENV, maxBytes: 4 * 1024 * 1024 });
  signal.throwIfAborted();
  const media = ended.code === 0 ? toMedia(ended.stdout.toString()) : undefined;
  if (media && media.streams.length > 0 && media.streams.every(isUsable)) return media;
  throw unusable(path, lastUsefulLine(ended.stderr.replaceAll(`file:${path}`, basename(path))));
}

/** Whether a stream can be decoded at all: ffprobe lists also what it could make nothing of, or what is larger than allowed. */
const isUsable = ({ type, width, height, channels }: MediaStream): boolean =>
  type === "audio" ? channels > 0 : width > 0 && height > 0 && width * height <= MAX_PIXELS;

/** The error for a file of the user's that cannot be used. */
export function unusable(path: string, why = ""): KinoraError {
  const said = why ? ` (${why})` : "";
  return new KinoraError(
    "media_unusable",
    `${basename(path)} cannot be used: it is no picture, clip or sound that can be read${said}. Name another file.`,
  );
}

/** Throws `media_unusable` unless there is a plain file with something in it. */
export async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new KinoraError("media_unusable", `${basename(path)} cannot be found at ${path}.`);
  if (!found.isFile() || found.size === 0) throw new KinoraError("media_unusable", `${basename(path)} is not a file with anything in it.`);
}

type Raw = Record<string, unknown> & { side_data_list?: { rotation?: number }[]; disposition?: { attached_pic?: number } };

/** ffprobe's JSON to what we use of it; undefined when it is none. Pictures attached to sounds are left out. */
export function toMedia(json: string): Media | undefined {
  try {
    const { format = {}, streams = [] } = JSON.parse(json) as { format?: Raw; streams?: Raw[] };
    const used = streams.filter(
      ({ codec_type, disposition }) => (codec_type === "video" && !disposition?.attached_pic) || codec_type === "audio",
    );
    const durations = [format, ...used].map(({ duration }) => Number(duration)).filter((value) => value > 0);
    return { format: String(format.format_name ?? ""), durationSec: durations[0] ?? 0, streams: used.map(toStream) };
  } catch {
    return undefined;
  }
}

function toStream(raw: Raw): MediaStream {
  const number = (value: unknown) => (Number.isFinite(Number(value)) ? Number(value) : 0);
  const [over, under] = String(raw.avg_frame_rate ?? "0/1")
    .split("/")
    .map(Number);
  const turned = raw.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0;
  return {
    type: raw.codec_type as "video" | "audio",
    codec: String(raw.codec_name ?? ""),
    width: number(raw.width),
    height: number(raw.height),
    fps: over && under ? over / under : 0,
    rotation: (((Math.round(-number(turned) / 90) * 90) % 360) + 360) % 360,
    colorSpace: String(raw.color_space ?? "unknown"),
    channels: number(raw.channels),
    sampleRate: number(raw.sample_rate),
  };
}
