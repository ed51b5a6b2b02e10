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

const JobName = JobId.transform((id) => id.toLowerCase()).describe("The job's id, a UUIDv7");
const After = z.int().min(0).describe("A seq: everything after it is told again, before anything new");
const say = <const Name extends string>(name: Name) => z.literal(name).describe("What is asked for");

/** What a client may say on the socket. */
export const ClientMessage = z.discriminatedUnion("event", [
  z.strictObject({ event: say("subscribe_job"), job_id: JobName, after: After.optional() }).meta({
    title: "SubscribeJob",
    description: "Hear of one job, its log too. It is answered with where the job stands (`snapshot`); an unknown job with `error`.",
  }),
  z
    .strictObject({ event: say("unsubscribe_job"), job_id: JobName })
    .meta({ title: "UnsubscribeJob", description: "Hear no more of one job." }),
  z
    .strictObject({
      event: say("subscribe_all_jobs"),
      filters: EventFilters.default({}).describe("Which jobs; all of them when left out"),
      logs: z.boolean().default(false).describe("Whether log entries come too"),
      after: After.optional(),
    })
    .meta({
      title: "SubscribeAllJobs",
      description:
        "Hear of all jobs, or of those that pass the filters, and of the queue. It is answered with where the newest jobs stand that wait or run (`snapshot`). A filter follows a job as it changes, and tells of what takes it out of the filter too.",
    }),
  z
    .strictObject({ event: say("unsubscribe_all_jobs") })
    .meta({ title: "UnsubscribeAllJobs", description: "Hear no more of all jobs; those followed by name stay." }),
  z
    .strictObject({ event: say("resume"), after: After })
    .meta({ title: "Resume", description: "Hear again what came after an event, of all that is subscribed to. Say it after subscribing." }),
  z.strictObject({ event: say("ping") }).meta({ title: "Ping", description: "It is answered with `pong`." }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;
