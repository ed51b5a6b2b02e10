import { type AttemptEnd, type AttemptOutcome, type AttemptRecord, attemptStep, stagesSince } from "../domain/attempt-record.ts";
import type { ErrorCode } from "../domain/error.ts";
import type { JobRecord, StageRecord } from "../domain/job-record.ts";
import type { Connection } from "./connection.ts";

type Row = {
  number: number;
  revision: number;
  queued_us: number;
  started_us: number | null;
  finished_us: number | null;
  outcome: AttemptOutcome | null;
  error: string | null;
  error_code: ErrorCode | null;
  stages: string;
};

/** How many tries of a job are answered, the newest. */
const MOST = 500;

/** The tries of jobs. A try has no row before it begins, so that storing a job costs no more. */
export function openAttempts(db: Connection) {
  const begin = db.statement<never>(
    `INSERT INTO attempts (job_seq, number, revision, queued_us, started_us, finished_us, outcome, error, error_code, stages)
       SELECT ?1, coalesce(max(number), 0) + 1, ?2, min(max(?3, coalesce(max(finished_us), 0)), coalesce(?4, ?5)), ?4, ?5, ?6, NULL, NULL, '[]'
         FROM attempts WHERE job_seq = ?1`,
  );
  const open = db.statement<{ number: number; started_us: number }>(
    "SELECT number, started_us FROM attempts WHERE job_seq = ? AND outcome IS NULL ORDER BY number DESC LIMIT 1",
  );
  const end = db.statement<never>(
    "UPDATE attempts SET finished_us = ?3, outcome = ?4, error = ?5, error_code = ?6, stages = ?7 WHERE job_seq = ?1 AND number = ?2",
  );
  const all = db.statement<Row>(
    `SELECT number, revision, queued_us, started_us, finished_us, outcome, error, error_code, stages
       FROM (SELECT * FROM attempts WHERE job_seq = (SELECT seq FROM jobs WHERE id = ?) ORDER BY number DESC LIMIT ${MOST}) ORDER BY number`,
  );

  function close(jobSeq: number, stages: readonly StageRecord[], { finishedUs, outcome, error, errorCode }: AttemptEnd): void {
    const row = open.get(jobSeq);
    if (!row) return;
    const ran = stages.length === 0 ? "[]" : JSON.stringify(stagesSince(stages, row.started_us));
    end.run(jobSeq, row.number, Math.max(row.started_us, finishedUs), outcome, error, errorCode, ran);
  }

  return {
    /** Keeps what a change of a job means for its tries. */
    note(before: JobRecord, after: JobRecord): void {
      const change = attemptStep(before, after);
      if (!change) return;
      const { seq, revision, stages } = after;
      const queuedUs = Math.max(before.createdUs, before.dueUs);
      if (change.step === "begin") begin.run(seq, revision, queuedUs, change.startedUs, null, null);
      else if (change.step === "end") close(seq, stages, change.end);
      else begin.run(seq, revision, queuedUs, null, change.end.finishedUs, change.end.outcome);
    },
    /** Those that are kept of a job, oldest first, the newest 500. */
    of: (jobId: string): AttemptRecord[] =>
      all.all(jobId).map((row) => ({
        number: row.number,
        revision: row.revision,
        queuedUs: row.queued_us,
        startedUs: row.started_us,
        finishedUs: row.finished_us,
        outcome: row.outcome,
        error: row.error,
        errorCode: row.error_code,
        stages: JSON.parse(row.stages),
      })),
  };
}
