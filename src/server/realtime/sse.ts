import { KinoraError } from "../../domain/error.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import type { JobService } from "../../service/service.ts";
import { openTurns } from "../../service/turns.ts";
import { endpoint } from "../endpoint.ts";
import { findExpired } from "./expired.ts";
import { openFeed } from "./feed.ts";
import { openPresent, type Present, toSnapshot } from "./present.ts";
import { streamEvents } from "./stream.ts";
import { StreamQuery } from "./stream-query.ts";

type Wanted = { after: number | undefined; jobId: string | undefined; logs: boolean };

/** The streams of a server, which it ends when it stops. */
export function openStreams(service: JobService) {
  const open = new Set<() => void>();
  const feed = openFeed(service);
  const present = openPresent(service);
  const means = { service, feed, turn: openTurns(), open };
  return {
    count: () => open.size,
    closeAll() {
      feed.stop();
      present.stop();
      for (const close of [...open]) close();
    },
    /** `GET /events`: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
    endpoint: endpoint({
      method: "GET",
      path: "/events",
      name: "streamEvents",
      tag: "Events",
      summary: "Hear what happens, as server-sent events",
      description:
        "The same messages as on the socket: `data` is JSON, `id` its number. First where the newest active jobs stand (`snapshot: true`), then everything after. A client that comes back with `Last-Event-ID` or `after` hears everything since instead. `/asyncapi.json` describes each event.",
      query: StreamQuery,
      headers: {
        "Last-Event-ID": { required: false, description: "The number of the last event heard; wins over `after`", example: "17" },
      },
      answers: { 200: { description: "A stream that does not end", type: "text/event-stream" } },
      errors: ["invalid_request", "not_found"],
      handle({ query, request }) {
        const wanted = { after: readLastId(request) ?? query.after, jobId: query.job_id?.toLowerCase(), logs: query.logs === "true" };
        const headers = { "content-type": "text/event-stream", "cache-control": "no-cache", "x-accel-buffering": "no" };
        const shown = wanted.jobId === undefined ? undefined : service.job(wanted.jobId);
        if (request.method === "HEAD") return new Response(null, { headers });
        const { newest } = service.eventSpan();
        const after = Math.min(wanted.after ?? newest, newest);
        return new Response(streamEvents(means, wanted, after, first(service, present.read, wanted, shown)), { headers });
      },
    }),
  };
}

function readLastId({ headers }: Request): number | undefined {
  const text = headers.get("last-event-id");
  if (text === null || text === "") return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new KinoraError("invalid_request", "Last-Event-ID must be the number of an event.");
}

/** What is said before the first event: where jobs stand for who comes anew, or that what is asked for is no longer kept. */
function first(service: JobService, read: () => Present, { after, jobId }: Wanted, shown: JobRecord | undefined): string {
  const say = (text: string) => `data: ${text}\n\n`;
  if (after === undefined && jobId !== undefined) return shown ? say(toSnapshot(shown)) : "";
  if (after === undefined) {
    const { queue, jobs } = read();
    return [queue, ...jobs.map(({ text }) => text)].map(say).join("");
  }
  const expired = findExpired(after, service.eventSpan());
  return expired ? say(JSON.stringify(expired)) : "";
}
