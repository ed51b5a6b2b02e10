import type { JobCounts } from "../domain/job-query.ts";
import { type JobStatus, phaseOf } from "../domain/job-record.ts";
import { STATUS_CODES, toStatus } from "./codes.ts";
import type { Connection } from "./connection.ts";

/** How many jobs there are of each mix of facets. */
export type FacetCounts = [facets: number, jobs: number][];

const DAY_US = 86_400_000_000;

/** How many jobs there are, from counters that triggers keep. */
export function openTotals(db: Connection) {
  const ofFacets = db.statement("SELECT facets, jobs FROM count_of_facets WHERE jobs > 0");
  const ofUser = db.statement<{ status: number; jobs: number }>("SELECT status, jobs FROM count_of_user WHERE user_id = ?");
  const ofStatus = db.statement<{ jobs: number | null }>("SELECT sum(jobs) AS jobs FROM count_of_facets WHERE facets & 15 = ?");
  const ofDays = db.statement<{ jobs: number | null }>(
    "SELECT sum(jobs) AS jobs FROM count_of_day WHERE status = ? AND day >= ? AND day < ?",
  );
  const ofTime = db.statement<{ jobs: number }>(
    "SELECT count(*) AS jobs FROM jobs INDEXED BY jobs_created WHERE created_us >= ? AND created_us < ?",
  );
  const ofStatusTime = db.statement<{ jobs: number }>(
    "SELECT count(*) AS jobs FROM jobs INDEXED BY jobs_status_created WHERE status = ? AND created_us >= ? AND created_us < ?",
  );
  const since = db.statement<{ jobs: number; oldest: number | null }>(
    "SELECT count(*) AS jobs, min(created_us) AS oldest FROM jobs INDEXED BY jobs_created WHERE created_us >= ?",
  );

  /** How many of a status (0: of any) were made between two moments: whole days from counters, their ends by counting. */
  const between = (status: number, fromUs: number, toUs: number): number => {
    if (fromUs >= toUs) return 0;
    const count = (from: number, to: number) =>
      from >= to ? 0 : status === 0 ? ofTime.get(from, to)!.jobs : ofStatusTime.get(status, from, to)!.jobs;
    const firstDay = Math.ceil(fromUs / DAY_US);
    const lastDay = Math.floor(toUs / DAY_US);
    if (firstDay >= lastDay) return count(fromUs, toUs);
    return count(fromUs, firstDay * DAY_US) + (ofDays.get(status, firstDay, lastDay)?.jobs ?? 0) + count(lastDay * DAY_US, toUs);
  };

  return {
    facets: (): FacetCounts => ofFacets.values() as FacetCounts,
    counts: (): JobCounts => toCounts(ofFacets.values() as FacetCounts),
    countsOfUser: (userId: string): JobCounts => toCounts(ofUser.all(userId).map(({ status, jobs }) => [status, jobs])),
    countOf: (status: JobStatus): number => ofStatus.get(STATUS_CODES[status])?.jobs ?? 0,
    madeSince(us: number): { count: number; oldestUs: number } {
      const { jobs, oldest } = since.get(us)!;
      return { count: jobs, oldestUs: oldest ?? us };
    },
    between,
    /** How many jobs of a user there are, of some statuses (by number) or of all. */
    ofUser: (userId: string, statuses?: readonly number[]): number =>
      ofUser.all(userId).reduce((total, { status, jobs }) => total + (!statuses || statuses.includes(status) ? jobs : 0), 0),
  };
}
export type Totals = ReturnType<typeof openTotals>;

/** Counts of facets as the summary of a list. */
export function toCounts(facets: FacetCounts): JobCounts {
  const counts: JobCounts = { total: 0, completed: 0, failed: 0, inProgress: 0, pending: 0, cancelled: 0 };
  for (const [mix, jobs] of facets) {
    counts.total += jobs;
    counts[groupOf(toStatus(mix & 15))] += jobs;
  }
  return counts;
}

const groupOf = (status: JobStatus): Exclude<keyof JobCounts, "total"> =>
  status === "completed" || status === "failed" || status === "cancelled"
    ? status
    : phaseOf(status) === "pending"
      ? "pending"
      : "inProgress";
