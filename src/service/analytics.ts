import type { Style } from "../domain/job.ts";
import type { JobStatus } from "../domain/job-record.ts";
import { type Depths, type LengthClass, type SpreadMeasure, type Sum, toSpans } from "../domain/metrics.ts";
import { quantile } from "../domain/sketch.ts";
import type { CountQuery, DepthBucket, MetricCount, MetricSum, SketchFilter } from "../store/metric-reading.ts";
import type { Store } from "../store/store.ts";
import { type Cost, type Rates, toCost } from "./analytics-cost.ts";
import { type Coverage, openCoverage } from "./analytics-coverage.ts";
import * as parts from "./analytics-parts.ts";
import { bucketsOf, type Period, type Range, type Window, windowBefore, windowOfPeriod, windowOfRange } from "./analytics-window.ts";
import type { Recorder } from "./metrics.ts";

type Outcomes = parts.Outcomes;
type Spread = parts.Spread;

/** A bucket: when it begins, s since 1970, and whether nothing was measured in a part of it. */
export type ShownBucket = { startSec: number; partial: boolean };

/** Which jobs are looked at; health, queue and cost are of all jobs. */
export type AnalyticsFilter = { style?: Style | undefined; priority?: number | undefined };

/** What was measured within a window. Times are seconds, of answers milliseconds. */
export type AnalyticsView = {
  window: Window;
  measuredSinceSec: number | null;
  totals: Outcomes;
  previous: Outcomes;
  renderTime: Spread;
  previousRenderTime: Spread;
  filmLengthSec: number | null;
  cacheHitRate: number | null;
  outcomes: (ShownBucket & Omit<Outcomes, "successRate">)[];
  queue: (ShownBucket & { depth: Depths; oldestWaitingSec: number })[];
  peak: { atSec: number; depth: number } | null;
  byLength: (Spread & { length: LengthClass })[];
  byStyle: (Spread & { style: string })[];
  byStatus: (Spread & { status: JobStatus })[];
  byPriority: (Outcomes & { priority: number })[];
  activity: Record<"styles" | "voices" | "languages" | "lengths", { name: string; jobs: number }[]>;
  cost: Cost;
  health: {
    uptime: number | null;
    requests: number;
    p50: number | null;
    p95: number | null;
    p99: number | null;
    worst: number | null;
    serverErrors: number;
  };
  oldestWaiting: { jobId: string; prompt: string; seconds: number } | null;
};

/** What has been measured, for those who look at it. Nothing is more than about a second old. */
export type AnalyticsService = {
  /** The last hours or days, up to now. */
  range: (range: Range, filter?: AnalyticsFilter) => Promise<AnalyticsView>;
  /** The day, week or month that a moment lies in, by default now. */
  period: (period: Period, atSec?: number) => Promise<AnalyticsView>;
  /** Told of each answer of the API: how long it took, ms, and its status. */
  answered: Recorder["answered"];
};

type Means = { store: Pick<Store, "read">; recorder: Recorder; rates: () => Rates; nowUs: () => number };

/** Opens what can be asked about the past. Reads measurements alone, so that it does not matter how many jobs there are. */
export function openAnalytics({ store, recorder, rates, nowUs }: Means): AnalyticsService {
  const look = async (windowAt: (nowSec: number) => Window, filter: AnalyticsFilter = {}) => {
    await recorder.freshen();
    const nowSec = nowUs() / 1e6;
    return view({ reading: store.read.metrics, window: windowAt(nowSec), filter, nowSec, rates: rates() });
  };
  return {
    range: (range, filter) => look((nowSec) => windowOfRange(range, nowSec), filter),
    period: (period, atSec) => look((nowSec) => windowOfPeriod(period, atSec ?? nowSec, nowSec)),
    answered: recorder.answered,
  };
}

type Look = { reading: Store["read"]["metrics"]; window: Window; filter: AnalyticsFilter; nowSec: number; rates: Rates };

function view({ reading, window, filter, nowSec, rates }: Look): AnalyticsView {
  const before = windowBefore(window);
  const counts = (measures: CountQuery["measures"], of: Window = window, jobs: AnalyticsFilter = {}) =>
    reading.counts({ ...of, ...jobs, measures });
  const sums = (measures: readonly Sum[], of: Window, jobs: AnalyticsFilter = {}) =>
    reading.sums(measures, toSpans(of.fromSec, of.toSec), jobs);
  const sketches = (measure: SpreadMeasure, more: SketchFilter = {}, of: Window = window) =>
    reading.sketches(measure, toSpans(of.fromSec, of.toSec), more);
  const one = (...asked: Parameters<typeof sketches>) => sketches(...asked)[0]?.sketch;

  const coverage = openCoverage(reading, window, nowSec);
  const ends = counts(parts.ENDS, window, filter);
  const allDone = parts.sumOf(sums(["completed"], window));
  const used = sums(["scenes_made", "scenes_found", "voice", "language", "films", "film_seconds"], window, filter);
  const of = <Count extends { measure: string }>(found: Count[], name: string) => found.filter(({ measure }) => measure === name);
  const found = parts.sumOf(of(used, "scenes_found"));
  const lengths = sketches("render_time", { ...filter, by: "length" });
  const films = parts.sumOf(of(used, "films"));

  return {
    window,
    measuredSinceSec: coverage.jobsSinceSec ?? null,
    totals: parts.toOutcomes(ends),
    previous: parts.toOutcomes(sums(parts.ENDS, before, filter)),
    renderTime: parts.toSpread(one("render_time", filter)),
    previousRenderTime: parts.toSpread(one("render_time", filter, before)),
    filmLengthSec: films > 0 ? parts.tidy(parts.sumOf(of(used, "film_seconds")) / films) : null,
    cacheHitRate: parts.percent(found, found + parts.sumOf(of(used, "scenes_made"))),
    outcomes: outcomeBuckets(window, ends, coverage),
    ...queueBuckets(window, reading.depths(window), counts(["oldest_waiting"]), coverage),
    byLength: parts.byLength(lengths),
    byStyle: parts.byStyle(sketches("render_time", { ...filter, by: "style" })),
    byStatus: parts.byStatus(sketches("status_time", { ...filter, by: "status" })),
    byPriority: parts.byPriority(ends),
    activity: {
      styles: parts.ranked(of(ends, "completed"), ({ label: { style } }) => (style === "none" ? undefined : style)),
      voices: parts.ranked(of(used, "voice"), ({ label }) => label.name),
      languages: parts.ranked(of(used, "language"), ({ label }) => label.name),
      lengths: parts.rank(lengths.flatMap(({ label, sketch }) => (label.length ? [[label.length, sketch.count]] : []))),
    },
    cost: costOf({ reading, window, nowSec, rates, filter }, coverage, allDone),
    health: healthOf(one("api_time"), sums(["server_errors"], window), coverage),
    oldestWaiting: oldestOf(reading, nowSec),
  };
}

function outcomeBuckets(window: Window, ends: MetricCount[], coverage: Coverage): AnalyticsView["outcomes"] {
  const byStart = Map.groupBy(ends, ({ startSec }) => startSec);
  return bucketsOf(window).map((startSec) => {
    const { successRate: _, ...counted } = parts.toOutcomes(byStart.get(startSec) ?? []);
    return { startSec, partial: coverage.jobsPartial(startSec), ...counted };
  });
}

function queueBuckets(
  window: Window,
  found: DepthBucket[],
  waits: MetricCount[],
  coverage: Coverage,
): Pick<AnalyticsView, "queue" | "peak"> {
  const depths = new Map(found.map((bucket) => [bucket.startSec, bucket.depths]));
  const oldest = new Map(waits.map(({ startSec, value }) => [startSec, parts.tidy(value)]));
  const peak = found.reduce<DepthBucket | undefined>((most, bucket) => (most && most.total > bucket.total ? most : bucket), undefined);
  return {
    queue: bucketsOf(window).map((startSec) => ({
      ...{ startSec, partial: coverage.serverPartial(startSec) },
      ...{ depth: depths.get(startSec) ?? {}, oldestWaitingSec: oldest.get(startSec) ?? 0 },
    })),
    peak: peak ? { atSec: peak.atSec, depth: peak.total } : null,
  };
}

function costOf({ reading, window, nowSec, rates }: Look, { jobsSinceSec }: Coverage, completed: number): Cost {
  const bytes = reading.filmBytes();
  const computeSec = (of: Window) => parts.sumOf(reading.sums(["compute"], toSpans(of.fromSec, of.toSec), {}));
  const keptSec = ({ fromSec, toSec }: Window) => Math.max(0, Math.min(toSec, nowSec) - Math.max(fromSec, jobsSinceSec ?? nowSec));
  const month = windowOfPeriod("monthly", nowSec, nowSec);
  const use = (of: Window) => ({ computeSec: computeSec(of), bytes, keptSec: keptSec(of) });
  return toCost(rates, use(window), completed, { ...use(month), leftSec: month.toSec - nowSec });
}

function healthOf(answers: Parameters<typeof quantile>[0] | undefined, errors: MetricSum[], { uptime }: Coverage): AnalyticsView["health"] {
  const at = (share: number) => (answers && answers.count > 0 ? parts.tidy(quantile(answers, share)!) : null);
  return {
    ...{ uptime, requests: answers?.count ?? 0 },
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1) },
    serverErrors: parts.sumOf(errors),
  };
}

function oldestOf(reading: Look["reading"], nowSec: number): AnalyticsView["oldestWaiting"] {
  const oldest = reading.oldestWaiting();
  return oldest ? { jobId: oldest.id, prompt: oldest.prompt, seconds: Math.max(0, parts.tidy(nowSec - oldest.sinceUs / 1e6)) } : null;
}
