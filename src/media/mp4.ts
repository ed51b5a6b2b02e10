import { open } from "node:fs/promises";
import { type Box, boxesIn, boxesOfFile, findBox, fourcc } from "./mp4-boxes.ts";

/** A track as its own boxes describe it. Times are in ticks of `timescale` unless they say seconds. */
export type Mp4Track = {
  /** "vide", "soun", "text" and so on. */
  handler: string;
  /** The sample entry: "avc1", "mp4a" and so on. */
  codec: string;
  /** ISO 639-2. */
  language: string;
  timescale: number;
  width: number;
  height: number;
  /** The parameter sets of an H.264 track (avcC), otherwise empty. */
  config: Uint8Array;
  samples: number;
  /** Bytes of all samples together. */
  bytes: number;
  /** Runs of samples with one duration, in decoding order. */
  durations: { count: number; ticks: number }[];
  /** Presentation less decoding time, run by run; empty when they are the same. */
  offsets: { count: number; ticks: number }[];
  /** Numbers, from 1, of the samples that decoding can begin at; undefined when it can at all. */
  syncSamples?: number[];
  /** Where in the media the presentation begins (edit list), and how long it waits before that, in seconds. */
  editStart: number;
  delaySec: number;
  /** How long the presentation lasts, by the edit list or else by the samples, in seconds. */
  durationSec: number;
};

/** An MP4 file by its index; `mediaBytes` is how much of it holds samples. */
export type Mp4 = { tracks: Mp4Track[]; durationSec: number; faststart: boolean; mediaBytes: number };

const MOOV_MOST = 256 * 1024 * 1024;

/** Reads the index of an MP4 file (ISO/IEC 14496-12). Throws RangeError when the file is cut short or is none. */
export async function readMp4(path: string): Promise<Mp4> {
  const file = await open(path, "r");
  try {
    const boxes = await boxesOfFile(file);
    const moov = boxes.find((box) => box.type === "moov");
    if (!moov || moov.size > MOOV_MOST) throw new RangeError("no index");
    const bytes = new Uint8Array(moov.size - moov.headerSize);
    await file.read(bytes, 0, bytes.length, moov.offset + moov.headerSize);
    const media = boxes.filter((box) => box.type === "mdat");
    const mediaBytes = media.reduce((sum, box) => sum + box.size - box.headerSize, 0);
    return { ...parseMoov(new DataView(bytes.buffer)), faststart: media.every((box) => box.offset > moov.offset), mediaBytes };
  } finally {
    await file.close();
  }
}

/** When each sample is shown or heard, in seconds, in decoding order, the edit list honoured. */
export function presentationTimes(track: Mp4Track): Float64Array {
  const times = new Float64Array(track.samples);
  const offsets = unroll(track.offsets, track.samples);
  let decoding = 0;
  let at = 0;
  for (const { count, ticks } of track.durations) {
    for (let run = 0; run < count && at < times.length; run++, at++, decoding += ticks) {
      times[at] = (decoding + offsets[at]! - track.editStart) / track.timescale + track.delaySec;
    }
  }
  return times;
}

function unroll(runs: { count: number; ticks: number }[], length: number): Float64Array {
  const all = new Float64Array(length);
  let at = 0;
  for (const { count, ticks } of runs) {
    all.fill(ticks, at, at + count);
    at += count;
  }
  return all;
}

function parseMoov(moov: DataView): Pick<Mp4, "tracks" | "durationSec"> {
  const header = findBox(moov, "mvhd");
  if (!header) throw new RangeError("no movie header");
  const { timescale, duration } = timing(header);
  const tracks = boxesIn(moov)
    .filter((box) => box.type === "trak")
    .map((box) => parseTrack(box, timescale));
  return { tracks, durationSec: duration / timescale };
}

function parseTrack({ body }: Box, movieTimescale: number): Mp4Track {
  const need = (...path: string[]): DataView => {
    const found = findBox(body, ...path);
    if (!found) throw new RangeError(`no ${path.at(-1)}`);
    return found;
  };
  const mdhd = need("mdia", "mdhd");
  const { timescale, duration } = timing(mdhd);
  const table = (type: string) => findBox(body, "mdia", "minf", "stbl", type);
  const sizes = parseSizes(need("mdia", "minf", "stbl", "stsz"));
  const sync = table("stss");
  return {
    ...parseEntry(need("mdia", "minf", "stbl", "stsd")),
    ...sizes,
    ...parseEdits(findBox(body, "edts", "elst"), movieTimescale, duration / timescale),
    handler: fourcc(need("mdia", "hdlr"), 8),
    language: parseLanguage(mdhd),
    timescale,
    durations: parseRuns(need("mdia", "minf", "stbl", "stts")),
    offsets: parseRuns(table("ctts")),
    ...(sync ? { syncSamples: words(sync, 8, sync.getUint32(4)) } : {}),
  };
}

/** mvhd and mdhd have their timescale and duration at the same places. */
function timing(view: DataView): { timescale: number; duration: number } {
  return view.getUint8(0) === 1
    ? { timescale: view.getUint32(20), duration: Number(view.getBigUint64(24)) }
    : { timescale: view.getUint32(12), duration: view.getUint32(16) };
}

function parseLanguage(mdhd: DataView): string {
  const packed = mdhd.getUint16(mdhd.getUint8(0) === 1 ? 32 : 20);
  return String.fromCharCode(...[10, 5, 0].map((shift) => 0x60 + ((packed >> shift) & 31)));
}

function parseEntry(stsd: DataView): { codec: string; width: number; height: number; config: Uint8Array } {
  const [entry] = boxesIn(stsd, 8);
  if (!entry) throw new RangeError("no sample entry");
  if (entry.type !== "avc1") return { codec: entry.type, width: 0, height: 0, config: new Uint8Array() };
  const config = boxesIn(entry.body, 78).find((box) => box.type === "avcC")?.body;
  if (!config) throw new RangeError("no parameter sets");
  const bytes = new Uint8Array(config.buffer, config.byteOffset, config.byteLength).slice();
  return { codec: entry.type, width: entry.body.getUint16(24), height: entry.body.getUint16(26), config: bytes };
}

function parseSizes(stsz: DataView): { samples: number; bytes: number } {
  const [each, samples] = [stsz.getUint32(4), stsz.getUint32(8)];
  if (each > 0) return { samples, bytes: each * samples };
  return { samples, bytes: words(stsz, 12, samples).reduce((sum, size) => sum + size, 0) };
}

/** stts and ctts: pairs of a count and a value; the values of ctts may be negative. */
function parseRuns(table: DataView | undefined): { count: number; ticks: number }[] {
  if (!table) return [];
  return Array.from({ length: table.getUint32(4) }, (_, index) => ({
    count: table.getUint32(8 + 8 * index),
    ticks: table.getInt32(12 + 8 * index),
  }));
}

function parseEdits(elst: DataView | undefined, movieTimescale: number, mediaSec: number) {
  const edit = { editStart: 0, delaySec: 0, durationSec: mediaSec };
  if (!elst) return edit;
  const long = elst.getUint8(0) === 1;
  for (let index = 0; index < elst.getUint32(4); index++) {
    const at = 8 + index * (long ? 20 : 12);
    const lastsSec = (long ? Number(elst.getBigUint64(at)) : elst.getUint32(at)) / movieTimescale;
    const start = long ? Number(elst.getBigInt64(at + 8)) : elst.getInt32(at + 4);
    if (start < 0) edit.delaySec += lastsSec;
    else Object.assign(edit, { editStart: start, durationSec: lastsSec });
  }
  return edit;
}

function words(view: DataView, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint32(start + 4 * index));
}
