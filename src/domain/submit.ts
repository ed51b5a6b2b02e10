import { z } from "zod";
import { type Fault, KinoraError } from "./error.ts";
import { GenerateRequest, type ResolvedRequest, resolveRequest, sayIssue } from "./job.ts";
import type { StoryboardDraft } from "./storyboard.ts";

const Priority = z.int().min(1).max(10).default(5).describe("1 to 10; 10 goes first, and waiting raises a job");
const RunAt = z.iso.datetime({ offset: true }).optional().describe("Not before this time, RFC 3339");

/** What `POST /mcp/generate` takes: a film, and how the queue is to treat it. */
export const SubmitRequest = GenerateRequest.safeExtend({
  kind: z.literal("generate").optional(),
  priority: Priority,
  review: z.boolean().default(false).describe("Stop after planning until the storyboard is approved"),
  run_at: RunAt,
  callback_url: z.url().max(2048).optional().describe("Where to tell of the end"),
});
export type SubmitRequest = z.infer<typeof SubmitRequest>;

/** A job that does nothing, or waits: for measuring the engine from outside. */
export const NoopRequest = z.strictObject({
  kind: z.literal("noop"),
  noop_ms: z.int().min(0).max(600_000).default(0).describe("How long to wait, ms"),
  prompt: z.string().max(1000).default(""),
  priority: Priority,
  run_at: RunAt,
});
export type NoopRequest = z.infer<typeof NoopRequest>;

/** What a job was asked to do, with nothing left open. */
export type JobRequest =
  | { kind: "generate"; film: ResolvedRequest; review: boolean; runAt: string | null }
  | { kind: "noop"; noopMs: number; prompt: string; runAt: string | null };

/** Where a job came from. `details` are what only that dialect knows, and are given back to it as they came. */
export type JobOrigin = { dialect: "mcp" | "api-v1" | "api"; userId: string | null; details: Record<string, unknown> };

/** What is submitted, checked and translated: what every dialect hands to the service. */
export type Submission = { request: JobRequest; priority: number; origin: JobOrigin };

/** Checks a body of `POST /mcp/generate`. Throws `invalid_request`, with every fault, or `webhooks_unavailable`. */
export function readSubmission(body: unknown, { noop }: { noop: boolean }): Submission {
  const origin: JobOrigin = { dialect: "mcp", userId: null, details: {} };
  if (noop && isNoop(body)) {
    const { noop_ms, prompt, priority, run_at } = parse(NoopRequest, body);
    return { request: { kind: "noop", noopMs: noop_ms, prompt, runAt: run_at ?? null }, priority, origin };
  }
  const { kind: _, priority, review, run_at, callback_url, ...film } = parse(SubmitRequest, body);
  if (callback_url !== undefined)
    throw new KinoraError(
      "webhooks_unavailable",
      "callback_url: webhooks are not available yet. Leave it out and ask /mcp/status instead.",
      {
        faults: [{ path: "callback_url", message: "webhooks are not available yet" }],
      },
    );
  refuseOwnFiles(film.storyboard);
  return { request: { kind: "generate", film: resolveRequest(film), review, runAt: run_at ?? null }, priority, origin };
}

/** Throws `invalid_request` when a storyboard that came by the API names files of this machine: whoever calls may not read them. `at` is where it stands in the body. */
export function refuseOwnFiles(storyboard: StoryboardDraft | undefined, at = "storyboard."): void {
  if (!storyboard) return;
  const faults = [
    ...(storyboard.music ? [`${at}music.path`] : []),
    ...storyboard.scenes.flatMap(({ visual, sound }, index) => [
      ...(visual && "path" in visual ? [`${at}scenes.${index}.visual.path`] : []),
      ...(sound ? [`${at}scenes.${index}.sound.path`] : []),
    ]),
  ].map((path) => ({ path, message: "names a file of the server, which only its command line may use" }));
  if (faults.length > 0)
    throw new KinoraError(
      "invalid_request",
      `${faults[0]!.path} names a file of the server. Use scenery, or \`kinora make --storyboard\` there.`,
      {
        faults,
      },
    );
}

const isNoop = (body: unknown): boolean => typeof body === "object" && body !== null && "kind" in body && body.kind === "noop";

const MOST_FAULTS = 50;

/** One fault for each name that nobody knows, so that each has its path. */
function toFaults({ path, message, ...issue }: z.core.$ZodIssue): Fault[] {
  const here = path.map(String);
  if (issue.code !== "unrecognized_keys") return [{ path: here.join("."), message }];
  return issue.keys.slice(0, MOST_FAULTS).map((key) => ({ path: [...here, key].join("."), message: "is not known" }));
}

/** A value checked against a schema. Throws `invalid_request` whose faults name every path. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, MOST_FAULTS).flatMap(toFaults);
  throw new KinoraError("invalid_request", sayIssue(parsed.error.issues[0]!), { faults });
}
