import type { Artifacts } from "../domain/artifacts.ts";
import type { AttemptRecord } from "../domain/attempt-record.ts";
import type { AnyEvent, LogLine, StoredEvent } from "../domain/event.ts";
import type { JobCounts, JobFilter, JobPage, JobQuery } from "../domain/job-query.ts";
import type { JobChange, JobRecord, JobStatus, JobSummary, ListedJob } from "../domain/job-record.ts";
import type { Gathered, Sample } from "../domain/metrics.ts";
import type { StageCosts, StageName } from "../domain/stages.ts";
import type { StoryboardDraft } from "../domain/storyboard.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { MetricReading } from "./metric-reading.ts";

/** A job that is about to be stored. */
export type NewJob = Omit<JobRecord, "seq">;

/**
 * A revision of a storyboard; `etag` is strong and changes with its content. What people have written may leave to the planner what a scene
 * looks like; what the planner has made leaves nothing.
 */
export type StoryboardRevision = { revision: number; etag: string; storyboard: StoryboardDraft; savedUs: number };

/** What an idempotency key has been used for. */
export type KeyUse = { jobId: string; digest: string };

/**
 * Which log lines: after and before a number (`seq`), from and to a line of the job's, itself included, of some levels, with words in them: the
 * first so many that fit, or the `newest`; oldest first either way.
 */
export type LogQuery = {
  jobId: string;
  after?: number;
  before?: number;
  fromLine?: number;
  toLine?: number;
  levels?: readonly LogLevel[];
  search?: string;
  newest?: boolean;
  limit: number;
};
/** A stored log line with its number, one series with events, and its place within the job, from 1. */
export type StoredLine = LogLine & { seq: number; line: number };

/** What a look through a part of a log has found; `next` asks for the next part, undefined when there is no need to. */
export type LogScan = { lines: StoredLine[]; next: LogQuery | undefined };

/** The lines of a part of a log that fit, by their place within the job; `next` is the line with which the next part begins. */
export type LogMatches = { lines: number[]; next: number | undefined };

/** How many lines a log has of each level, and its first and last; null where it has none. */
export type LogSummary = {
  levels: Record<LogLevel, number>;
  first: { line: number; seq: number } | null;
  last: { line: number; seq: number } | null;
};

/** Which events: after a number, of one job or all; log entries only on request. */
export type EventQuery = { after: number; limit: number; jobId?: string; logs?: boolean };

/** What people choose on the pages: how those are (`pages`), and how the server works (`server`). */
export type PreferenceScope = "pages" | "server";

/** What the store can be asked. Sees what is committed. */
export type Reading = {
  job(id: string): JobRecord | undefined;
  /** A page of jobs. A search with more than `MOST_COUNTED` results sorts and pages the newest so many. */
  list(query: JobQuery): JobPage;
  /**
   * The numbers of all jobs that pass a filter, oldest first, step by step: a step takes some milliseconds, however few pass. Jobs that change between
   * two steps may be met or not, but none twice.
   */
  walk(filter: JobFilter): Generator<number[], void>;
  /** A job by its number. */
  numbered(seq: number): JobRecord | undefined;
  /** Jobs as lists show them. */
  listed(jobs: readonly JobSummary[]): ListedJob[];
  counts(): JobCounts;
  countsOfUser(userId: string): JobCounts;
  /** How many of one status. */
  countOf(status: JobStatus): number;
  /** All jobs that are being worked on, oldest first. */
  running(): JobRecord[];
  /** How many waiting jobs that may begin now go before this one; exact up to 10,000. */
  ahead(job: Pick<JobRecord, "seq" | "priority" | "createdUs">): number;
  /** The next moment at which a waiting job falls due, microseconds; undefined when none waits for its time. */
  nextDueUs(nowUs: number): number | undefined;
  /** Jobs whose time has come, but which are still said to wait for it; the longest due first. */
  fallenDue(nowUs: number, limit: number): JobRecord[];
  artifacts(jobId: string, revision: number): Partial<Artifacts>;
  /** What one stage has left. */
  artifact<Name extends StageName>(jobId: string, revision: number, stage: Name): Artifacts[Name] | undefined;
  /** One revision of a job's storyboard; by default the newest. */
  storyboard(jobId: string, revision?: number): StoryboardRevision | undefined;
  logs(query: LogQuery): StoredLine[];
  /** Looks through the next few thousand lines at most, which takes some milliseconds. */
  scanLogs(query: LogQuery): LogScan;
  /** The same, for which lines fit. */
  matchLogs(query: LogQuery): LogMatches;
  logSummary(jobId: string): LogSummary;
  /** The tries of a job that have begun, or were given up before they did, oldest first, the newest 500. */
  attempts(jobId: string): AttemptRecord[];
  /** The scenes of a revision that have a still, from 0, in order. */
  stills(jobId: string, revision: number): number[];
  /** The newest revision before one that has stills. */
  stillsBefore(jobId: string, revision: number): number | undefined;
  events(query: EventQuery): StoredEvent[];
  /** The numbers of the oldest and the newest event kept; 0 and 0 when there are none. */
  eventSpan(): { oldest: number; newest: number };
  keyUse(scope: string, key: string): KeyUse | undefined;
  /** How many jobs were made since a moment, and when the oldest of them was. */
  madeSince(us: number): { count: number; oldestUs: number };
  /** Ids of jobs that ended before a moment, oldest first. */
  finishedBefore(us: number, limit: number): string[];
  costs(key: string): StageCosts | undefined;
  /** How many films these costs have been learnt from. */
  filmsMeasured(key: string): number;
  metrics: MetricReading;
  /** What has been chosen, by name. */
  preferences(scope: PreferenceScope): Record<string, unknown>;
};

/** What can be changed, inside one transaction; sees what was written before in it. */
export type Writing = Reading & {
  insertJob(job: NewJob): JobRecord;
  /** Changes a job, adds the events that this makes (`eventsOfChange`), and keeps its tries (`attemptStep`). */
  changeJob(id: string, change: JobChange): JobRecord;
  /** The next jobs that may begin: due, waiting for a slot, their time or a retry; by priority, then age, waiting raises. Not changed by this. */
  nextJobs(nowUs: number, limit: number): JobRecord[];
  deleteJob(id: string): void;
  saveArtifact<Name extends StageName>(jobId: string, revision: number, stage: Name, artifact: Artifacts[Name]): void;
  /** Stores the next revision; the first is 1. */
  saveStoryboard(jobId: string, storyboard: StoryboardDraft, nowUs: number): StoryboardRevision;
  /** Puts what the planner has made of a revision in its place. */
  completeStoryboard(jobId: string, revision: number, storyboard: StoryboardDraft): void;
  addLogs(lines: readonly LogLine[]): void;
  /** Notes that a scene's still lies in the job's folder. */
  addStill(jobId: string, revision: number, scene: number): void;
  /** Removes the oldest lines of a job, at most so many; answers how many went. */
  dropLines(jobId: string, limit: number): number;
  addEvent(jobId: string | null, body: AnyEvent): void;
  useKey(scope: string, key: string, use: KeyUse, nowUs: number): void;
  saveCosts(key: string, costs: StageCosts): void;
  /** Writes down what has happened, beyond what `insertJob` and `changeJob` write down of themselves; in no bucket before `settleSamples`. */
  addSamples(samples: readonly Sample[]): void;
  /** Moves what has been written down into the buckets, at most so many changes; answers how many there were. Throws `disk_full`. */
  settleSamples(limit: number): number;
  /** Puts measurements that have been gathered straight into their buckets. Throws `disk_full`: what is held back for a full disk is not for them. */
  addMetrics(gathered: readonly Gathered[]): void;
  /** Removes buckets that are older than their tier is kept, about so many at most; answers how many went. */
  expireMetrics(nowSec: number, limit: number): number;
  /** Keeps what was chosen; `value` is JSON and not null. */
  savePreference(scope: PreferenceScope, name: string, value: unknown): void;
  dropPreference(scope: PreferenceScope, name: string): void;
  /** Removes events, keys and logs older than these moments, at most `limit` rows of each; answers how many went. */
  expire(before: { eventsUs?: number; keysUs?: number; logsUs?: number }, limit: number): number;
};

/** The one database: a single writer, whose changes of one turn of the event loop are committed together. */
export type Store = {
  read: Reading;
  /**
   * Runs a change in the transaction of this turn and resolves once it is on the disk (`synchronous=FULL`). What the change throws undoes it
   * alone and is thrown here. Throws `disk_full` or `store_unusable` when the transaction as a whole cannot be kept; then none of it is.
   */
  write<Result>(change: (store: Writing) => Result): Promise<Result>;
  /** Told of events after they are on the disk, in order. Answers how to stop listening. */
  listen(hear: (events: readonly StoredEvent[]) => void): () => void;
  /** Commits what is open and closes the file. */
  close(): void;
};
