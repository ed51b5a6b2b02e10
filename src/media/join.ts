import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { asDiskError } from "../system/files.ts";
import { buildConcatList, buildMetadata, type FilmWords, joinArgs } from "./args/join.ts";
import { outputInvalid } from "./failure.ts";
import { toTrackLanguage } from "./language.ts";
import { type Mp4Track, presentationTimes, readMp4 } from "./mp4.ts";
import { partFile } from "./part-file.ts";
import { progressReader } from "./progress.ts";
import { runMedia } from "./run.ts";

const WHAT = "Joining the scenes";
const STALL_MS = 120_000;

/** What a film is joined from, and where to. */
export type FilmParts = FilmWords & {
  ffmpeg: string;
  /** Scenes made by `encodeScene` with one size, rate and effort, in order. */
  scenes: string[];
  /** Sound made by `encodeSound`; absent for a silent film. */
  sound?: string;
  fps: number;
  /** Frames of all scenes together. */
  frames: number;
  /** BCP 47. */
  language: string;
  /** A folder for files that are needed meanwhile. */
  temporary: string;
  out: string;
  signal: AbortSignal;
  /** 0..1. */
  onProgress?: (fraction: number) => void;
};

/**
 * Joins scenes and sound into one film without encoding: the same bytes for the same input in any folder. The film is checked frame by
 * frame. Rejects with `cancelled`, `ffmpeg_hung`, `ffmpeg_failed`, `ffmpeg_output_invalid` or `disk_full`; nothing is left at `out` then.
 */
export async function joinFilm(parts: FilmParts): Promise<void> {
  const lengths = await sceneLengths(parts.scenes);
  const folder = await mkdtemp(join(parts.temporary, "join-"));
  const part = partFile(parts.out);
  try {
    const input = await layOut(parts, lengths, folder);
    const command = [parts.ffmpeg, ...joinArgs({ ...input, fps: parts.fps, language: toTrackLanguage(parts.language), out: part.path })];
    const { stderr } = await runMedia({ what: WHAT, command, signal: parts.signal, stallMs: STALL_MS, onOutput: tellProgress(parts) });
    const problem = await filmProblem(part.path, parts);
    if (problem) throw outputInvalid(WHAT, problem, stderr);
    await part.keep();
  } catch (error) {
    throw asDiskError(error, parts.temporary);
  } finally {
    await part.drop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives scenes plain names in a folder of their own, so that no name of the user's gets into the list. */
async function layOut({ scenes, fps, sound, title, comment, chapters }: FilmParts, lengths: number[], folder: string) {
  const files = lengths.map((frames, index) => ({ name: `${index}.mp4`, frames }));
  await Promise.all(scenes.map((scene, index) => symlink(resolve(scene), join(folder, files[index]!.name))));
  const [list, metadata] = [join(folder, "list.txt"), join(folder, "metadata.txt")];
  await writeFile(list, buildConcatList(files, fps));
  await writeFile(metadata, buildMetadata({ title, comment, chapters }));
  return { list, metadata, sound };
}

function tellProgress({ frames, fps, onProgress }: FilmParts): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  const read = progressReader((seconds) => onProgress?.(Math.min(1, (seconds * fps) / frames)));
  return (bytes) => read(decoder.decode(bytes, { stream: true }));
}

/** The frames of each scene. Scenes that were encoded differently cannot be joined by copying: only the first one's parameter sets are kept. */
async function sceneLengths(scenes: string[]): Promise<number[]> {
  const lengths: number[] = [];
  let first: Mp4Track | undefined;
  for (const [index, scene] of scenes.entries()) {
    const { tracks } = await readMp4(scene).catch(() => ({ tracks: [] as Mp4Track[] }));
    const [video] = tracks;
    if (!video) throw outputInvalid(WHAT, `scene ${index + 1} cannot be read`);
    first ??= video;
    if (Buffer.compare(first.config, video.config) !== 0) throw outputInvalid(WHAT, `scene ${index + 1} was encoded differently`);
    lengths.push(video.samples);
  }
  return lengths;
}

/** What is wrong with a film's file, or undefined: its frames stand on the grid without a gap, and the sound begins and ends with them. */
async function filmProblem(path: string, { frames, fps, sound }: FilmParts): Promise<string | undefined> {
  try {
    const film = await readMp4(path);
    const video = film.tracks.find(({ handler }) => handler === "vide");
    const audio = film.tracks.find(({ handler }) => handler === "soun");
    if (!film.faststart) return "its index does not come first";
    if (video?.samples !== frames) return `${video?.samples ?? 0} frames in place of ${frames}`;
    if (film.tracks.reduce((sum, { bytes }) => sum + bytes, 0) > film.mediaBytes) return "it is cut short";
    const gap = presentationTimes(video)
      .sort()
      .findIndex((time, index) => Math.abs(time - index / fps) > 1e-4);
    if (gap >= 0) return `frame ${gap} is not at its time`;
    if (sound && (!audio || audio.delaySec > 0 || Math.abs(audio.durationSec - frames / fps) > 1 / fps))
      return "its sound does not last as long as its picture";
    return undefined;
  } catch (error) {
    return `no readable MP4: ${error instanceof Error ? error.message : error}`;
  }
}
