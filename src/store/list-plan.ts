import type { JobQuery, SortKey } from "../domain/job-query.ts";
import { type Condition, dateConditions, type Facet, facetCondition, facetNames, hasDates, type ListFilter } from "./list-filter.ts";

/** How many jobs each part of a filter leaves; what is not kept is estimated. */
export type Sizes = {
  all: number;
  /** What is left by the user alone. */
  user: number;
  /** What is left of each field alone. */
  facets: Partial<Record<Facet, number>>;
  /** What is left by the dates alone, and how many are younger than that. */
  dates: number;
  younger: number;
  /** What is left by all fields together, without dates, and which mixes of facets these are. */
  mixed: number;
  mixes: readonly number[];
  /** What is left by everything, and whether that is a count or an estimate. */
  total: number;
  isCounted: boolean;
};

/** An index in the order that is asked for, below one value of a field (`below`) or not, with what else narrows. */
export type Way = { index: string; below: Condition | undefined; rest: Condition[] };

/**
 * How a page is found: walking an index in its order from one end; the same in runs of one value of what is sorted by, within each of which dates
 * are one stretch; walking one index per status side by side; or gathering what matches and sorting it.
 */
export type Plan =
  | ({ how: "walk" | "runs"; fromEnd: boolean } & Way)
  | { how: "merge"; index: string; statuses: readonly number[] }
  | { how: "gather"; index: string; rest: Condition[] };

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

/**
 * Nanoseconds, measured: to pass an entry of an index, to look at what it holds, to look up and sort a row that lies beside the last one or
 * anywhere, to merge an entry, to begin a run.
 */
const COST = { pass: 18, look: 40, gatherNear: 600, gather: 900, merge: 500, run: 12_000 };
/** How much thicker than on average what is sought may lie elsewhere in an index: what is sorted by and what is filtered by often go together. */
const UNEVENNESS = 3;

/** A way that gives the right page, and about how many nanoseconds it takes. */
export type Option = { cost: number; plan: Plan };

/** Answers about how many different values of what is sorted by a way has. */
export type CountRuns = (way: Way, column: string) => number;

/** Every way to the rows from `offset` on. */
export const planPage = (query: JobQuery, filter: ListFilter, sizes: Sizes, countRuns: CountRuns): Option[] => [
  ...walks(query, filter, sizes, countRuns),
  ...merges(query, filter, sizes),
  ...gathers(filter, sizes),
];

/** The cheapest of some ways. */
export const cheapest = (options: readonly Option[]): Plan =>
  options.reduce((best, option) => (option.cost < best.cost ? option : best)).plan;

/** The index that is ordered by `sortBy` below one value of a field, and whether it holds the facets. */
function indexOf(sortBy: SortKey, field: Facet | undefined): { index: string; holdsFacets: boolean } {
  if (!field) return { index: `jobs_${SORT_NAMES[sortBy]}`, holdsFacets: true };
  if (field === "priority" && (sortBy === "created_at" || sortBy === "priority")) return { index: "jobs_priority", holdsFacets: true };
  return {
    index: `jobs_${field}_${SORT_NAMES[sortBy]}`,
    holdsFacets: field === "status" || sortBy !== "priority",
  };
}

function walks(query: JobQuery, filter: ListFilter, sizes: Sizes, countRuns: CountRuns): Option[] {
  const names = facetNames(filter);
  if (filter.userId !== undefined) return query.sortBy === "created_at" ? walksOfUser(query, filter, sizes, filter.userId) : [];
  const single = names.filter((name) => filter.facets[name]!.length === 1);
  const ends = sizes.isCounted ? [false, true] : [false];
  return [undefined, ...single].flatMap((field) => {
    const { index, holdsFacets } = indexOf(query.sortBy, field);
    const rest = facetCondition(
      filter,
      names.filter((name) => name !== field),
    );
    if (!holdsFacets && rest) return [];
    const below = field && { text: `${field} = ?`, values: [filter.facets[field]![0]!] };
    const way = { index, below, rest: [...(rest ? [rest] : []), ...dateConditions(filter)] };
    const entries = field ? sizes.facets[field]! : sizes.all;
    const looks = rest !== undefined;
    return ends.flatMap((fromEnd) => [
      walk(query, filter, sizes, { way, entries, looks, fromEnd }),
      ...runs(query, filter, sizes, { way, entries, looks, fromEnd }, countRuns),
    ]);
  });
}

/** The jobs of a user are kept by age alone. */
function walksOfUser(query: JobQuery, filter: ListFilter, sizes: Sizes, userId: string): Option[] {
  const facets = facetCondition(filter, facetNames(filter));
  const below = { text: "user_id = ?", values: [userId] };
  const way = { index: "jobs_user_created", below, rest: [...(facets ? [facets] : []), ...dateConditions(filter)] };
  const ends = sizes.isCounted ? [false, true] : [false];
  return ends.map((fromEnd) => walk(query, filter, sizes, { way, entries: sizes.user, looks: facets !== undefined, fromEnd }));
}

type Walk = { way: Way; entries: number; looks: boolean; fromEnd: boolean };

const wantedOf = ({ offset, limit }: JobQuery, { total }: Sizes, fromEnd: boolean): number => (fromEnd ? total - offset : offset + limit);

function walk(query: JobQuery, filter: ListFilter, sizes: Sizes, { way, entries, looks, fromEnd }: Walk): Option {
  const dated = hasDates(filter);
  const within = entries * (sizes.dates / Math.max(1, sizes.all));
  const perRow = (inStretch: number) => inStretch / Math.max(1, sizes.total);
  const wanted = wantedOf(query, sizes, fromEnd);
  const plan: Plan = { how: "walk", fromEnd, ...way };
  const isRising = query.descending === fromEnd;
  const older = isRising && filter.fromUs !== undefined ? sizes.all - sizes.dates - sizes.younger : 0;
  const before = entries * ((isRising ? older : sizes.younger) / Math.max(1, sizes.all));
  if (dated && query.sortBy === "updated_at") {
    if (filter.fromUs !== undefined) plan.rest = [...way.rest, { text: "updated_us >= ?", values: [filter.fromUs] }];
    return { cost: ((isRising ? 0 : before) + wanted * perRow(within)) * COST.look, plan };
  }
  if (looks || (dated && query.sortBy !== "created_at")) {
    const most = query.sortBy === "created_at" ? within : entries;
    const passed = Math.min(most, UNEVENNESS * wanted * perRow(most));
    return { cost: Math.max(passed, query.sortBy === "created_at" ? 0 : before) * COST.look, plan };
  }
  return { cost: wanted * COST.pass, plan };
}

function runs(query: JobQuery, filter: ListFilter, sizes: Sizes, { way, looks, fromEnd }: Walk, countRuns: CountRuns): Option[] {
  if (!hasDates(filter) || query.sortBy === "created_at" || query.sortBy === "updated_at") return [];
  const passed = wantedOf(query, sizes, fromEnd) * (looks ? UNEVENNESS * COST.look : COST.pass);
  const part = Math.min(1, (UNEVENNESS * wantedOf(query, sizes, fromEnd)) / Math.max(1, sizes.total));
  return [{ cost: countRuns(way, SORT_COLUMNS[query.sortBy]) * part * COST.run + passed, plan: { how: "runs", fromEnd, ...way } }];
}

function merges({ sortBy, offset, limit }: JobQuery, filter: ListFilter, sizes: Sizes): Option[] {
  const statuses = filter.facets.status;
  if (!statuses || statuses.length < 2 || facetNames(filter).length > 1 || hasDates(filter) || filter.userId !== undefined) return [];
  const most = Math.min(sizes.total, statuses.length * (offset + limit));
  return [{ cost: most * COST.merge, plan: { how: "merge", index: indexOf(sortBy, "status").index, statuses } }];
}

function gathers(filter: ListFilter, sizes: Sizes): Option[] {
  const names = facetNames(filter);
  const facets = facetCondition(filter, names);
  const rest = [...(facets ? [facets] : []), ...dateConditions(filter)];
  if (filter.userId !== undefined) {
    const ofUser = { text: "user_id = ?", values: [filter.userId] };
    return [{ cost: sizes.user * COST.gather, plan: { how: "gather", index: "jobs_user_created", rest: [ofUser, ...rest] } }];
  }
  const options: Option[] = [];
  if (hasDates(filter))
    options.push({ cost: sizes.dates * COST.look + sizes.total * COST.gatherNear, plan: { how: "gather", index: "jobs_created", rest } });
  if (names.length > 0) {
    const mixes = { text: "facets IN (SELECT value FROM json_each(?))", values: [JSON.stringify(sizes.mixes)] };
    options.push({
      cost: sizes.mixed * COST.gather,
      plan: { how: "gather", index: "jobs_facets", rest: [mixes, ...dateConditions(filter)] },
    });
  }
  return options;
}
