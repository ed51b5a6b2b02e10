import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import { PERIODS, type Period } from "../../../service/analytics-window.ts";
import { splitAddress } from "../../address.ts";
import { endpoint } from "../../endpoint.ts";
import { isFresh } from "../../etag.ts";
import type { ServerMeans } from "../../means.ts";
import { oneOf } from "../../query.ts";
import { reportPage } from "../../report/page.ts";
import css from "../../report/report.css" with { type: "text" };
import { type Measured, toAnalytics } from "./analytics-answers.ts";
import { answerCsv, SECTIONS, type Table, toTable } from "./analytics-tables.ts";

type Means = Pick<ServerMeans, "analytics" | "preferences" | "nowUs">;

const NAMES: Record<Period, string> = { daily: "Daily report", weekly: "Weekly report", monthly: "Monthly report" };
const POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";
const FIRST_YEAR = 2000;

const isDate = (text: string): boolean => z.iso.date().safeParse(text).success && Number(text.slice(0, 4)) >= FIRST_YEAR;
const ReportQuery = z.object({
  format: oneOf(["html", "csv"]).default("html").describe("A page to read and to print, or a table to download"),
  date: z
    .string()
    .refine(isDate, { error: "must be a date such as 2026-11-20" })
    .optional()
    .meta({ description: "Any day of the period, UTC; by default today", examples: ["2026-11-20"] }),
});

/** `GET /mcp/reports/:period`, and the stylesheet of its page. */
export const reports = (means: Means) => [
  endpoint({
    method: "GET",
    path: "/mcp/reports/:period",
    name: "getReport",
    tag: "Analytics",
    summary: "Read, print or download a report",
    params: { period: { description: "daily, weekly (Monday to Sunday) or monthly, in UTC", example: "weekly" } },
    query: ReportQuery,
    answers: {
      200: { description: "The report as a page; with `format=csv` a table of section, row, measure and value", type: "text/html" },
    },
    errors: ["invalid_request", "not_found"],
    async handle({ request, params, query: { format, date } }) {
      const period = PERIODS.find((name) => name === params.period);
      if (!period) throw new KinoraError("not_found", `There is no such report. There are ${PERIODS.join(", ")}.`);
      const nowSec = means.nowUs() / 1e6;
      const atSec = date === undefined ? nowSec : Date.parse(date) / 1000;
      if (atSec > nowSec) {
        const message = "must not lie ahead";
        throw new KinoraError("invalid_request", `date ${message}.`, { faults: [{ path: "date", message }] });
      }
      const measured = toAnalytics(await means.analytics.period(period, atSec));
      if (format === "csv") return answerCsv(toLong(period, measured), `kinora-${period}-${measured.from.slice(0, 10)}.csv`);
      return answerPage(reportPage({ name: NAMES[period], measured, nowSec, ...lookOf(means, request) }));
    },
  }),
  endpoint({
    method: "GET",
    path: "/report.css",
    name: "/report.css",
    tag: "Pages",
    summary: "The stylesheet of reports",
    isPage: true,
    anyQuery: true,
    answers: { 200: { description: "The stylesheet", type: "text/css" } },
    errors: [],
    handle({ request }) {
      const tag = Bun.hash(css).toString(36);
      const headers = { etag: `"${tag}"`, "cache-control": "no-cache", "content-type": "text/css; charset=utf-8" };
      return isFresh(request.headers, tag) ? new Response(null, { status: 304, headers }) : new Response(css, { headers });
    },
  }),
];

/** Below whatever base path: the page lies two folders deep, three where it is asked for with a slash at its end. */
const lookOf = ({ preferences }: Means, { url }: Request) => ({
  theme: preferences.get().theme,
  root: splitAddress(url).path.endsWith("/") ? "../../../" : "../../",
});

const answerPage = (page: string): Response =>
  new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": POLICY,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  });

/** How many columns name a row of a section; of the others each is a measure. */
const KEYS: Partial<Record<(typeof SECTIONS)[number], number>> = { activity: 2, cost: 0, health: 0 };

/** All sections in one table, a value a row. */
function toLong(period: Period, measured: Measured): Table {
  const { summary } = measured;
  const head: Table["rows"] = [
    ["report", null, "period", period],
    ["report", null, "from", measured.from],
    ["report", null, "to", measured.to],
    ...(["created", "completed", "failed", "cancelled", "success_rate"] as const).map((name) => ["summary", null, name, summary[name]]),
    ["summary", null, "average_film_length", summary.average_film_length],
    ["summary", null, "cache_hit_rate", summary.cache_hit_rate],
  ];
  const sections = SECTIONS.flatMap((section) => {
    const { columns, rows } = toTable(section, measured);
    const keys = KEYS[section] ?? 1;
    if (keys === 0) return rows.map(([name, value]) => [section, null, name!, value!]);
    return rows.flatMap((row) => {
      const name = row.slice(0, keys).join(" ");
      return columns.slice(keys).map((column, index) => [section, name, column, row[keys + index]!]);
    });
  });
  return { columns: ["section", "row", "measure", "value"], rows: [...head, ...sections] };
}
