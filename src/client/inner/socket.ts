import type { LiveOptions } from "../live.ts";
import { toUrl } from "./call.ts";
import type { Session } from "./ladder.ts";
import type { Wants } from "./subscriptions.ts";
import { isHidden } from "./visibility.ts";

const PING = '{"event":"ping"}';
/** How long the first answer may take, ms: some proxies open a socket and pass nothing on. */
const OPEN_WITHIN_MS = 5000;
/** Jobs that are asked for one by one; beyond that all are, and what is not wanted is left aside: servers limit how much is said to them. */
const MOST_JOBS = 100;
const PING_MS = 20_000;
/** A server that answers no ping is gone, whatever the network says. */
const SILENT_MS = 45_000;

/** Hears events by a socket: `WS /ws`. */
export function runSocket({ options, subscriptions, after, opened, signal }: Session): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = makeSocket(options);
    const told: Told = { jobs: new Set(), all: undefined };
    let isOpen = false;
    const tell = (resumeAfter?: number) => {
      const messages = nextMessages(told, toAskable(subscriptions.wants()), subscriptions.takeUnasked(), resumeAfter);
      for (const message of messages) socket.send(JSON.stringify(message));
    };
    const unwatch = subscriptions.onChange(() => {
      if (isOpen) tell();
    });
    const end = (settle: () => void) => {
      if (pulse.stop() > 0) subscriptions.settle();
      isOpen = false;
      unwatch();
      signal.removeEventListener("abort", stop);
      socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
      socket.close(1000);
      settle();
    };
    const fail = (why: string) => end(() => reject(new Error(why)));
    const stop = () => end(resolve);
    const pulse = watchPulse(fail, () => isOpen && socket.send(PING));
    socket.onopen = () => {
      isOpen = true;
      tell(after);
      socket.send(PING);
    };
    socket.onmessage = ({ data }) => {
      pulse.heard();
      opened();
      subscriptions.take(readMessage(data), true);
    };
    socket.onclose = () => fail("The socket was closed.");
    socket.onerror = () => fail("The socket broke.");
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** Gives up when the first answer, or any for too long, does not come. `stop` answers how much was heard. */
function watchPulse(giveUp: (why: string) => void, ping: () => void) {
  let heardMs = Date.now();
  let count = 0;
  const late = setTimeout(() => giveUp("The socket did not answer in time."), OPEN_WITHIN_MS);
  let wasHidden = isHidden();
  const beat = setInterval(() => {
    // A page that nobody sees sends nothing, so that its silence says nothing either.
    if (isHidden() || wasHidden) heardMs = Date.now();
    wasHidden = isHidden();
    if (wasHidden) return;
    if (Date.now() - heardMs > SILENT_MS) giveUp("The socket has gone silent.");
    else ping();
  }, PING_MS);
  return {
    heard(): void {
      clearTimeout(late);
      heardMs = Date.now();
      count++;
    },
    stop(): number {
      clearTimeout(late);
      clearInterval(beat);
      return count;
    },
  };
}

/** What the server knows that is wanted. */
type Told = { jobs: Set<string>; all: string | undefined };

/** What is wanted, in few words. */
const toAskable = (wants: Wants): Wants =>
  wants.jobs.length > MOST_JOBS ? { jobs: [], all: { filters: {}, logs: wants.logs }, logs: wants.logs } : wants;

/** What to say so that the server knows what is wanted now, and tells who is new where jobs stand; the last of it asks for what came after a number. */
function nextMessages(told: Told, wants: Wants, unasked: Wants, after: number | undefined): object[] {
  const messages: Record<string, unknown>[] = [];
  for (const job_id of told.jobs) {
    if (wants.jobs.includes(job_id)) continue;
    told.jobs.delete(job_id);
    messages.push({ event: "unsubscribe_job", job_id });
  }
  for (const job_id of wants.jobs) {
    if (told.jobs.has(job_id) && !unasked.jobs.includes(job_id)) continue;
    told.jobs.add(job_id);
    messages.push({ event: "subscribe_job", job_id });
  }
  const all = wants.all && JSON.stringify(wants.all);
  if (all !== told.all || unasked.all)
    messages.push(wants.all ? { event: "subscribe_all_jobs", ...wants.all } : { event: "unsubscribe_all_jobs" });
  told.all = all;
  if (after !== undefined) messages.push({ event: "resume", after });
  return messages;
}

/** Throws where there are no sockets, and where the key cannot be shown: a browser's sockets take no headers. */
function makeSocket(options: LiveOptions): WebSocket {
  const Socket = options.WebSocket ?? globalThis.WebSocket;
  if (!Socket) throw new Error("There are no sockets here.");
  const url = new URL(toUrl("/ws", options), globalThis.location?.href);
  url.protocol = url.protocol.replace("http", "ws");
  if (!options.apiKey || options.WebSocket) return new Socket(url.href);
  if (!("Bun" in globalThis)) throw new Error("Sockets take no key here.");
  const WithHeaders = Socket as unknown as new (url: string, init: { headers: Record<string, string> }) => WebSocket;
  return new WithHeaders(url.href, { headers: { authorization: `Bearer ${options.apiKey}` } });
}

function readMessage(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
