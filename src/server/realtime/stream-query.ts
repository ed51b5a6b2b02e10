import { z } from "zod";
import { JobId } from "../../domain/job-record.ts";
import { digits, oneOf } from "../query.ts";

/** What `GET /events` can be asked. */
export const StreamQuery = z.object({
  after: digits({ least: 0, most: Number.MAX_SAFE_INTEGER, strict: true }).optional().describe("Only events with a higher number"),
  job_id: JobId.optional().describe("Only events of this job"),
  logs: oneOf(["true", "false"]).default("false").describe("Whether log entries come too"),
});
