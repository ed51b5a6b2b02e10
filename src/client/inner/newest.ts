import type { JobPage } from "../answers.ts";
import type { EventsExpired, LiveEvent } from "../live.ts";
import type { ClientOptions } from "../options.ts";
import { callApi, type Query } from "./call.ts";

/** A page of events; `next` is the `after` of the following page. */
export type EventPage = { events: LiveEvent[]; next: number };

/** Reads a page of what has happened. */
export const readEvents = (query: Query, options: ClientOptions): Promise<EventPage> =>
  callApi({ method: "GET", path: "/mcp/events", query }, options);

const PAGE = 1000;

/** The number of the newest event, from which on to listen: told to whoever asks for what has not happened yet, else that of the job which changed last. */
export async function readNewestSeq(options: ClientOptions): Promise<number> {
  const { events, next } = await readEvents({ after: Number.MAX_SAFE_INTEGER, limit: 1 }, options);
  const expired = events.find((event): event is EventsExpired => event.event === "events_expired");
  if (expired) return expired.newest;
  return next < Number.MAX_SAFE_INTEGER ? next : readLastChange(options);
}

async function readLastChange(options: ClientOptions): Promise<number> {
  const query = { sort_by: "updated_at", limit: 1 };
  const { jobs } = await callApi<JobPage>({ method: "GET", path: "/mcp/jobs", query }, options);
  const jobId = jobs[0]?.job_id;
  let newest = 0;
  for (let isFull = jobId !== undefined; isFull; ) {
    const page = await readEvents({ after: newest, limit: PAGE, job_id: jobId }, options);
    isFull = page.events.length === PAGE;
    newest = page.next;
  }
  return newest;
}
