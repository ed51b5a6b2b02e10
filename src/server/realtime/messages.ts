import { z } from "zod";
import { JobId, JobKind, JobStatus } from "../../domain/job-record.ts";

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema.transform((value) => [value as z.output<Schema>]), z.array(schema).min(1).max(20)]);

/** Which jobs an all-jobs subscription is about; what is left out does not narrow. A list is any of its members. */
export const EventFilters = z.strictObject({
  status: oneOrMore(JobStatus).optional().describe("Jobs that stand here, and those that have just left"),
  priority: oneOrMore(z.int().min(1).max(10)).optional().describe("1 to 10"),
  kind: oneOrMore(JobKind).optional().describe("What the job does"),
});
export type EventFilters = z.infer<typeof EventFilters>;

const JobName = JobId.transform((id) => id.toLowerCase());
const After = z.int().min(0).describe("A seq: everything after it is told again");

/** What a client may say on the socket. */
export const ClientMessage = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("subscribe_job"), job_id: JobName, after: After.optional() }),
  z.strictObject({ event: z.literal("unsubscribe_job"), job_id: JobName }),
  z.strictObject({
    event: z.literal("subscribe_all_jobs"),
    filters: EventFilters.default({}),
    logs: z.boolean().default(false).describe("Whether log entries come too"),
    after: After.optional(),
  }),
  z.strictObject({ event: z.literal("unsubscribe_all_jobs") }),
  z.strictObject({ event: z.literal("resume"), after: After }),
  z.strictObject({ event: z.literal("ping") }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;
