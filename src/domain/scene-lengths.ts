import { estimateSpeechSec } from "./pace.ts";
import type { SceneDraft, StoryboardDraft } from "./storyboard.ts";
import { SCENE_ROOM, SILENT_SCENE, type Timeline } from "./timeline.ts";

/** How long a scene lasts, s, and how that is known: the storyboard says so, it was measured in the film, or its words will take about so long. */
export type SceneLength = { sec: number; is: "given" | "measured" | "estimated" };

/** How long each scene of a storyboard lasts. `timeline` is that of a film made of this storyboard. */
export function sceneLengths({ scenes, language = "en" }: StoryboardDraft, timeline: Timeline | undefined): SceneLength[] {
  const measured = new Map(timeline?.scenes.map((scene) => [scene.id, scene.frames / timeline.fps]));
  return scenes.map((scene) => lengthOf(scene, measured.get(scene.id ?? ""), language));
}

function lengthOf({ duration, narration }: SceneDraft, measuredSec: number | undefined, language: string): SceneLength {
  if (duration !== undefined) return { sec: duration, is: "given" };
  if (measuredSec !== undefined) return { sec: toHundredths(measuredSec), is: "measured" };
  const sec = narration.trim() === "" ? SILENT_SCENE.comfortable : estimateSpeechSec(narration, language) + SCENE_ROOM.comfortable;
  return { sec: toHundredths(sec), is: "estimated" };
}

/** How long each scene of a film lasts, s to a hundredth. */
export const measuredLengths = ({ scenes, fps }: Timeline): number[] => scenes.map(({ frames }) => toHundredths(frames / fps));

const toHundredths = (sec: number): number => Math.round(sec * 100) / 100;
