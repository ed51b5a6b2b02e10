import { signal } from "@preact/signals";
import { cancelJob } from "../../client/actions.ts";
import type { ListedJob } from "../../client/answers.ts";
import { listJobs } from "../../client/lists.ts";
import type { LiveEvent } from "../../client/live.ts";
import { getQueue } from "../../client/queue.ts";
import { getStoryboard } from "../../client/storyboards.ts";
import type { JobStatus, WaitingFor } from "../../client/words.ts";
import { awake, hearAll } from "../live.ts";
import { isOver, isRunning, STATUSES } from "../parts/status.tsx";
import { baseUrl } from "../router.ts";
import { queue } from "./server.ts";
import { say, sayError } from "./toasts.ts";

/** Something that happened to a job. `detail` says more, such as why it failed. */
export type Happening = { key: string; jobId: string; status: JobStatus; waitingFor: WaitingFor | null; at: string; detail: string };

/** A scene of the job that is shown as a filmstrip; null where it has no picture yet. */
export type Strip = { jobId: string; stills: (string | null)[]; done: ReadonlySet<number> };

/** A job that is being worked on, with what is being done. */
export type Work = ListedJob & { current_step: string | null };

/** What is being worked on, oldest first; null before anyone knows. */
export const works = signal<readonly Work[] | null>(null);

/** How many jobs there have ever been; null before anyone knows. */
export const everMade = signal<number | null>(null);

/** The newest that happened, newest first. */
export const happenings = signal<readonly Happening[]>([]);

/** What jobs are called, by their ids. */
export const titles = signal<ReadonlyMap<string, string>>(new Map());

/** The scenes of the job that is nearest to its end. */
export const strip = signal<Strip | null>(null);

/** Why the last asking failed. */
export const worksError = signal<unknown>(undefined);

const RUNNING = (Object.keys(STATUSES) as JobStatus[]).filter(isRunning);
const MOST_SHOWN = 8;
const MOST_TITLES = 200;
const AGAIN_MS = 1000;
const statuses = new Map<string, JobStatus>();

/** Asks what is being worked on and what happened last. */
export async function askWorks(signal?: AbortSignal): Promise<void> {
  const options = { baseUrl, ...(signal && { signal }) };
  try {
    const [running, newest] = await Promise.all([
      listJobs({ status: RUNNING, sort_by: "created_at", sort_order: "asc", limit: 24 }, options),
      listJobs({ sort_by: "updated_at", limit: MOST_SHOWN }, options),
    ]);
    name([...running.jobs, ...newest.jobs]);
    works.value = running.jobs.map((job) => ({ ...job, current_step: stepOf(job.job_id) }));
    everMade.value = newest.summary.total_jobs;
    happenings.value = merge(happenings.peek(), newest.jobs.map(toHappening));
    worksError.value = undefined;
  } catch (error) {
    if (!signal?.aborted) worksError.value = error;
  }
}

/** What is being done, as an event told it, or else as its worker has it. */
const stepOf = (jobId: string): string | null =>
  works.peek()?.find(({ job_id }) => job_id === jobId)?.current_step ??
  queue.peek()?.workers.find(({ job_id }) => job_id === jobId)?.current_step ??
  null;

function name(jobs: readonly ListedJob[]): void {
  for (const { job_id, status } of jobs) statuses.set(job_id, status);
  titles.value = new Map(
    [...titles.peek(), ...jobs.map((job): [string, string] => [job.job_id, job.title || job.prompt])].slice(-MOST_TITLES),
  );
}

const toHappening = (job: ListedJob): Happening => ({
  key: `${job.job_id} ${job.status}`,
  jobId: job.job_id,
  status: job.status,
  waitingFor: job.waiting_for,
  at: (isOver(job.status) ? job.finished_at : null) ?? job.updated_at,
  detail: detailOf(job),
});

const detailOf = ({ status, error, started_at, finished_at }: ListedJob): string => {
  if (status === "failed") return error ?? "";
  if (status !== "completed" || !started_at || !finished_at) return "";
  return String((Date.parse(finished_at) - Date.parse(started_at)) / 1000);
};

/** What was seen happening stays as it was seen; what an asking tells fills in what was not. */
function merge(seen: readonly Happening[], told: readonly Happening[]): Happening[] {
  const known = new Map(seen.map((happening) => [happening.key, happening]));
  const all = [...seen, ...told.filter(({ key }) => !known.has(key))].map((happening) => {
    const newer = told.find(({ key }) => key === happening.key);
    return newer?.detail ? { ...happening, detail: newer.detail } : happening;
  });
  return all.sort((a, b) => b.at.localeCompare(a.at)).slice(0, MOST_SHOWN);
}

let isAsking = false;

/** Asks anew a little later, once for all that happens until then. */
function askSoon(): void {
  if (isAsking) return;
  isAsking = true;
  setTimeout(async () => {
    isAsking = false;
    if (awake.peek()) await Promise.all([askWorks(), askDepth()]);
  }, AGAIN_MS);
}

const askDepth = (): Promise<unknown> =>
  getQueue({ baseUrl, retries: 0 }).then(
    (now) => {
      queue.value = now;
    },
    () => undefined,
  );

/** Follows what happens to all jobs. Returns what ends that. */
export const followWorks = (): (() => void) => hearAll(hear);

function hear(event: LiveEvent): void {
  if (event.event === "job_created") {
    titles.value = new Map([...titles.peek(), [event.job_id, event.prompt] as const].slice(-MOST_TITLES));
    note(event.job_id, event.status, null);
  } else if (event.event === "job_status_update") {
    const { overall_progress, current_step, estimated_time_remaining, status, waiting_for } = event;
    if (!("snapshot" in event)) note(event.job_id, status, waiting_for);
    change(event.job_id, { overall_progress, current_step, estimated_time_remaining, status });
  } else if (event.event === "scene_rendered") light(event);
}

/** A change of status happened, if it is one. Ends come as statuses too. */
function note(jobId: string, status: JobStatus, waitingFor: WaitingFor | null): void {
  if (statuses.get(jobId) === status) return;
  statuses.delete(jobId);
  statuses.set(jobId, status);
  if (statuses.size > 1000) statuses.delete(statuses.keys().next().value as string);
  const happening = { key: `${jobId} ${status}`, jobId, status, waitingFor, at: new Date().toISOString(), detail: "" };
  happenings.value = [happening, ...happenings.peek().filter(({ key }) => key !== happening.key)].slice(0, MOST_SHOWN);
  askSoon();
}

function change(jobId: string, now: Partial<Work> & { status: JobStatus }): void {
  const all = works.peek();
  if (!all?.some(({ job_id }) => job_id === jobId)) return;
  works.value = isRunning(now.status)
    ? all.map((job) => (job.job_id === jobId ? { ...job, ...now } : job))
    : all.filter(({ job_id }) => job_id !== jobId);
}

/** Asks for the pictures of a job's scenes. Before it has been planned there are none. */
export async function askStrip(jobId: string): Promise<void> {
  const told = await getStoryboard(jobId, { baseUrl, retries: 0 }).catch(() => null);
  const before = strip.peek();
  const done = before?.jobId === jobId ? before.done : new Set<number>();
  strip.value = { jobId, done, stills: told?.storyboard.scenes.map(({ thumbnail }) => thumbnail) ?? [] };
}

function light({ job_id, scene, thumbnail_url }: { job_id: string; scene: number; thumbnail_url: string | null }): void {
  const now = strip.peek();
  if (now?.jobId !== job_id) return;
  const stills = now.stills.map((still, at) => (at === scene ? (thumbnail_url ?? still) : still));
  strip.value = { jobId: job_id, stills, done: new Set([...now.done, scene]) };
}

/** Cancels a job, and says so. */
export async function cancelWork(jobId: string): Promise<void> {
  try {
    await cancelJob(jobId, { baseUrl });
    say("plain", "Cancelled.");
  } catch (error) {
    say("bad", `It could not be cancelled. ${sayError(error)}`);
  }
}
