import type { JobCounts, JobPage, JobQuery, SortKey } from "../domain/job-query.ts";
import { fromStyle, KIND_CODES, STATUS_CODES } from "./codes.ts";
import type { Connection } from "./connection.ts";
import { SUMMARY_COLUMNS, type SummaryRow, toSummary } from "./job-row.ts";
import { toMatch } from "./words.ts";

const SORT_COLUMNS: Record<SortKey, string> = {
  created_at: "created_us",
  updated_at: "updated_us",
  progress: "progress",
  duration_target: "duration_target_sec",
  priority: "priority",
};

/** Pages of jobs. */
export function openList(db: Connection, counts: () => JobCounts) {
  return (query: JobQuery): JobPage => {
    const { where, values } = narrow(query);
    const direction = query.descending ? "DESC" : "ASC";
    const order = [SORT_COLUMNS[query.sortBy], "created_us", "seq"].map((column) => `${column} ${direction}`).join(", ");
    const total = db.statement<{ total: number }>(`SELECT count(*) AS total FROM jobs WHERE ${where}`).get(...values)!.total;
    const jobs = db
      .statement<SummaryRow>(`SELECT ${SUMMARY_COLUMNS} FROM jobs WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
      .all(...values, query.limit, query.offset);
    return { jobs: jobs.map(toSummary), total, totalIsExact: true, counts: counts() };
  };
}

function narrow(query: JobQuery): { where: string; values: (string | number)[] } {
  const parts: [string, ...(string | number)[]][] = [["1"]];
  if (query.statuses) parts.push([`status IN (${query.statuses.map((status) => STATUS_CODES[status]).join(", ")})`]);
  if (query.fromUs !== undefined) parts.push(["created_us >= ?", query.fromUs]);
  if (query.toUs !== undefined) parts.push(["created_us < ?", query.toUs]);
  if (query.priority !== undefined) parts.push(["priority = ?", query.priority]);
  if (query.style) parts.push(["style = ?", fromStyle(query.style)]);
  if (query.kind) parts.push(["kind = ?", KIND_CODES[query.kind]]);
  if (query.userId !== undefined) parts.push(["user_id = ?", query.userId]);
  if (query.search !== undefined) parts.push(searched(query.search));
  return { where: parts.map(([text]) => text).join(" AND "), values: parts.flatMap(([, ...values]) => values) };
}

function searched(search: string): [string, ...string[]] {
  if (/^[0-9a-f]{8}[0-9a-f-]{0,28}$/i.test(search)) return ["id >= ? AND id < ?", search.toLowerCase(), `${search.toLowerCase()}~`];
  const match = toMatch(search);
  return match === undefined ? ["0"] : ["seq IN (SELECT rowid FROM job_words WHERE job_words MATCH ?)", match];
}
