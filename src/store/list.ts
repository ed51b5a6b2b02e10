import { type JobPage, type JobQuery, MOST_COUNTED } from "../domain/job-query.ts";
import type { JobSummary } from "../domain/job-record.ts";
import type { Connection } from "./connection.ts";
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from "./job-row.ts";
import { allOf, type Condition, toFilter } from "./list-filter.ts";
import { cheapest, type Option, orderOf, type Plan, planPage, type Sizes, SORT_COLUMNS } from "./list-plan.ts";
import { openRuns } from "./list-runs.ts";
import { openSizes } from "./list-sizes.ts";
import { openSearch } from "./search.ts";
import { type FacetCounts, type Totals, toCounts } from "./totals.ts";

type SeqRow = { seq: number };

/** Pages of jobs: their numbers are found in indices alone, in the way that seems cheapest by the known totals; rows are read for the page only. */
export function openList(db: Connection, totals: Totals, choose: (options: readonly Option[]) => Plan = cheapest) {
  const row = db.statement<SummaryRow>(`SELECT ${SUMMARY_COLUMNS} FROM jobs WHERE seq = ?`);
  const search = openSearch(db);
  const sizesOf = openSizes(db, totals);
  const walkRuns = openRuns(db);

  const find = (query: JobQuery, facets: FacetCounts): { seqs: number[]; total: number; isExact: boolean } => {
    const filter = toFilter(query);
    if (query.search !== undefined) return search(query, query.search, filter, facets);
    const sizes = sizesOf(filter, facets);
    const total = sizes.isCounted ? sizes.total : MOST_COUNTED;
    const isPast = sizes.isCounted && query.offset >= sizes.total;
    return {
      seqs: isPast || query.limit <= 0 ? [] : walkPlan(query, choose(planPage(query, filter, sizes, walkRuns.count)), sizes),
      total,
      isExact: sizes.isCounted,
    };
  };

  const walkPlan = (query: JobQuery, plan: Plan, sizes: Sizes): number[] => {
    if (plan.how === "merge") return rows(mergeOf(query, plan), query.limit, query.offset);
    if (plan.how === "gather") return rows(selectOf(plan.index, plan.rest, orderOf(query, query.descending)), query.limit, query.offset);
    const { below, rest, index, fromEnd } = plan;
    const descending = query.descending !== fromEnd;
    const skipped = sizes.total - query.offset - query.limit;
    const [limit, offset] = fromEnd ? [query.limit + Math.min(0, skipped), Math.max(0, skipped)] : [query.limit, query.offset];
    const seqs =
      plan.how === "runs"
        ? walkRuns(plan, SORT_COLUMNS[query.sortBy], descending, limit, offset)
        : rows(selectOf(index, below ? [below, ...rest] : rest, orderOf(query, descending)), limit, offset);
    return fromEnd ? seqs.reverse() : seqs;
  };

  const rows = ({ text, values }: Condition, limit: number, offset: number): number[] =>
    db
      .statement<SeqRow>(`${text} LIMIT ? OFFSET ?`)
      .all(...values, limit, offset)
      .map(({ seq }) => seq);

  return (asked: JobQuery): JobPage<JobSummary> => {
    const query = simplify(asked);
    const facets = totals.facets();
    const { seqs, total, isExact } = find(query, facets);
    return { jobs: seqs.map((seq) => toSummary(row.get(seq)!)), total, totalIsExact: isExact, counts: toCounts(facets) };
  };
}

/** Jobs of one priority lie by age when they are sorted by it. */
const simplify = (query: JobQuery): JobQuery =>
  query.priority !== undefined && query.sortBy === "priority" ? { ...query, sortBy: "created_at" } : query;

function selectOf(index: string, conditions: readonly Condition[], order: string): Condition {
  const { text, values } = allOf(conditions);
  return { text: `SELECT seq FROM jobs INDEXED BY ${index} WHERE ${text} ORDER BY ${order}`, values };
}

function mergeOf(query: JobQuery, { index, statuses }: Extract<Plan, { how: "merge" }>): Condition {
  const columns = [...new Set([SORT_COLUMNS[query.sortBy], "created_us", "seq"])].join(", ");
  const order = orderOf(query, query.descending);
  const part = `SELECT * FROM (SELECT ${columns} FROM jobs INDEXED BY ${index} WHERE status = ? ORDER BY ${order} LIMIT ?)`;
  return {
    text: `SELECT seq FROM (${statuses.map(() => part).join(" UNION ALL ")}) ORDER BY ${order}`,
    values: statuses.flatMap((status) => [status, query.offset + query.limit]),
  };
}
