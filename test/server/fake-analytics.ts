import type { AnalyticsService } from "../../src/service/analytics.ts";
import { openAnalytics } from "../../src/service/analytics.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { START_US } from "./fake-service.ts";

/** What was measured by a store in memory, in which nothing has happened yet; `told` is what was told of answers. */
export function fakeAnalytics(): AnalyticsService & { store: Store; told: [ms: number, status: number][] } {
  const store = openStore(":memory:", { nowUs: () => START_US, ballastBytes: 0 });
  const told: [number, number][] = [];
  const recorder = {
    answered: (ms: number, status: number) => void told.push([ms, status]),
    freshen: async () => undefined,
    stop: async () => undefined,
  };
  const rates = () => ({ currency: "EUR", computePerHour: 1, storagePerGbMonth: null });
  return { store, told, ...openAnalytics({ store, recorder, nowUs: () => START_US, rates }) };
}
