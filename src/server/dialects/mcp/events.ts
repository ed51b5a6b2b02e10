import { z } from "zod";
import { JobId } from "../../../domain/job-record.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { digitsOr, oneOf } from "../../query.ts";

const EventsQuery = z.object({
  after: digitsOr(0, { most: Number.MAX_SAFE_INTEGER, strict: true }).describe("Only events with a higher number; 0 for all that are kept"),
  limit: digitsOr(100, { least: 1, most: 1000 }).describe("At most so many; above 1000 means 1000"),
  job_id: z.uuidv7({ error: "must be a job's id" }).optional().describe("Only events of this job"),
  logs: oneOf(["true", "false"]).default("false").describe("Whether log entries come too"),
});

const EventAnswer = z
  .looseObject({
    seq: z.int().min(1).describe("The event's number; rises, one series for all jobs"),
    event: z
      .enum([
        "job_created",
        "job_status_update",
        "stage_completed",
        "scene_rendered",
        "job_completed",
        "job_failed",
        "job_cancelled",
        "job_log_entry",
        "queue_updated",
      ])
      .describe("What happened"),
    job_id: JobId.optional().describe("Whose event it is; absent for those of the queue"),
  })
  .meta({ title: "JobEvent", description: "Something that happened, with the fields of its kind" });

const EventsAnswer = z
  .object({
    events: z.array(EventAnswer).describe("Oldest first"),
    next: z.int().min(0).describe("The `after` of the next page"),
  })
  .meta({ title: "EventPage", description: "A page of events" });

const EXAMPLE: z.infer<typeof EventsAnswer> = {
  events: [
    {
      seq: 17,
      event: "job_status_update",
      job_id: EXAMPLE_ID,
      status: "rendering",
      waiting_for: null,
      overall_progress: 62.5,
      current_step: "Rendering scene 4 of 9",
      estimated_time_remaining: 18.2,
    },
  ],
  next: 17,
};

/** `GET /mcp/events`: what happened since, for those who ask again and again. */
export const events = ({ service }: Pick<ServerMeans, "service">) =>
  endpoint({
    method: "GET",
    path: "/mcp/events",
    name: "listEvents",
    tag: "Events",
    summary: "Read what has happened since",
    description: "Ask again with `after` set to the `next` of the answer; every 5 s is enough.",
    query: EventsQuery,
    answers: { 200: { description: "A page of events", type: "application/json", schema: EventsAnswer, example: EXAMPLE } },
    errors: ["invalid_request"],
    handle({ query: { after, limit, job_id, logs } }) {
      const page = service.events({ after, limit, logs: logs === "true", ...(job_id !== undefined && { jobId: job_id.toLowerCase() }) });
      return answerJson({ events: page.events.map(({ seq, body }) => ({ seq, ...body })), next: page.next });
    },
  });
