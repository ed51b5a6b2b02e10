import { type Effort, frameSize } from "./frame.ts";
import type { ResolvedRequest } from "./job.ts";
import { estimateSpeechSec } from "./pace.ts";
import { MEASURED_COSTS, STAGE_NAMES, type StageCosts, type StageName } from "./stages.ts";

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

/** So much of a text is looked at, characters; what comes after is taken to be like it, so that telling lengths takes a few milliseconds at most. */
const MOST_READ = 20_000;

/** About how long a film will be, s. */
export function filmLengthSec({ duration_target, script, storyboard, language = "en" }: ResolvedRequest): number {
  if (script !== undefined) return openPace(language)(script) * SCRIPT_ROOM;
  if (duration_target !== undefined || !storyboard) return duration_target ?? USUAL_LENGTH_SEC;
  const speechSec = openPace(storyboard.language ?? language);
  const scenes = storyboard.scenes.map(
    ({ duration, narration = "" }) => duration ?? (narration.trim() === "" ? SILENT_SCENE_SEC : speechSec(narration) * SCRIPT_ROOM),
  );
  return scenes.reduce((sum, sec) => sum + sec, 0);
}

/** Answers how long texts are spoken, s: measured as far as `MOST_READ` goes, and at the pace of what was measured from there on. */
function openPace(language: string): (text: string) => number {
  let read = 0;
  let readSec = 0;
  return (text) => {
    const part = text.slice(0, Math.max(0, MOST_READ - read));
    if (part !== "") {
      read += part.length;
      const sec = estimateSpeechSec(part, language);
      readSec += sec;
      if (part.length === text.length) return sec;
    }
    return (text.length * readSec) / read;
  };
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

/** Seconds that one stage takes of a film, by what it costs. */
export const stageSeconds = (cost: number, lengthSec: number): number => (cost * lengthSec) / COSTED_SEC;

/** What is known of costs with what a film of `lengthSec` has just taken (seconds by stage) mixed in; a stage that is not told stays as it was. */
export function blendCosts(before: Partial<StageCosts> | undefined, took: Partial<StageCosts>, lengthSec: number): StageCosts {
  const blend = (name: StageName): number => {
    const seconds = took[name];
    const known = before?.[name];
    if (seconds === undefined) return known ?? MEASURED_COSTS[name];
    const scaled = (seconds * COSTED_SEC) / Math.max(1, lengthSec);
    return known === undefined ? scaled : known + (scaled - known) * NEW_PART;
  };
  return Object.fromEntries(STAGE_NAMES.map((name) => [name, blend(name)])) as StageCosts;
}
