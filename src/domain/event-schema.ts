import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "./error.ts";
import { JobId, JobKind, JobStatus, WaitingFor } from "./job-record.ts";
import { STAGE_NAMES } from "./stages.ts";
import type { LogLevel } from "./wire.ts";

/** The levels of log entries, the least grave first. */
export const LOG_LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR"] as const satisfies LogLevel[];

const Codes = z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]);
const Stage = z.enum(STAGE_NAMES);
const count = (what: string) => z.int().min(0).describe(what);

/** The fields that each event of a job begins with. */
const ofJob = <const Name extends string>(name: Name) => ({
  event: z.literal(name).describe("What happened"),
  job_id: JobId.describe("Whose event it is, a UUIDv7"),
});

/** Every event by its name, in the API's words. One schema holds for types, documents and tests; what listens is told with `seq` beside it. */
export const EVENTS = {
  job_created: z
    .object({
      ...ofJob("job_created"),
      kind: JobKind.describe("What the job does"),
      status: JobStatus.describe("Where it stands"),
      priority: z.int().min(1).max(10).describe("1 to 10; 10 goes first"),
      prompt: z.string().describe("What was asked for, its first 1,000 code points"),
    })
    .meta({ title: "JobCreated", description: "A job has been stored" }),
  job_status_update: z
    .object({
      ...ofJob("job_status_update"),
      status: JobStatus.describe("Where the job stands"),
      waiting_for: WaitingFor.nullable().describe("What it waits for while it is pending"),
      overall_progress: z.number().min(0).max(100).describe("How far it is, percent; never falls"),
      current_step: z.string().nullable().describe("What is being done, in a few words"),
      estimated_time_remaining: z.number().min(0).nullable().describe("Time left, s; null when unknown"),
    })
    .meta({ title: "JobStatusUpdate", description: "A job's status, progress or step has changed; progress at most once a second" }),
  stage_completed: z
    .object({
      ...ofJob("stage_completed"),
      stage: Stage.describe("The stage that is done"),
      seconds: z.number().min(0).describe("What it took, s"),
    })
    .meta({ title: "StageCompleted", description: "A stage of a job is done" }),
  scene_rendered: z
    .object({
      ...ofJob("scene_rendered"),
      scene: count("The scene's index, from 0"),
      scenes: count("How many scenes the film has"),
      thumbnail_url: z.string().nullable().describe("A still of the scene, JPEG, from the server's root; null where there is none"),
    })
    .meta({ title: "SceneRendered", description: "A scene of a film has been rendered, or is there from before" }),
  job_completed: z
    .object({
      ...ofJob("job_completed"),
      video_url: z.string().nullable().describe("The film, from the server's root; null for a job that makes none"),
      thumbnail_url: z.string().nullable().describe("A picture of the film, JPEG"),
    })
    .meta({ title: "JobCompleted", description: "A job has ended well" }),
  job_failed: z
    .object({
      ...ofJob("job_failed"),
      error: z.string().describe("Why, in a sentence"),
      error_code: Codes.describe("Why, from a closed list"),
    })
    .meta({ title: "JobFailed", description: "A job has failed for good; it can be retried by hand" }),
  job_cancelled: z.object(ofJob("job_cancelled")).meta({ title: "JobCancelled", description: "A job has been cancelled" }),
  job_log_entry: z
    .object({
      ...ofJob("job_log_entry"),
      line: z.int().min(1).describe("The entry's place in its job's log, from 1; stays its own"),
      timestamp: z.iso.datetime().describe("When, RFC 3339 in UTC"),
      level: z.enum(LOG_LEVELS).describe("How grave it is"),
      stage: Stage.nullable().describe("The stage that said it"),
      message: z.string().describe("What was said"),
    })
    .meta({ title: "JobLogEntry", description: "A line of a job's log" }),
  queue_updated: z
    .object({
      event: z.literal("queue_updated").describe("What happened"),
      pending: count("Jobs that wait"),
      processing: count("Jobs that are being worked on"),
      completed: count("Jobs that have ended well and are kept"),
    })
    .meta({ title: "QueueUpdated", description: "The numbers of jobs have changed; told at most twice a second, the last state always" }),
};

/** The number by which all transports order and resume. */
export const EventNumber = z.int().min(1).describe("The event's number; rises, one series for all jobs");

type Told = { [Name in keyof typeof EVENTS]: z.infer<(typeof EVENTS)[Name]> & { seq: number } }[keyof typeof EVENTS];

/** An event of any kind with its number, as all transports tell it. */
export const ToldEvent = z
  .discriminatedUnion(
    "event",
    Object.values(EVENTS).map((schema) => withNumber(schema)) as unknown as [z.ZodObject<{ event: z.ZodLiteral<Told["event"]> }>],
  )
  .meta({ title: "JobEvent", description: "Something that happened, with the fields of its kind" }) as unknown as z.ZodType<Told>;

/** A schema of an event with the event's number. */
export function withNumber(schema: z.ZodObject): z.ZodObject {
  const { id: _id, ...meta } = schema.meta() ?? {};
  return z.object({ seq: EventNumber, ...schema.shape }).meta(meta);
}

/** Where a job stands, for who begins to listen: no event, so without a number. */
export const JobSnapshot = z
  .object({ ...EVENTS.job_status_update.shape, snapshot: z.literal(true).describe("Tells it from an event") })
  .meta({ title: "JobSnapshot", description: "Where a job stands when someone begins to listen; everything after it follows as events" });

/** How the queue stands, for who begins to listen to all jobs. */
export const QueueSnapshot = z
  .object({ ...EVENTS.queue_updated.shape, snapshot: z.literal(true).describe("Tells it from an event") })
  .meta({ title: "QueueSnapshot", description: "How the queue stands when someone begins to listen to all jobs" });

/** Said in place of events that are gone. */
export const EventsExpired = z
  .object({
    event: z.literal("events_expired").describe("What happened"),
    after: count("The number that was asked for"),
    oldest: count("The number of the oldest event that is kept; 0 when there is none"),
    newest: count("The number of the newest; 0 when there is none"),
  })
  .meta({
    title: "EventsExpired",
    description: "What `after` asks for is no longer kept, or never was: ask for the state anew. What is kept follows",
  });
