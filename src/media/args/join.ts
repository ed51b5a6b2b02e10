import { QUIET, VIDEO_TIMESCALE } from "./scene.ts";

/** A stretch of the film with a name of its own, in seconds. */
export type Chapter = { title: string; startSec: number; endSec: number };

/** What a film says about itself; `comment` holds the credits. */
export type FilmWords = { title: string; comment: string; chapters: Chapter[] };

/** What a join reads and writes, by path; `language` is the three letters of a track. */
export type JoinInput = { list: string; sound?: string; metadata: string; fps: number; language: string; out: string };

/**
 * Scenes from a concat list and encoded sound to one MP4, copied without encoding. Times of frames are set back onto the film's grid,
 * because the list adds up lengths in rounded microseconds.
 */
export function joinArgs({ list, sound, metadata, fps, language, out }: JoinInput): string[] {
  const ticks = VIDEO_TIMESCALE / fps;
  const onGrid = (time: string) => `round(${time}/${ticks})*${ticks}`;
  const words = sound ? 2 : 1;
  return [
    ...QUIET,
    ...["-progress", "pipe:1"],
    ...["-f", "concat", "-i", `file:${list}`, ...(sound ? ["-i", `file:${sound}`] : []), "-f", "ffmetadata", "-i", `file:${metadata}`],
    ...["-map", "0:v:0", ...(sound ? ["-map", "1:a:0", "-metadata:s:a:0", `language=${language}`] : [])],
    ...["-map_metadata", String(words), "-map_chapters", String(words), "-c", "copy"],
    ...["-bsf:v", `setts=pts=${onGrid("PTS")}:dts=${onGrid("DTS")}`, "-video_track_timescale", String(VIDEO_TIMESCALE)],
    ...["-movflags", "+faststart", "-fflags", "+bitexact", "-f", "mp4", "-y", `file:${out}`],
  ];
}

/**
 * A concat list of files that lie beside it under plain names, with their lengths in frames. Each length is written so that the sum up to
 * there is right to the microsecond; without it FFmpeg takes the file's own, which is rounded to milliseconds.
 */
export function buildConcatList(files: { name: string; frames: number }[], fps: number): string {
  let before = 0;
  const microseconds = () => Math.round((before * 1e6) / fps);
  const lines = files.map(({ name, frames }) => {
    const start = microseconds();
    before += frames;
    return `file ${name}\nduration ${((microseconds() - start) / 1e6).toFixed(6)}\n`;
  });
  return `ffconcat version 1.0\n${lines.join("")}`;
}

/** Title, comment and chapters in FFmpeg's metadata format, escaped by its rules (ffmpeg-formats, "Metadata"). */
export function buildMetadata({ title, comment, chapters }: FilmWords): string {
  const lines = chapters.map(({ title: name, startSec, endSec }) =>
    [
      "[CHAPTER]",
      "TIMEBASE=1/1000",
      `START=${Math.round(startSec * 1000)}`,
      `END=${Math.round(endSec * 1000)}`,
      `title=${escaped(name)}`,
    ].join("\n"),
  );
  return [";FFMETADATA1", `title=${escaped(title)}`, `comment=${escaped(comment)}`, ...lines, ""].join("\n");
}

const escaped = (text: string): string => text.replaceAll("\0", "").replace(/[=;#\\\n]/g, "\\$&");
