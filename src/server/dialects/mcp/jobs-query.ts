import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import { Style } from "../../../domain/job.ts";
import { type JobFilter, type JobQuery, SORT_KEYS } from "../../../domain/job-query.ts";
import { JobKind, JobStatus } from "../../../domain/job-record.ts";
import { digits, digitsOr, oneOf, repeatable } from "../../query.ts";

const DAY_US = 86_400e6;
const MOST_SEARCH = 500;

/** How long ago a named range begins, from the start of this day (UTC) or from now. */
const RANGES = {
  today: (nowUs: number) => nowUs - (nowUs % DAY_US),
  week: (nowUs: number) => nowUs - 7 * DAY_US,
  month: (nowUs: number) => nowUs - 30 * DAY_US,
  all: () => undefined,
} as const;

const isStatus = (text: string): text is JobStatus => JobStatus.options.includes(text as JobStatus);

const Statuses = z
  .string()
  .refine((text) => text.split(",").every(isStatus), { error: `must be one or several of ${JobStatus.options.join(", ")}` })
  .transform((text) => [...new Set(text.split(",") as JobStatus[])]);

const DATE = /^\d{4}-\d\d-\d\d$/;
const isMoment = (text: string): boolean =>
  (DATE.test(text) ? z.iso.date() : z.iso.datetime({ offset: true })).safeParse(text).success && Number.isFinite(Date.parse(text));
const moment = () => z.string().refine(isMoment, { error: "must be a date such as 2026-11-20, or a time such as 2026-11-20T17:15:00Z" });

/** What narrows a list of jobs. */
export const JobFilterQuery = z.object({
  status: repeatable(
    Statuses.optional().meta({
      description: `Only jobs of these statuses; repeat it or separate them by commas: ${JobStatus.options.join(", ")}`,
      examples: ["failed,cancelled"],
    }),
  ),
  date_range: oneOf(["today", "week", "month", "all"]).optional().describe("Made today (UTC), within 7 days, within 30 days, or ever"),
  from: moment()
    .optional()
    .meta({ description: "Made at this time or later; a date alone is its beginning in UTC", examples: ["2026-11-20"] }),
  to: moment()
    .optional()
    .meta({ description: "Made before this time; a date alone includes that day in UTC", examples: ["2026-11-20T17:15:00Z"] }),
  priority: digits({ least: 1, most: 10, strict: true }).optional().describe("Only jobs of this priority"),
  style: oneOf(Style.options).optional().describe("Only films of this style"),
  kind: oneOf(JobKind.options).optional().describe("Only jobs of this kind"),
  search: z
    .string()
    .max(MOST_SEARCH, { error: `must be at most ${MOST_SEARCH} characters` })
    .optional()
    .describe("A job's id, the first 8 characters of one or more, or words of the prompt"),
});

/** What `GET /mcp/jobs` may be asked. */
export const JobsQuery = JobFilterQuery.extend({
  limit: digitsOr(50, { most: 100 }).describe("The page's size; above 100 means 100"),
  offset: digitsOr(0, { most: Number.MAX_SAFE_INTEGER, strict: true }).describe("How many jobs to leave out before the page"),
  sort_by: oneOf(SORT_KEYS).default("created_at").describe("What to sort by; ties go by age"),
  sort_order: oneOf(["asc", "desc"]).default("desc").describe("Which way to sort"),
});

/** The query in the service's words. Throws `invalid_request` when a range is given both ways. */
export function toJobQuery(query: z.infer<typeof JobsQuery>, nowUs: number): JobQuery {
  const { limit, offset, sort_by, sort_order } = query;
  return { ...toJobFilter(query, nowUs), sortBy: sort_by, descending: sort_order === "desc", limit, offset };
}

/** What narrows, in the service's words; nothing when nothing does. Throws `invalid_request` when a range is given both ways. */
export function toJobFilter(query: z.infer<typeof JobFilterQuery>, nowUs: number): JobFilter {
  const { status, priority, style, kind, search = "" } = query;
  const words = search.trim();
  return {
    ...(status && { statuses: status }),
    ...readRange(query, nowUs),
    ...(priority !== undefined && { priority }),
    ...(style && { style }),
    ...(kind && { kind }),
    ...(words && { search: words }),
  };
}

function readRange({ date_range, from, to }: z.infer<typeof JobFilterQuery>, nowUs: number): { fromUs?: number; toUs?: number } {
  if (date_range && (from || to)) {
    const message = "cannot be given together with from or to";
    throw new KinoraError("invalid_request", `date_range ${message}.`, { faults: [{ path: "date_range", message }] });
  }
  const fromUs = date_range ? RANGES[date_range](nowUs) : from && Date.parse(from) * 1000;
  const toUs = to && Date.parse(to) * 1000 + (DATE.test(to) ? DAY_US : 0);
  return { ...(fromUs !== undefined && fromUs !== "" && { fromUs }), ...(toUs !== undefined && toUs !== "" && { toUs }) };
}
