import type { LiveOptions, LiveState, LiveTransport } from "../live.ts";
import { readNewestSeq } from "./newest.ts";
import { backoffMs, childSignal, pause } from "./pause.ts";
import { runPolling } from "./polling.ts";
import { runSocket } from "./socket.ts";
import { runStream } from "./stream.ts";
import type { Subscriptions } from "./subscriptions.ts";

/** What one connection works with. `after` is the number of the last event that was heard before it; undefined for the first connection. */
export type Session = {
  options: LiveOptions;
  subscriptions: Subscriptions;
  after: number | undefined;
  /** To be called when something has come; again does nothing. */
  opened: () => void;
  signal: AbortSignal;
};

/** Runs a connection to its end. Rejects when it breaks, resolves when the signal fires. */
export type Transport = (session: Session) => Promise<void>;

type Means = { options: LiveOptions; subscriptions: Subscriptions; setState: (change: Partial<LiveState>) => void; signal: AbortSignal };

const TRANSPORTS: Record<LiveTransport, Transport> = { websocket: runSocket, sse: runStream, polling: runPolling };
const LADDER: readonly LiveTransport[] = ["websocket", "sse", "polling"];
const WAITS = { firstMs: 500, mostMs: 30_000 };
const UPGRADE_MS = 60_000;
/** A connection that held so long, ms, was a good one. */
const GOOD_MS = 2000;
/** After a connection that opened, however short, waits do not grow beyond this many doublings. */
const MOST_AFTER_OPEN = 3;
/** How often the best transport, once it has worked, may fail before others are tried. */
const PATIENCE = 3;

/** Keeps a connection while anyone listens: the best transport that can be had, again and again with growing waits. Ends when the signal fires. */
export async function runLadder({ options, subscriptions, setState, signal }: Means): Promise<void> {
  const ladder = options.transports ?? LADDER;
  const { random = Math.random } = options;
  let [attempt, rung, best, triedBestMs] = [0, 0, ladder.length, 0];
  while (!signal.aborted) {
    if (subscriptions.isEmpty()) {
      setState({ status: "idle" });
      subscriptions.forget();
      await someoneListens(subscriptions, signal);
      continue;
    }
    if (attempt === 0 && subscriptions.lastSeq() === undefined) setState({ status: "connecting", attempt });
    if (Date.now() - triedBestMs >= (options.upgradeMs ?? UPGRADE_MS)) rung = 0;
    if (rung === 0) triedBestMs = Date.now();
    const waitsForBest = rung === 0 && best === 0 && attempt < PATIENCE;
    const run = await climbDown(ladder.slice(rung, waitsForBest ? 1 : undefined), { options, subscriptions, setState, signal }, rung > 0);
    if (signal.aborted) return;
    rung = run.opened ? rung + run.steps : 0;
    if (run.opened) best = Math.min(best, rung);
    attempt = run.heldMs >= GOOD_MS ? 0 : Math.min(attempt + 1, run.opened ? MOST_AFTER_OPEN : Number.POSITIVE_INFINITY);
    if (run.wasMeant) attempt = 0;
    setState({ status: "reconnecting", attempt });
    if (!run.wasMeant) await rest(backoffMs(attempt - 1, { ...WAITS, random }), signal);
  }
}

/** Waits, until the machine has a network again at the most. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  const wait = childSignal(signal);
  globalThis.addEventListener?.("online", wait.abort);
  await pause(ms, wait.signal).catch(() => undefined);
  globalThis.removeEventListener?.("online", wait.abort);
  wait.release();
}

/** What became of a connection. `wasMeant` when we ended it ourselves. */
type Run = { opened: boolean; steps: number; heldMs: number; wasMeant: boolean };

/** Tries one transport after the other until one opens, and stays with it to its end. */
async function climbDown(ladder: readonly LiveTransport[], means: Means, mayRise: boolean): Promise<Run> {
  let run: Run = { opened: false, steps: 0, heldMs: 0, wasMeant: false };
  for (const [steps, transport] of ladder.entries()) {
    run = await connect(transport, means, mayRise || steps > 0);
    if (run.opened || run.wasMeant || means.signal.aborted) return { ...run, steps };
  }
  return run;
}

async function connect(transport: LiveTransport, { options, subscriptions, setState, signal }: Means, mayRise: boolean): Promise<Run> {
  const life = childSignal(signal);
  const rise = mayRise ? setTimeout(life.abort, options.upgradeMs ?? UPGRADE_MS) : undefined;
  const unwatch = subscriptions.onChange(() => {
    if (subscriptions.isEmpty()) life.abort();
  });
  let openedMs: number | undefined;
  const opened = () => {
    if (openedMs !== undefined) return;
    openedMs = Date.now();
    setState({ status: "open", transport, attempt: 0 });
  };
  try {
    const after = subscriptions.lastSeq();
    if (after === undefined) subscriptions.advance(await readNewestSeq({ ...options, signal: life.signal, retries: 0 }));
    subscriptions.beginConnection();
    await TRANSPORTS[transport]({ options, subscriptions, after, opened, signal: life.signal });
  } catch {
    // A connection that breaks is made again, by whoever called.
  } finally {
    clearTimeout(rise);
    unwatch();
    life.release();
  }
  return {
    opened: openedMs !== undefined,
    steps: 0,
    heldMs: openedMs === undefined ? 0 : Date.now() - openedMs,
    wasMeant: life.signal.aborted,
  };
}

function someoneListens(subscriptions: Subscriptions, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || !subscriptions.isEmpty()) return resolve();
    const settle = () => {
      stop();
      signal.removeEventListener("abort", settle);
      resolve();
    };
    const stop = subscriptions.onChange(() => {
      if (!subscriptions.isEmpty()) settle();
    });
    signal.addEventListener("abort", settle, { once: true });
  });
}
