import { MOST_COUNTED } from "../domain/job-query.ts";
import type { Connection } from "./connection.ts";
import {
  allOf,
  type Condition,
  dateConditions,
  type Facet,
  facetCondition,
  facetNames,
  hasDates,
  isWanted,
  type ListFilter,
} from "./list-filter.ts";
import type { Sizes } from "./list-plan.ts";
import type { FacetCounts, Totals } from "./totals.ts";

/** The mixes of facets that a filter leaves, and how many jobs have them; dates and user do not count. */
export function mixesOf(filter: ListFilter, facets: FacetCounts): { mixed: number; mixes: number[] } {
  const wanted = facetNames(filter).length === 0 ? facets : facets.filter(([mix]) => isWanted(mix, filter));
  return { mixed: sum(wanted), mixes: wanted.map(([mix]) => mix) };
}

/** How many jobs a filter leaves. A total that is not kept by counters is counted up to one more than `MOST_COUNTED`. */
export function openSizes(db: Connection, totals: Totals) {
  const inDates = (status: number, { fromUs, toUs }: ListFilter): number =>
    totals.between(status, fromUs ?? Number.MIN_SAFE_INTEGER, toUs ?? Number.MAX_SAFE_INTEGER);

  /** The total that counters give; undefined when they do not. */
  const kept = (filter: ListFilter, parts: { mixed: number; dates: number }): number | undefined => {
    const names = facetNames(filter);
    const isByStatus = names.every((name) => name === "status");
    if (filter.userId !== undefined)
      return isByStatus && !hasDates(filter) ? totals.ofUser(filter.userId, filter.facets.status) : undefined;
    if (!hasDates(filter)) return parts.mixed;
    if (names.length === 0) return parts.dates;
    if (!isByStatus) return undefined;
    return filter.facets.status!.reduce((total, status) => total + inDates(status, filter), 0);
  };

  const counted = (filter: ListFilter, parts: Pick<Sizes, "facets">): number => {
    const { index, conditions } = countingWay(filter, parts);
    const { text, values } = allOf([...conditions, ...dateConditions(filter)]);
    const counting = `SELECT count(*) AS jobs FROM (SELECT 1 FROM jobs INDEXED BY ${index} WHERE ${text} LIMIT ${MOST_COUNTED + 1})`;
    return db.statement<{ jobs: number }>(counting).get(...values)!.jobs;
  };

  return (filter: ListFilter, facets: FacetCounts): Sizes => {
    const names = facetNames(filter);
    const all = sum(facets);
    const of = (name: Facet) => sum(facets.filter(([mix]) => isWanted(mix, { facets: { [name]: filter.facets[name] } })));
    const dates = hasDates(filter) ? inDates(0, filter) : all;
    const younger = filter.toUs === undefined ? 0 : totals.between(0, filter.toUs, Number.MAX_SAFE_INTEGER);
    const user = filter.userId === undefined ? all : totals.ofUser(filter.userId);
    const parts = {
      all,
      user,
      facets: Object.fromEntries(names.map((name) => [name, of(name)])),
      dates,
      younger,
      ...mixesOf(filter, facets),
    };
    const known = kept(filter, parts);
    if (known !== undefined) return { ...parts, total: known, isCounted: true };
    const total = counted(filter, parts);
    if (total <= MOST_COUNTED) return { ...parts, total, isCounted: true };
    return { ...parts, total: Math.max(total, (parts.mixed * dates) / Math.max(1, all)), isCounted: false };
  };
}

/** The index in which the fewest entries are passed to count what a filter leaves. */
function countingWay(filter: ListFilter, { facets }: Pick<Sizes, "facets">): { index: string; conditions: Condition[] } {
  const names = facetNames(filter);
  const conditionsOf = (field: Facet | undefined, first: Condition[]): Condition[] => {
    const rest = facetCondition(
      filter,
      names.filter((name) => name !== field),
    );
    return rest ? [...first, rest] : first;
  };
  if (filter.userId !== undefined)
    return { index: "jobs_user_created", conditions: conditionsOf(undefined, [{ text: "user_id = ?", values: [filter.userId] }]) };
  const [field] = names.filter((name) => filter.facets[name]!.length === 1).sort((a, b) => facets[a]! - facets[b]!);
  if (!field) return { index: "jobs_created", conditions: conditionsOf(undefined, []) };
  const below = { text: `${field} = ?`, values: [filter.facets[field]![0]!] };
  return { index: field === "priority" ? "jobs_priority" : `jobs_${field}_created`, conditions: conditionsOf(field, [below]) };
}

const sum = (facets: FacetCounts): number => facets.reduce((total, [, jobs]) => total + jobs, 0);
