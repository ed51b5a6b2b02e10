import type { JobQuery, SortKey } from "../domain/job-query.ts";
import { type Condition, dateConditions, type Facet, facetCondition, facetNames, hasDates, type ListFilter } from "./list-filter.ts";

/** How many jobs each part of a filter leaves; what is not kept is estimated. */
export type Sizes = {
  all: number;
  /** What is left of each field alone. */
  facets: Partial<Record<Facet, number>>;
  /** What is left by the dates alone. */
  dates: number;
  /** What is left by all fields together, without dates. */
  mixed: number;
  /** What is left by everything, and whether that is a count or an estimate. */
  total: number;
  isCounted: boolean;
};

/** How a page is found: walking an index in its order from one end, walking one per status side by side, or gathering what matches and sorting it. */
export type Plan =
  | { how: "walk"; index: string; conditions: Condition[]; fromEnd: boolean }
  | { how: "merge"; index: string; statuses: readonly number[]; conditions: Condition[] }
  | { how: "gather"; index: string; conditions: Condition[] };

/** The column of each way of sorting. */
export const SORT_COLUMNS: Record<SortKey, string> = {
  created_at: "created_us",
  updated_at: "updated_us",
  progress: "progress",
  duration_target: "duration_target_sec",
  priority: "priority",
};

/** The order that a query asks for; ties go by age. */
export function orderOf({ sortBy }: JobQuery, descending: boolean): string {
  const columns = [...new Set([SORT_COLUMNS[sortBy], "created_us", "seq"])];
  return columns.map((column) => `${column} ${descending ? "DESC" : "ASC"}`).join(", ");
}

const SORT_NAMES: Record<SortKey, string> = {
  created_at: "created",
  updated_at: "updated",
  progress: "progress",
  duration_target: "duration",
  priority: "priority",
};

/** Nanoseconds, measured: to pass an entry of an index, to look at what it holds, to look up and sort a row, to merge an entry. */
const COST = { pass: 18, look: 50, gather: 1200, merge: 500 };

type Option = { cost: number; plan: Plan };

/** The cheapest way to the rows from `offset` on. */
export function planPage(query: JobQuery, filter: ListFilter, sizes: Sizes): Plan {
  const options = [...walks(query, filter, sizes), ...merges(query, filter, sizes), ...gathers(filter, sizes)];
  return options.reduce((best, option) => (option.cost < best.cost ? option : best)).plan;
}

/** The index that is ordered by `sortBy` below one value of a field, and whether it holds the facets. */
function indexOf(sortBy: SortKey, field: Facet | undefined): { index: string; holdsFacets: boolean } {
  if (!field) return { index: `jobs_${SORT_NAMES[sortBy]}`, holdsFacets: true };
  if (field === "priority" && (sortBy === "created_at" || sortBy === "priority")) return { index: "jobs_priority", holdsFacets: true };
  return { index: `jobs_${field}_${SORT_NAMES[sortBy]}`, holdsFacets: field === "status" };
}

function walks(query: JobQuery, filter: ListFilter, sizes: Sizes): Option[] {
  if (filter.userId !== undefined) return [];
  const names = facetNames(filter);
  const single = names.filter((name) => filter.facets[name]!.length === 1);
  return [undefined, ...single].flatMap((field) => {
    const { index, holdsFacets } = indexOf(query.sortBy, field);
    const others = names.filter((name) => name !== field);
    if (!holdsFacets && others.length > 0) return [];
    const entries = field ? sizes.facets[field]! : sizes.all;
    const equal: Condition[] = field ? [{ text: `${field} = ?`, values: [filter.facets[field]![0]!] }] : [];
    const rest = facetCondition(filter, others);
    return [walk(query, filter, sizes, { index, entries, conditions: rest ? [...equal, rest] : equal, looks: rest !== undefined })];
  });
}

type Way = { index: string; entries: number; conditions: Condition[]; looks: boolean };

function walk({ sortBy, offset, limit }: JobQuery, filter: ListFilter, sizes: Sizes, way: Way): Option {
  const fromEnd = sizes.isCounted && offset > sizes.total / 2;
  const wanted = fromEnd ? sizes.total - offset : offset + limit;
  const dated = hasDates(filter);
  const within = sortBy === "created_at" ? way.entries * (sizes.dates / Math.max(1, sizes.all)) : way.entries;
  const passed = Math.min(within, (wanted * within) / Math.max(1, sizes.total));
  const looks = way.looks || (dated && sortBy !== "created_at");
  const conditions = [...way.conditions, ...dateConditions(filter)];
  if (sortBy === "updated_at" && filter.fromUs !== undefined) conditions.push({ text: "updated_us >= ?", values: [filter.fromUs] });
  return { cost: passed * (looks ? COST.look : COST.pass), plan: { how: "walk", index: way.index, conditions, fromEnd } };
}

function merges({ sortBy, offset, limit }: JobQuery, filter: ListFilter, sizes: Sizes): Option[] {
  const statuses = filter.facets.status;
  if (!statuses || statuses.length < 2 || facetNames(filter).length > 1 || hasDates(filter) || filter.userId !== undefined) return [];
  const most = Math.min(sizes.total, statuses.length * (offset + limit));
  return [
    {
      cost: most * COST.merge,
      plan: { how: "merge", index: indexOf(sortBy, "status").index, statuses, conditions: dateConditions(filter) },
    },
  ];
}

function gathers(filter: ListFilter, sizes: Sizes): Option[] {
  const names = facetNames(filter);
  const rest = facetCondition(filter, names);
  const conditions = [...(rest ? [rest] : []), ...dateConditions(filter)];
  if (filter.userId !== undefined) {
    const ofUser = { text: "user_id = ?", values: [filter.userId] };
    return [{ cost: 0, plan: { how: "gather", index: "jobs_user_created", conditions: [ofUser, ...conditions] } }];
  }
  const sorted = sizes.total * COST.gather;
  const options: Option[] = [];
  if (hasDates(filter))
    options.push({ cost: sizes.dates * COST.look + sorted, plan: { how: "gather", index: "jobs_created", conditions } });
  if (names.length > 0) options.push({ cost: sizes.mixed * COST.gather, plan: { how: "gather", index: "jobs_facets", conditions } });
  return options;
}
