import type { Artifacts } from "../../../src/domain/artifacts.ts";
import { type ResolvedRequest, resolveRequest } from "../../../src/domain/job.ts";
import type { Spoken } from "../../../src/domain/speech.ts";
import { Storyboard } from "../../../src/domain/storyboard.ts";
import { buildTimeline, type Timeline } from "../../../src/domain/timeline.ts";
import type { StageContext } from "../../../src/pipeline/stage.ts";

const SCENERY = { kind: "scenery", setting: "ocean", palette: "day" } as const;

/** A storyboard of scenes that say what is given and leave the rest as it is by default. */
export const board = (scenes: object[], rest: object = {}): Storyboard =>
  Storyboard.parse({ title: "Title", ...rest, scenes: scenes.map((scene, index) => ({ id: `s${index}`, visual: SCENERY, ...scene })) });

export const request = (rest: object = {}): ResolvedRequest =>
  resolveRequest({ seed: 7, ...rest, ...("prompt" in rest || "storyboard" in rest ? {} : { script: "Words." }) });

/** A voice that says a text, a word each 0.4 s. */
export const voice = (text: string, file = "voice.wav"): Spoken => {
  const words = text.split(" ").map((word, index) => ({ text: word, start: index * 0.4, end: index * 0.4 + 0.35 }));
  return { file, durationSec: words.length * 0.4, words };
};

/** The timeline of a storyboard whose scenes are spoken by `voice`. */
export const timelineOf = (storyboard: Storyboard, cards = storyboard.title !== ""): Timeline =>
  buildTimeline(
    storyboard,
    storyboard.scenes.map(({ narration }) => (narration ? voice(narration) : undefined)),
    { fps: 30, fit: false, cards },
  );

/** A stage's context that holds what earlier stages left; what it lacks fails when it is used. */
export const context = (request: ResolvedRequest, artifacts: Partial<Artifacts>, rest: Partial<StageContext> = {}): StageContext =>
  ({
    order: { jobId: "job", request, out: "/films/film.mp4", keepParts: false, report: false },
    means: { version: "1.2.3" },
    from: (name: keyof Artifacts) => artifacts[name],
    progress: () => {},
    log: () => {},
    signal: new AbortController().signal,
    ...rest,
  }) as unknown as StageContext;
