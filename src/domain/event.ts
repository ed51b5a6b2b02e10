import type { z } from "zod";
import type { EVENTS } from "./event-schema.ts";
import type { JobRecord } from "./job-record.ts";
import { phaseOf } from "./job-record.ts";
import type { StageName } from "./stages.ts";
import type { LogLevel } from "./wire.ts";

type EventOf<Name extends keyof typeof EVENTS> = z.infer<(typeof EVENTS)[Name]>;

/** What is told of a change to a job, in the API's words. Times are RFC 3339. */
export type JobEvent = { [Name in Exclude<keyof typeof EVENTS, "job_log_entry" | "queue_updated">]: EventOf<Name> }[Exclude<
  keyof typeof EVENTS,
  "job_log_entry" | "queue_updated"
>];

/** A line of a job's log. */
export type LogLine = { jobId: string; timeUs: number; level: LogLevel; stage: StageName | null; message: string };

/** A log line as it is told. */
export type LogEvent = EventOf<"job_log_entry">;

/** The state of the queue as it is told. */
export type QueueEvent = EventOf<"queue_updated">;

export type AnyEvent = JobEvent | LogEvent | QueueEvent;

/** An event with its number, by which all transports order and resume. */
export type StoredEvent = { seq: number; jobId: string | null; body: AnyEvent };

/** Where a job's files are served, and what its film is called there. */
export const mediaUrl = (jobId: string, revision: number, file: string): string => `/media/${jobId}/${revision}/${file}`;

/** How far a job is, as it is told. */
export function statusEvent(job: JobRecord): JobEvent {
  return {
    event: "job_status_update",
    job_id: job.id,
    status: job.status,
    waiting_for: job.waitingFor,
    overall_progress: job.progress,
    current_step: job.step,
    estimated_time_remaining: job.remainingSec,
  };
}

/** What is told when a job has become what it is now: of its making, of every change that can be seen, and of its end. */
export function eventsOfChange(before: JobRecord | undefined, after: JobRecord): JobEvent[] {
  if (!before)
    return [
      { event: "job_created", job_id: after.id, kind: after.kind, status: after.status, priority: after.priority, prompt: after.prompt },
    ];
  const told: JobEvent[] = isSeen(before, after) ? [statusEvent(after)] : [];
  const ended = phaseOf(after.status) === "over" && (before.status !== after.status || before.revision !== after.revision);
  return ended ? [...told, endEvent(after)] : told;
}

const isSeen = (before: JobRecord, after: JobRecord): boolean =>
  before.status !== after.status ||
  before.waitingFor !== after.waitingFor ||
  before.progress !== after.progress ||
  before.step !== after.step;

function endEvent(job: JobRecord): JobEvent {
  if (job.status === "failed")
    return { event: "job_failed", job_id: job.id, error: job.error ?? "It failed.", error_code: job.errorCode ?? "internal" };
  if (job.status === "cancelled") return { event: "job_cancelled", job_id: job.id };
  const url = (file: string) => (job.film ? mediaUrl(job.id, job.revision, file) : null);
  return { event: "job_completed", job_id: job.id, video_url: url("film.mp4"), thumbnail_url: url("film.jpg") };
}
