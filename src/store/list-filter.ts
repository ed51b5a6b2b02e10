import type { JobFilter } from "../domain/job-query.ts";
import { KIND_CODES, STATUS_CODES, STYLE_CODES } from "./codes.ts";

/** A field that has an index of its own for every way of sorting. */
export type Facet = "status" | "priority" | "style" | "kind";

/** What narrows a list, in numbers. */
export type ListFilter = {
  /** Every value that is wanted, by field; fields that do not narrow are missing. Only statuses may be several. */
  facets: Partial<Record<Facet, readonly number[]>>;
  fromUs: number | undefined;
  toUs: number | undefined;
  userId: string | undefined;
};

/** A condition of SQL with what is bound to it. */
export type Condition = { text: string; values: (string | number)[] };

const PLACES: Record<Facet, { shift: number; bits: number }> = {
  status: { shift: 0, bits: 4 },
  priority: { shift: 4, bits: 4 },
  style: { shift: 8, bits: 4 },
  kind: { shift: 12, bits: 2 },
};

/** What narrows a query, but for its search. */
export function toFilter({ statuses, priority, style, kind, fromUs, toUs, userId }: JobFilter): ListFilter {
  const facets: ListFilter["facets"] = {};
  if (statuses) facets.status = [...new Set(statuses.map((status) => STATUS_CODES[status]))];
  if (priority !== undefined) facets.priority = [priority];
  if (style) facets.style = [STYLE_CODES[style]];
  if (kind) facets.kind = [KIND_CODES[kind]];
  return { facets, fromUs, toUs, userId };
}

/** Whether dates narrow. */
export const hasDates = ({ fromUs, toUs }: ListFilter): boolean => fromUs !== undefined || toUs !== undefined;

/** The fields that narrow. */
export const facetNames = ({ facets }: ListFilter): Facet[] => Object.keys(facets) as Facet[];

const facetOf = (facets: number, name: Facet): number => (facets >> PLACES[name].shift) & ((1 << PLACES[name].bits) - 1);

/** Whether jobs of these facets are wanted. */
export const isWanted = (facets: number, { facets: wanted }: Pick<ListFilter, "facets">): boolean =>
  (Object.entries(wanted) as [Facet, readonly number[]][]).every(([name, values]) => values.includes(facetOf(facets, name)));

/** The condition on the column `facets` that says what is wanted of the fields named; undefined when nothing is. */
export function facetCondition({ facets }: ListFilter, names: readonly Facet[]): Condition | undefined {
  const texts: string[] = [];
  const values: number[] = [];
  let mask = 0;
  let want = 0;
  for (const name of names) {
    const { shift, bits } = PLACES[name];
    const wanted = facets[name]!;
    if (wanted.length === 1) {
      mask |= ((1 << bits) - 1) << shift;
      want |= wanted[0]! << shift;
    } else {
      texts.push(`(? >> (facets >> ${shift} & ${(1 << bits) - 1})) & 1`);
      values.push(wanted.reduce((set, code) => set | (1 << code), 0));
    }
  }
  if (mask !== 0) {
    texts.unshift("facets & ? = ?");
    values.unshift(mask, want);
  }
  return texts.length === 0 ? undefined : { text: texts.join(" AND "), values };
}

/** The condition on `created_us`; empty when dates do not narrow. */
export function dateConditions({ fromUs, toUs }: ListFilter): Condition[] {
  const conditions: Condition[] = [];
  if (fromUs !== undefined) conditions.push({ text: "created_us >= ?", values: [fromUs] });
  if (toUs !== undefined) conditions.push({ text: "created_us < ?", values: [toUs] });
  return conditions;
}

/** Conditions joined to one. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  text: conditions.map(({ text }) => `(${text})`).join(" AND ") || "1",
  values: conditions.flatMap(({ values }) => values),
});
