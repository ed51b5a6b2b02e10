import { type Effort, frameSize } from "../domain/frame.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import { estimateSpeechSec } from "../domain/pace.ts";
import { MEASURED_COSTS, STAGE_NAMES, type StageCosts } from "../domain/stages.ts";
import type { JobRequest } from "../domain/submit.ts";

/** The length of the film that costs are said for, s. */
const COSTED_SEC = 60;
const EFFORT_FACTORS: Record<Effort, number> = { draft: 0.65, standard: 1, best: 1.8 };
/** Stages whose work grows with the picture. */
const PICTURED = ["render", "deliver"] as const;
/** How much the newest film counts against all before it. */
const NEW_PART = 0.4;
/** Room around the voice of a script, against its length. */
const SCRIPT_ROOM = 1.15;
const USUAL_LENGTH_SEC = 60;
const SILENT_SCENE_SEC = 4;

/** Which films cost the same for each second. */
export const costKey = ({ quality, effort }: Pick<ResolvedRequest, "quality" | "effort">): string => `${quality}-${effort}`;

/** About how long a film will be, s. */
export function filmLengthSec({ duration_target, script, storyboard, language = "en" }: ResolvedRequest): number {
  if (script !== undefined) return estimateSpeechSec(script, language) * SCRIPT_ROOM;
  if (duration_target !== undefined || !storyboard) return duration_target ?? USUAL_LENGTH_SEC;
  const scenes = storyboard.scenes.map(
    ({ duration, narration = "" }) =>
      duration ??
      (narration.trim() === "" ? SILENT_SCENE_SEC : estimateSpeechSec(narration, storyboard.language ?? language) * SCRIPT_ROOM),
  );
  return scenes.reduce((sum, sec) => sum + sec, 0);
}

/** What stages cost before this machine has measured its own, in seconds for a film of a minute. */
export function priorCosts({ aspect, quality, effort }: Pick<ResolvedRequest, "aspect" | "quality" | "effort">): StageCosts {
  const { width, height } = frameSize(aspect, quality);
  const factor = (width * height) / (1280 * 720);
  const grown = PICTURED.map((name) => [name, MEASURED_COSTS[name] * factor * (name === "render" ? EFFORT_FACTORS[effort] : 1)]);
  return { ...MEASURED_COSTS, ...Object.fromEntries(grown) };
}

/** Until threads and encoders are at work, s. */
const START_SEC = 1.5;

/** Seconds that a film takes from nothing; sound is mixed while scenes are drawn. */
export function filmSeconds(costs: StageCosts, lengthSec: number): number {
  const { mix, captions, render, ...rest } = costs;
  const minute = Object.values(rest).reduce((sum, sec) => sum + sec, 0) + Math.max(mix, captions + render);
  return START_SEC + (minute * lengthSec) / COSTED_SEC;
}

/** What is known of costs with what a film of `lengthSec` has just taken (seconds by stage) mixed in. */
export function blendCosts(before: StageCosts | undefined, took: StageCosts, lengthSec: number): StageCosts {
  const scaled = (name: keyof StageCosts) => (took[name] * COSTED_SEC) / Math.max(1, lengthSec);
  const blend = (name: keyof StageCosts) => (before ? before[name] + (scaled(name) - before[name]) * NEW_PART : scaled(name));
  return Object.fromEntries(STAGE_NAMES.map((name) => [name, blend(name)])) as StageCosts;
}

/** Seconds that a job takes from nothing. `film` is what its film is made from, by default what was asked for. */
export function jobSeconds(request: JobRequest, film: ResolvedRequest | undefined, costsOf: (film: ResolvedRequest) => StageCosts): number {
  if (request.kind === "noop") return request.noopMs / 1000;
  const from = film ?? request.film;
  return filmSeconds(costsOf(from), filmLengthSec(from));
}

/** How much of a job is still to be made, 0..1. One that was done is made anew, from an edit: its progress stays, but says nothing of that. */
export const shareLeft = (progress: number): number => (progress < 100 ? 1 - progress / 100 : 1);

/** What is known of the queue: seconds left of what runs, how many go first, and how long jobs take on average. */
export type QueueLoad = { slots: number; running: number[]; ahead: number; meanSec: number };

/** Seconds until a slot is free for a job that has so many ahead of it. */
export function waitSeconds({ slots, running, ahead, meanSec }: QueueLoad): number {
  const free = slots - running.length;
  if (ahead < free) return 0;
  const soonest = free > 0 ? 0 : Math.min(...running);
  const work = running.reduce((sum, sec) => sum + sec, 0) + ahead * meanSec;
  return Math.max(soonest, work / slots);
}
