import { z } from "zod";
import { EventsExpired, ToldEvent } from "../../../domain/event-schema.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import type { ServerMeans } from "../../means.ts";
import { digitsOr, oneOf } from "../../query.ts";
import { EXAMPLES } from "../../realtime/examples.ts";
import { findExpired } from "../../realtime/expired.ts";

const EventsQuery = z.object({
  after: digitsOr(0, { most: Number.MAX_SAFE_INTEGER, strict: true }).describe("Only events with a higher number; 0 for all that are kept"),
  limit: digitsOr(100, { least: 1, most: 1000 }).describe("At most so many; above 1000 means 1000"),
  job_id: z.uuidv7({ error: "must be a job's id" }).optional().describe("Only events of this job"),
  logs: oneOf(["true", "false"]).default("false").describe("Whether log entries come too"),
});

const EventsAnswer = z
  .object({
    events: z
      .array(z.union([ToldEvent, EventsExpired]))
      .describe("Oldest first; `events_expired` before the others where what `after` asks for is no longer kept"),
    next: z.int().min(0).describe("The `after` of the next page"),
  })
  .meta({ title: "EventPage", description: "A page of events" });

const EXAMPLE: z.infer<typeof EventsAnswer> = {
  events: [{ seq: 17, ...EXAMPLES.job_status_update }],
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
    description:
      "Ask again with `after` set to the `next` of the answer; every 5 s is enough. `/asyncapi.json` describes each event, and the socket and the stream that tell of them at once.",
    query: EventsQuery,
    answers: { 200: { description: "A page of events", type: "application/json", schema: EventsAnswer, example: EXAMPLE } },
    errors: ["invalid_request"],
    handle({ query: { after, limit, job_id, logs } }) {
      const span = service.eventSpan();
      const expired = after > 0 ? findExpired(after, span) : undefined;
      const wanted = { logs: logs === "true", ...(job_id !== undefined && { jobId: job_id.toLowerCase() }) };
      const { events, next } = service.events({ after: Math.min(after, span.newest), limit, ...wanted });
      return answerJson({ events: [...(expired ? [expired] : []), ...events.map(({ seq, body }) => ({ seq, ...body }))], next });
    },
  });
