import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ListedJob } from "../../client/answers.ts";
import type { JobSelection } from "../../client/bulk.ts";
import { listJobs } from "../../client/lists.ts";
import type { JobStatus } from "../../client/words.ts";
import { isOver, STATUSES } from "../parts/status.tsx";
import { baseUrl, place, remember } from "../router.ts";
import { jobOf, order } from "./jobs.ts";
import { asked, filterOf, question, statusesOf } from "./jobs-query.ts";

/** Which jobs are chosen: those of `ids`, or with `all` every one that the list's filter lets through, seen or not. */
export type Chosen = { ids: readonly string[]; all: boolean };

const NONE: Chosen = { ids: [], all: false };
const here = () => remember<Chosen>("jobs.chosen", NONE);

/** What is chosen in this entry of the history. */
export const chosen: ReadonlySignal<Chosen> = computed(() => {
  void place.value;
  return here().value;
});
const ids = computed(() => new Set(chosen.value.ids));

/** Whether a job is chosen. */
export const isChosen = (id: string): boolean => chosen.value.all || ids.value.has(id);

/** Whether anything is. */
export const hasChosen = (): boolean => chosen.value.all || ids.value.size > 0;

let anchor: string | null = null;

/** Chooses a job or lets it go; with `range`, also all between it and the one before. */
export function toggle(id: string, { range = false } = {}): void {
  const now = new Set(chosen.peek().all ? order.peek() : chosen.peek().ids);
  const on = !now.has(id);
  for (const each of range ? between(anchor ?? id, id) : [id]) {
    if (on) now.add(each);
    else now.delete(each);
  }
  anchor = id;
  here().value = { ids: [...now], all: false };
}

function between(from: string, to: string): readonly string[] {
  const [a, b] = [order.peek().indexOf(from), order.peek().indexOf(to)].sort((x, y) => x - y) as [number, number];
  return a < 0 ? [to] : order.peek().slice(a, b + 1);
}

/** Chooses every job of the page, or none. */
export const choosePage = (on: boolean): void => {
  here().value = on ? { ids: order.peek(), all: false } : NONE;
};

/** Chooses every job that the filter lets through, on whatever page. */
export const chooseAll = (): void => {
  here().value = { ids: order.peek(), all: true };
};

/** Lets go of what is no longer on the page. */
export function forgetMissing(): void {
  const there = chosen.peek().ids.filter((id) => order.peek().includes(id));
  if (there.length < chosen.peek().ids.length) here().value = { ...chosen.peek(), ids: there };
}

/** What may be done with a job, by where it stands. */
export const ABLE = {
  cancel: ({ status }: ListedJob): boolean => !isOver(status),
  retry: ({ status }: ListedJob): boolean => status === "failed" || status === "cancelled",
  download: ({ video_url }: ListedJob): boolean => video_url !== null,
  export: (): boolean => true,
};
export type Action = keyof typeof ABLE;

/** How many of the chosen each action can act on; null while the server has not told. */
export type Able = Record<Action, number | null>;
const UNKNOWN: Able = { cancel: null, retry: null, download: null, export: null };

const matching = signal<{ question: string; able: Able } | null>(null);

export const able: ReadonlySignal<Able> = computed(() => {
  const { all, ids } = chosen.value;
  if (all) return matching.value?.question === question.value ? matching.value.able : UNKNOWN;
  const jobs = ids.flatMap((id) => jobOf(id)?.value ?? []);
  const count = (action: Action) => jobs.filter(ABLE[action]).length;
  return { cancel: count("cancel"), retry: count("retry"), download: count("download"), export: ids.length };
});

const every = Object.keys(STATUSES) as JobStatus[];
const STATUSES_OF: Record<Action, JobStatus[]> = {
  cancel: every.filter((status) => !isOver(status)),
  retry: ["failed", "cancelled"],
  download: ["completed"],
  export: every,
};

/** Asks how many of all that match each action can act on. */
export async function countMatching(signal: AbortSignal): Promise<void> {
  const now = question.peek();
  const count = async (action: Action): Promise<number> => {
    const wanted = statusesOf(asked.peek());
    const status = STATUSES_OF[action].filter((each) => wanted.length === 0 || wanted.includes(each));
    if (status.length === 0) return 0;
    return (await listJobs({ ...filterOf(asked.peek()), status, limit: 0 }, { baseUrl, signal })).pagination.total;
  };
  const [cancel, retry, download, all] = await Promise.all([count("cancel"), count("retry"), count("download"), count("export")]);
  matching.value = { question: now, able: { cancel, retry, download, export: all } };
}

/** The chosen as the API takes them: for an action, only those it can act on. */
export function toSelection(action: Action): JobSelection {
  const { all, ids } = chosen.peek();
  if (all) return { filter: filterOf(asked.peek()) };
  return { job_ids: ids.filter((id) => action === "export" || ABLE[action](jobOf(id)?.peek() ?? ({} as ListedJob))) };
}
