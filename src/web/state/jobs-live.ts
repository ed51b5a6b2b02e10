import type { ListedJob } from "../../client/answers.ts";
import { listJobs } from "../../client/lists.ts";
import type { LiveEvent } from "../../client/live.ts";
import { askEvery, awake, hearAll, onceLive } from "../live.ts";
import { isOver } from "../parts/status.tsx";
import { baseUrl } from "../router.ts";
import { failure, jobOf, lastAsked, newer, order, type Progress, patch, refresh, summary } from "./jobs.ts";
import { asked, filterOf, isNewestFirst } from "./jobs-query.ts";

const SOON_MS = 50;
const FLUSH_MS = 250;
const REFRESH_MS = 500;
const ANYWAY_SEC = 30;
const AFTER_FAILURE_SEC = 5;
const MOST_NEW = 99;

type Change = { job: Partial<ListedJob>; progress?: Progress };

/** Keeps the list up to date by what is told of jobs, a few times a second however much that is. Returns what ends it. */
export function watchJobs(): () => void {
  const changes = new Map<string, Change>();
  const flush = paced(FLUSH_MS, () => {
    for (const [id, { job, progress }] of changes) patch(id, job, progress);
    changes.clear();
  });
  const created = new Set<string>();
  const ask = paced(REFRESH_MS, async () => {
    if (!awake.peek()) return;
    if (!(await refresh())) ask.soon();
    if (created.size > 0 && !isNewestFirst(asked.peek())) await countCreated(created);
  });
  const endHearing = hearAll((event) => {
    if (event.event === "job_created") created.add(event.job_id);
    if (event.event === "queue_updated") tellCounts(event);
    const id = "job_id" in event ? event.job_id : "";
    const change = jobOf(id) && toChange(event, changes.get(id));
    if (change) {
      changes.set(id, change);
      flush.soon();
    }
    if (changesList(event, id)) ask.soon();
  });
  const endOpening = onceLive(() => ask.soon());
  const endAsking = askEvery(
    () => (failure.peek() === null ? ANYWAY_SEC : AFTER_FAILURE_SEC),
    async () => {
      if (performance.now() - lastAsked.atMs > 1000) await refresh();
    },
  );
  return () => {
    endHearing();
    endOpening();
    endAsking();
    flush.stop();
    ask.stop();
  };
}

/** What an event changes on a row that is shown. */
function toChange(event: LiveEvent, before: Change | undefined): Change | undefined {
  const job = before?.job ?? {};
  switch (event.event) {
    case "job_status_update": {
      const { status, waiting_for, overall_progress, estimated_time_remaining, current_step } = event;
      const queue_position = status === "pending" ? (job.queue_position ?? jobOf(event.job_id)?.peek().queue_position ?? null) : null;
      return {
        job: { ...job, status, waiting_for, queue_position },
        progress: { overall_progress, estimated_time_remaining, current_step },
      };
    }
    case "job_completed":
      return { ...before, job: { ...job, status: "completed", video_url: event.video_url, thumbnail_url: event.thumbnail_url } };
    case "job_failed":
      return { ...before, job: { ...job, status: "failed", error: event.error, error_code: event.error_code } };
    case "job_cancelled":
      return { ...before, job: { ...job, status: "cancelled" } };
    default:
      return undefined;
  }
}

/** Whether the list is to be asked for again: who is on it, in which place, or what an event does not tell may have changed. */
function changesList(event: LiveEvent, id: string): boolean {
  if (event.event === "job_created") return true;
  if (
    event.event === "stage_completed" ||
    event.event === "job_completed" ||
    event.event === "job_failed" ||
    event.event === "job_cancelled"
  )
    return jobOf(id) !== undefined || asked.peek().status !== undefined;
  if (event.event !== "job_status_update" || event.snapshot) return false;
  const known = jobOf(id)?.peek();
  if (!known || !order.peek().includes(id)) return asked.peek().status !== undefined;
  return (known.status === "pending") !== (event.status === "pending") || isOver(known.status) !== isOver(event.status);
}

function tellCounts({ pending, processing, completed }: Extract<LiveEvent, { event: "queue_updated" }>): void {
  const known = summary.peek();
  if (known) summary.value = { ...known, pending, in_progress: processing, completed };
}

/** Counts what was made since the list was shown and would be on it, where it does not begin with the newest. */
async function countCreated(created: Set<string>): Promise<void> {
  const { jobs } = await listJobs({ ...filterOf(asked.peek()), limit: 100 }, { baseUrl, retries: 0 });
  newer.value = Math.min(MOST_NEW, jobs.filter(({ job_id }) => created.has(job_id) && !order.peek().includes(job_id)).length);
}

/** Does something soon after it is wanted, and then at most every so many milliseconds. What is wanted while it is being done is done once more. */
function paced(everyMs: number, act: () => void | Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let doneMs = Number.NEGATIVE_INFINITY;
  let isActing = false;
  let isWanted = false;
  let isEnded = false;
  const run = async () => {
    timer = undefined;
    isActing = true;
    isWanted = false;
    try {
      await act();
    } catch {
      // What could not be asked is asked with the next event; the connection says how it is.
    }
    isActing = false;
    doneMs = performance.now();
    if (isWanted) soon();
  };
  const soon = (): void => {
    isWanted = true;
    if (!isActing && !isEnded) timer ??= setTimeout(run, Math.max(SOON_MS, doneMs + everyMs - performance.now()));
  };
  return {
    soon,
    stop(): void {
      clearTimeout(timer);
      isEnded = true;
    },
  };
}
