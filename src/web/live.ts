import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Live, type LiveEvent, type LiveState, openLive } from "../client/live.ts";
import { baseUrl } from "./router.ts";

/** How what happens comes to this page. `sinceMs` is when it began to be so. */
export type Connection = { kind: "connecting" | "live" | "reconnecting" | "polling" | "paused"; sinceMs: number };

const state = signal<LiveState>({ status: "idle", transport: null, lastSeq: null, attempt: 0 });
const stopped = signal(false);
const hidden = signal(document.visibilityState === "hidden");
const now = signal(Date.now());
const missed = signal(0);

document.addEventListener("visibilitychange", () => {
  hidden.value = document.visibilityState === "hidden";
});

/** True while someone has asked the pages to rest: no request is made. */
export const paused: ReadonlySignal<boolean> = stopped;

/** True while figures may be asked for: the page can be seen and is not paused. */
export const awake = computed(() => !stopped.value && !hidden.value);

/** Rises when events were missed for good, so that what is shown has to be asked for anew. */
export const resync: ReadonlySignal<number> = missed;

/** The time, ms, once a second while the page is awake: for "3 min ago". */
export const nowMs: ReadonlySignal<number> = now;

setInterval(() => {
  if (awake.peek()) now.value = Date.now();
}, 1000);

const kind = computed<Connection["kind"]>(() => {
  if (stopped.value) return "paused";
  const { status, transport, attempt } = state.value;
  if (status === "open") return transport === "polling" ? "polling" : "live";
  return attempt > 0 || status === "reconnecting" ? "reconnecting" : "connecting";
});

/** How the page is connected. */
export const connection: ReadonlySignal<Connection> = computed(() => ({ kind: kind.value, sinceMs: Date.now() }));

type Wish = { add: (live: Live) => () => void; end: () => void };

const wishes = new Set<Wish>();
let live: Live | undefined;

function open(): void {
  live = openLive({
    baseUrl,
    onState: (change) => {
      state.value = change;
    },
    onExpired: () => {
      missed.value++;
    },
  });
  for (const wish of wishes) wish.end = wish.add(live);
}

/** Ends all asking and listening, or begins it again. */
export function setPaused(pause: boolean): void {
  if (pause === stopped.peek()) return;
  stopped.value = pause;
  if (pause) {
    live?.close();
    live = undefined;
  } else {
    open();
    missed.value++;
  }
}

function listen(add: Wish["add"]): () => void {
  if (!live && !stopped.peek()) open();
  const wish: Wish = { add, end: live ? add(live) : () => undefined };
  wishes.add(wish);
  return () => {
    wishes.delete(wish);
    wish.end();
  };
}

/** Hears of all jobs and of the queue. Returns what ends that. */
export const hearAll = (hear: (event: LiveEvent) => void): (() => void) => listen((live) => live.subscribeAll(hear));

/** Hears of one job, with its log on request. Returns what ends that. */
export const hearJob = (jobId: string, hear: (event: LiveEvent) => void, options?: { logs?: boolean }): (() => void) =>
  listen((live) => live.subscribeJob(jobId, hear, options));

/**
 * Runs once events are heard, at once where they are: what was asked before then may have missed something in between. Returns what ends the waiting.
 */
export function onceLive(run: () => void): () => void {
  if (kind.peek() === "live") {
    run();
    return () => undefined;
  }
  const end = kind.subscribe((now) => {
    if (now !== "live") return;
    queueMicrotask(() => end());
    run();
  });
  return end;
}

/**
 * Asks now, and again every so many seconds while the page can be seen and is not paused; at once when it can be seen again, and when events were
 * missed. The signal fires when the answer is no longer wanted.
 */
export function askEvery(everySec: () => number, ask: (signal: AbortSignal) => Promise<unknown>): () => void {
  return effect(() => {
    void missed.value;
    if (!awake.value) return;
    const end = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async () => {
      await ask(end.signal).catch(() => undefined);
      if (!end.signal.aborted) timer = setTimeout(round, everySec() * 1000);
    };
    // What is asked with must not become what this waits for.
    queueMicrotask(() => {
      if (!end.signal.aborted) void round();
    });
    return () => {
      clearTimeout(timer);
      end.abort(new Error("No longer wanted."));
    };
  });
}

/** `askEvery` for as long as a component is there; begins anew when something of `about` changes. */
export function useAskEvery(everySec: () => number, ask: (signal: AbortSignal) => Promise<unknown>, about: readonly unknown[] = []): void {
  useEffect(() => askEvery(everySec, ask), about);
}
