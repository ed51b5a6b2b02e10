import { mkdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { randomUUIDv7 } from "bun";
import type { Engine, EngineMeans, StartEngine } from "../cli/engine.ts";
import type { Preferences } from "../domain/preferences.ts";
import type { ResolvedSettings } from "../domain/settings.ts";
import { findFfmpeg } from "../media/find.ts";
import { startScheduler, usualSlots } from "../queue/scheduler.ts";
import type { ServerMeans } from "../server/means.ts";
import { openServer } from "../server/open.ts";
import { openAnalytics } from "../service/analytics.ts";
import type { Rates } from "../service/analytics-cost.ts";
import { openJobService } from "../service/jobs.ts";
import { openManyJobs } from "../service/many-jobs.ts";
import type { ServiceMeans } from "../service/means.ts";
import { startMetrics } from "../service/metrics.ts";
import { openPreferences } from "../service/preferences.ts";
import { viewQueue } from "../service/queue.ts";
import { startQueueReport } from "../service/queue-report.ts";
import { openRequests } from "../service/requests.ts";
import { openVoiceSamples } from "../service/samples.ts";
import { openSettings } from "../service/settings.ts";
import { openStore } from "../store/open.ts";
import { openClock } from "../system/clock.ts";
import { openContent } from "../system/content.ts";
import { openData } from "../system/data.ts";
import { freeBytes, openDataFolders } from "../system/files.ts";
import { lockFolder } from "../system/lock.ts";
import type { Log } from "../system/log.ts";
import { startTicks } from "../system/process.ts";
import { codeVersion, productVersion } from "../system/version.ts";
import { ffmpegSearch } from "./ffmpeg-place.ts";
import { keepHouse } from "./housekeeping.ts";
import { LANGUAGE_CHOICES, STYLE_CHOICES, VOICE_CHOICES } from "./listing.ts";
import { premisesOf } from "./premises.ts";
import { openWorkshop, type Threads } from "./workshop.ts";

const nowUs = openClock({ wallMs: Date.now, steadyMs: () => performance.now() });
/** Microseconds that this machine has been at work, for what must not run out while it sleeps. */
const steadyUs = (): number => performance.now() * 1000;

/** The server as this machine has it: locks the data folder, opens the store, starts threads, scheduler and listener, in that order. */
export const engineWith =
  (threads: Threads, processors: number): StartEngine =>
  async (settings, means) => {
    const closers: (() => unknown)[] = [];
    const closeAll = async () => {
      for (const close of closers.splice(0).reverse()) await close();
    };
    try {
      return await start({ threads, processors, settings, ...means }, closers, closeAll);
    } catch (error) {
      await closeAll();
      throw error;
    }
  };

type Start = EngineMeans & { threads: Threads; processors: number; settings: ResolvedSettings };

async function start(given: Start, closers: (() => unknown)[], closeAll: () => Promise<void>): Promise<Engine> {
  const { threads, processors, log, bench, signal, origins, configFile } = given;
  const { data } = given.settings;
  const lock = await lockFolder(data, { pid: process.pid, startTicks: startTicks(process.pid), machine: hostname() });
  closers.push(lock.release);
  const folders = await openDataFolders(data, process.pid);
  closers.push(() => rm(folders.temporary, { recursive: true, force: true }));
  const jobsFolder = join(data, "jobs");
  await mkdir(jobsFolder, { recursive: true });

  const store = openStore(join(data, "kinora.db"), { nowUs, version: productVersion() });
  closers.push(() => store.close());

  const settingKeeper = openSettings({
    ...{ store, settings: given.settings, origins, warn: log.warning },
    changed: ({ log: { level } }) => log.setLevel(level),
  });
  const settings = settingKeeper.live;
  const preferences = openPreferences({ store, voices: VOICE_CHOICES });

  const recorder = startMetrics({ store, nowUs });
  closers.push(recorder.stop);

  const versions = { codeVersion: codeVersion(), version: productVersion() };
  const sceneWorkers = settings.threads ?? Math.min(8, processors);
  const workshop = openWorkshop(threads, sceneWorkers, { cache: folders.cache, temporary: folders.temporary, ...versions }, () =>
    findFfmpeg(ffmpegSearch(data, signal)),
  );
  closers.push(workshop.stop);

  const scheduler = startScheduler({
    store,
    workshop,
    settings,
    slots: settings.workers ?? usualSlots(processors),
    nowUs,
    steadyUs,
    random: Math.random,
    folders: { jobs: jobsFolder, temporary: folders.temporary },
    tell: (level, message) => log[toLogLevel(level)](message),
  });
  closers.push(scheduler.stop);

  const means: ServiceMeans = {
    store,
    scheduler,
    settings,
    preferences,
    nowUs,
    makeId: () => randomUUIDv7(),
    jobsFolder,
    freeBytes: () => freeBytes(data),
    ffmpeg: workshop.ffmpeg,
  };
  closers.push(startQueueReport(means).stop);
  const premises = premisesOf({
    ...{ data, jobs: jobsFolder, cache: folders.cache, configFile, processors, scheduler, ffmpeg: workshop.ffmpeg, nowUs },
    ...{ code: versions.codeVersion, version: versions.version },
  });
  closers.push(premises.stop);
  const server: ServerMeans = {
    service: openJobService(means),
    many: openManyJobs(means),
    requests: openRequests(means),
    settings,
    preferences,
    settingKeeper,
    premises,
    analytics: openAnalytics({ store, recorder, nowUs, rates: () => toRates(preferences.get()) }),
    version: productVersion(),
    noop: bench,
    data: openData(),
    queue: () => viewQueue({ store, scheduler, threads: sceneWorkers, nowUs }),
    voices: VOICE_CHOICES,
    styles: STYLE_CHOICES,
    languages: LANGUAGE_CHOICES,
    samples: openVoiceSamples({
      workshop,
      voices: VOICE_CHOICES,
      content: openContent(folders.cache),
      temporary: folders.temporary,
      codeVersion: versions.codeVersion,
    }),
    nowUs,
    logFailure: (message, fields) => log.error(message, fields),
  };
  const listening = openServer(server, { host: settings.host, port: settings.port, machine: hostname() });
  closers.push(listening.stop);

  const closing = new AbortController();
  closers.push(() => closing.abort());
  keepHouse(means, folders.cache, log, closing.signal);
  await lock.describe({ url: listening.url });
  return { url: listening.url, stop: closeAll };
}

const toRates = ({ currency, compute_per_hour, storage_per_gb_month }: Preferences): Rates => ({
  currency,
  computePerHour: compute_per_hour,
  storagePerGbMonth: storage_per_gb_month,
});

const toLogLevel = (level: "DEBUG" | "INFO" | "WARNING" | "ERROR") => level.toLowerCase() as keyof Log;
