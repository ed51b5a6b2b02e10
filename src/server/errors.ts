import { z } from "zod";
import { type ErrorCode, type Fault, KinoraError } from "../domain/error.ts";

/** What HTTP makes of each way to fail. The type keeps the table whole. */
export const STATUS_OF: Record<ErrorCode, number> = {
  invalid_request: 400,
  script_unreadable: 400,
  webhooks_unavailable: 400,
  not_found: 404,
  not_allowed: 403,
  wrong_host: 421,
  method_not_allowed: 405,
  wrong_state: 409,
  stale_revision: 412,
  too_large: 413,
  unsupported_media_type: 415,
  media_unusable: 422,
  key_reused: 422,
  revision_required: 428,
  rate_limited: 429,
  internal: 500,
  output_unwritable: 500,
  data_missing: 500,
  config_invalid: 500,
  ffmpeg_failed: 500,
  ffmpeg_hung: 500,
  ffmpeg_output_invalid: 500,
  quality_failed: 500,
  stalled: 500,
  stage_timeout: 500,
  crashed_repeatedly: 500,
  worker_died: 500,
  store_newer: 500,
  address_in_use: 500,
  folder_in_use: 500,
  provider_rejected: 502,
  provider_unavailable: 502,
  cancelled: 503,
  disk_full: 503,
  ffmpeg_missing: 503,
  ffmpeg_too_old: 503,
  queue_closed: 503,
  store_unusable: 503,
};

/** The phrase of each status that Kinora answers with (RFC 9110, RFC 6585). */
export const PHRASES: Record<number, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

const MOST_DETAIL = 1000;
const INTERNAL = "Something went wrong inside Kinora. Its log on stderr says what.";

const Codes = z.enum(Object.keys(STATUS_OF) as [ErrorCode, ...ErrorCode[]]);

/** An error as it is answered: problem details (RFC 9457) with a code from a closed list. */
export const Problem = z
  .object({
    type: z.literal("about:blank").describe("What kind of problem; always this, the code says more"),
    title: z.string().describe("The status in words"),
    status: z.int().min(400).max(599).describe("HTTP status"),
    detail: z.string().describe("What is wrong and what to do, in a sentence"),
    instance: z.string().describe("The path that was asked for"),
    code: Codes.describe("What is wrong, from a closed list"),
    errors: z
      .array(
        z.object({
          path: z.string().describe("Where in the input, names and numbers joined by dots"),
          message: z.string().describe("What is wrong there"),
        }),
      )
      .optional()
      .describe("Everything that is wrong with the input, at most 50"),
  })
  .meta({ title: "Problem", description: "What went wrong (RFC 9457)" });
export type Problem = z.infer<typeof Problem>;

const clip = (text: string): string => (text.length <= MOST_DETAIL ? text : `${text.slice(0, MOST_DETAIL - 1).toWellFormed()}…`);
const clipFault = ({ path, message }: Fault): Fault => ({ path: clip(path), message: clip(message) });

/** A failure as problem details. What was not foreseen says nothing of itself. `status` is the code's own unless given. */
export function toProblem(error: unknown, path: string, status?: number): Problem {
  const known = error instanceof KinoraError && error.code !== "internal" ? error : new KinoraError("internal", INTERNAL);
  const answered = status ?? STATUS_OF[known.code];
  return {
    type: "about:blank",
    title: PHRASES[answered] ?? "Error",
    status: answered,
    detail: clip(known.message),
    instance: path,
    code: known.code,
    ...(known.faults.length > 0 && { errors: known.faults.slice(0, 50).map(clipFault) }),
  };
}

/** Whether a failure is one of ours rather than of whoever asked, and so belongs in the log. */
export const isUnforeseen = (error: unknown): boolean => !(error instanceof KinoraError) || STATUS_OF[error.code] === 500;

/** A failure as an answer, with `Retry-After` where it is known when to come again. */
export function answerProblem(
  error: unknown,
  path: string,
  { status, headers }: { status?: number; headers?: Record<string, string> } = {},
) {
  const problem = toProblem(error, path, status);
  const wait = error instanceof KinoraError ? error.retryAfterSec : undefined;
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(wait !== undefined && { "retry-after": String(Math.max(1, Math.ceil(wait))) }),
      ...headers,
    },
  });
}
