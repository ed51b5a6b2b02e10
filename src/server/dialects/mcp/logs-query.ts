import { z } from "zod";
import { LOG_LEVELS } from "../../../domain/event-schema.ts";
import type { LogLevel } from "../../../domain/wire.ts";
import type { JobService } from "../../../service/service.ts";
import { digits, digitsOr, oneOf, repeatable } from "../../query.ts";

type LogQuery = Parameters<JobService["logs"]>[0];

const MOST_LINES = 1000;
const MOST_MATCHES = 100_000;

const isLevel = (text: string): text is LogLevel => LOG_LEVELS.includes(text as LogLevel);
const Levels = z
  .string()
  .refine((text) => text.split(",").every(isLevel), { error: `must be one or several of ${LOG_LEVELS.join(", ")}` })
  .transform((text) => [...new Set(text.split(",") as LogLevel[])]);

const number = (least = 0) => digits({ least, most: Number.MAX_SAFE_INTEGER, strict: true });

const filter = {
  level: repeatable(
    Levels.optional().meta({
      description: "Only entries of these levels; repeat it or separate them by commas",
      examples: ["WARNING,ERROR"],
    }),
  ),
  search: z
    .string()
    .max(200, { error: "must be at most 200 characters" })
    .optional()
    .describe("Only entries with these words in them, in any case"),
  from_line: number(1).optional().describe("Only from this line of the job's log on"),
  to_line: number(1).optional().describe("Only up to this line, itself included"),
};

/** What `GET /mcp/logs/:id` may be asked. */
export const LogsQuery = z.object({
  ...filter,
  after: digitsOr(0, { most: Number.MAX_SAFE_INTEGER, strict: true }).describe("Only entries with a higher number"),
  before: number().optional().describe("Only entries with a lower number, the last of them that fit"),
  tail: digits({ least: 1, most: MOST_LINES }).optional().describe("The last so many that fit, instead of `limit`; above 1000 means 1000"),
  limit: digitsOr(100, { least: 1, most: MOST_LINES }).describe("At most so many; above 1000 means 1000; a download has all"),
  format: oneOf(["json", "text"]).default("json").describe("`text` downloads the entries, a line each"),
  download: oneOf(["0", "1"]).default("1").describe("With `format=text`: `0` for browsers to show it, rather than to save it as a file"),
});

/** What `GET /mcp/logs/:id/matches` may be asked. */
export const MatchesQuery = z.object({
  ...filter,
  limit: digitsOr(10_000, { least: 1, most: MOST_MATCHES }).describe("At most so many lines; above 100000 means 100000"),
});

type Asked = z.infer<typeof MatchesQuery> & Partial<Pick<z.infer<typeof LogsQuery>, "after" | "before" | "tail">>;

/** A query in the service's words. */
export function toLogQuery(jobId: string, { level, search = "", from_line, to_line, after = 0, before, tail, limit }: Asked): LogQuery {
  const words = search.trim();
  return {
    jobId,
    limit: tail ?? limit,
    ...(after > 0 && { after }),
    ...(before !== undefined && { before }),
    ...(from_line !== undefined && { fromLine: from_line }),
    ...(to_line !== undefined && { toLine: to_line }),
    ...(level && { levels: level }),
    ...(words && { search: words }),
    ...((tail !== undefined || before !== undefined) && { newest: true }),
  };
}
