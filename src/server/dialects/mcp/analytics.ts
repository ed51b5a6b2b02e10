import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import { Style } from "../../../domain/job.ts";
import { RANGE_NAMES } from "../../../service/analytics-window.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { digits, oneOf } from "../../query.ts";
import { AnalyticsAnswer, EXAMPLE_ANALYTICS, toAnalytics } from "./analytics-answers.ts";
import { answerCsv, SECTIONS, type Section, toTable } from "./analytics-tables.ts";
import { Timestamp } from "./job-answers.ts";

const QUERY = {
  range: oneOf(RANGE_NAMES).default("24h").describe("How far back to look: in buckets of 15 minutes, an hour, a day and a day"),
  style: oneOf(Style.options).optional().describe("Only films of this style; health, queue and cost are of all jobs"),
  priority: digits({ least: 1, most: 10, strict: true })
    .optional()
    .describe("Only jobs of this priority; health, queue and cost are of all"),
};
const SectionQuery = z.object({ ...QUERY, format: oneOf(["json", "csv"]).default("json").describe("`csv` downloads the table") });

const SectionAnswer = z
  .object({
    section: z.enum(SECTIONS).describe("What the table is of"),
    range: z.enum(RANGE_NAMES).describe("What was asked for"),
    from: Timestamp.describe("When the range begins"),
    to: Timestamp.describe("When its last bucket ends"),
    columns: z.array(z.string()).describe("Names of the columns"),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).describe("A cell for each column"),
  })
  .meta({ title: "AnalyticsTable", description: "A section of what was measured, as a table" });

const { range, from, to } = EXAMPLE_ANALYTICS;
const EXAMPLE = { section: "outcomes", range, from, to, ...toTable("outcomes", EXAMPLE_ANALYTICS) };

/** `GET /mcp/analytics` and a table of each of its sections. */
export const analytics = ({ analytics: measured }: Pick<ServerMeans, "analytics">) => [
  endpoint({
    method: "GET",
    path: "/mcp/analytics",
    name: "getAnalytics",
    tag: "Analytics",
    summary: "See what was measured",
    description: "Buckets are aligned to UTC and always all there. Nothing is more than about a second old.",
    query: z.object(QUERY),
    answers: {
      200: { description: "What was measured", type: "application/json", schema: AnalyticsAnswer, example: EXAMPLE_ANALYTICS },
    },
    errors: ["invalid_request"],
    async handle({ query: { range, ...filter } }) {
      return answerJson({ range, ...toAnalytics(await measured.range(range, filter)) });
    },
  }),
  endpoint({
    method: "GET",
    path: "/mcp/analytics/:section",
    name: "getAnalyticsTable",
    tag: "Analytics",
    summary: "See or download a section as a table",
    params: { section: { description: `One of ${SECTIONS.join(", ")}`, example: "outcomes" } },
    query: SectionQuery,
    answers: {
      200: {
        description: "The table; CSV (RFC 4180) with `format=csv`",
        type: "application/json",
        schema: SectionAnswer,
        example: EXAMPLE,
      },
    },
    errors: ["invalid_request", "not_found"],
    async handle({ params, query: { range, format, ...filter } }) {
      const section = SECTIONS.find((name) => name === params.section);
      if (!section) throw new KinoraError("not_found", `There is no such section. There are ${SECTIONS.join(", ")}.`);
      const answer = toAnalytics(await measured.range(range, filter));
      const table = toTable(section, answer);
      if (format === "csv") return answerCsv(table, fileName(section, range, answer.to));
      return answerJson({ section, range, from: answer.from, to: answer.to, ...table });
    },
  }),
];

const fileName = (section: Section, range: string, to: string): string =>
  `kinora-${section.replaceAll("_", "-")}-${range}-${to.slice(0, 10)}.csv`;
