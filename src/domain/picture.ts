import type { Cue } from "./caption.ts";
import type { SetCaptions } from "./caption-look.ts";
import type { CustomStyle } from "./custom.ts";
import type { Aspect, FrameSize } from "./frame.ts";
import type { Style } from "./job.ts";
import type { Subject, Transition, Visual } from "./storyboard.ts";

/** Large text over the picture. Times in seconds from the start of the scene. */
export type Card = { kind: "title" | "heading" | "end"; text: string; startSec: number; endSec: number };

/**
 * What a style may want to know of a scene beside its picture. Each fact changes what is drawn, and so the scene's key: a style is told
 * only those that it names.
 */
export type SceneFacts = {
  /** The film's title. */
  title?: string;
  /** The scene's own title. */
  heading?: string;
  /** The first words of the narration that make sense by themselves. */
  phrase?: string;
  /** What can be read large by itself, never broken off: what somebody says in the narration, or its first sentence or clause. */
  saying?: { text: string; quoted: boolean };
  /** Whether captions show all that the scene says; absent where they do not. */
  captioned?: boolean;
  /** What the scene is about, most telling first, at most six. */
  keywords?: string[];
  /** What the film shows in its other scenes, most often first, at most eight. */
  subjects?: Subject[];
  /** Which of the scenes that say something, from 1, and how many these are. */
  step?: { index: number; count: number };
  /** How much of the film is over when the scene begins and when its picture is no longer seen, 0..1. */
  progress?: { from: number; to: number };
  /** When large texts stand over the picture. */
  cards?: Omit<Card, "text">[];
};

/** The name of something that a style may want to know. */
export type SceneFact = keyof SceneFacts;

/** All that decides how a scene looks, before captions. Says nothing about where in the film it stands. */
export type PictureSpec = {
  visual: Visual;
  style: Style;
  /** What the style was told, where it can be told. */
  custom?: CustomStyle;
  aspect: Aspect;
  size: FrameSize;
  durationSec: number;
  cards: Card[];
  /** What the style wants to know of the scene. */
  facts?: SceneFacts;
  /** BCP 47, of the words that are seen: Japanese and Chinese draw the same character in different ways. */
  language?: string;
};

/** One scene's picture track: `frames` frames; for the first `headFrames` of them the scene before is still seen giving way. */
export type ScenePicture = {
  picture: PictureSpec;
  cues: Cue[];
  captions: SetCaptions;
  fps: number;
  frames: number;
  /** The scene before and the frame of it that would have come next; absent at the film's start and after a cut. */
  before?: { picture: PictureSpec; fromFrame: number; transition: Transition; headFrames: number };
};
