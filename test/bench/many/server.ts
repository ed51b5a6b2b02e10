// A server over a filled store, for the bench of many jobs: `bun server.ts FILE`. Nothing runs its jobs. Prints where it answers.

import { tmpdir } from "node:os";
import { Settings } from "../../../src/domain/settings.ts";
import { openServer } from "../../../src/server/open.ts";
import { openJobService } from "../../../src/service/jobs.ts";
import { openManyJobs } from "../../../src/service/many-jobs.ts";
import type { ServiceMeans } from "../../../src/service/means.ts";
import { openStore } from "../../../src/store/open.ts";
import { openDataFolder } from "../../../src/system/data.ts";
import { ROOT } from "../../helpers/sources.ts";
import { fakePremises } from "../../server/fake-premises.ts";
import { END_US } from "../store-fill.ts";

const startMs = performance.now();
/** The clock goes on from where the store's jobs end. */
const nowUs = () => END_US + Math.round((performance.now() - startMs) * 1000);
const premises = fakePremises();
const settings = Settings.parse({});
const means: ServiceMeans = {
  store: openStore(process.argv[2]!, { nowUs }),
  scheduler: {
    wake: () => undefined,
    stopJob: async () => undefined,
    prefetch: () => undefined,
    state: () => ({ slots: 1, running: [], places: [] }),
    waitSec: () => 0,
    estimateSec: () => null,
    stop: async () => undefined,
  },
  settings,
  preferences: premises.preferences,
  nowUs,
  makeId: () => Bun.randomUUIDv7(),
  jobsFolder: tmpdir(),
  freeBytes: async () => 1e12,
  ffmpeg: () => ({ ok: true, detail: "" }),
};
const { url } = openServer(
  {
    ...premises,
    ...{ service: openJobService(means), many: openManyJobs(means), settings, nowUs, version: "bench", noop: true },
    ...{ data: openDataFolder(`${ROOT}/dist/data`), voices: [], styles: [], languages: [] },
    samples: { find: () => Promise.reject(new Error("No samples here.")) },
    queue: () => ({ depth: {}, places: [], threads: 2, oldestWaiting: null, nextStartSec: 0 }),
    logFailure: (message) => console.error(message),
  },
  { host: "127.0.0.1", port: 0, machine: "bench" },
);
process.send!(url);
