import { z } from "zod";
import { LOG_LEVELS } from "../../../domain/event-schema.ts";
import { STAGE_NAMES } from "../../../domain/stages.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { JobService } from "../../../service/service.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_TIME, JOB_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { digitsOr, oneOf } from "../../query.ts";
import { Timestamp } from "./job-answers.ts";

type LogQuery = Parameters<JobService["logs"]>[0];
type StoredLine = Awaited<ReturnType<JobService["logs"]>>[number];

const MOST_LINES = 1000;
/** Entries that are read at once for a download. */
const DOWNLOAD_LINES = 250;

const LogsQuery = z.object({
  level: oneOf(LOG_LEVELS).optional().describe("Only entries of this level"),
  search: z.string().max(200, { error: "must be at most 200 characters" }).optional().describe("Only entries with these words in them"),
  after: digitsOr(0, { most: Number.MAX_SAFE_INTEGER, strict: true }).describe("Only entries with a higher number"),
  limit: digitsOr(100, { least: 1, most: MOST_LINES }).describe("At most so many; above 1000 means 1000; a download has all"),
  format: oneOf(["json", "text"]).default("json").describe("`text` downloads the entries, a line each"),
});

const LogsAnswer = z
  .object({
    logs: z
      .array(
        z.object({
          seq: z.int().min(1).describe("The entry's number; rises within the job"),
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

const EXAMPLE: z.infer<typeof LogsAnswer> = {
  logs: [{ seq: 4, timestamp: EXAMPLE_TIME, level: "INFO", stage: "plan", message: "Planned 9 scenes" }],
  next: 4,
};

/** `GET /mcp/logs/:id`: what a job has said, by the page or as a file. */
export const logs = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/mcp/logs/:id",
    name: "listLogs",
    tag: "Jobs",
    summary: "Read a job's log",
    params: JOB_ID,
    query: LogsQuery,
    answers: {
      200: { description: "A page of the log; text with `format=text`", type: "application/json", schema: LogsAnswer, example: EXAMPLE },
    },
    errors: ["invalid_request", "not_found"],
    async handle({ request: { signal }, params, query: { level, search = "", after, limit, format } }) {
      const words = search.trim();
      const wanted: LogQuery = { jobId: params.id!, after, limit, ...(level && { levels: [level] }), ...(words && { search: words }) };
      if (format === "text") return download(service, wanted, signal);
      const lines = await service.logs(wanted, signal);
      return answerJson({ logs: lines.map(toEntry), next: lines.at(-1)?.seq ?? after });
    },
  });

const toEntry = ({ seq, timeUs, level, stage, message }: StoredLine) => ({ seq, timestamp: toTimestamp(timeUs), level, stage, message });

/** All entries as a text file, read page by page as fast as it is taken. */
async function download(service: JobService, query: LogQuery, signal: AbortSignal): Promise<Response> {
  const read = (after: number) => service.logs({ ...query, after, limit: DOWNLOAD_LINES }, signal);
  let page = await read(query.after ?? 0);
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      if (page.length > 0) controller.enqueue(encoder.encode(page.map(toLine).join("")));
      if (page.length < DOWNLOAD_LINES) return controller.close();
      page = await read(page.at(-1)!.seq);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="kinora-${query.jobId.toLowerCase()}.log"`,
      "cache-control": "no-store",
    },
  });
}

const toLine = ({ timeUs, level, stage, message }: StoredLine): string =>
  `${toTimestamp(timeUs)} ${level.padEnd(7)} ${stage ?? "-"}: ${message.replaceAll(/\r?\n/g, "\n  ")}\n`;
