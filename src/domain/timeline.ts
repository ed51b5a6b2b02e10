import type { Cue } from "./caption.ts";
import type { ScenePicture } from "./picture.ts";
import type { Spoken } from "./speech.ts";
import type { Mood } from "./storyboard.ts";

/** A scene in its place. Frames are whole; the film is the scenes end to end, transitions lie in the head of the later scene. */
export type TimelineScene = {
  id: string;
  startFrame: number;
  frames: number;
  headFrames: number;
  /** Where the voice begins, in seconds from the start of the scene. */
  voiceStartSec: number;
  voice?: Spoken;
  mood: Mood;
  title: string;
};

/** When everything happens. `durationSec` is `frames / fps`. */
export type Timeline = { fps: number; frames: number; durationSec: number; scenes: TimelineScene[] };

/** The timeline with what is drawn in each scene. */
export type RenderPlan = { timeline: Timeline; pictures: ScenePicture[]; cues: Cue[][] };
