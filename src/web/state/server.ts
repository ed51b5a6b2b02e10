import { signal } from "@preact/signals";
import { checkServiceHealth } from "../../client/health.ts";
import { getQueue, type QueueState } from "../../client/queue.ts";
import { type About, getAbout } from "../../client/settings.ts";
import { askEvery, hearAll } from "../live.ts";
import { baseUrl } from "../router.ts";
import { preferences } from "./preferences.ts";

/** How many jobs wait, run and are done; null before anyone knows. */
export const counts = signal<{ pending: number; processing: number; completed: number } | null>(null);

/** Who does what now; null before anyone knows. */
export const queue = signal<QueueState | null>(null);

/** What the server is and stands on; null before anyone knows. */
export const about = signal<About | null>(null);

/** Whether it can take work, and why not. */
export const health = signal<{ healthy: boolean; detail: string } | null>(null);

const ABOUT_SEC = 60;

/** Keeps what every page shows of the server up to date. Called once. */
export function watchServer(): void {
  hearAll((event) => {
    if (event.event !== "queue_updated") return;
    const { pending, processing, completed } = event;
    counts.value = { pending, processing, completed };
  });
  askEvery(
    () => preferences.peek().refresh_interval,
    async (signal) => {
      queue.value = await getQueue({ baseUrl, signal, retries: 0 });
      const depth = Object.entries(queue.value.depth);
      const pending = queue.value.depth.pending ?? 0;
      const processing = depth.reduce((sum, [, jobs]) => sum + (jobs ?? 0), 0) - pending;
      counts.value = { completed: counts.peek()?.completed ?? 0, pending, processing };
    },
  );
  askEvery(
    () => ABOUT_SEC,
    async (signal) => {
      const [told, state] = await Promise.all([getAbout({ baseUrl, signal }), checkServiceHealth({ baseUrl, signal })]);
      about.value = told;
      health.value = { healthy: state.healthy, detail: state.detail ?? "" };
    },
  );
}
