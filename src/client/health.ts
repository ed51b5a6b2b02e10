import { KinoraApiError } from "./errors.ts";
import { callApi } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";

/** How a server is. `reachable` is false when nobody answered; then, and where it is not healthy, `detail` says why. */
export type ServiceHealth = { healthy: boolean; reachable: boolean; version: string | null; detail: string };

/** Asks a server, once, whether it can take work. Rejects only when the signal fires. */
export async function checkServiceHealth(options: ClientOptions = {}): Promise<ServiceHealth> {
  try {
    const { version } = await callApi<{ version: string }>({ method: "GET", path: "/api/v1/jobs/health" }, { retries: 0, ...options });
    return { healthy: true, reachable: true, version, detail: "Healthy" };
  } catch (error) {
    if (!(error instanceof KinoraApiError)) throw error;
    return { healthy: false, reachable: error.status !== 0, version: null, detail: error.message };
  }
}
