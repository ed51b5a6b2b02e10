import { z } from "zod";
import { LOG_LEVELS } from "../../../domain/event-schema.ts";
import { STAGE_NAMES } from "../../../domain/stages.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { JobService } from "../../../service/service.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_TIME, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { Timestamp } from "./job-answers.ts";
import { toTextLine } from "./log-text.ts";
import { LogsQuery, MatchesQuery, toLogQuery } from "./logs-query.ts";

type LogQuery = Parameters<JobService["logs"]>[0];
type StoredLine = Awaited<ReturnType<JobService["logs"]>>[number];

/** Entries that are read at once for a download. */
const DOWNLOAD_LINES = 250;

const Seq = z.int().min(1).describe("The entry's number; rises within the job");
const Line = z.int().min(1).describe("Its place in the job's log, from 1 without a gap; stays its own");

const LogsAnswer = z
  .object({
    logs: z
      .array(
        z.object({
          seq: Seq,
          line: Line,
          timestamp: Timestamp.describe("When, RFC 3339 in UTC"),
          level: z.enum(LOG_LEVELS).describe("How grave it is"),
          stage: z.enum(STAGE_NAMES).nullable().describe("The stage that said it"),
          message: z.string().describe("What was said"),
        }),
      )
      .describe("Oldest first"),
    next: z.int().min(0).describe("The `after` of the next page"),
  })
  .meta({ title: "LogPage", description: "A page of a job's log" });

const SummaryAnswer = z
  .object({
    total: z.int().min(0).describe("How many lines there are"),
    levels: z
      .object({
        DEBUG: z.int().min(0).describe("Lines that only help to find a fault"),
        INFO: z.int().min(0).describe("Lines on what was done"),
        WARNING: z.int().min(0).describe("Lines on what is not as asked for"),
        ERROR: z.int().min(0).describe("Lines on what has failed"),
      })
      .describe("How many there are of each level"),
    first_line: Line.nullable().describe("The place of the oldest that is kept; null when there is none"),
    last_line: Line.nullable().describe("The place of the newest; null when there is none"),
    first_seq: Seq.nullable().describe("The number of the oldest; null when there is none"),
    last_seq: Seq.nullable().describe("The number of the newest; null when there is none"),
  })
  .meta({ title: "LogSummary", description: "How long a job's log is" });

const MatchesAnswer = z
  .object({
    lines: z.array(z.int().min(1)).describe("The places of the lines that fit, in order"),
    next: z.int().min(1).nullable().describe("The `from_line` to go on with where it stopped before the end; null at the end"),
  })
  .meta({ title: "LogMatches", description: "Which lines of a job's log fit" });

const EXAMPLE: z.infer<typeof LogsAnswer> = {
  logs: [{ seq: 4, line: 1, timestamp: EXAMPLE_TIME, level: "INFO", stage: "plan", message: "Planned 9 scenes" }],
  next: 4,
};
const EXAMPLE_SUMMARY: z.infer<typeof SummaryAnswer> = {
  total: 412,
  levels: { DEBUG: 390, INFO: 21, WARNING: 1, ERROR: 0 },
  ...{ first_line: 1, last_line: 412, first_seq: 4, last_seq: 530 },
};

/** `GET /mcp/logs/:id`, `/summary` and `/matches`: what a job has said, by the page, from anywhere, or as a file. */
export const logs = ({ service }: Pick<ServerMeans, "service">) => [
  endpoint({
    method: "GET",
    path: "/mcp/logs/:id",
    name: "listLogs",
    tag: "Jobs",
    summary: "Read a job's log",
    description: "The first lines that fit, or with `before` or `tail` the last ones; a line anywhere is found as fast as the first.",
    params: JOB_ID,
    query: LogsQuery,
    answers: {
      200: { description: "A page of the log; text with `format=text`", type: "application/json", schema: LogsAnswer, example: EXAMPLE },
    },
    errors: ["invalid_request", "not_found"],
    async handle({ request: { signal }, params, query }) {
      const wanted = toLogQuery(params.id!, query);
      if (query.format === "text") return download(service, wanted, query.download === "0" ? "inline" : "attachment", signal);
      const lines = await service.logs(wanted, signal);
      return answerJson({ logs: lines.map(toEntry), next: lines.at(-1)?.seq ?? query.after });
    },
  }),
  endpoint({
    method: "GET",
    path: "/mcp/logs/:id/summary",
    name: "getLogSummary",
    tag: "Jobs",
    summary: "See how long a job's log is",
    params: JOB_ID,
    answers: {
      200: {
        description: "Lines by level, the first and the last",
        type: "application/json",
        schema: SummaryAnswer,
        example: EXAMPLE_SUMMARY,
      },
    },
    errors: ["invalid_request", "not_found"],
    handle: ({ params }) => answerJson(toSummary(service.logSummary(params.id!))),
  }),
  endpoint({
    method: "GET",
    path: "/mcp/logs/:id/matches",
    name: "listLogMatches",
    tag: "Jobs",
    summary: "Find lines of a job's log",
    description: "Answers where they are; at most 1,000,000 lines are looked through at once.",
    params: JOB_ID,
    query: MatchesQuery,
    answers: {
      200: { description: "The lines", type: "application/json", schema: MatchesAnswer, example: { lines: [3, 17], next: null } },
    },
    errors: ["invalid_request", "not_found"],
    handle: async ({ request: { signal }, params, query }) => answerJson(await service.logMatches(toLogQuery(params.id!, query), signal)),
  }),
];

const toEntry = ({ seq, line, timeUs, level, stage, message }: StoredLine) => ({
  seq,
  line,
  timestamp: toTimestamp(timeUs),
  level,
  stage,
  message,
});

const toSummary = ({ levels, first, last }: ReturnType<JobService["logSummary"]>): z.infer<typeof SummaryAnswer> => ({
  total: Object.values(levels).reduce((sum, lines) => sum + lines, 0),
  levels,
  first_line: first?.line ?? null,
  last_line: last?.line ?? null,
  first_seq: first?.seq ?? null,
  last_seq: last?.seq ?? null,
});

/** All entries as a text file, read page by page as fast as it is taken. */
async function download(
  service: JobService,
  { before: _before, newest: _newest, ...query }: LogQuery,
  way: "attachment" | "inline",
  signal: AbortSignal,
): Promise<Response> {
  const read = (after: number) => service.logs({ ...query, ...(after > 0 && { after }), limit: DOWNLOAD_LINES }, signal);
  let page = await read(query.after ?? 0);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      if (page.length > 0) controller.enqueue(encoder.encode(page.map(toTextLine).join("")));
      if (page.length < DOWNLOAD_LINES) return controller.close();
      page = await read(page.at(-1)!.seq);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `${way}; filename="kinora-${query.jobId.toLowerCase()}.log"`,
      "cache-control": "no-store",
    },
  });
}
