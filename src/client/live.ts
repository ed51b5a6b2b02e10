import { runLadder } from "./inner/ladder.ts";
import { openSubscriptions } from "./inner/subscriptions.ts";
import type { ClientOptions } from "./options.ts";
import type { JobKind, JobStatus, ServerEvent } from "./words.ts";

/** How events come: by socket, by a stream of server-sent events, or by asking again and again. */
export type LiveTransport = "websocket" | "sse" | "polling";

/** How the connection is. `transport` is the one in use, or the last one; `attempt` counts what has failed in a row. */
export type LiveState = {
  status: "idle" | "connecting" | "open" | "reconnecting" | "closed";
  transport: LiveTransport | null;
  /** The number of the last event heard; null before the first. */
  lastSeq: number | null;
  attempt: number;
};

/** What was asked for is no longer kept: what happened in between is lost, so ask for everything anew. */
export type EventsExpired = { event: "events_expired"; after: number; oldest: number; newest: number };

/** What a subscriber hears: events with their number, and, without one, where a job stands when the subscription begins (`snapshot`). */
export type LiveEvent = (ServerEvent & { seq?: number; snapshot?: true }) | EventsExpired;

/** Which jobs: one of each list, where there is a list. Where only streams or polling can be had, a priority or kind that is not known yet passes. */
export type LiveFilters = { status?: readonly JobStatus[]; priority?: readonly number[]; kind?: readonly JobKind[] };

export type LiveOptions = ClientOptions & {
  /** Told whenever the connection changes. */
  onState?: (state: LiveState) => void;
  /** Told when events were missed for good: load again what is shown. */
  onExpired?: (expired: EventsExpired) => void;
  /** Told what the server would not take, such as a subscription to a job that there is not. */
  onError?: (error: { code: string; message: string }) => void;
  /** Which transports to try, best first; by default all three. */
  transports?: readonly LiveTransport[];
  /** How often to ask where there is nothing better, ms; 3,000 by default, up to five times that while nothing happens. */
  pollIntervalMs?: number;
  /** How long to stay with less than the best before trying it again, ms; 60,000 by default. */
  upgradeMs?: number;
  /** In place of the platform's `WebSocket`. */
  WebSocket?: new (
    url: string,
  ) => WebSocket;
};

/** One connection that many subscriptions share. */
export type Live = {
  /** Hears of one job, with its log on request. Returns what ends the subscription. */
  subscribeJob: (jobId: string, hear: (event: LiveEvent) => void, options?: { logs?: boolean }) => () => void;
  /** Hears of all jobs that pass the filters and of the queue, with logs on request. Returns what ends the subscription. */
  subscribeAll: (hear: (event: LiveEvent) => void, options?: { filters?: LiveFilters; logs?: boolean }) => () => void;
  state: () => LiveState;
  /** Told whenever the connection changes; returns what ends that. */
  onState: (hear: (state: LiveState) => void) => () => void;
  /** Ends all subscriptions and the connection. */
  close: () => void;
};

/**
 * One connection to hear what happens: a socket where one can be had, else a stream, else polling (paused while the page is hidden). It begins
 * with the first subscription and rests without any. It comes back by itself, and every event comes once and in order across reconnects.
 */
export function openLive(options: LiveOptions = {}): Live {
  let state: LiveState = { status: "idle", transport: null, lastSeq: null, attempt: 0 };
  const listeners = new Set<(state: LiveState) => void>(options.onState ? [options.onState] : []);
  const setState = (change: Partial<LiveState>) => {
    if (state.status === "closed") return;
    state = { ...state, ...change };
    for (const hear of [...listeners]) hear(state);
  };
  const subscriptions = openSubscriptions(options);
  const end = new AbortController();
  const close = () => {
    if (end.signal.aborted) return;
    subscriptions.clear();
    setState({ status: "closed" });
    end.abort(new Error("Closed."));
    options.signal?.removeEventListener("abort", close);
  };
  options.signal?.addEventListener("abort", close, { once: true });
  if (options.signal?.aborted) close();
  void runLadder({ options, subscriptions, setState, signal: end.signal });
  return {
    subscribeJob: (jobId, hear, { logs = false } = {}) => subscriptions.add({ jobId: jobId.toLowerCase(), logs, hear }),
    subscribeAll: (hear, { filters = {}, logs = false } = {}) => subscriptions.add({ filters, logs, hear }),
    state: () => ({ ...state, lastSeq: subscriptions.lastSeq() ?? null }),
    onState(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    close,
  };
}
