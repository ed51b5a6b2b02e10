import { basename } from "node:path";
import type { ResolvedRequest } from "../../domain/job.ts";
import type { Mood, Storyboard } from "../../domain/storyboard.ts";
import type { MusicSection, MusicSource } from "../../domain/tasks.ts";
import type { Timeline } from "../../domain/timeline.ts";
import { styleOf } from "../../picture/styles.ts";
import type { Stage } from "../stage.ts";

/** The film's stretches of one mood: scenes' moods in turn, neighbours of the same mood as one; `heard` says which mood a style plays as another. */
export function musicSections(timeline: Timeline, heard: Partial<Record<Mood, Mood>> = {}): MusicSection[] {
  const sections: MusicSection[] = [];
  for (const { mood: felt, startFrame, frames } of timeline.scenes) {
    const mood = heard[felt] ?? felt;
    const endSec = (startFrame + frames) / timeline.fps;
    const last = sections.at(-1);
    if (last?.mood === mood) last.endSec = endSec;
    else sections.push({ startSec: startFrame / timeline.fps, endSec, mood });
  }
  return sections;
}

/** Where a film's music comes from: what the request says, then the storyboard's own, then composed by mood. */
export function musicSource(request: ResolvedRequest, storyboard: Storyboard, timeline: Timeline): MusicSource {
  if (request.music === "off") return { kind: "none" };
  if (storyboard.music) return { kind: "own", ...storyboard.music };
  const { music: heard, musicGain: gain } = styleOf(request);
  const sections =
    request.music === "auto" ? musicSections(timeline, heard) : [{ startSec: 0, endSec: timeline.durationSec, mood: request.music }];
  return { kind: "composed", sections, seed: request.seed, ...(gain !== undefined && { gain }) };
}

/** Voices in their places over ducked music, at one loudness, encoded once for the whole film. */
export const mix: Stage<"mix"> = async ({ order: { request }, from, make, progress }) => {
  const timeline = from("timeline");
  const music = musicSource(request, from("plan"), timeline);
  const voices = timeline.scenes.flatMap(({ startFrame, voiceStartSec, voice }) =>
    voice ? [{ startSec: startFrame / timeline.fps + voiceStartSec, file: voice.file }] : [],
  );
  const { durationSec } = timeline;
  const { language } = from("plan");
  const ownMusic = music.kind === "own" ? from("assets").digests[music.path] : undefined;
  const key = [durationSec, voices.map((voice) => ({ ...voice, file: basename(voice.file) })), { ...music, path: ownMusic }, language];
  const { file, result } = await make("mix", key, { durationSec, voices, music, language }, (fraction) => progress(fraction));
  return { file, ...result };
};
