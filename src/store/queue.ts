import type { JobRecord } from "../domain/job-record.ts";
import type { Connection } from "./connection.ts";
import { type JobRow, openRecords, rankOf, SELECT_JOBS } from "./job-row.ts";

/** How far places in the queue are counted. */
const MOST_AHEAD = 10_000;
/** Whoever has fewer behind is told its place by them and by the number of all, since it is the newest who ask most. */
const FEW_BEHIND = 100;

/** Where a waiting job stands: by rank, then by number. */
type Rank = { rank: number; seq: number };
const isBefore = (one: Rank, other: Rank): boolean => one.rank < other.rank || (one.rank === other.rank && one.seq < other.seq);

/** Who is next. The order is a key that does not change while a job waits, so that asking is the scan of an index. */
export function openQueue(db: Connection, nowUs: () => number) {
  const toRecord = openRecords(db);
  const moveDue = db.statement<never>("UPDATE jobs INDEXED BY jobs_due SET ready = 1 WHERE ready = 0 AND due_us <= ?");
  const isAnyDue = db.statement<{ seq: number }>("SELECT seq FROM jobs INDEXED BY jobs_due WHERE ready = 0 AND due_us <= ? LIMIT 1");
  const next = db.statement<JobRow>(
    `${SELECT_JOBS} WHERE seq IN (SELECT seq FROM jobs INDEXED BY jobs_queue WHERE ready = 1 ORDER BY rank, seq LIMIT ?) ORDER BY rank, seq`,
  );
  const waitInVain = db.statement<JobRow>(
    `${SELECT_JOBS} INDEXED BY jobs_due WHERE ready = 0 AND due_us <= ? AND waiting_for = 'time' ORDER BY due_us LIMIT ?`,
  );
  const place = db.statement<{ rank: number | null; ready: number; behind: number; due: number }>(
    `SELECT (SELECT rank FROM jobs WHERE seq = ?1) AS rank, (SELECT jobs FROM count_of_ready) AS ready,
       (SELECT count(*) FROM (SELECT 1 FROM jobs INDEXED BY jobs_queue WHERE ready = 1 AND (rank, seq) >= (?2, ?1) LIMIT ${FEW_BEHIND})) AS behind,
       (SELECT count(*) FROM (SELECT 1 FROM jobs INDEXED BY jobs_due
          WHERE ready = 0 AND due_us <= ?3 AND (rank, seq) < (?2, ?1) LIMIT ${MOST_AHEAD})) AS due`,
  );
  const readyAhead = db.statement<{ jobs: number }>(
    `SELECT count(*) AS jobs FROM (SELECT 1 FROM jobs INDEXED BY jobs_queue WHERE ready = 1 AND (rank, seq) < (?, ?) LIMIT ${MOST_AHEAD})`,
  );
  const ranks = db.statement<Rank>("SELECT rank, seq FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY rank, seq");
  const between = db.statement<{ jobs: number }>(
    `SELECT count(*) AS jobs FROM (SELECT 1 FROM jobs INDEXED BY jobs_queue
       WHERE ready = 1 AND (rank, seq) >= (?, ?) AND (rank, seq) < (?, ?) LIMIT ?)`,
  );
  const allDue = db.statement<Rank>(`SELECT rank, seq FROM jobs INDEXED BY jobs_due WHERE ready = 0 AND due_us <= ? LIMIT ${MOST_AHEAD}`);
  const nextDue = db.statement<{ due: number | null }>(
    "SELECT min(due_us) AS due FROM jobs INDEXED BY jobs_due WHERE ready = 0 AND due_us > ?",
  );

  const ahead = (job: Pick<JobRecord, "seq" | "priority" | "createdUs">): number => {
    const usual = rankOf(job);
    const asked = place.get(job.seq, usual, nowUs())!;
    const rank = asked.rank ?? usual;
    const { ready, behind, due } = rank === usual ? asked : place.get(job.seq, rank, nowUs())!;
    const before = behind < FEW_BEHIND ? ready - behind : readyAhead.get(rank, job.seq)!.jobs;
    return Math.min(MOST_AHEAD, before + due);
  };

  const countBetween = (from: Rank, to: Rank, due: readonly Rank[], most: number): number =>
    between.get(from.rank, from.seq, to.rank, to.seq, most)!.jobs + due.filter((one) => !isBefore(one, from) && isBefore(one, to)).length;

  return {
    next(atUs: number, limit: number): JobRecord[] {
      if (isAnyDue.get(atUs)) moveDue.run(atUs);
      return next.all(limit).map(toRecord);
    },
    ahead,
    /** The places of jobs that wait for their turn, 1 is next, by their numbers. From one of them to the next only what lies between is counted. */
    places(jobs: readonly Pick<JobRecord, "seq" | "priority" | "createdUs">[]): Map<number, number> {
      const places = new Map<number, number>();
      if (jobs.length === 0) return places;
      const due = allDue.all(nowUs());
      const bySeq = new Map(jobs.map((job) => [job.seq, job]));
      let last: Rank | undefined;
      let before = 0;
      for (const { rank, seq } of ranks.all(JSON.stringify(jobs.map((job) => job.seq)))) {
        const here = { rank, seq };
        if (!last) before = ahead(bySeq.get(seq)!);
        else if (before < MOST_AHEAD) before += countBetween(last, here, due, MOST_AHEAD - before);
        places.set(seq, Math.min(MOST_AHEAD, before) + 1);
        last = here;
      }
      return places;
    },
    fallenDue: (atUs: number, limit: number): JobRecord[] => waitInVain.all(atUs, limit).map(toRecord),
    nextDueUs: (atUs: number): number | undefined => nextDue.get(atUs)?.due ?? undefined,
  };
}
export type Queue = ReturnType<typeof openQueue>;
