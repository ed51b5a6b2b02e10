import type { StoredEvent } from "../../domain/event.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import type { JobService } from "../../service/service.ts";
import { openTurns } from "../../service/turns.ts";
import { findExpired } from "./expired.ts";
import { followTraits, type Interest, isUnfiltered, passes, traitsOf, wantedFrom } from "./interest.ts";
import { openPresent, toSnapshot } from "./present.ts";

/** Events that are read at once when some are told again. */
const PAGE = 500;

/** Where messages go to one listener. */
export type Sink = {
  send: (text: string) => void;
  isOpen: () => boolean;
  /** True while so much waits to be taken that no more is told of what was before. */
  isFull: () => boolean;
  /** Told which topics it hears from now on. */
  hear: (topics: ReadonlySet<string>) => void;
  /** Resolves when most of what was sent has been taken; rejects when the listener has gone. */
  drained: () => Promise<void>;
};

/** One listener as the hub knows it. `live` is false while it is told of what was before. */
export type Listener = { sink: Sink; interest: Interest; live: boolean };

export type HubService = Pick<JobService, "listen" | "events" | "eventSpan" | "active" | "job" | "counts">;

/** An event as it is sent. */
export const toText = ({ seq, body }: StoredEvent): string => JSON.stringify({ seq, ...body });
/** Where all events pass: each is written once, goes by topic to those who want whole topics, and one by one to those who filter. */
export function openHub(service: HubService, publish: (topic: string, text: string) => void) {
  const turn = openTurns();
  const present = openPresent(service);
  const picky = new Set<Listener>();
  const find = (jobId: string): JobRecord | undefined => {
    try {
      return service.job(jobId);
    } catch {
      return undefined;
    }
  };
  const follow = followTraits(
    (jobId) => {
      const job = find(jobId);
      return job && traitsOf(job);
    },
    () => picky.size > 0,
  );
  let newest = service.eventSpan().newest;

  const stop = service.listen((events) => {
    for (const event of events) {
      newest = event.seq;
      const moment = follow(event);
      const text = toText(event);
      for (const topic of topicsOf(event)) publish(topic, text);
      for (const { interest, sink } of picky) if (wantedFrom(interest, event, moment).length > 0) sink.send(text);
    }
  });

  /** Puts a listener where it hears what it wants, or nowhere while it is told of what was before. */
  function place(listener: Listener): void {
    const { interest, live, sink } = listener;
    const filters = interest.all !== undefined && !isUnfiltered(interest.all.filters);
    if (live && filters) picky.add(listener);
    else picky.delete(listener);
    sink.hear(live && !filters ? topicsFor(interest) : new Set());
  }

  return {
    /** A listener to nothing yet. */
    open: (sink: Sink): Listener => ({ sink, interest: { all: undefined, jobs: new Map() }, live: true }),
    place,
    /** The number of the newest event that has been told. */
    newest: () => newest,
    /** Sends where a job stands. Answers false when there is no such job. */
    show({ sink }: Listener, jobId: string): boolean {
      const job = find(jobId);
      if (job) sink.send(toSnapshot(job));
      return job !== undefined;
    },
    /** Sends how the queue stands, and the newest jobs that wait or run and pass the filters. */
    showAll({ sink, interest: { all } }: Listener): void {
      const { queue, jobs } = present.read();
      sink.send(queue);
      for (const { traits, text } of jobs) if (all && passes(all.filters, traits)) sink.send(text);
    },
    /**
     * Tells again of what came after a number, in order and only once: what the listener has heard since it began to listen is left out, and what
     * happens meanwhile comes after the rest. Rejects when the listener has gone.
     */
    async resume(listener: Listener, after: number): Promise<void> {
      const { sink, interest } = listener;
      const expired = findExpired(after, service.eventSpan());
      if (expired) sink.send(JSON.stringify(expired));
      const heldFrom = newest;
      const moment = followTraits(
        (jobId) => {
          const job = find(jobId);
          return job && { priority: job.priority, kind: job.kind };
        },
        () => interest.all !== undefined && !isUnfiltered(interest.all.filters),
      );
      listener.live = false;
      place(listener);
      for (let from = after, full = true; full; ) {
        await turn();
        const { events } = service.events({ after: from, limit: PAGE, ...readFor(interest) });
        for (const event of events) {
          const wanted = wantedFrom(interest, event, moment(event));
          const isNew = event.seq > heldFrom || wanted.every((since) => event.seq <= since);
          if (wanted.length === 0 || !isNew) continue;
          if (sink.isFull()) await sink.drained();
          sink.send(toText(event));
        }
        if (!sink.isOpen()) throw new Error("The listener has gone.");
        full = events.length === PAGE;
        from = events.at(-1)?.seq ?? from;
      }
      listener.live = true;
      place(listener);
    },
    /** Tells a listener nothing more, whatever it wants. */
    silence(listener: Listener): void {
      listener.interest = { all: undefined, jobs: new Map() };
      place(listener);
    },
    drop: (listener: Listener) => void picky.delete(listener),
    stop() {
      stop();
      present.stop();
    },
  };
}
export type Hub = ReturnType<typeof openHub>;

/** What is to be read for a listener: not all logs for who wants none, nor all jobs for who wants one. */
function readFor({ all, jobs }: Interest): { logs: boolean; jobId?: string } {
  const [jobId] = jobs.keys();
  return { logs: all?.logs === true || jobs.size > 0, ...(!all && jobs.size === 1 && { jobId }) };
}

/** The topics that an event goes to. Who hears of all jobs does not hear of one of them beside it, so that each event comes once. */
function topicsOf({ jobId, body }: StoredEvent): string[] {
  const topic = body.event === "job_log_entry" ? "lines" : "events";
  return jobId === null ? [topic] : [topic, `${topic}:${jobId}`];
}

function topicsFor({ all, jobs }: Interest): Set<string> {
  const topics = new Set<string>();
  if (all) topics.add("events");
  if (all?.logs) topics.add("lines");
  for (const job of jobs.keys()) {
    if (!all) topics.add(`events:${job}`);
    if (!all?.logs) topics.add(`lines:${job}`);
  }
  return topics;
}
