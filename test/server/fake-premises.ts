import { Settings } from "../../src/domain/settings.ts";
import type { ServerMeans } from "../../src/server/means.ts";
import { openPreferences } from "../../src/service/preferences.ts";
import { openSettings } from "../../src/service/settings.ts";
import type { Store } from "../../src/store/store.ts";
import { fakeAnalytics } from "./fake-analytics.ts";
import { fakeMany } from "./fake-many.ts";
import { fakeRequests } from "./fake-requests.ts";

/** A store that keeps no preference. */
const forgetful = {
  read: { preferences: () => ({}) },
  write: async (change: (tx: object) => unknown) => change({ savePreference: () => undefined, dropPreference: () => undefined }),
} as unknown as Store;

/** Preferences, settings, measurements and a data folder in which nothing ever happens, for tests of other things. */
export const fakePremises = (): Pick<ServerMeans, "preferences" | "settingKeeper" | "premises" | "analytics" | "many" | "requests"> => {
  const live = { ...Settings.parse({}), data: "/data" };
  return {
    preferences: openPreferences({ store: forgetful, voices: [] }),
    settingKeeper: openSettings({ store: forgetful, settings: live, origins: {}, changed: () => undefined, warn: () => undefined }),
    premises: {
      about: async () => ({
        ...{ version: "1.2.3", code: "c0de", startedUs: 1_763_000_000_000_000, platform: "linux x64", processors: 2 },
        ffmpeg: { ok: true, detail: "FFmpeg 7.1", path: "/usr/bin/ffmpeg" },
        paths: { data: "/data", jobs: "/data/jobs", cache: "/data/cache", database: "/data/kinora.db", config: null },
        disk: { free: 5e9, total: 1e10 },
        sizes: { jobs: 3, cache: 2, database: 1 },
      }),
      clearCache: async () => ({ bytes: 17, files: 1 }),
      stop: () => undefined,
    },
    analytics: fakeAnalytics(),
    many: fakeMany(),
    requests: fakeRequests(),
  };
};
