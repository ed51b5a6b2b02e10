import type { Settings } from "../domain/settings.ts";
import type { Scheduler } from "../queue/work.ts";
import type { Store } from "../store/store.ts";
import type { PreferenceKeeper } from "./preferences.ts";

/** What the service works with; main hands it in. */
export type ServiceMeans = {
  store: Store;
  scheduler: Scheduler;
  /** Read when they are used: some change while the server runs. */
  settings: Settings;
  preferences: Pick<PreferenceKeeper, "get">;
  /** Microseconds since 1970. */
  nowUs: () => number;
  /** A new job's name, a UUIDv7 (RFC 9562). */
  makeId: () => string;
  /** The folder in which each job has one of its own. */
  jobsFolder: string;
  /** Free bytes of the data folder's disk. */
  freeBytes: () => Promise<number>;
  /** What films are encoded with: its version, or why there is none. */
  ffmpeg: () => { ok: boolean; detail: string };
};
