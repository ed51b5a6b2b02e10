import type { Style } from "./job.ts";
import { type JobRecord, type JobStatus, phaseOf, type StageRecord } from "./job-record.ts";
import type { Sketch } from "./sketch.ts";
import { CREATE_STAGES } from "./stages.ts";

/** How finely measurements are kept and for how long: buckets of so many seconds, for so many days; null is for ever. */
export const TIERS = {
  minute: { sec: 60, keepDays: 7 },
  hour: { sec: 3600, keepDays: 90 },
  day: { sec: 86_400, keepDays: null },
} as const;
export type Tier = keyof typeof TIERS;
export const TIER_NAMES = Object.keys(TIERS) as Tier[];

/** What is added up: jobs, seconds of work, scenes, films and their seconds, minutes in which the server was up, answers with status 500 or above. */
export const SUMS = [
  "created",
  "completed",
  "failed",
  "cancelled",
  "compute",
  "scenes_made",
  "scenes_found",
  "voice",
  "language",
  "films",
  "film_seconds",
  "beat",
  "server_errors",
] as const;
/** What the highest is kept of: jobs that wait and run at one moment, by status, and how long the oldest has waited, s. */
export const PEAKS = ["depth", "oldest_waiting"] as const;
/** What is kept as a distribution: from a job's beginning to its end, time in a status (both s), answers of the API (ms). */
export const SPREADS = ["render_time", "status_time", "api_time"] as const;

export type Sum = (typeof SUMS)[number];
export type Peak = (typeof PEAKS)[number];
export type SpreadMeasure = (typeof SPREADS)[number];
export type Measure = Sum | Peak | SpreadMeasure;

/** Classes of films by length, each with the seconds that it ends before. */
export const LENGTHS = { "0-60": 60, "60-120": 120, "120-300": 300, "300+": Number.POSITIVE_INFINITY } as const;
export type LengthClass = keyof typeof LENGTHS;
export const LENGTH_CLASSES = Object.keys(LENGTHS) as LengthClass[];

/** The class of a film's length, s. */
export const lengthClassOf = (sec: number): LengthClass => LENGTH_CLASSES.find((name) => sec < LENGTHS[name])!;

/** What a measurement is of. `none` is the style of jobs without one; `name` is a voice or a language. */
export type Label = { style?: Style | "none"; priority?: number; length?: LengthClass; status?: JobStatus; name?: string };

/** One thing that happened. */
export type Sample = { timeUs: number; measure: Sum | SpreadMeasure; label: Label; value: number };

/** How many jobs stand in each status at one moment. */
export type Depths = Partial<Record<JobStatus, number>>;

/** Measurements of a moment that have been gathered. */
export type Gathered = { timeSec: number; label: Label } & (
  | { measure: Exclude<Sum | Peak, "depth">; value: number }
  | { measure: "depth"; depths: Depths }
  | { measure: SpreadMeasure; sketch: Sketch }
);

/** The beginning of the bucket that a moment lies in, s since 1970. Buckets are aligned to UTC. */
export const bucketOf = (timeSec: number, bucketSec: number): number => Math.floor(timeSec / bucketSec) * bucketSec;

/** A stretch of time in buckets of one tier, s; `to` is exclusive. */
export type Span = { tier: Tier; fromSec: number; toSec: number };

/** A stretch of time, from and to whole minutes, as few buckets as there can be: whole days, and hours and minutes at its ends. */
export function toSpans(fromSec: number, toSec: number, [tier, ...finer]: readonly Tier[] = ["day", "hour", "minute"]): Span[] {
  if (tier === undefined || fromSec >= toSec) return [];
  const { sec } = TIERS[tier];
  const [first, last] = [Math.ceil(fromSec / sec) * sec, Math.floor(toSec / sec) * sec];
  if (first >= last) return toSpans(fromSec, toSec, finer);
  return [...toSpans(fromSec, first, finer), { tier, fromSec: first, toSec: last }, ...toSpans(last, toSec, finer)];
}

/** What a job's measurements are of. */
export const labelOf = ({ style, priority }: Pick<JobRecord, "style" | "priority">): Label => ({ style: style ?? "none", priority });

/**
 * What is measured when a job has become what it is now: that it was made, how long it waited and worked, and how it ended. `begunUs` is when the
 * run that ends now was claimed, where that is known. One that is told of only when it is over counts at its own times.
 */
export function samplesOfChange(
  before: JobRecord | undefined,
  after: JobRecord,
  { nowUs, begunUs }: { nowUs: number; begunUs?: number | undefined },
): Sample[] {
  const label = labelOf(after);
  const [was, is] = [before ? phaseOf(before.status) : undefined, phaseOf(after.status)];
  const samples: Sample[] = before ? [] : [{ timeUs: after.createdUs, measure: "created", label, value: 1 }];
  if (before && was === "pending" && is === "running")
    samples.push({
      timeUs: nowUs,
      measure: "status_time",
      label: { ...label, status: "pending" },
      value: seconds(waitingSince(before), nowUs),
    });
  if (was === "running" && is !== "running" && begunUs !== undefined)
    samples.push({ timeUs: nowUs, measure: "compute", label, value: seconds(begunUs, nowUs) });
  if (is === "over" && (before?.status !== after.status || before.revision !== after.revision)) samples.push(...samplesOfEnd(after, nowUs));
  return samples;
}

const seconds = (fromUs: number, toUs: number): number => Math.max(0, (toUs - fromUs) / 1e6);

/** Since when a pending job could have begun. */
const waitingSince = ({ startedUs, dueUs, updatedUs }: JobRecord): number => (startedUs === null ? dueUs : Math.max(dueUs, updatedUs));

function samplesOfEnd(job: JobRecord, nowUs: number): Sample[] {
  const timeUs = job.finishedUs ?? nowUs;
  const label = labelOf(job);
  const ended = { timeUs, measure: job.status as "completed" | "failed" | "cancelled", label, value: 1 };
  if (job.status !== "completed") return [ended];
  const { film, request } = job;
  const sized = film ? { ...label, length: lengthClassOf(film.durationSec) } : label;
  const renders = job.startedUs === null ? [] : [{ measure: "render_time" as const, label: sized, value: seconds(job.startedUs, timeUs) }];
  const films = film
    ? [
        { measure: "films" as const, label, value: 1 },
        { measure: "film_seconds" as const, label, value: film.durationSec },
        { measure: "language" as const, label: { ...label, name: film.language }, value: 1 },
        { measure: "voice" as const, label: { ...label, name: (request.kind === "generate" && request.film.voice) || "auto" }, value: 1 },
      ]
    : [];
  const statuses = timeByStatus(job.stages).map(([status, value]) => ({
    measure: "status_time" as const,
    label: { ...label, status },
    value,
  }));
  return [ended, ...[...renders, ...films, ...statuses].map((sample) => ({ ...sample, timeUs }))];
}

/** Seconds in which any stage of each status was at work; stages that run side by side count once. */
export function timeByStatus(stages: readonly StageRecord[]): [JobStatus, number][] {
  const byStatus = Map.groupBy(
    stages.filter(({ startedUs, finishedUs }) => startedUs !== null && finishedUs !== null),
    ({ name }) => CREATE_STAGES[name].status as JobStatus,
  );
  return [...byStatus].map(([status, records]) => [status, unionSeconds(records)]);
}

function unionSeconds(records: readonly StageRecord[]): number {
  let untilUs = 0;
  let sum = 0;
  for (const { startedUs, finishedUs } of records.toSorted((a, b) => a.startedUs! - b.startedUs!)) {
    if (finishedUs! > untilUs) sum += finishedUs! - Math.max(untilUs, startedUs!);
    untilUs = Math.max(untilUs, finishedUs!);
  }
  return sum / 1e6;
}
