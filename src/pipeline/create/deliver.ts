import { copyFile, mkdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Film } from "../../domain/artifacts.ts";
import { frameSize } from "../../domain/frame.ts";
import type { QualityReport } from "../../domain/quality.ts";
import { joinFilm } from "../../media/join.ts";
import { makePoster } from "../../media/poster.ts";
import { measureFilm } from "../../media/quality.ts";
import { verifyRendition } from "../../media/rendition.ts";
import { asDiskError, moveInto, writeWhole } from "../../system/files.ts";
import type { Stage, StageContext } from "../stage.ts";
import { filmCredits, filmDetails, hasOwnMedia } from "./details.ts";
import { fewestCues, fitsTarget, targetSec } from "./target.ts";

/** What stands beside the film, by path. */
function placesBeside(video: string) {
  const stem = video.replace(/\.mp4$/i, "");
  return { video, srt: `${stem}.srt`, vtt: `${stem}.vtt`, poster: `${stem}.jpg`, details: `${stem}.json`, parts: `${stem}.parts` };
}

/** Joins the scenes and the sound into `film`, with a chapter a scene. It counts only once ffprobe agrees with what was asked for, report or no report. */
async function joinParts({ order, means, from, signal, progress }: StageContext, film: string): Promise<void> {
  const storyboard = from("plan");
  const { scenes, fps, frames } = from("timeline");
  const chapters = scenes.map(({ startFrame, frames: length }, index) => {
    const { title, narration } = storyboard.scenes[index]!;
    return { title: chapterTitle(title ?? narration, index), startSec: startFrame / fps, endSec: (startFrame + length) / fps };
  });
  await joinFilm({
    ffmpeg: means.programs.ffmpeg,
    scenes: from("render").files,
    sound: from("mix").file,
    fps,
    frames,
    language: storyboard.language,
    title: storyboard.title,
    comment: filmCredits(storyboard, order.request)
      .map(({ what, author, licence }) => `${what}: ${author} (${licence})`)
      .join("; "),
    chapters,
    temporary: means.temporary,
    out: film,
    signal,
    onProgress: (fraction) => progress(fraction * 0.3),
  });
  await verifyRendition({
    ffprobe: means.programs.ffprobe,
    path: film,
    want: { size: frameSize(order.request.aspect, order.request.quality), fps, durationSec: frames / fps, sound: true },
    signal,
  });
}

/** A chapter's name: the scene's title, or its first words. */
function chapterTitle(text: string, index: number): string {
  const short = text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/, "")}…`;
  return short.trim() || `Scene ${index + 1}`;
}

/** Measures the joined file, unless the order does without. */
async function report({ order, means, from, signal, progress }: StageContext, film: string, srt: string): Promise<QualityReport> {
  if (!order.report) return { passed: true, checks: [] };
  const { request } = order;
  const storyboard = from("plan");
  const { scenes, fps, durationSec } = from("timeline");
  const target = targetSec(request);
  progress(0.4, "Measuring the film");
  return measureFilm({
    programs: means.programs,
    film,
    srt,
    signal,
    onProgress: (fraction) => progress(0.4 + fraction * 0.5, "Measuring the film"),
    expect: {
      durationSec,
      ...(target !== undefined && fitsTarget(request) && { targetSec: target }),
      size: frameSize(request.aspect, request.quality),
      fps,
      language: storyboard.language,
      joinsSec: scenes.slice(1).map(({ startFrame }) => startFrame / fps),
      silent: from("mix").silent,
      ownMedia: hasOwnMedia(storyboard),
      mayPause: request.music === "off",
      leastCues: fewestCues(request),
    },
  });
}

/** Copies what the film was made of into a folder beside it. */
async function keepParts(context: StageContext, folder: string): Promise<void> {
  const number = (index: number) => String(index + 1).padStart(3, "0");
  await mkdir(folder, { recursive: true });
  for (const [index, file] of context.from("render").files.entries()) await copyFile(file, join(folder, `scene-${number(index)}.mp4`));
  for (const [index, voice] of context.from("speech").spoken.entries()) {
    if (voice) await copyFile(voice.file, join(folder, `voice-${number(index)}.wav`));
  }
  await copyFile(context.from("mix").file, join(folder, "sound.m4a"));
}

/** Puts what was made in its place; the film itself comes last, so that where it is, all is. */
export const deliver: Stage<"deliver"> = async (context): Promise<Film> => {
  const { order, means, from, signal, progress } = context;
  const places = placesBeside(order.out);
  const temporary = (name: string) => join(means.temporary, `${order.jobId}-${name}`);
  const [film, poster, srt] = [temporary("film.mp4"), temporary("film.jpg"), temporary("film.srt")];
  const { fps, scenes, durationSec, notes: lengthNotes } = from("timeline");
  const captions = from("captions");
  await joinParts(context, film);
  await Bun.write(srt, captions.srt);
  const middle = Math.floor(scenes[0]!.frames / 2) / fps;
  const [quality] = await Promise.all([
    report(context, film, srt),
    makePoster({ ffmpeg: means.programs.ffmpeg, film, atSec: middle, out: poster, signal }),
  ]);
  signal.throwIfAborted();
  progress(0.95, `Writing ${basename(places.video)}`);
  const notes = [...from("plan").notes, ...from("speech").notes, ...lengthNotes, ...captions.notes];
  const details = filmDetails(context, quality, notes);
  const { size: bytes } = await stat(film);
  try {
    await writeWhole(places.srt, captions.srt);
    await writeWhole(places.vtt, captions.vtt);
    await writeWhole(places.details, `${JSON.stringify(details, null, 2)}\n`);
    await moveInto(poster, places.poster);
    if (order.keepParts) await keepParts(context, places.parts);
    await moveInto(film, places.video);
    await rm(srt, { force: true });
  } catch (error) {
    throw asDiskError(error, places.video);
  }
  const { video, vtt, poster: posterPath, details: detailsPath } = places;
  const { title, language } = from("plan");
  const credits = filmCredits(from("plan"), order.request);
  const files = { video, srt: places.srt, vtt, poster: posterPath, details: detailsPath };
  return { ...files, durationSec, bytes, report: quality, notes, title, language, credits };
};
