import type { Cue } from "./caption.ts";
import type { Captions } from "./caption-look.ts";
import type { Aspect, FrameSize } from "./frame.ts";
import type { Style } from "./job.ts";
import type { Transition, Visual } from "./storyboard.ts";

/** Large text over the picture. Times in seconds from the start of the scene. */
export type Card = { kind: "title" | "heading" | "end"; text: string; startSec: number; endSec: number };

/** All that decides how a scene looks, before captions. Says nothing about where in the film it stands. */
export type PictureSpec = {
  visual: Visual;
  style: Style;
  aspect: Aspect;
  size: FrameSize;
  durationSec: number;
  cards: Card[];
  /** BCP 47, of the words that are seen: Japanese and Chinese draw the same character in different ways. */
  language?: string;
};

/** One scene's picture track: `frames` frames; for the first `headFrames` of them the scene before is still seen giving way. */
export type ScenePicture = {
  picture: PictureSpec;
  cues: Cue[];
  captions: Captions;
  fps: number;
  frames: number;
  /** The scene before and the frame of it that would have come next; absent at the film's start and after a cut. */
  before?: { picture: PictureSpec; fromFrame: number; transition: Transition; headFrames: number };
};
