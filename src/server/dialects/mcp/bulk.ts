import { z } from "zod";
import { KinoraError } from "../../../domain/error.ts";
import { parse } from "../../../domain/submit.ts";
import { type BulkOutcome, type JobSelection, MOST_DONE } from "../../../service/many.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { FilterBody, readFilter } from "./job-filter.ts";

const MOST_IDS = 1000;
const Action = z.enum(["cancel", "retry"]).describe("What to do");

const BulkRequest = z
  .strictObject({
    action: Action,
    job_ids: z
      .array(z.string().max(64))
      .min(1)
      .max(MOST_IDS)
      .optional()
      .describe(`Which jobs, at most ${MOST_IDS.toLocaleString("en")}`),
    filter: FilterBody.optional().describe("Which jobs, in the words of `GET /mcp/jobs`; `{}` is every job"),
  })
  .refine(({ job_ids, filter }) => (job_ids === undefined) !== (filter === undefined), { error: "needs either job_ids or filter" })
  .meta({ title: "BulkRequest", description: "What to do to which jobs; either `job_ids` or `filter`" });

const count = (of: string) => z.int().min(0).describe(of);
const BulkAnswer = z
  .object({
    action: Action,
    done: count("Jobs that it was done to"),
    skipped: count("Jobs of `results` that there was nothing to do to"),
    failed: count("Jobs that it could not be done to"),
    remaining: count("Jobs that fit the filter, could have been done and were left: send it again as long as something is done"),
    results: z
      .array(
        z.object({
          job_id: z.string().describe("The job's id, as it was given where it is unknown"),
          outcome: z.enum(["done", "skipped", "failed"]).describe("What became of it"),
          reason: z.string().nullable().describe("Why it was not done"),
        }),
      )
      .describe(`What became of each, at most ${MOST_DONE.toLocaleString("en")}: those it could be done to first`),
  })
  .meta({ title: "BulkAnswer", description: "What became of many jobs" });
type BulkAnswer = z.infer<typeof BulkAnswer>;

const EXAMPLE: BulkAnswer = {
  action: "cancel",
  done: 1,
  skipped: 1,
  failed: 0,
  remaining: 0,
  results: [
    { job_id: EXAMPLE_ID, outcome: "done", reason: null },
    {
      job_id: "0199f3a0-7c1e-7b3a-9c55-2f1d6e8a4b11",
      outcome: "skipped",
      reason: "The job is completed and cannot be cancelled.",
    },
  ],
};

/** `POST /mcp/bulk`: cancels or retries many jobs. */
export const bulk = ({ many, nowUs }: Pick<ServerMeans, "many" | "nowUs">) =>
  endpoint({
    method: "POST",
    path: "/mcp/bulk",
    name: "bulkJobs",
    tag: "Jobs",
    summary: "Cancel or retry many jobs",
    description: `The server looks up which jobs fit a filter once, and does at most ${MOST_DONE.toLocaleString("en")} of them, the oldest first. One that cannot be done is no error, but said in its result.`,
    body: {
      schema: BulkRequest,
      description: "What to do to which jobs",
      examples: {
        named: { action: "retry", job_ids: [EXAMPLE_ID] },
        filtered: { action: "cancel", filter: { status: ["pending"], priority: 2, search: "river" } },
      },
    },
    answers: { 200: { description: "What became of each", type: "application/json", schema: BulkAnswer, example: EXAMPLE } },
    errors: ["invalid_request", "too_large", "unsupported_media_type"],
    async handle({ json }) {
      const { action, job_ids, filter } = parse(BulkRequest, await json());
      return answerJson(toAnswer(action, await many.act(action, toSelection(job_ids, filter, nowUs()))));
    },
  });

function toSelection(ids: string[] | undefined, filter: z.infer<typeof FilterBody> | undefined, nowUs: number): JobSelection {
  if (ids) return { ids };
  if (filter) return { filter: readFilter(filter, nowUs) };
  throw new KinoraError("invalid_request", "The request needs either job_ids or filter.");
}

function toAnswer(action: BulkAnswer["action"], { results, remaining }: BulkOutcome): BulkAnswer {
  const countOf = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
  return {
    action,
    done: countOf("done"),
    skipped: countOf("skipped"),
    failed: countOf("failed"),
    remaining,
    results: results.map(({ jobId, outcome, reason }) => ({ job_id: jobId, outcome, reason })),
  };
}
