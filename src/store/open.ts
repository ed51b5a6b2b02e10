import type { Artifacts } from "../domain/artifacts.ts";
import { KinoraError } from "../domain/error.ts";
import { type AnyEvent, eventsOfChange, type StoredEvent } from "../domain/event.ts";
import type { JobPage, JobQuery } from "../domain/job-query.ts";
import { openAttempts } from "./attempts.ts";
import { openBallast } from "./ballast.ts";
import { openGroups } from "./commit.ts";
import { type Connection, openConnection, spareDisk, toStoreError, useDisk } from "./connection.ts";
import { openDrizzle } from "./drizzle.ts";
import { openEvents } from "./events.ts";
import { openExpiry } from "./expire.ts";
import { openJobSamples } from "./job-samples.ts";
import { openJobs } from "./jobs.ts";
import { openCosts, openKeys } from "./keys.ts";
import { openList } from "./list.ts";
import { openMetrics } from "./metrics.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations.ts";
import { openPreferences } from "./preferences.ts";
import { openQueue } from "./queue.ts";
import { openResults } from "./results.ts";
import { openScenes } from "./scenes.ts";
import { openShown } from "./shown.ts";
import { openStills } from "./stills.ts";
import type { Reading, Store, Writing } from "./store.ts";
import { openTelling } from "./telling.ts";
import { openTotals } from "./totals.ts";
import { openWalk } from "./walk.ts";

/** What a store is opened with: the clock in microseconds, and for tests the schema and the bytes held back for a full disk. */
export type StoreOptions = { nowUs: () => number; version?: string; migrations?: readonly string[]; ballastBytes?: number };

/** Bytes held back beside the database, enough to delete by and to note what failed. */
const BALLAST_BYTES = 8 << 20;

/**
 * Opens the database of a data folder, making or migrating it; the caller sees to it that no other process has it open. Throws `store_newer`,
 * `store_unusable` or `disk_full`.
 */
export function openStore(file: string, options: StoreOptions): Store {
  const db = openConnection(file);
  try {
    migrate(db, file, options.migrations ?? MIGRATIONS, options.version ?? "of this version");
    return buildStore(db, file, options);
  } catch (error) {
    db.close();
    throw toStoreError(error, file);
  }
}

function buildStore(db: Connection, file: string, { nowUs, ballastBytes = BALLAST_BYTES }: StoreOptions): Store {
  const ballast = openBallast(`${file}.ballast`, ballastBytes);
  const told = openTelling();
  const subjects = openSubjects(db, nowUs);
  const read = buildReading(subjects);
  const writing = buildWriting(subjects, read, told.add, nowUs, () => {
    if (ballast.held()) return;
    if (ballast.refill()) return useDisk(db);
    throw new KinoraError("disk_full", "The disk is full. Free some space, then try again.", { retryAfterSec: 30 });
  });
  const groups = openGroups(db, file, {
    begun: told.begin,
    undone: told.undo,
    kept: told.tell,
    lost: (error) => {
      told.drop();
      if (error instanceof KinoraError && error.code === "disk_full") {
        if (ballast.held()) spareDisk(db);
        ballast.free();
      }
    },
  });
  return {
    read,
    write: (change) => groups.write(() => change(writing)),
    listen: told.listen,
    close() {
      groups.close();
      db.close();
    },
  };
}

function openSubjects(db: Connection, nowUs: () => number) {
  const orm = openDrizzle(db);
  const totals = openTotals(db);
  const queue = openQueue(db, nowUs);
  const scenes = openScenes(db);
  const find = openList(db, totals);
  const stills = openStills(db);
  const show = openShown(db, queue, scenes, stills);
  return {
    jobs: openJobs(db, nowUs),
    queue,
    scenes,
    stills,
    attempts: openAttempts(db),
    events: openEvents(db),
    results: openResults(orm),
    keys: openKeys(orm),
    costs: openCosts(orm),
    preferences: openPreferences(orm),
    totals,
    list(query: JobQuery): JobPage {
      const page = find(query);
      return { ...page, jobs: show(page.jobs) };
    },
    listed: show,
    walk: openWalk(db),
    expire: openExpiry(db),
    metrics: openMetrics(db),
  };
}
type Subjects = ReturnType<typeof openSubjects>;

const buildReading = ({
  jobs,
  queue,
  events,
  results,
  keys,
  costs,
  preferences,
  totals,
  list,
  listed,
  walk,
  stills,
  attempts,
  metrics,
}: Subjects): Reading => ({
  job: jobs.job,
  list,
  walk,
  numbered: jobs.numbered,
  listed,
  counts: totals.counts,
  countsOfUser: totals.countsOfUser,
  countOf: totals.countOf,
  madeSince: totals.madeSince,
  finishedBefore: jobs.finishedBefore,
  running: jobs.running,
  ahead: queue.ahead,
  nextDueUs: queue.nextDueUs,
  fallenDue: queue.fallenDue,
  artifacts: results.artifacts,
  artifact: results.artifact,
  storyboard: results.storyboard,
  logs: events.logs,
  scanLogs: events.scanLogs,
  matchLogs: events.matchLogs,
  logSummary: events.logSummary,
  stills: stills.of,
  stillsBefore: stills.revisionBefore,
  attempts: attempts.of,
  events: events.events,
  eventSpan: events.span,
  keyUse: keys.keyUse,
  costs: costs.costs,
  filmsMeasured: costs.filmsMeasured,
  preferences: preferences.preferences,
  metrics: metrics.reading,
});

function buildWriting(
  { jobs, queue, events, results, scenes, stills, attempts, keys, costs, preferences, expire, metrics }: Subjects,
  read: Reading,
  tell: (event: StoredEvent) => void,
  nowUs: () => number,
  checkRoom: () => void,
): Writing {
  const add = (jobId: string | null, jobSeq: number | null, body: AnyEvent) => tell(events.add(jobId, jobSeq, body, nowUs()));
  const measure = openJobSamples(metrics.note, nowUs);
  return {
    ...read,
    insertJob(job) {
      checkRoom();
      const stored = jobs.insert(job);
      for (const event of eventsOfChange(undefined, stored)) add(stored.id, stored.seq, event);
      measure(undefined, stored);
      return stored;
    },
    changeJob(id, change) {
      const { before, after } = jobs.change(id, change);
      for (const event of eventsOfChange(before, after)) add(id, after.seq, event);
      attempts.note(before, after);
      measure(before, after);
      return after;
    },
    nextJobs: queue.next,
    deleteJob: jobs.delete,
    saveArtifact(jobId, revision, stage, artifact) {
      results.saveArtifact(jobId, revision, stage, artifact);
      if (stage === "timeline") scenes.measure(jobId, revision, artifact as Artifacts["timeline"]);
    },
    saveStoryboard(jobId, storyboard, atUs) {
      const saved = results.saveStoryboard(jobId, storyboard, atUs);
      scenes.plan(jobId, saved.revision, storyboard);
      return saved;
    },
    completeStoryboard(jobId, revision, storyboard) {
      results.completeStoryboard(jobId, revision, storyboard);
      scenes.plan(jobId, revision, storyboard);
    },
    addLogs(lines) {
      for (const line of lines) tell(events.addLine(line));
    },
    dropLines: events.dropLines,
    addStill: stills.add,
    addEvent: (jobId, body) => add(jobId, events.numberOf(jobId) ?? null, body),
    useKey: keys.useKey,
    saveCosts: costs.saveCosts,
    savePreference: preferences.savePreference,
    dropPreference: preferences.dropPreference,
    expire,
    addSamples: metrics.note,
    settleSamples(limit) {
      checkRoom();
      return metrics.settle(limit);
    },
    addMetrics(gathered) {
      checkRoom();
      metrics.add(gathered);
    },
    expireMetrics: metrics.expire,
  };
}
