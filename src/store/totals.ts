import { type JobCounts, MOST_COUNTED } from "../domain/job-query.ts";
import { type JobStatus, phaseOf } from "../domain/job-record.ts";
import { STATUS_CODES, toStatus } from "./codes.ts";
import type { Connection } from "./connection.ts";
import { allOf, dateConditions, type Facet, facetCondition, facetNames, hasDates, isWanted, type ListFilter } from "./list-filter.ts";
import type { Sizes } from "./list-plan.ts";

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

  const inDates = (status: number, { fromUs, toUs }: ListFilter): number =>
    between(status, fromUs ?? Number.MIN_SAFE_INTEGER, toUs ?? Number.MAX_SAFE_INTEGER);

  const counted = (filter: ListFilter): number => {
    const names = facetNames(filter);
    const field: Facet | undefined = names.find(
      (name) => filter.facets[name]!.length === 1 && (names.length === 1 || name === "status" || name === "priority"),
    );
    const index =
      filter.userId !== undefined
        ? "jobs_user_created"
        : field === undefined
          ? "jobs_created"
          : field === "priority"
            ? "jobs_priority"
            : `jobs_${field}_created`;
    const rest = facetCondition(
      filter,
      names.filter((name) => name !== field),
    );
    const { text, values } = allOf([
      ...(filter.userId !== undefined ? [{ text: "user_id = ?", values: [filter.userId] }] : []),
      ...(field ? [{ text: `${field} = ?`, values: [filter.facets[field]![0]!] }] : []),
      ...(rest ? [rest] : []),
      ...dateConditions(filter),
    ]);
    return db
      .statement<{ jobs: number }>(
        `SELECT count(*) AS jobs FROM (SELECT 1 FROM jobs INDEXED BY ${index} WHERE ${text} LIMIT ${MOST_COUNTED + 1})`,
      )
      .get(...values)!.jobs;
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
    /** How many jobs a filter leaves, and its parts. A total that is not kept is counted up to one more than `MOST_COUNTED`. */
    sizes(filter: ListFilter, facets: FacetCounts): Sizes {
      const names = facetNames(filter);
      const all = sum(facets);
      const of = (name: Facet) => sum(facets.filter(([mix]) => isWanted(mix, { facets: { [name]: filter.facets[name] } })));
      const mixed = names.length === 0 ? all : sum(facets.filter(([mix]) => isWanted(mix, filter)));
      const parts = { all, facets: Object.fromEntries(names.map((name) => [name, of(name)])), mixed };
      const dates = hasDates(filter) ? inDates(0, filter) : all;
      if (filter.userId === undefined) {
        if (!hasDates(filter)) return { ...parts, dates, total: mixed, isCounted: true };
        if (names.length === 0) return { ...parts, dates, total: dates, isCounted: true };
        if (names.length === 1 && names[0] === "status")
          return {
            ...parts,
            dates,
            total: filter.facets.status!.reduce((total, status) => total + inDates(status, filter), 0),
            isCounted: true,
          };
      }
      const total = counted(filter);
      if (total <= MOST_COUNTED) return { ...parts, dates, total, isCounted: true };
      return { ...parts, dates, total: Math.max(total, (mixed * dates) / Math.max(1, all)), isCounted: false };
    },
  };
}
export type Totals = ReturnType<typeof openTotals>;

const sum = (facets: FacetCounts): number => facets.reduce((total, [, jobs]) => total + jobs, 0);

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
