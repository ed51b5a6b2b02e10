import type { Style } from "../domain/job.ts";
import type { JobStatus } from "../domain/job-record.ts";
import type { Label, LengthClass, Peak, Span, SpreadMeasure, Sum, Tier } from "../domain/metrics.ts";
import type { Sketch } from "../domain/sketch.ts";

/** Which jobs measurements are of; what is left out does not narrow. */
export type MetricFilter = { style?: Style | undefined; priority?: number | undefined };

/** Sums and peaks of a stretch of time, s, from one tier, in buckets of so many seconds (by default the tier's own; a multiple of them). `toSec` is exclusive. */
export type CountQuery = MetricFilter & {
  tier: Tier;
  bucketSec?: number;
  measures: readonly (Sum | Peak)[];
  fromSec: number;
  toSec: number;
};

/** What was counted in a bucket under one label: the sum, or of peaks the highest. */
export type MetricCount = { measure: Sum | Peak; startSec: number; label: Label; value: number };

/** What a distribution is asked for: of which jobs, and by which part of their labels it is told apart. */
export type SketchFilter = MetricFilter & { by?: "style" | "length" | "status" | undefined };

/** A distribution of what its label says; jobs that lack that part come without it. */
export type LabelledSketch = { label: { style?: Style | "none"; length?: LengthClass; status?: JobStatus }; sketch: Sketch };

/** What can be read of measurements that have been moved into their buckets. */
export type MetricReading = {
  counts(query: CountQuery): MetricCount[];
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
