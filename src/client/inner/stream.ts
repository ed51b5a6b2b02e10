import { authorization, fetchWith, toProblem, toUrl } from "./call.ts";
import { parseEventStream } from "./event-stream.ts";
import type { Session } from "./ladder.ts";
import { childSignal } from "./pause.ts";
import { showPresent } from "./present.ts";
import type { Wants } from "./subscriptions.ts";

/** A server that says nothing for so long, ms, is gone: a quiet one says now and then that it is there. */
const SILENT_MS = 45_000;
/** How long the first bytes may take, ms: some proxies keep a stream back until it ends. */
const OPEN_WITHIN_MS = 5000;

/** Hears events by server-sent events: `GET /events`, read by `fetch`, which can show a key and be stopped. */
export async function runStream(session: Session): Promise<void> {
  while (!session.signal.aborted) {
    await showPresent(session);
    await readUntilWantsChange(session);
  }
}

/** What to ask a stream for: it is about one job or about all. */
export const toStreamQuery = ({ jobs, all, logs }: Wants) => ({
  job_id: !all && jobs.length === 1 ? jobs[0] : undefined,
  logs: logs || undefined,
});

async function readUntilWantsChange({ options, subscriptions, opened, signal }: Session): Promise<void> {
  if (subscriptions.hasFresh()) return;
  const life = childSignal(signal);
  const query = toStreamQuery(subscriptions.wants());
  let isChanged = false;
  const unwatch = subscriptions.onChange(() => {
    isChanged = true;
    life.abort();
  });
  const touch = watchSilence(life.abort);
  try {
    const url = toUrl("/events", options, { ...query, after: subscriptions.lastSeq() });
    const headers = { accept: "text/event-stream", ...authorization(options) };
    const response = await fetchWith(options)(url, { headers, signal: life.signal, cache: "no-store" });
    if (!response.ok) throw toProblem(response, await response.text());
    if (!response.body || !response.headers.get("content-type")?.startsWith("text/event-stream"))
      throw new Error("This is no stream of events.");
    const heard = () => {
      touch.now();
      opened();
    };
    for await (const data of parseEventStream(response.body, heard)) subscriptions.take(JSON.parse(data));
    throw new Error("The stream has ended.");
  } catch (error) {
    if (!isChanged && !signal.aborted) throw error;
  } finally {
    touch.stop();
    unwatch();
    life.release();
    life.abort();
  }
}

/** Calls back when nothing was heard for too long. */
function watchSilence(giveUp: () => void) {
  let timer = setTimeout(giveUp, OPEN_WITHIN_MS);
  return {
    now() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENT_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
