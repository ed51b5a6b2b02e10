import type { ErrorCode } from "./error.ts";
import { type JobRecord, phaseOf, type StageRecord } from "./job-record.ts";
import type { StageName } from "./stages.ts";

/** How a try of a job ended. `interrupted`: it was stopped by the server's end or a worker's death, and goes on in another try. */
export const ATTEMPT_OUTCOMES = ["completed", "failed", "cancelled", "interrupted"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** A stage that a try has run; times are microseconds since 1970. */
export type AttemptStage = { name: StageName; startedUs: number; finishedUs: number | null };

/** One try of a job, from when it joined the queue. The outcome is null while it waits or runs. */
export type AttemptRecord = {
  /** From 1; rises through retries and edits. */
  number: number;
  revision: number;
  queuedUs: number;
  startedUs: number | null;
  finishedUs: number | null;
  outcome: AttemptOutcome | null;
  error: string | null;
  errorCode: ErrorCode | null;
  stages: AttemptStage[];
};

/** How a try ended, and why. */
export type AttemptEnd = Pick<AttemptRecord, "outcome" | "error" | "errorCode"> & { finishedUs: number };

/** What a change makes of a job's tries: one begins, the one that runs ends, or one ends that never began. */
export type AttemptStep = { step: "begin"; startedUs: number } | { step: "end" | "drop"; end: AttemptEnd };

/** A running job is heard of so often, µs: one that was silent for longer had ended before anybody could say so. */
const SILENT_US = 10e6;

/** What a change of a job means for its tries; undefined where it means nothing. */
export function attemptStep(before: JobRecord, after: JobRecord): AttemptStep | undefined {
  const [from, to] = [phaseOf(before.status), phaseOf(after.status)];
  if (from === "pending" && to === "running") return { step: "begin", startedUs: after.updatedUs };
  if (from === "running" && to !== "running") return { step: "end", end: endOf(before, after) };
  if (from === "pending" && to === "over") return { step: "drop", end: endOf(before, after) };
  return undefined;
}

function endOf(before: JobRecord, after: JobRecord): AttemptEnd {
  const told = { finishedUs: after.updatedUs, error: after.error, errorCode: after.errorCode };
  if (after.status === "completed" || after.waitingFor === "approval")
    return { ...told, outcome: "completed", error: null, errorCode: null };
  if (after.status === "cancelled") return { ...told, outcome: "cancelled", error: null, errorCode: null };
  if (after.status === "failed" || after.waitingFor === "retry") return { ...told, outcome: "failed" };
  const crash = after.crash && after.crash !== before.crash ? after.crash : null;
  return {
    outcome: "interrupted",
    finishedUs: Math.min(after.updatedUs, before.updatedUs + SILENT_US),
    error: crash?.reason ?? null,
    errorCode: crash ? "worker_died" : null,
  };
}

/** The stages that have been begun since a moment. */
export const stagesSince = (records: readonly StageRecord[], sinceUs: number): AttemptStage[] =>
  records.flatMap(({ name, startedUs, finishedUs }) =>
    startedUs !== null && startedUs >= sinceUs ? [{ name, startedUs, finishedUs }] : [],
  );

/**
 * All tries of a job, oldest first: those that are kept, the one that runs with what is known of it now, and the one that waits. A job of before
 * tries were kept has one, as far as it says of itself.
 */
export function attemptsOf(job: JobRecord, kept: readonly AttemptRecord[]): AttemptRecord[] {
  const known = kept.length > 0 || job.startedUs === null ? [...kept] : [fromJob(job)];
  const shown = known.map((one) =>
    one.outcome === null && one.startedUs !== null ? { ...one, stages: stagesSince(job.stages, one.startedUs) } : one,
  );
  const waits = job.status === "pending" && (job.waitingFor !== "approval" || shown.length === 0);
  return waits ? [...shown, waitingAttempt(job, shown.at(-1))] : shown;
}

const EMPTY = { startedUs: null, finishedUs: null, outcome: null, error: null, errorCode: null, stages: [] };

function waitingAttempt(job: JobRecord, last: AttemptRecord | undefined): AttemptRecord {
  const queuedUs = Math.max(job.createdUs, job.dueUs, last?.finishedUs ?? 0);
  return { ...EMPTY, number: (last?.number ?? 0) + 1, revision: job.revision, queuedUs };
}

function fromJob(job: JobRecord): AttemptRecord {
  const { revision, createdUs: queuedUs, startedUs, finishedUs, status, error, errorCode } = job;
  const outcome = status === "completed" || status === "failed" || status === "cancelled" ? status : null;
  const ended = phaseOf(status) === "pending" ? ({ outcome: "interrupted", finishedUs: job.updatedUs } as const) : { outcome, finishedUs };
  return { number: 1, revision, queuedUs, startedUs, error, errorCode, ...ended, stages: stagesSince(job.stages, 0) };
}
