import type { Style } from "../domain/job.ts";
import type { JobStatus } from "../domain/job-record.ts";
import type { Depths, Label, LengthClass, Peak, Span, SpreadMeasure, Sum, Tier } from "../domain/metrics.ts";
import type { Sketch } from "../domain/sketch.ts";

/** Which jobs measurements are of; what is left out does not narrow. */
export type MetricFilter = { style?: Style | undefined; priority?: number | undefined };

/** Sums and peaks of a stretch of time, s, from one tier, in buckets of so many seconds (by default the tier's own; a multiple of them). `toSec` is exclusive. */
export type CountQuery = MetricFilter & {
  tier: Tier;
  bucketSec?: number;
  measures: readonly (Sum | "oldest_waiting")[];
  fromSec: number;
  toSec: number;
};

/** What was counted in a bucket under one label: the sum, or of peaks the highest. */
export type MetricCount = { measure: Sum | Peak; startSec: number; label: Label; value: number };

/** What was counted under one label. */
export type MetricSum = { measure: Sum; label: Label; value: number };

/** What a distribution is asked for: of which jobs, and by which part of their labels it is told apart. */
export type SketchFilter = MetricFilter & { by?: "style" | "length" | "status" | undefined };

/** A distribution of what its label says; jobs that lack that part come without it. */
export type LabelledSketch = { label: { style?: Style | "none"; length?: LengthClass; status?: JobStatus }; sketch: Sketch };

/** The moment of a bucket when most jobs waited and ran, by the beginning of its bucket in the tier, s, and how many stood in each status. */
export type DepthBucket = { startSec: number; atSec: number; total: number; depths: Depths };

/** What can be read of measurements that have been moved into their buckets. */
export type MetricReading = {
  counts(query: CountQuery): MetricCount[];
  /** Sums of whole stretches of time. */
  sums(measures: readonly Sum[], spans: readonly Span[], filter: MetricFilter): MetricSum[];
  /** The deepest moment of each bucket; none of those in which no job waited or ran. */
  depths(query: { tier: Tier; bucketSec: number; fromSec: number; toSec: number }): DepthBucket[];
  sketches(measure: SpreadMeasure, spans: readonly Span[], filter: SketchFilter): LabelledSketch[];
  /** Since when jobs or the server have been measured, s since 1970; undefined when they have not. */
  since(of: "jobs" | "server"): number | undefined;
  /** Bytes of all finished films. */
  filmBytes(): number;
  /** Of the jobs that may begin, the one that could have begun first, and when. */
  oldestWaiting(): { id: string; prompt: string; sinceUs: number } | undefined;
  /** Whether changes have been written down that are in no bucket yet. */
  unsettled(): boolean;
};
