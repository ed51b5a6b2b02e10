import type { AttemptRecord } from "../domain/attempt-record.ts";
import type { StoredEvent } from "../domain/event.ts";
import type { JobCounts, JobPage, JobQuery } from "../domain/job-query.ts";
import type { JobRecord } from "../domain/job-record.ts";
import type { SceneLength } from "../domain/scene-lengths.ts";
import type { Submission } from "../domain/submit.ts";
import type { EventQuery, LogQuery, LogSummary, StoredLine, StoryboardRevision } from "../store/store.ts";

/** A job with what only the queue knows of it: its place (1 is next; null unless it waits for a slot) and the seconds until it is done. */
export type JobView = { job: JobRecord; queuePosition: number | null; remainingSec: number | null };

/** A key by which a client may send the same request twice and make one job. `scope` tells dialects and callers apart, `digest` bodies. */
export type IdempotencyKey = { scope: string; key: string; digest: string };

/** What happened to a request: `repeated` when the key had made this job before. */
export type Submitted = JobView & { repeated: boolean };

/** Whether Kinora can take work: each part with what is wrong with it. */
export type Readiness = { ready: boolean; parts: { name: "store" | "disk" | "ffmpeg" | "workers"; ok: boolean; detail: string }[] };

/** Where a still of a scene lies: beside the film of a revision, under the number that the scene has there, from 0. */
export type StillPlace = { revision: number; scene: number };

/**
 * A storyboard with how long each of its scenes lasts, s (as it says, as it was measured in the film, or else as long as its words will take), and
 * with its stills, those of an earlier revision for scenes that are as they were; null for scenes without one.
 */
export type ShownStoryboard = StoryboardRevision & { stills: (StillPlace | null)[]; lengths: SceneLength[] };

/** What Kinora can do with jobs, in no HTTP words. Unknown ids throw `not_found`, wrong states `wrong_state`. */
export type JobService = {
  /** Stores a job; it is on the disk when this resolves. Throws `disk_full` or `queue_closed` (with `retryAfterSec`), or `key_reused`. */
  submit: (submission: Submission, key?: IdempotencyKey) => Promise<Submitted>;
  view: (id: string) => JobView;
  /** A job as it is stored. */
  job: (id: string) => JobRecord;
  list: (query: JobQuery) => JobPage;
  counts: (userId?: string) => JobCounts;
  /** Resolves once the job is stored as cancelled and its children have gone. `wrong_state` when it is over. */
  cancel: (id: string) => Promise<JobView>;
  /** A failed or cancelled job runs again from its last finished stage and scene. */
  retry: (id: string) => Promise<JobView>;
  prefetch: (id: string) => JobView;
  /** Throws `wrong_state` before the job has been planned. */
  storyboard: (id: string) => ShownStoryboard;
  /** Stores the next revision. `etags` are what If-Match named (`*` for any): `stale_revision` when none is the present one. `wrong_state` while the job runs. */
  saveStoryboard: (id: string, draft: unknown, etags: readonly string[]) => Promise<ShownStoryboard>;
  /** A job that waits for it goes on; a finished one renders what changed as a new revision. */
  approve: (id: string) => Promise<JobView>;
  /** Rejects once the signal fires. */
  logs: (query: LogQuery, signal?: AbortSignal) => Promise<StoredLine[]>;
  /** Every try of a job, oldest first. */
  attempts: (id: string) => AttemptRecord[];
  logSummary: (id: string) => LogSummary;
  /** Which lines fit, by their place in the log; `next` is the line to go on with where it stopped before the end. Rejects once the signal fires. */
  logMatches: (query: LogQuery, signal?: AbortSignal) => Promise<{ lines: number[]; next: number | null }>;
  events: (query: EventQuery) => { events: StoredEvent[]; next: number };
  /** The newest jobs that wait or run, at most so many, the newest first. */
  active: (limit: number) => JobRecord[];
  /** Told of events after they are on the disk, in order. Answers how to stop listening. */
  listen: (hear: (events: readonly StoredEvent[]) => void) => () => void;
  /** The numbers of the oldest and the newest event kept; 0 and 0 when there are none. */
  eventSpan: () => { oldest: number; newest: number };
  readiness: () => Promise<Readiness>;
  /** Answers the path of a file of a job's, or undefined when there is none of that name. */
  file: (id: string, revision: number, name: string) => string | undefined;
};
