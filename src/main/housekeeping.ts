import { toErrorData } from "../domain/error.ts";
import { clearExpired } from "../service/housekeeping.ts";
import type { ServiceMeans } from "../service/means.ts";
import { trimContent } from "../system/content.ts";
import type { Log } from "../system/log.ts";

const FIRST_MS = 60_000;
const EVERY_MS = 15 * 60_000;
/** Parts used within this time are not thrown away: a job may be about to join them. */
const IN_USE_MS = 6 * 3600_000;

/** Throws away, now and then, what has been kept long enough and parts beyond the room they have. Ends with the signal. */
export function keepHouse(means: ServiceMeans, cache: string, log: Log, signal: AbortSignal): void {
  const tidy = async () => {
    try {
      const gone = await clearExpired(means, signal);
      if (gone > 0) log.debug("Removed what had been kept for as long as it was to be.", { rows: gone });
      await trimContent(cache, means.settings.limits.cache, Date.now() - IN_USE_MS);
    } catch (error) {
      log.warning(`Housekeeping has to wait: ${toErrorData(error).message}`);
    }
    if (!signal.aborted) timer = setTimeout(tidy, EVERY_MS);
  };
  let timer = setTimeout(tidy, FIRST_MS);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}
