import type { EventsExpired, LiveEvent } from "../live.ts";
import type { ClientOptions } from "../options.ts";
import { callApi, type Query } from "./call.ts";

/** A page of events; `next` is the `after` of the following page. */
export type EventPage = { events: LiveEvent[]; next: number };

/** Reads a page of what has happened. */
export const readEvents = (query: Query, options: ClientOptions): Promise<EventPage> =>
  callApi({ method: "GET", path: "/mcp/events", query }, options);

/** The number of the newest event, from which on to listen: it is told to whoever asks for what has not happened yet. */
export async function readNewestSeq(options: ClientOptions): Promise<number> {
  const { events } = await readEvents({ after: Number.MAX_SAFE_INTEGER, limit: 1 }, options);
  return events.find((event): event is EventsExpired => event.event === "events_expired")?.newest ?? 0;
}
