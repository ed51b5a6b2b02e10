import type { FrameSize } from "./frame.ts";

/** A stretch of the film in seconds. */
export type QualitySpan = { start: number; end: number };

/** One measured property of a delivered file. */
export type QualityCheck = {
  name: string;
  value: number | string;
  unit: string;
  limit: string;
  passed: boolean;
  spans?: QualitySpan[];
  /** True when it is only reported: the film passes whatever was measured. */
  informational?: boolean;
};

/** What was measured on the file that is delivered. `passed` counts only checks that must hold for this film. */
export type QualityReport = { passed: boolean; checks: QualityCheck[] };

/** What a film was meant to be; nothing in it tells how it was made. */
export type QualityExpectation = {
  size: FrameSize;
  fps: number;
  frames: number;
  /** The length that was asked for, in seconds; absent when the words decide. */
  durationTargetSec?: number;
  /** BCP 47; decides how fast captions may be. */
  language: string;
  /** Where scenes follow each other, in seconds; neither the film's start nor its end. */
  joinsSec: number[];
  /** The SRT that is delivered with the film; absent when there is none. */
  srt?: string;
  /** The fewest captions; 0 by default. */
  leastCues?: number;
  /** The film shows or plays media of the user's own: what it looks and sounds like is reported, not judged. */
  ownMedia: boolean;
  /** Nothing plays between the words, or nothing at all: silence is reported, not judged. */
  mayBeSilent?: boolean;
  /** Neither voice nor music: loudness is reported, not judged. */
  noSound?: boolean;
};

/** The most characters a second that captions may ask of a reader, by language. */
export const READING_SPEED: Record<string, number> = { en: 20, es: 17, fr: 17, de: 17, it: 17, pt: 17, zh: 9, ja: 4 };
