import type { ResolvedRequest } from "../../domain/job.ts";
import type { QualityReport } from "../../domain/quality.ts";
import type { Credit, Storyboard } from "../../domain/storyboard.ts";
import type { StageContext } from "../stage.ts";
import { fitsTarget, targetSec } from "./target.ts";

/** True when anything that is seen or heard is the user's own. */
export function hasOwnMedia({ scenes, music }: Storyboard): boolean {
  return music !== undefined || scenes.some(({ visual, sound }) => visual.kind !== "scenery" || sound !== undefined);
}

/** Whom a film is owed to: what the storyboard says, and our own means that it uses. */
export function filmCredits({ scenes, credits, music, origin }: Storyboard, request: ResolvedRequest): Credit[] {
  const used: Credit[] = [...credits];
  const add = (credit: Credit) => {
    if (!used.some(({ what }) => what === credit.what)) used.push(credit);
  };
  if (scenes.some(({ visual }) => visual.kind === "scenery")) add({ what: "Scenery", author: "Kinora", licence: "free to use" });
  if (scenes.some(({ visual }) => visual.kind === "scenery" && visual.subjects.length > 0)) {
    add({
      what: "Subject pictures",
      author: "Microsoft, Fluent Emoji",
      url: "https://github.com/microsoft/fluentui-emoji",
      licence: "MIT",
    });
  }
  if (!music && request.music !== "off") add({ what: "Music", author: "Kinora", licence: "free to use" });
  if (origin === "wordnet") {
    add({ what: "Facts", author: "Princeton University, WordNet 3.1", url: "https://wordnet.princeton.edu", licence: "WordNet License" });
  }
  return used;
}

/** What `film.json` says: enough to make the film again with `--storyboard`, and what was measured. */
export function filmDetails({ order, means, from }: StageContext, report: QualityReport, notes: string[]) {
  const { prompt, script, storyboard: _given, duration_target: _asked, ...parameters } = order.request;
  const storyboard = from("plan");
  const { fps, frames, durationSec, scenes } = from("timeline");
  const target = fitsTarget(order.request) ? targetSec(order.request) : undefined;
  return {
    kinora: means.version,
    made_from: prompt !== undefined ? { prompt } : script !== undefined ? { script } : { storyboard: true },
    parameters: { ...parameters, language: storyboard.language, ...(target === undefined ? {} : { duration_target: target }) },
    storyboard: { ...storyboard, credits: filmCredits(storyboard, order.request) },
    timeline: {
      fps,
      frames,
      duration: durationSec,
      scenes: scenes.map(({ id, startFrame, frames: length, voiceStartSec, voice }) => ({
        id,
        start: startFrame / fps,
        duration: length / fps,
        ...(voice && { voice_start: startFrame / fps + voiceStartSec, voice_duration: voice.durationSec }),
      })),
    },
    notes,
    quality_report: report,
  };
}
