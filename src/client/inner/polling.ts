import type { Session } from "./ladder.ts";
import { readEvents } from "./newest.ts";
import { childSignal, pause } from "./pause.ts";
import { showPresent } from "./present.ts";
import { toStreamQuery } from "./stream.ts";
import { isHidden, whenVisible } from "./visibility.ts";

const USUAL_INTERVAL_MS = 3000;
const PAGE = 1000;

/** Hears events by asking for them again and again: `GET /mcp/events`. Asks less often while nothing happens, and not at all while the page is hidden. */
export async function runPolling({ options, subscriptions, opened, signal }: Session): Promise<void> {
  const intervalMs = options.pollIntervalMs ?? USUAL_INTERVAL_MS;
  const asked = { ...options, signal, retries: 0 };
  let quiet = 0;
  while (!signal.aborted) {
    await whenVisible(signal);
    await showPresent({ options: asked, subscriptions, signal });
    const after = subscriptions.lastSeq() ?? 0;
    const page = await readEvents({ ...toStreamQuery(subscriptions.wants()), after, limit: PAGE }, asked);
    opened();
    for (const event of page.events) subscriptions.take(event);
    subscriptions.advance(page.next);
    quiet = page.events.length > 0 ? 0 : quiet + 1;
    if (page.events.length < PAGE) await rest(Math.min(5, 1.5 ** Math.max(0, quiet - 1)) * intervalMs, { subscriptions, signal });
  }
}

/** Waits, less long when someone new begins to listen, or the page comes back. */
async function rest(ms: number, { subscriptions, signal }: Pick<Session, "subscriptions" | "signal">): Promise<void> {
  const wait = childSignal(signal);
  const unwatch = subscriptions.onChange(() => wait.abort());
  const look = () => {
    if (!isHidden()) wait.abort();
  };
  if (typeof document !== "undefined") document.addEventListener("visibilitychange", look);
  await pause(ms, wait.signal).catch(() => undefined);
  if (typeof document !== "undefined") document.removeEventListener("visibilitychange", look);
  unwatch();
  wait.release();
}
