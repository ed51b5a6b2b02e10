import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { JobPage, ListedJob } from "../../client/answers.ts";
import { listJobs } from "../../client/lists.ts";
import { baseUrl } from "../router.ts";
import { asked, isNewestFirst, question, toQuery } from "./jobs-query.ts";

/** What changes several times a second while a job runs. */
export type Progress = Pick<ListedJob, "overall_progress" | "estimated_time_remaining"> & { current_step: string | null };

/** A job of the list, in two signals so that only what has changed is drawn. */
type Row = { job: Signal<ListedJob>; progress: Signal<Progress> };

/** One page of the list as it is shown. */
type Listing = { question: string; order: readonly string[]; pagination: JobPage["pagination"] };

const rows = new Map<string, Row>();
const kept = new Map<string, Listing>();
const MOST_KEPT = 8;

const listing = signal<Listing | null>(null);

/** The ids of the jobs that are shown, in their order. */
export const order: ReadonlySignal<readonly string[]> = computed(() => listing.value?.order ?? []);

/** Which part of the list is shown; null before any is. */
export const pagination: ReadonlySignal<JobPage["pagination"] | null> = computed(() => listing.value?.pagination ?? null);

/** Whether what is shown answers the address, and not the one before it. */
export const isCurrent: ReadonlySignal<boolean> = computed(() => listing.value?.question === question.value);

/** Counts of all jobs by status; null before anyone knows. */
export const summary = signal<JobPage["summary"] | null>(null);

/** Why the list could not be had; null when it could. */
export const failure = signal<unknown>(null);

/** How many jobs have come that are not shown yet. */
export const newer = signal(0);

/** A job that is shown, as far as it rarely changes. */
export const jobOf = (id: string): ReadonlySignal<ListedJob> | undefined => rows.get(id)?.job;

/** How far a job that is shown is. */
export const progressOf = (id: string): ReadonlySignal<Progress> | undefined => rows.get(id)?.progress;

let holding: () => boolean = () => false;

/** Says when the list must not move by itself: while something is chosen, or it is scrolled. */
export function holdWhile(isHeld: () => boolean): void {
  holding = isHeld;
}

/** When the list was asked for last, ms of the page's clock, and what that took. */
export const lastAsked = { atMs: Number.NEGATIVE_INFINITY, tookMs: 0 };

let asking: AbortController | undefined;

/** Shows what was shown for the address when it was left, if that is still known. */
export function recall(): void {
  const known = kept.get(question.peek());
  if (known) listing.value = known;
}

/** Forgets what is shown; it comes back by `recall`. */
export function leave(): void {
  const mine = asking;
  asking = undefined;
  mine?.abort(new Error("No longer wanted."));
  listing.value = null;
  failure.value = null;
  newer.value = 0;
}

/** Asks for what the address says and shows it. `moves` says whether rows may come, go and change places where they are shown already. */
export async function load(moves: () => boolean = () => !holding()): Promise<void> {
  asking?.abort(new Error("Something else is wanted."));
  const mine = new AbortController();
  asking = mine;
  const about = question.peek();
  const beganMs = performance.now();
  try {
    const answer = await listJobs(withRoom(toQuery(asked.peek())), { baseUrl, signal: mine.signal });
    if (asking === mine) take(about, answer, moves());
  } catch (error) {
    if (asking === mine) failure.value = error;
  } finally {
    if (asking === mine) asking = undefined;
    Object.assign(lastAsked, { atMs: performance.now(), tookMs: performance.now() - beganMs });
  }
}

/** Asks again for what is shown, unless that is being asked: then it answers false. Rows move only at the head of the list, and only while nothing holds it. */
export async function refresh(): Promise<boolean> {
  if (asking) return false;
  await load(() => isNewestFirst(asked.peek()) && !holding());
  return true;
}

/** Shows new jobs where they are, and what has changed places. */
export const showNewer = (): Promise<void> => load(() => true);

/** Jobs that have come push the shown ones down: those are to be in the answer as well. */
function withRoom(query: ReturnType<typeof toQuery>): ReturnType<typeof toQuery> {
  const room = isCurrent.peek() && holding() ? newer.peek() : 0;
  return room > 0 ? { ...query, limit: Math.min(100, Number(query.limit) + room) } : query;
}

function take(about: string, { jobs, pagination, summary: counts }: JobPage, moves: boolean): void {
  for (const job of jobs) put(job);
  const ids = jobs.map(({ job_id }) => job_id);
  const shown = listing.peek();
  failure.value = null;
  summary.value = counts;
  if (!moves && shown?.question === about) {
    newer.value = isNewestFirst(asked.peek()) ? countNewer(ids, shown.order) : newer.peek();
    listing.value = { ...shown, pagination: { ...pagination, limit: shown.pagination.limit } };
  } else {
    newer.value = 0;
    const { limit } = shown?.question === about ? shown.pagination : pagination;
    const isSame = shown?.question === about && shown.order.join() === ids.slice(0, limit).join();
    listing.value = { question: about, order: isSame ? shown.order : ids.slice(0, limit), pagination: { ...pagination, limit } };
  }
  keep(listing.peek() as Listing);
}

/** Ids sort by age. */
const countNewer = (ids: string[], shown: readonly string[]): number => {
  const oldest = shown.at(-1) ?? "";
  return ids.filter((id) => id > oldest && !shown.includes(id)).length;
};

function keep(now: Listing): void {
  kept.delete(now.question);
  kept.set(now.question, now);
  if (kept.size <= MOST_KEPT) return;
  kept.delete(kept.keys().next().value as string);
  const used = new Set([...kept.values()].flatMap(({ order }) => order));
  for (const id of rows.keys()) if (!used.has(id)) rows.delete(id);
}

function put(job: ListedJob): void {
  const row = rows.get(job.job_id);
  const progress: Progress = {
    overall_progress: job.overall_progress,
    estimated_time_remaining: job.estimated_time_remaining,
    current_step: row?.progress.peek().current_step ?? null,
  };
  if (!row) rows.set(job.job_id, { job: signal(job), progress: signal(progress) });
  else {
    if (!isSame(row.job.peek(), job)) row.job.value = job;
    if (!isSame(row.progress.peek(), progress)) row.progress.value = progress;
  }
}

/** Changes what is known of a job that is shown. Answers whether there is one. */
export function patch(id: string, change: Partial<ListedJob>, progress?: Progress): boolean {
  const row = rows.get(id);
  if (!row) return false;
  const next = { ...row.job.peek(), ...change };
  if (!isSame(row.job.peek(), next)) row.job.value = next;
  if (progress && !isSame(row.progress.peek(), progress)) row.progress.value = progress;
  return true;
}

const FLEETING = ["overall_progress", "estimated_time_remaining"];

/** Whether two states of a job look the same; how far it is has a signal of its own. */
function isSame<Value extends object>(before: Value, after: Value): boolean {
  const isJob = "job_id" in after;
  return Object.entries(after).every(([name, value]) => {
    const was = before[name as keyof Value];
    return was === value || (isJob && FLEETING.includes(name)) || (Array.isArray(value) && String(was) === String(value));
  });
}
