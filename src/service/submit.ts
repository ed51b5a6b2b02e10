import { KinoraError } from "../domain/error.ts";
import { type JobRecord, phaseOf } from "../domain/job-record.ts";
import type { JobRequest, Submission } from "../domain/submit.ts";
import type { NewJob, Writing } from "../store/store.ts";
import type { ServiceMeans } from "./means.ts";
import type { IdempotencyKey } from "./service.ts";

const MOST_PROMPT = 1000;
const TRY_AGAIN_SEC = 30;
const HOUR_US = 3600e6;

/** A submission as a new job that waits for its slot or its time. */
export function newJob({ request, priority, origin }: Submission, id: string, nowUs: number): NewJob {
  const dueUs = request.runAt === null ? nowUs : Math.max(nowUs, Date.parse(request.runAt) * 1000);
  const film = request.kind === "generate" ? request.film : undefined;
  return {
    id,
    kind: request.kind,
    status: "pending",
    waitingFor: dueUs > nowUs ? "time" : "slot",
    request,
    origin,
    prompt: shownPrompt(request),
    title: film?.title ?? null,
    style: film?.style ?? null,
    priority,
    durationTargetSec: film ? (film.duration_target ?? (film.prompt === undefined ? null : 60)) : null,
    dueUs,
    progress: 0,
    step: null,
    remainingSec: null,
    stages: [],
    failures: 0,
    crash: null,
    revision: 1,
    approved: request.kind !== "generate" || !request.review,
    error: null,
    errorCode: null,
    film: null,
    createdUs: nowUs,
    updatedUs: nowUs,
    startedUs: null,
    finishedUs: null,
  };
}

/** What lists show and searches find of a request. */
function shownPrompt(request: JobRequest): string {
  if (request.kind === "noop") return request.prompt;
  const { prompt, script, storyboard } = request.film;
  const text =
    prompt ?? script ?? [storyboard?.title ?? "", ...(storyboard?.scenes ?? []).map(({ narration }) => narration)].join(" ").trim();
  return [...text.slice(0, 4 * MOST_PROMPT)].slice(0, MOST_PROMPT).join("");
}

/** The job that a key has made; undefined when it is new. Throws `key_reused` when it stands for another request. */
function madeBefore(store: Writing, key: IdempotencyKey | undefined): JobRecord | undefined {
  const use = key && store.keyUse(key.scope, key.key);
  if (!use) return undefined;
  if (use.digest !== key.digest)
    throw new KinoraError("key_reused", "This idempotency key has been used for another request. Send a new key with each new request.");
  return store.job(use.jobId);
}

/** Stores a job, once for each key. Throws `key_reused`, `queue_closed` or `rate_limited`. */
export async function storeSubmission(
  { store, settings, nowUs, makeId }: ServiceMeans,
  submission: Submission,
  key: IdempotencyKey | undefined,
): Promise<{ job: JobRecord; repeated: boolean }> {
  return store.write((tx) => {
    const before = madeBefore(tx, key);
    if (before) return { job: before, repeated: true };
    const now = nowUs();
    if (tx.countOf("pending") >= settings.limits.queue) throw queueClosed(settings.limits.queue);
    checkHour(tx, settings.limits.jobs_per_hour, now);
    const job = tx.insertJob(newJob(submission, makeId(), now));
    if (key) tx.useKey(key.scope, key.key, { jobId: job.id, digest: key.digest }, now);
    return { job, repeated: false };
  });
}

/** Throws `rate_limited` when as many jobs as may be were made within the hour, and says when the oldest of them leaves it. */
function checkHour(store: Writing, most: number, nowUs: number): void {
  if (most === 0) return;
  const { count, oldestUs } = store.madeSince(nowUs - HOUR_US);
  if (count < most) return;
  const retryAfterSec = Math.max(1, Math.ceil((oldestUs + HOUR_US - nowUs) / 1e6));
  throw new KinoraError(
    "rate_limited",
    `${most.toLocaleString("en")} jobs have been made within the hour, the most that limits.jobs_per_hour allows.`,
    {
      retryAfterSec,
    },
  );
}

const queueClosed = (most: number): KinoraError =>
  new KinoraError("queue_closed", `${most.toLocaleString("en")} jobs wait already. Try again when some are done.`, {
    retryAfterSec: TRY_AGAIN_SEC,
  });

/** A job that is there. Throws `not_found`. */
export function foundJob<Job extends JobRecord>(job: Job | undefined, id: string): Job {
  if (!job) throw new KinoraError("not_found", `There is no job ${id.slice(0, 64)}.`);
  return job;
}

/** What a state forbids, in a sentence. */
export const wrongState = (job: JobRecord, why: string): KinoraError => new KinoraError("wrong_state", `The job ${sayState(job)}${why}`);

function sayState(job: JobRecord): string {
  if (phaseOf(job.status) === "running") return "is running";
  if (job.status === "pending") return job.waitingFor === "approval" ? "waits for approval" : "waits for its turn";
  return `is ${job.status}`;
}
