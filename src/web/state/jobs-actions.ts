import { signal } from "@preact/signals";
import { cancelJob, retryJob } from "../../client/actions.ts";
import type { ListedJob } from "../../client/answers.ts";
import { type BulkAction, type BulkAnswer, bulkJobs, type JobSelection } from "../../client/bulk.ts";
import { copyText } from "../parts/copy.tsx";
import { baseUrl, href } from "../router.ts";
import { sayMany } from "../say.ts";
import { load } from "./jobs.ts";
import { say, sayError } from "./toasts.ts";

/** What is to be confirmed before it is done; null for nothing. */
export const confirming = signal<{ title: string; text: string; yes: string; run: () => void } | null>(null);

/** What became of each of many jobs, while someone reads it; null otherwise. */
export const outcome = signal<BulkAnswer | null>(null);

/** True while something is done to many jobs. */
export const busy = signal(false);

/** A job in a few words. */
export const nameOf = ({ title, prompt }: Pick<ListedJob, "title" | "prompt">): string => title?.trim() || prompt.trim() || "Untitled";

const short = (job: ListedJob): string => {
  const points = [...nameOf(job)];
  return points.length > 60 ? `${points.slice(0, 59).join("")}…` : points.join("");
};

/** The address of a job's page, for others. */
export const addressOf = (id: string): string => new URL(href(`/jobs/${id}`), location.href).href;

async function change(act: () => Promise<unknown>, done: string): Promise<void> {
  try {
    await act();
    say("good", done);
  } catch (error) {
    say("bad", sayError(error));
  }
  await load();
}

/** Asks whether a job is to be stopped, and stops it. */
export function askCancel(job: ListedJob): void {
  confirming.value = {
    title: "Cancel this job?",
    text: `“${short(job)}” stops now. What is made so far is kept, and a retry goes on from there.`,
    yes: "Cancel the job",
    run: () => void change(() => cancelJob(job.job_id, { baseUrl }), "Cancelled"),
  };
}

/** Runs a job again that failed or was cancelled. */
export const retry = (job: ListedJob): Promise<void> => change(() => retryJob(job.job_id, { baseUrl }), "It runs again");

/** Asks whether many jobs are to be stopped, and stops them. `count` is null where nobody knows how many. */
export function askCancelAll(selection: JobSelection, count: number | null): void {
  const many = count === null ? "All that match" : sayMany(count, "job");
  confirming.value = {
    title: count === null ? "Cancel all that match?" : `Cancel ${many}?`,
    text: `${many} will stop now. What is made so far is kept, and a retry goes on from there.`,
    yes: count === null ? "Cancel them" : `Cancel ${many}`,
    run: () => void doToAll("cancel", selection),
  };
}

const MOST_ROUNDS = 50;

/** Does something to many jobs, and says what became of them. */
export async function doToAll(action: BulkAction, selection: JobSelection): Promise<void> {
  if (busy.peek()) return;
  busy.value = true;
  try {
    let sum = await bulkJobs(action, selection, { baseUrl });
    for (let round = 1, before = sum; before.remaining > 0 && before.done > 0 && round < MOST_ROUNDS; round++) {
      before = await bulkJobs(action, selection, { baseUrl });
      sum = add(sum, before);
    }
    tell(sum);
  } catch (error) {
    say("bad", sayError(error));
  }
  busy.value = false;
  await load();
}

const add = (a: BulkAnswer, b: BulkAnswer): BulkAnswer => ({
  action: a.action,
  done: a.done + b.done,
  skipped: a.skipped + b.skipped,
  failed: a.failed + b.failed,
  remaining: b.remaining,
  results: [...a.results, ...b.results],
});

const DONE: Record<BulkAction, { done: (count: number) => string; skipped: (count: number) => string }> = {
  cancel: {
    done: (count) => `${sayMany(count, "job")} cancelled`,
    skipped: (count) => `${count} ${count === 1 ? "was" : "were"} over already`,
  },
  retry: {
    done: (count) => `${sayMany(count, "job")} ${count === 1 ? "runs" : "run"} again`,
    skipped: (count) => `${count} needed no retry`,
  },
};

function tell(answer: BulkAnswer): void {
  const { action, done, skipped, failed, remaining } = answer;
  const parts = [
    (done > 0 || skipped + failed === 0) && DONE[action].done(done),
    skipped > 0 && DONE[action].skipped(skipped),
    failed > 0 && `${failed} failed`,
    remaining > 0 && `${remaining} are left`,
  ].filter(Boolean);
  const read = () => {
    outcome.value = answer;
  };
  const details = { label: "Details", run: read };
  say(failed > 0 ? "bad" : "good", parts.join(", "), failed + skipped > 0 ? details : undefined);
}

/** Puts something on the clipboard and says so. */
export async function copy(text: string, what: string): Promise<void> {
  if (await copyText(text)) say("good", `${what} copied`);
  else say("bad", "The browser does not let this page copy. Select the text and copy it by hand.");
}

/** Hands a job's address to the device's own way of sharing, or to an e-mail where there is none. */
export async function share(job: ListedJob): Promise<void> {
  const url = addressOf(job.job_id);
  if (!navigator.share) location.href = `mailto:?subject=${encodeURIComponent(short(job))}&body=${encodeURIComponent(url)}`;
  else await navigator.share({ title: short(job), url }).catch(() => undefined);
}
