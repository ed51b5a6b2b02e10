import { type Live, openLive } from "../live.ts";
import type { ClientOptions } from "../options.ts";

const shared = new Map<string, { live: Live; users: number }>();

/** The connection to a server that everything on a page shares: browsers allow few. It ends when the last user gives it back. */
export function shareLive({ signal: _, ...options }: ClientOptions): { live: Live; giveBack: () => void } {
  const key = JSON.stringify([options.baseUrl ?? "", options.apiKey ?? ""]);
  const kept = shared.get(key) ?? { live: openLive({ ...options, transports: ["websocket", "sse"] }), users: 0 };
  shared.set(key, kept);
  kept.users++;
  let isMine = true;
  return {
    live: kept.live,
    giveBack() {
      if (!isMine) return;
      isMine = false;
      kept.users--;
      if (kept.users > 0) return;
      shared.delete(key);
      kept.live.close();
    },
  };
}
