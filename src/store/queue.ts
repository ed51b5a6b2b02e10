import type { JobRecord } from "../domain/job-record.ts";
import type { Connection } from "./connection.ts";
import { type JobRow, openRecords, rankOf, SELECT_JOBS } from "./job-row.ts";

/** How far places in the queue are counted. */
const MOST_AHEAD = 10_000;

/** Who is next. The order is a key that does not change while a job waits, so that asking is the scan of an index. */
export function openQueue(db: Connection, nowUs: () => number) {
  const toRecord = openRecords(db);
  const moveDue = db.statement<never>("UPDATE jobs INDEXED BY jobs_due SET ready = 1 WHERE ready = 0 AND due_us <= ?");
  const isAnyDue = db.statement<{ seq: number }>("SELECT seq FROM jobs INDEXED BY jobs_due WHERE ready = 0 AND due_us <= ? LIMIT 1");
  const next = db.statement<JobRow>(
    `${SELECT_JOBS} WHERE seq IN (SELECT seq FROM jobs INDEXED BY jobs_queue WHERE ready = 1 ORDER BY rank, seq LIMIT ?) ORDER BY rank, seq`,
  );
  const rank = db.statement<{ rank: number }>("SELECT rank FROM jobs WHERE seq = ?");
  const readyAhead = db.statement<{ jobs: number }>(
    `SELECT count(*) AS jobs FROM (SELECT 1 FROM jobs INDEXED BY jobs_queue WHERE ready = 1 AND (rank, seq) < (?, ?) LIMIT ${MOST_AHEAD})`,
  );
  const dueAhead = db.statement<{ jobs: number }>(
    `SELECT count(*) AS jobs FROM (SELECT 1 FROM jobs INDEXED BY jobs_due
       WHERE ready = 0 AND due_us <= ? AND (rank, seq) < (?, ?) LIMIT ${MOST_AHEAD})`,
  );
  const nextDue = db.statement<{ due: number | null }>(
    "SELECT min(due_us) AS due FROM jobs INDEXED BY jobs_due WHERE ready = 0 AND due_us > ?",
  );

  return {
    next(atUs: number, limit: number): JobRecord[] {
      if (isAnyDue.get(atUs)) moveDue.run(atUs);
      return next.all(limit).map(toRecord);
    },
    ahead(job: Pick<JobRecord, "seq" | "priority" | "createdUs">): number {
      const place = rank.get(job.seq)?.rank ?? rankOf(job);
      const due = dueAhead.get(nowUs(), place, job.seq)!.jobs;
      return Math.min(MOST_AHEAD, readyAhead.get(place, job.seq)!.jobs + due);
    },
    nextDueUs: (atUs: number): number | undefined => nextDue.get(atUs)?.due ?? undefined,
  };
}
