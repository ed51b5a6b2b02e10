import type { JobCounts } from "../domain/job-query.ts";
import { type JobStatus, phaseOf } from "../domain/job-record.ts";
import { STATUS_CODES, toStatus } from "./codes.ts";
import type { Connection } from "./connection.ts";

/** How many jobs there are, from counters that triggers keep. */
export function openTotals(db: Connection) {
  const all = db.statement<{ status: number; jobs: number }>(
    "SELECT facets & 15 AS status, sum(jobs) AS jobs FROM count_of_facets GROUP BY 1",
  );
  const ofUser = db.statement<{ status: number; jobs: number }>("SELECT status, jobs FROM count_of_user WHERE user_id = ?");
  const ofStatus = db.statement<{ jobs: number | null }>("SELECT sum(jobs) AS jobs FROM count_of_facets WHERE facets & 15 = ?");
  const since = db.statement<{ jobs: number; oldest: number | null }>(
    "SELECT count(*) AS jobs, min(created_us) AS oldest FROM jobs INDEXED BY jobs_created WHERE created_us >= ?",
  );
  return {
    madeSince(us: number): { count: number; oldestUs: number } {
      const { jobs, oldest } = since.get(us)!;
      return { count: jobs, oldestUs: oldest ?? us };
    },
    counts: (): JobCounts => toCounts(all.all()),
    countsOfUser: (userId: string): JobCounts => toCounts(ofUser.all(userId)),
    countOf: (status: JobStatus): number => ofStatus.get(STATUS_CODES[status])?.jobs ?? 0,
  };
}

function toCounts(rows: { status: number; jobs: number }[]): JobCounts {
  const counts: JobCounts = { total: 0, completed: 0, failed: 0, inProgress: 0, pending: 0, cancelled: 0 };
  for (const { status, jobs } of rows) {
    counts.total += jobs;
    counts[groupOf(toStatus(status))] += jobs;
  }
  return counts;
}

const groupOf = (status: JobStatus): Exclude<keyof JobCounts, "total"> =>
  status === "completed" || status === "failed" || status === "cancelled"
    ? status
    : phaseOf(status) === "pending"
      ? "pending"
      : "inProgress";
