import { toCsvRow } from "../../../domain/csv.ts";
import type { AnalyticsAnswer, Measured } from "./analytics-answers.ts";

/** Sections that can be had as a table. */
export const SECTIONS = [
  "outcomes",
  "queue",
  "render_time_by_length",
  "render_time_by_style",
  "stage_time",
  "success_by_priority",
  "activity",
  "cost",
  "health",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Names of columns, and a cell for each in every row. */
export type Table = { columns: string[]; rows: (string | number | null)[][] };

type Spread = AnalyticsAnswer["summary"]["render_time"];

const SPREAD_COLUMNS = ["count", "average_seconds", "minimum_seconds", "maximum_seconds", "p50_seconds", "p95_seconds"];
const spreadCells = ({ count, average, minimum, maximum, p50, p95 }: Spread) => [count, average, minimum, maximum, p50, p95];
const COUNT_COLUMNS = ["created", "completed", "failed", "cancelled"];
const BUCKET_COLUMNS = ["start", "seconds", "partial"];
const bucketCells = ({ start, seconds, partial }: { start: string; seconds: number; partial: boolean }) => [
  start,
  seconds,
  String(partial),
];

const TABLES: Record<Section, (analytics: Measured) => Table> = {
  outcomes: ({ outcomes }) => ({
    columns: [...BUCKET_COLUMNS, ...COUNT_COLUMNS],
    rows: outcomes.map((row) => [...bucketCells(row), row.created, row.completed, row.failed, row.cancelled]),
  }),
  queue: ({ queue: { buckets } }) => {
    const statuses = [
      ...new Set(["pending", ...buckets.flatMap(({ depth }) => Object.keys(depth))]),
    ] as (keyof (typeof buckets)[0]["depth"])[];
    return {
      columns: [...BUCKET_COLUMNS, ...statuses, "oldest_waiting_seconds"],
      rows: buckets.map((row) => [...bucketCells(row), ...statuses.map((status) => row.depth[status] ?? 0), row.oldest_waiting]),
    };
  },
  render_time_by_length: ({ render_time_by_length: found }) => ({
    columns: ["length_seconds", ...SPREAD_COLUMNS],
    rows: found.map((row) => [row.length, ...spreadCells(row)]),
  }),
  render_time_by_style: ({ render_time_by_style: found }) => ({
    columns: ["style", ...SPREAD_COLUMNS],
    rows: found.map((row) => [row.style, ...spreadCells(row)]),
  }),
  stage_time: ({ stage_time: found }) => ({
    columns: ["status", ...SPREAD_COLUMNS],
    rows: found.map((row) => [row.status, ...spreadCells(row)]),
  }),
  success_by_priority: ({ success_by_priority: found }) => ({
    columns: ["priority", ...COUNT_COLUMNS, "success_rate_percent"],
    rows: found.map((row) => [row.priority, row.created, row.completed, row.failed, row.cancelled, row.success_rate]),
  }),
  activity: ({ activity }) => ({
    columns: ["of", "name", "jobs"],
    rows: Object.entries(activity).flatMap(([of, found]) => found.map(({ name, jobs }) => [of, name, jobs])),
  }),
  cost: ({ cost }) => toNamed(cost),
  health: ({ health }) => toNamed(health),
};

const toNamed = (values: Record<string, string | number | null>): Table => ({
  columns: ["name", "value"],
  rows: Object.entries(values).map(([name, value]) => [name, value]),
});

/** A section of what was measured as a table. */
export const toTable = (section: Section, analytics: Measured): Table => TABLES[section](analytics);

/** A table as a file to download. */
export const answerCsv = ({ columns, rows }: Table, name: string): Response =>
  new Response([columns, ...rows].map(toCsvRow).join(""), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
