import { z } from "zod";
import { JobStatus } from "../../../domain/job-record.ts";
import { LENGTH_CLASSES } from "../../../domain/metrics.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { AnalyticsView } from "../../../service/analytics.ts";
import { RANGE_NAMES } from "../../../service/analytics-window.ts";
import { EXAMPLE_ID } from "../../job-path.ts";
import { Id, Timestamp } from "./job-answers.ts";

const count = (of: string) => z.int().min(0).describe(of);
const amount = (of: string) => z.number().min(0).nullable().describe(of);
const percent = (of: string) => z.number().min(0).max(100).nullable().describe(of);

const SPREAD = {
  count: count("How many there were"),
  average: amount("Average, s"),
  minimum: amount("Shortest, s"),
  maximum: amount("Longest, s"),
  p50: amount("Half took no longer, s; within 1 %"),
  p95: amount("95 of 100 took no longer, s; within 1 %"),
};
const COUNTS = {
  created: count("Jobs that were made"),
  completed: count("Jobs that were completed"),
  failed: count("Jobs that failed"),
  cancelled: count("Jobs that were cancelled"),
};
const OUTCOMES = { ...COUNTS, success_rate: percent("Percent completed, of completed and failed jobs; null of none") };
const BUCKET = {
  start: Timestamp.describe("When the bucket begins, RFC 3339 in UTC"),
  seconds: z.int().min(60).describe("How long it is, s"),
  partial: z.boolean().describe("Whether it is not over yet, or nothing was measured in a part of it"),
};
const ranking = (of: string) =>
  z
    .array(z.object({ name: z.string().describe("Which"), jobs: count("How many completed jobs") }))
    .describe(`${of} of completed films, the most frequent first; at most 20`);

/** What `GET /mcp/analytics` answers. */
export const AnalyticsAnswer = z
  .object({
    range: z.enum(RANGE_NAMES).describe("What was asked for"),
    from: Timestamp.describe("When the range begins"),
    to: Timestamp.describe("When its last bucket ends; it lies ahead"),
    measured_since: Timestamp.nullable().describe("Since when anything has been measured; earlier buckets are empty because nobody looked"),
    summary: z
      .object({
        ...OUTCOMES,
        previous: z.object(OUTCOMES).describe("The same of the stretch of equal length before"),
        render_time: z.object(SPREAD).describe("From a job's beginning to its completion, s"),
        previous_render_time: z.object(SPREAD).describe("The same of the stretch before"),
        average_film_length: amount("Of finished films, s"),
        cache_hit_rate: percent("Percent of scenes that were found ready, of all that films needed"),
      })
      .describe("The range as a whole. A job that is retried ends once more."),
    outcomes: z.array(z.object({ ...BUCKET, ...COUNTS })).describe("What became of jobs, oldest bucket first"),
    queue: z
      .object({
        buckets: z
          .array(
            z.object({
              ...BUCKET,
              depth: z
                .partialRecord(JobStatus, z.int().min(1))
                .describe("How many jobs stood in each status at the moment of the bucket when there were most"),
              oldest_waiting: z.number().min(0).describe("How long the oldest waiting job had waited at most, s"),
            }),
          )
          .describe("Oldest first"),
        peak: z
          .object({
            at: Timestamp.describe("When it was, to the minute, hour or day as the buckets have it"),
            depth: z.int().min(1).describe("How many jobs"),
          })
          .nullable()
          .describe("The most jobs that waited and ran at one moment"),
      })
      .describe("Jobs that waited and ran"),
    render_time_by_length: z
      .array(z.object({ length: z.enum(LENGTH_CLASSES).describe("Length of the film, s"), ...SPREAD }))
      .describe("Render times by how long the films are"),
    render_time_by_style: z
      .array(z.object({ style: z.string().describe("Style of the film"), ...SPREAD }))
      .describe("Render times by style"),
    stage_time: z
      .array(z.object({ status: JobStatus.describe("The status; `pending` is the wait in the queue"), ...SPREAD }))
      .describe("How long completed jobs were in each status, in the order of the pipeline"),
    success_by_priority: z
      .array(z.object({ priority: z.int().min(1).max(10).describe("1 to 10"), ...OUTCOMES }))
      .describe("Outcomes by priority, the highest first"),
    activity: z
      .object({
        styles: ranking("Styles"),
        voices: ranking("Voices that were asked for (`auto`: none was)"),
        languages: ranking("Languages"),
        lengths: ranking("Classes of length"),
      })
      .describe("What films were made"),
    cost: z
      .object({
        currency: z.string().describe("Currency of the preferences, ISO 4217"),
        compute_seconds: z.number().min(0).describe("Time in which jobs were worked on, s"),
        storage_bytes: count("Bytes of all finished films that are kept now"),
        compute: amount("What computing costs; null where no rate is set"),
        storage: amount("What keeping the films for the range costs"),
        total: amount("Both"),
        per_job: amount("Of one completed job, on average"),
        month_to_date: amount("This calendar month so far (UTC)"),
        projection: amount("The month by its end, if it goes on as it did"),
      })
      .describe("Costs at the rates of the preferences"),
    health: z
      .object({
        uptime: percent("Percent of minutes since the first measurement in which the server was up"),
        requests: count("Answers of the API"),
        p50: amount("Half were quicker, ms"),
        p95: amount("95 of 100 were quicker, ms"),
        p99: amount("99 of 100 were quicker, ms"),
        worst: amount("The slowest, ms"),
        server_errors: count("Answers with status 500 or above"),
      })
      .describe("How the server does"),
    oldest_waiting: z
      .object({ job_id: Id, prompt: z.string().describe("Its prompt"), seconds: z.number().min(0).describe("How long it has waited, s") })
      .nullable()
      .describe("Of jobs that may begin now, the one that has waited longest"),
  })
  .meta({ title: "Analytics", description: "What was measured within a range" });
export type AnalyticsAnswer = z.infer<typeof AnalyticsAnswer>;

/** What was measured within any stretch of time. */
export type Measured = Omit<AnalyticsAnswer, "range">;

const at = (sec: number): string => toTimestamp(Math.round(sec * 1e6));

const toOutcomes = ({ successRate, ...counts }: AnalyticsView["totals"]) => ({ ...counts, success_rate: successRate });

/** A view in the words of this dialect. */
export function toAnalytics(view: AnalyticsView): Measured {
  const { window, cost, health, oldestWaiting, peak } = view;
  const bucket = ({ startSec, partial }: { startSec: number; partial: boolean }) => ({
    start: at(startSec),
    seconds: window.bucketSec,
    partial,
  });
  return {
    ...{ from: at(window.fromSec), to: at(window.toSec) },
    measured_since: view.measuredSinceSec === null ? null : at(view.measuredSinceSec),
    summary: {
      ...toOutcomes(view.totals),
      previous: toOutcomes(view.previous),
      ...{ render_time: view.renderTime, previous_render_time: view.previousRenderTime },
      ...{ average_film_length: view.filmLengthSec, cache_hit_rate: view.cacheHitRate },
    },
    outcomes: view.outcomes.map(({ startSec, partial, ...counts }) => ({ ...bucket({ startSec, partial }), ...counts })),
    queue: {
      buckets: view.queue.map(({ depth, oldestWaitingSec, ...when }) => ({ ...bucket(when), depth, oldest_waiting: oldestWaitingSec })),
      peak: peak && { at: at(peak.atSec), depth: peak.depth },
    },
    ...{ render_time_by_length: view.byLength, render_time_by_style: view.byStyle, stage_time: view.byStatus },
    success_by_priority: view.byPriority.map(({ priority, ...outcomes }) => ({ priority, ...toOutcomes(outcomes) })),
    activity: view.activity,
    cost: {
      ...{ currency: cost.currency, compute_seconds: cost.computeSec, storage_bytes: cost.bytes },
      ...{ compute: cost.compute, storage: cost.storage, total: cost.total, per_job: cost.perJob },
      ...{ month_to_date: cost.monthToDate, projection: cost.projection },
    },
    health: {
      ...{ uptime: health.uptime, requests: health.requests, p50: health.p50, p95: health.p95, p99: health.p99 },
      ...{ worst: health.worst, server_errors: health.serverErrors },
    },
    oldest_waiting: oldestWaiting && { job_id: oldestWaiting.jobId, prompt: oldestWaiting.prompt, seconds: oldestWaiting.seconds },
  };
}

const ONE = { created: 1, completed: 1, failed: 0, cancelled: 0 };
const TIMES = { count: 1, average: 32.5, minimum: 32.5, maximum: 32.5, p50: 32.5, p95: 32.5 };

/** An answer as it is documented. */
export const EXAMPLE_ANALYTICS: AnalyticsAnswer = {
  ...{
    range: "24h",
    from: "2026-11-19T17:30:00.000000Z",
    to: "2026-11-20T17:30:00.000000Z",
    measured_since: "2026-11-01T08:12:04.000000Z",
  },
  summary: {
    ...{ ...ONE, success_rate: 100, previous: { ...ONE, success_rate: 100 } },
    ...{ render_time: TIMES, previous_render_time: TIMES, average_film_length: 60.5, cache_hit_rate: 12.5 },
  },
  outcomes: [{ start: "2026-11-20T17:15:00.000000Z", seconds: 900, partial: true, ...ONE }],
  queue: {
    buckets: [
      { start: "2026-11-20T17:15:00.000000Z", seconds: 900, partial: true, depth: { pending: 2, rendering: 1 }, oldest_waiting: 12.5 },
    ],
    peak: { at: "2026-11-20T17:15:00.000000Z", depth: 3 },
  },
  render_time_by_length: [{ length: "60-120", ...TIMES }],
  render_time_by_style: [{ style: "documentary", ...TIMES }],
  stage_time: [{ status: "rendering", ...TIMES }],
  success_by_priority: [{ priority: 5, ...ONE, success_rate: 100 }],
  activity: {
    ...{ styles: [{ name: "documentary", jobs: 1 }], voices: [{ name: "flite-slt", jobs: 1 }] },
    ...{ languages: [{ name: "en", jobs: 1 }], lengths: [{ name: "60-120", jobs: 1 }] },
  },
  cost: {
    ...{
      currency: "EUR",
      compute_seconds: 32.5,
      storage_bytes: 12_000_000,
      compute: 0.0018,
      storage: 0.00001,
      total: 0.00181,
      per_job: 0.00181,
    },
    ...{ month_to_date: 0.42, projection: 0.64 },
  },
  health: { uptime: 99.86, requests: 1200, p50: 0.4, p95: 1.8, p99: 6.2, worst: 41, server_errors: 0 },
  oldest_waiting: { job_id: EXAMPLE_ID, prompt: "The life of a river, from spring to sea", seconds: 12.5 },
};
