import { signal } from "@preact/signals";
import type { SortKey } from "./jobs-query.ts";

/** A column that can be shown or hidden. `narrow` columns show on narrower pages too. */
export type Column = "id" | "length" | "style" | "kind" | "priority" | "created" | "updated";

/** What columns are called, and which of them sort the list by what. */
export const COLUMNS: Record<Column, { label: string; sorts?: SortKey }> = {
  id: { label: "ID" },
  length: { label: "Length", sorts: "duration_target" },
  style: { label: "Style" },
  kind: { label: "Kind" },
  priority: { label: "Priority", sorts: "priority" },
  created: { label: "Created", sorts: "created_at" },
  updated: { label: "Updated", sorts: "updated_at" },
};

const ORDER = Object.keys(COLUMNS) as Column[];
const USUAL: Column[] = ["id", "length", "style", "created"];
const KEY = "kinora.jobs.columns";

/** The columns that are shown, in their order; kept in this browser. */
export const columns = signal<readonly Column[]>(read());

export function toggleColumn(column: Column): void {
  const now = columns.peek();
  columns.value = ORDER.filter((each) => (each === column ? !now.includes(each) : now.includes(each)));
  try {
    localStorage.setItem(KEY, JSON.stringify(columns.peek()));
  } catch {
    // They stay until the page is left.
  }
}

function read(): readonly Column[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return Array.isArray(kept) ? ORDER.filter((each) => kept.includes(each)) : USUAL;
  } catch {
    return USUAL;
  }
}
