import type { EventsExpired, LiveEvent, LiveFilters, LiveOptions } from "../live.ts";
import type { JobKind, JobStatus } from "../words.ts";
import { forgetStatus } from "./status-cache.ts";

/** Someone who listens: to one job, or to all that pass the filters. */
export type Wish = { logs: boolean; hear: (event: LiveEvent) => void } & ({ jobId: string } | { filters: LiveFilters });

/** What all who listen want together, as one connection asks for it. `logs` where anyone wants log entries. */
export type Wants = { jobs: string[]; all: { filters: LiveFilters; logs: boolean } | undefined; logs: boolean };

/** What is known of a job, as far as filters look at it. */
type Traits = { status?: JobStatus; priority?: number; kind?: JobKind };

/** `isFresh` while it is told where jobs stand, each of them once; `isAsked` once the server has been asked for that. */
type Subscription = { wish: Wish; isFresh: boolean; isAsked: boolean; shown: Set<string> };

const MOST_KNOWN = 10_000;
const MOST_REMEMBERED = 5000;

/** All who listen on one connection, and which events they have heard. */
export function openSubscriptions({ onExpired, onError }: Pick<LiveOptions, "onExpired" | "onError">) {
  const subscriptions = new Set<Subscription>();
  const watchers = new Set<() => void>();
  const traits = new Map<string, Traits>();
  const heard = new Set<number>();
  let lastSeq: number | undefined;
  let floor = 0;

  /** Whether an event is new. One that comes late on the same connection still counts: losing it would be worse. */
  function isNew(seq: number): boolean {
    if (seq <= floor || heard.has(seq)) return false;
    heard.add(seq);
    if (heard.size > MOST_REMEMBERED) {
      const oldest = heard.values().next().value as number;
      heard.delete(oldest);
      floor = Math.max(floor, oldest);
    }
    lastSeq = Math.max(lastSeq ?? 0, seq);
    return true;
  }

  function dispatch(event: Exclude<LiveEvent, EventsExpired>, isFiltered: boolean): void {
    const jobId = "job_id" in event ? event.job_id : undefined;
    const before = jobId === undefined ? undefined : traits.get(jobId);
    const after = jobId === undefined ? undefined : learn(jobId, before, event);
    if (jobId !== undefined && event.event !== "job_log_entry") forgetStatus(jobId);
    const isSure = isFiltered && subscriptions.size === 1;
    for (const { wish, isFresh, shown } of [...subscriptions]) {
      if (event.snapshot && jobId !== undefined && (!isFresh || shown.has(jobId))) continue;
      if (event.snapshot && jobId !== undefined) shown.add(jobId);
      if (isSure || wantsEvent(wish, event, [before, after])) wish.hear(event);
    }
  }

  function learn(jobId: string, before: Traits | undefined, event: LiveEvent): Traits {
    const { status, priority, kind } = event as Traits;
    const after = { ...before, ...(status && { status }), ...(priority && { priority }), ...(kind && { kind }), ...endOf(event) };
    traits.delete(jobId);
    traits.set(jobId, after);
    if (traits.size > MOST_KNOWN) traits.delete(traits.keys().next().value as string);
    return after;
  }

  return {
    /** Begins to listen; returns what ends it. */
    add(wish: Wish): () => void {
      const subscription = { wish, isFresh: true, isAsked: false, shown: new Set<string>() };
      subscriptions.add(subscription);
      for (const tell of [...watchers]) tell();
      return () => {
        if (subscriptions.delete(subscription)) for (const tell of [...watchers]) tell();
      };
    },
    clear(): void {
      subscriptions.clear();
      for (const tell of [...watchers]) tell();
    },
    isEmpty: () => subscriptions.size === 0,
    wants: () => joinWishes([...subscriptions].map(({ wish }) => wish)),
    /** Told when who listens to what changes; returns what ends that. */
    onChange(tell: () => void): () => void {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
    lastSeq: () => lastSeq,
    /** A connection begins. What was heard before it is not heard again. */
    beginConnection(): void {
      floor = lastSeq ?? 0;
      heard.clear();
    },
    /** Whether anyone has not been told yet where jobs stand. */
    hasFresh: () => [...subscriptions].some(({ isFresh }) => isFresh),
    /** What those want who have not been told yet where jobs stand; `settle` says that they have been. */
    takeFresh(): { wants: Wants; settle: () => void } {
      const fresh = [...subscriptions].filter(({ isFresh }) => isFresh);
      return { wants: joinWishes(fresh.map(({ wish }) => wish)), settle: () => fresh.forEach(settle) };
    },
    /** What those want for whom the server has not been asked yet; it counts as asked from now on. */
    takeUnasked(): Wants {
      const unasked = [...subscriptions].filter(({ isAsked }) => !isAsked);
      for (const subscription of unasked) subscription.isAsked = true;
      return joinWishes(unasked.map(({ wish }) => wish));
    },
    /** Everyone has been told where jobs stand. */
    settle: () => subscriptions.forEach(settle),
    /** Everything up to this number is known to have been heard, or not to be wanted. */
    advance(seq: number): void {
      lastSeq = Math.max(lastSeq ?? 0, seq);
    },
    /** Nobody listened for a while: the next connection begins in the present. */
    forget(): void {
      lastSeq = undefined;
    },
    /** Takes what came from the server, whatever it is. `isFiltered` when the server has looked at the filters itself. */
    take(message: unknown, isFiltered = false): void {
      if (typeof message !== "object" || message === null) return;
      const event = message as LiveEvent | { event: "pong" } | { event: "error"; code: string; message: string };
      if (event.event === "pong") return;
      if (event.event === "error") onError?.({ code: event.code, message: event.message });
      else if (event.event === "events_expired") {
        lastSeq = Math.min(lastSeq ?? event.newest, event.newest);
        floor = Math.min(floor, event.newest);
        onExpired?.(event);
        for (const { wish } of [...subscriptions]) wish.hear(event);
      } else if (event.seq === undefined || isNew(event.seq)) dispatch(event, isFiltered);
    },
  };
}
export type Subscriptions = ReturnType<typeof openSubscriptions>;

function settle(subscription: Subscription): void {
  subscription.isFresh = false;
  subscription.shown.clear();
}

const endOf = ({ event }: LiveEvent): Traits => {
  if (event === "job_completed") return { status: "completed" };
  if (event === "job_failed") return { status: "failed" };
  return event === "job_cancelled" ? { status: "cancelled" } : {};
};

function joinWishes(wishes: Wish[]): Wants {
  const all = wishes.flatMap((wish) => ("filters" in wish ? [wish] : []));
  const jobs = [...new Set(wishes.flatMap((wish) => ("jobId" in wish ? [wish.jobId] : [])))];
  const isSame = all.every(({ filters }) => JSON.stringify(filters) === JSON.stringify(all[0]?.filters));
  return {
    jobs,
    all: all[0] && { filters: isSame ? all[0].filters : {}, logs: all.some(({ logs }) => logs) },
    logs: wishes.some(({ logs }) => logs),
  };
}

/** Whether an event is wanted, by what its job was and is: what takes a job out of the filter is told as well. */
function wantsEvent(wish: Wish, event: LiveEvent, moments: (Traits | undefined)[]): boolean {
  if (event.event === "job_log_entry" && !wish.logs) return false;
  const jobId = "job_id" in event ? event.job_id : undefined;
  if ("jobId" in wish) return wish.jobId === jobId;
  return jobId === undefined || moments.some((traits) => traits && passes(wish.filters, traits));
}

function passes({ status, priority, kind }: LiveFilters, traits: Traits): boolean {
  const fits = <Value>(wanted: readonly Value[] | undefined, value: Value | undefined) =>
    !wanted || value === undefined || wanted.includes(value);
  return fits(status, traits.status) && fits(priority, traits.priority) && fits(kind, traits.kind);
}
