import { JobStatus } from "../domain/job-record.ts";
import { type Label, LENGTH_CLASSES, type LengthClass } from "../domain/metrics.ts";
import { quantile, type Sketch } from "../domain/sketch.ts";
import { CREATE_STAGES } from "../domain/stages.ts";
import type { LabelledSketch } from "../store/metric-reading.ts";

/** How values are spread, in the unit of what was measured; all null where there are none. */
export type Spread = {
  count: number;
  average: number | null;
  minimum: number | null;
  maximum: number | null;
  p50: number | null;
  p95: number | null;
};

/** Jobs that were made and that ended; `successRate` is percent of completed and failed ones. */
export type Outcomes = { created: number; completed: number; failed: number; cancelled: number; successRate: number | null };

/** What was counted of something, in a bucket or in all. */
type Counted = { measure: string; label: Label; value: number };

/** What is counted of jobs. */
export const ENDS = ["created", "completed", "failed", "cancelled"] as const;

const MOST_NAMES = 20;

/** To six significant digits: measured times have no more. */
export const tidy = (value: number): number => Number(value.toPrecision(6));

export function toSpread(sketch: Sketch | undefined): Spread {
  if (!sketch || sketch.count === 0) return { count: 0, average: null, minimum: null, maximum: null, p50: null, p95: null };
  const at = (share: number) => tidy(quantile(sketch, share)!);
  const { count, sum, least, most } = sketch;
  return { count, average: tidy(sum / count), minimum: tidy(least), maximum: tidy(most), p50: at(0.5), p95: at(0.95) };
}

export function toOutcomes(counts: readonly Counted[]): Outcomes {
  const sum = (name: (typeof ENDS)[number]) => sumOf(counts.filter(({ measure }) => measure === name));
  const [created, completed, failed, cancelled] = ENDS.map(sum) as [number, number, number, number];
  return { created, completed, failed, cancelled, successRate: percent(completed, completed + failed) };
}

export const sumOf = (counts: readonly Counted[]): number => counts.reduce((sum, { value }) => sum + value, 0);

/** A share in percent, to two digits behind the point; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((Math.min(part, whole) / whole) * 10_000) / 100 : null;

const sketchOf = (found: readonly LabelledSketch[], name: keyof LabelledSketch["label"], value: string): Sketch | undefined =>
  found.find(({ label }) => label[name] === value)?.sketch;

/** Every class of length, in order. */
export const byLength = (found: readonly LabelledSketch[]): (Spread & { length: LengthClass })[] =>
  LENGTH_CLASSES.map((length) => ({ length, ...toSpread(sketchOf(found, "length", length)) }));

/** The styles that there were films of, the most frequent first. */
export const byStyle = (found: readonly LabelledSketch[]): (Spread & { style: string })[] =>
  found
    .flatMap(({ label: { style }, sketch }) => (style && style !== "none" ? [{ style, ...toSpread(sketch) }] : []))
    .sort((a, b) => b.count - a.count || a.style.localeCompare(b.style));

const SHOWN: readonly JobStatus[] = ["pending", ...new Set(Object.values(CREATE_STAGES).map(({ status }) => status))];

/** The statuses of a film in the order of the pipeline, and others that there were. */
export function byStatus(found: readonly LabelledSketch[]): (Spread & { status: JobStatus })[] {
  const there = JobStatus.options.filter((status) => SHOWN.includes(status) || sketchOf(found, "status", status));
  return there.map((status) => ({ status, ...toSpread(sketchOf(found, "status", status)) }));
}

/** The priorities that there were jobs of, the highest first. */
export const byPriority = (counts: readonly Counted[]): (Outcomes & { priority: number })[] =>
  [...Map.groupBy(counts, ({ label }) => label.priority ?? 0)]
    .map(([priority, found]) => ({ priority, ...toOutcomes(found) }))
    .sort((a, b) => b.priority - a.priority);

/** How often each was used, the most frequent first. */
export const ranked = (counts: readonly Counted[], nameOf: (count: Counted) => string | undefined): { name: string; jobs: number }[] =>
  rank(
    counts.flatMap((count): [string, number][] => {
      const name = nameOf(count);
      return name === undefined ? [] : [[name, count.value]];
    }),
  );

/** The same of names with numbers; those of one name are added up. */
export function rank(found: readonly [name: string, jobs: number][]): { name: string; jobs: number }[] {
  const jobs = new Map<string, number>();
  for (const [name, count] of found) jobs.set(name, (jobs.get(name) ?? 0) + count);
  return [...jobs]
    .map(([name, jobs]) => ({ name, jobs }))
    .sort((a, b) => b.jobs - a.jobs || a.name.localeCompare(b.name))
    .slice(0, MOST_NAMES);
}
