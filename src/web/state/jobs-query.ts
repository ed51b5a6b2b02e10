import { computed, type ReadonlySignal } from "@preact/signals";
import type { JobFilter } from "../../client/bulk.ts";
import type { JobsQuery } from "../../client/lists.ts";
import type { JobStatus } from "../../client/words.ts";
import { isRunning, STATUSES } from "../parts/status.tsx";
import { changeQuery, go, place } from "../router.ts";

const NARROWING = ["status", "date_range", "from", "to", "priority", "style", "kind", "search"] as const;
const ORDERING = ["sort_by", "sort_order", "limit", "offset"] as const;
const NAMES = [...NARROWING, ...ORDERING];

/** What the address asks for, in the names of `GET /mcp/jobs` and as it is written there: whether it can be asked, the server says. */
export type Asked = { [Name in (typeof NAMES)[number]]?: string | undefined };

/** What can be sorted by. */
export type SortKey = NonNullable<JobsQuery["sort_by"]>;

/** How many jobs a page can have. */
export const LIMITS: readonly number[] = [10, 25, 50, 100];
const USUAL_LIMIT = 25;

let last = "{}";

/** The address's question in one text: the same for the same question. It stays while another page comes. */
export const question: ReadonlySignal<string> = computed(() => {
  const { path, query } = place.value;
  if (path === "/jobs") last = JSON.stringify(Object.fromEntries(NAMES.flatMap((name) => pairOf(name, query.getAll(name).join(",")))));
  return last;
});

const pairOf = (name: string, value: string): [string, string][] => (value ? [[name, value]] : []);

/** What the address asks for. */
export const asked: ReadonlySignal<Asked> = computed(() => JSON.parse(question.value));

/** What the API is asked, with its page. */
export const toQuery = (asked: Asked): JobsQuery => ({
  ...(asked as JobsQuery),
  limit: limitOf(asked),
  offset: offsetOf(asked) || undefined,
});

/** The part of it that says which jobs. */
export const filterOf = (asked: Asked): JobFilter =>
  Object.fromEntries(NARROWING.flatMap((name) => pairOf(name, asked[name] ?? ""))) as JobFilter;

/** True where not all jobs are asked for. */
export const isNarrowed = (asked: Asked): boolean =>
  NARROWING.some((name) => asked[name] && !(name === "date_range" && asked[name] === "all"));

// What is no number is passed on as it is.
export const limitOf = ({ limit }: Asked): number => (limit as unknown as number) ?? USUAL_LIMIT;
const offsetOf = ({ offset }: Asked): number => (offset as unknown as number) ?? 0;

/** Where the list is where new jobs come: at the beginning of what is sorted by age, the newest first. */
export const isNewestFirst = ({ sort_by = "created_at", sort_order = "desc", offset = "0" }: Asked): boolean =>
  sort_by === "created_at" && sort_order === "desc" && offset === "0";

/** The address of this list with something changed, from its beginning. */
export const linkTo = (change: Asked): string => changeQuery({ offset: undefined, ...change });

/** Changes what is asked for. With `replace` the present entry of the history goes. */
export const change = (wanted: Asked, options?: { replace?: boolean }): void => go(linkTo(wanted), options);

/** Asks for all jobs, in the same order. */
export const clearFilters = (): void => change(Object.fromEntries(NARROWING.map((name) => [name, undefined])));

/** Sorts by something, the most first; once more turns it round. */
export function sortBy(key: SortKey): void {
  const { sort_by = "created_at", sort_order = "desc" } = asked.peek();
  setOrder(key, sort_by === key && sort_order === "desc" ? "asc" : "desc");
}

/** Sorts by something; the usual order needs no words. */
export const setOrder = (key: SortKey, order: "asc" | "desc"): void =>
  change({ sort_by: key === "created_at" ? undefined : key, sort_order: order === "desc" ? undefined : order });

export const setLimit = (limit: number): void => change({ limit: limit === USUAL_LIMIT ? undefined : String(limit) });

/** Turns to a page, counted from 1. */
export const goToPage = (page: number, limit: number): void => change({ offset: page > 1 ? String((page - 1) * limit) : undefined });

const RUNNING = (Object.keys(STATUSES) as JobStatus[]).filter(isRunning);

/** The ways to look at jobs by their status, with the statuses that each means and which of the server's counts it has. */
export const TABS = [
  { label: "All", count: "total_jobs", statuses: [] },
  { label: "Active", count: "in_progress", statuses: RUNNING },
  { label: "Waiting", count: "pending", statuses: ["pending"] },
  { label: "Completed", count: "completed", statuses: ["completed"] },
  { label: "Failed", count: "failed", statuses: ["failed"] },
  { label: "Cancelled", count: "cancelled", statuses: ["cancelled"] },
] as const satisfies { label: string; count: string; statuses: readonly JobStatus[] }[];

/** The statuses that are asked for; none for all. */
export const statusesOf = ({ status }: Asked): JobStatus[] => (status ? (status.split(",") as JobStatus[]) : []);

/** Whether a tab shows just what is asked for. */
export const isTab = (statuses: readonly JobStatus[], asked: Asked): boolean =>
  [...statuses].sort().join() === [...new Set(statusesOf(asked))].sort().join();
