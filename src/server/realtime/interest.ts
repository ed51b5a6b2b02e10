import type { StoredEvent } from "../../domain/event.ts";
import type { JobKind, JobRecord, JobStatus } from "../../domain/job-record.ts";
import type { EventFilters } from "./messages.ts";

/**
 * What a listener wants to hear: all jobs that pass the filters, and some jobs whatever they are at, with their logs. `from` is the number of the
 * newest event when it began to want it.
 */
export type Interest = { all: { filters: EventFilters; logs: boolean; from: number } | undefined; jobs: Map<string, number> };

/** What filters look at of a job; without a status where nobody knows which it was. */
export type JobTraits = { status?: JobStatus; priority: number; kind: JobKind };

/** What a job was before an event, and what it is by it; undefined where nobody knows. */
export type Moment = { before: JobTraits | undefined; after: JobTraits | undefined };

/** True when nothing is filtered out. */
export const isUnfiltered = ({ status, priority, kind }: EventFilters): boolean => !status && !priority && !kind;

/** Whether a job passes the filters; a status that nobody knows does. */
export const passes = ({ status, priority, kind }: EventFilters, job: JobTraits): boolean =>
  (!status || !job.status || status.includes(job.status)) &&
  (!priority || priority.includes(job.priority)) &&
  (!kind || kind.includes(job.kind));

/**
 * The numbers from which a listener has wanted an event: none when it does not. A filter follows a job as it changes: what takes it out of the
 * filter is told as well, and so is what nobody can tell.
 */
export function wantedFrom({ all, jobs }: Interest, { jobId, body }: StoredEvent, { before, after }: Moment): number[] {
  const from: number[] = [];
  const ofJob = jobId === null ? undefined : jobs.get(jobId);
  if (ofJob !== undefined) from.push(ofJob);
  if (!all || (body.event === "job_log_entry" && !all.logs)) return from;
  const fits = jobId === null || isUnfiltered(all.filters) || [before, after].some((traits) => !traits || passes(all.filters, traits));
  return fits ? [...from, all.from] : from;
}

/**
 * Follows what jobs are at from event to event, so that filters can. Bounded: what is forgotten, or was never told, is looked up when `isAsked`;
 * nobody is asked while nobody filters.
 */
export function followTraits(
  lookUp: (jobId: string) => JobTraits | undefined,
  isAsked: () => boolean,
  most = 10_000,
): (event: StoredEvent) => Moment {
  const known = new Map<string, JobTraits>();
  const remember = (jobId: string, traits: JobTraits) => {
    known.delete(jobId);
    known.set(jobId, traits);
    if (known.size > most) known.delete(known.keys().next().value!);
  };
  return ({ jobId, body }) => {
    if (jobId === null) return NOBODY_KNOWS;
    if (body.event === "job_created") {
      const after = { status: body.status, priority: body.priority, kind: body.kind };
      remember(jobId, after);
      return { before: after, after };
    }
    const before = known.get(jobId);
    const base = before ?? (isAsked() ? lookUp(jobId) : undefined);
    if (!base) return NOBODY_KNOWS;
    const after = body.event === "job_status_update" ? { ...base, status: body.status } : base;
    remember(jobId, after);
    return { before, after };
  };
}
const NOBODY_KNOWS: Moment = { before: undefined, after: undefined };

/** What filters look at of a stored job. */
export const traitsOf = ({ status, priority, kind }: JobRecord): Required<JobTraits> => ({ status, priority, kind });
