import { join } from "node:path";
import { attemptsOf } from "../domain/attempt-record.ts";
import { JobId, type JobRecord, phaseOf, RUNNING_STATUSES } from "../domain/job-record.ts";
import type { Reading } from "../store/store.ts";
import { storeCancelled, storeRetried } from "./acts.ts";
import { watchDisk } from "./disk.ts";
import { matchLogs, readLogs } from "./logs.ts";
import type { ServiceMeans } from "./means.ts";
import { readReadiness } from "./readiness.ts";
import type { JobService, JobView } from "./service.ts";
import { approveStoryboard, showStoryboard, writeStoryboard } from "./storyboards.ts";
import { foundJob, storeSubmission, wrongState } from "./submit.ts";
import { openTurns } from "./turns.ts";

/** What a job's folder is asked for by name: its film and what lies beside it, and the stills of its scenes. */
const FILM_FILE = /^(film\.(mp4|srt|vtt|jpg|json)|scene-\d{3}\.jpg)$/;

/** Opens what Kinora can do with jobs. */
export function openJobService(means: ServiceMeans): JobService {
  const { store, scheduler, nowUs } = means;
  const disk = watchDisk(means);
  const turn = openTurns();
  const find = (id: string, reading: Reading = store.read) =>
    foundJob(JobId.safeParse(id).success ? reading.job(id.toLowerCase()) : undefined, id);
  const view = (job: JobRecord): JobView => {
    const isNext = job.status === "pending" && job.waitingFor === "slot";
    const ahead = isNext ? store.read.ahead(job) : undefined;
    const phase = phaseOf(job.status);
    return {
      job,
      queuePosition: ahead === undefined ? null : ahead + 1,
      remainingSec:
        phase === "over"
          ? null
          : phase === "running"
            ? (job.remainingSec ?? scheduler.estimateSec(job.id))
            : scheduler.estimateSec(job.id, ahead),
    };
  };
  return {
    async submit(submission, key) {
      await disk.check();
      const { job, repeated } = await storeSubmission(means, submission, key);
      if (!repeated) scheduler.wake();
      return { ...view(job), repeated };
    },
    view: (id) => view(find(id)),
    job: (id) => find(id),
    list: (query) => store.read.list(query),
    counts: (userId) => (userId === undefined ? store.read.counts() : store.read.countsOfUser(userId)),
    async cancel(id) {
      const job = await store.write((tx) => storeCancelled(tx, find(id, tx), nowUs()));
      await scheduler.stopJob(job.id);
      return view(job);
    },
    async retry(id) {
      await disk.check();
      const job = await store.write((tx) => storeRetried(tx, find(id, tx), nowUs()));
      scheduler.wake();
      return view(job);
    },
    prefetch(id) {
      const job = find(id);
      if (job.status !== "pending") throw wrongState(job, ": there is nothing to prefetch.");
      scheduler.prefetch(job.id);
      return view(job);
    },
    storyboard: (id) => showStoryboard(store.read, find(id).id),
    saveStoryboard: (id, draft, etags) => writeStoryboard(means, find(id).id, draft, etags),
    async approve(id) {
      await disk.check();
      const job = await store.write((tx) => approveStoryboard(tx, find(id, tx).id, nowUs()));
      scheduler.wake();
      return view(job);
    },
    logs: async (query, signal) => readLogs(store.read, { ...query, jobId: find(query.jobId).id }, turn, signal),
    attempts(id) {
      const job = find(id);
      return attemptsOf(job, store.read.attempts(job.id));
    },
    logSummary: (id) => store.read.logSummary(find(id).id),
    logMatches: async (query, signal) => matchLogs(store.read, { ...query, jobId: find(query.jobId).id }, turn, signal),
    events(query) {
      const events = store.read.events(query);
      return { events, next: events.at(-1)?.seq ?? query.after };
    },
    active(limit) {
      const page = store.read.list({
        statuses: ["pending", ...RUNNING_STATUSES],
        sortBy: "created_at",
        descending: true,
        limit,
        offset: 0,
      });
      return page.jobs.flatMap(({ id }) => store.read.job(id) ?? []);
    },
    listen: store.listen,
    eventSpan: store.read.eventSpan,
    readiness: () => readReadiness(means, disk.look),
    file(id, revision, name) {
      if (!JobId.safeParse(id).success || !Number.isSafeInteger(revision) || revision < 1 || !FILM_FILE.test(name)) return undefined;
      return join(means.jobsFolder, id.toLowerCase(), String(revision), name);
    },
  };
}
