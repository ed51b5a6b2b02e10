import { callApi, toUrl } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { FilmRequest, JobStatus } from "./words.ts";

/** How far back to look: in buckets of a quarter hour, an hour, a day and a day. */
export type AnalyticsRange = "24h" | "7d" | "30d" | "90d";

/** Which jobs to look at. What is left out does not narrow; health, queue and cost are of all jobs. */
export type AnalyticsQuery = {
  range?: AnalyticsRange | undefined;
  style?: FilmRequest["style"];
  priority?: number | undefined;
};

/** How long something took, s. All null where there is nothing to tell. Percentiles are within 1 % of the exact ones. */
export type Spread = {
  count: number;
  average: number | null;
  minimum: number | null;
  maximum: number | null;
  p50: number | null;
  p95: number | null;
};

/** A stretch of time: from `start` (RFC 3339, UTC) for `seconds`. `partial` when it is not over yet, or nothing was measured in a part of it. */
export type Bucket = { start: string; seconds: number; partial: boolean };

/** Jobs that were made and that ended within a bucket. */
export type OutcomeBucket = Bucket & { created: number; completed: number; failed: number; cancelled: number };

/** How many jobs stood in each status at the moment of a bucket when there were most, and how long the oldest had waited at most, s. */
export type QueueBucket = Bucket & { depth: Partial<Record<JobStatus, number>>; oldest_waiting: number };

/** Jobs that ended in a range: `success_rate` is percent of completed and failed ones, null when there are none. */
export type Outcomes = { created: number; completed: number; failed: number; cancelled: number; success_rate: number | null };

/** What things cost at the rates of the preferences, in their currency; null where no rate is set. */
export type Cost = {
  currency: string;
  compute_seconds: number;
  storage_bytes: number;
  compute: number | null;
  storage: number | null;
  total: number | null;
  /** Of one completed job, on average. */
  per_job: number | null;
  /** This calendar month so far, and by its end if it goes on as it did (UTC). */
  month_to_date: number | null;
  projection: number | null;
};

/** All that can be drawn of a range. */
export type Analytics = {
  range: AnalyticsRange;
  from: string;
  to: string;
  /** Since when anything has been measured; earlier buckets are empty because nobody looked. */
  measured_since: string | null;
  summary: Outcomes & {
    /** The same of the stretch of equal length before. */
    previous: Outcomes;
    /** From a job's beginning to its end, s. */
    render_time: Spread;
    previous_render_time: Spread;
    /** Of finished films, s. */
    average_film_length: number | null;
    /** Percent of scenes that were found ready, of all that films needed. */
    cache_hit_rate: number | null;
  };
  outcomes: OutcomeBucket[];
  queue: { buckets: QueueBucket[]; peak: { at: string; depth: number } | null };
  render_time_by_length: (Spread & { length: "0-60" | "60-120" | "120-300" | "300+" })[];
  render_time_by_style: (Spread & { style: string })[];
  /** How long jobs were in each status, in the order of the pipeline; `pending` is the wait in the queue. */
  stage_time: (Spread & { status: JobStatus })[];
  success_by_priority: (Outcomes & { priority: number })[];
  /** Of completed films; a voice is `auto` where none was asked for. At most 20 of each. */
  activity: {
    styles: { name: string; jobs: number }[];
    voices: { name: string; jobs: number }[];
    languages: { name: string; jobs: number }[];
    lengths: { name: string; jobs: number }[];
  };
  cost: Cost;
  health: {
    /** Percent of the range since the first measurement in which the server was up. */
    uptime: number | null;
    requests: number;
    /** Answers of the API, ms. */
    p50: number | null;
    p95: number | null;
    p99: number | null;
    worst: number | null;
    /** Answers with status 500 or above. */
    server_errors: number;
  };
  /** Now. */
  oldest_waiting: { job_id: string; prompt: string; seconds: number } | null;
};

/** Sections that can be had as a table. */
export type AnalyticsSection =
  | "outcomes"
  | "queue"
  | "render_time_by_length"
  | "render_time_by_style"
  | "stage_time"
  | "success_by_priority"
  | "activity"
  | "cost"
  | "health";

/** What was measured within a range. */
export const getAnalytics = (query: AnalyticsQuery = {}, options?: ClientOptions): Promise<Analytics> =>
  callApi({ method: "GET", path: "/mcp/analytics", query }, options);

/** Where one section can be downloaded as CSV. */
export const analyticsCsvUrl = (section: AnalyticsSection, query: AnalyticsQuery = {}, options: ClientOptions = {}): string =>
  toUrl(`/mcp/analytics/${section}`, options, { ...query, format: "csv" });

export type ReportPeriod = "daily" | "weekly" | "monthly";

/** Where the report of the period that holds `date` (2026-11-20; by default today, UTC) can be downloaded, or read and printed. */
export const reportUrl = (
  period: ReportPeriod,
  format: "csv" | "html",
  { date }: { date?: string } = {},
  options: ClientOptions = {},
): string => toUrl(`/mcp/reports/${period}`, options, { format, date });
