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
  /** A whole number of frames, in seconds. */
  durationSec: number;
  /** The length that was asked for, in seconds; absent when the words decide. */
  targetSec?: number;
  size: FrameSize;
  fps: number;
  /** BCP 47; decides how fast captions may be. */
  language: string;
  /** Where scenes follow each other, in seconds; neither the film's start nor its end. */
  joinsSec: number[];
  /** Neither voice nor music: loudness and silence are reported, not judged. */
  silent: boolean;
  /** The film shows or plays media of the user's own: black, frozen and silent spans and clicks are reported, not judged. */
  ownMedia: boolean;
  /** Nothing plays between the words: silent spans are reported, not judged. */
  mayPause?: boolean;
  /** The fewest captions; 0 by default. */
  leastCues?: number;
};
