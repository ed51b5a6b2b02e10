import type { Film } from "../../src/domain/artifacts.ts";
import { type AttemptRecord, attemptsOf } from "../../src/domain/attempt-record.ts";
import { KinoraError } from "../../src/domain/error.ts";
import type { StoredEvent } from "../../src/domain/event.ts";
import type { JobQuery } from "../../src/domain/job-query.ts";
import { type JobRecord, type ListedJob, phaseOf } from "../../src/domain/job-record.ts";
import { StoryboardDraft } from "../../src/domain/storyboard.ts";
import { parse, type Submission } from "../../src/domain/submit.ts";
import type { JobService, JobView, Readiness } from "../../src/service/service.ts";
import { withoutShownLengths } from "../../src/service/storyboards.ts";
import { newJob } from "../../src/service/submit.ts";

type Revision = Omit<ReturnType<JobService["storyboard"]>, "lengths" | "stills">;
type Line = Awaited<ReturnType<JobService["logs"]>>[number];
type LogQuery = Parameters<JobService["logs"]>[0];

/** A service in memory that keeps its promises, for tests of what is said over HTTP. */
export type FakeService = JobService & {
  jobs: Map<string, JobRecord>;
  storyboards: Map<string, Revision>;
  lines: Line[];
  told: StoredEvent[];
  files: Map<string, string>;
  /** Those that are kept of each job. */
  tries: AttemptRecord[];
  /** Of each storyboard. */
  stills: ReturnType<JobService["storyboard"]>["stills"];
  readiness: () => Promise<Readiness>;
  /** Throws this on the next submit. */
  failNext: unknown;
  lastQuery: JobQuery | undefined;
  /** Puts a job in; what is not said is of a pending job. */
  add: (change?: Partial<JobRecord>, submission?: Submission) => JobRecord;
};

/** A job as lists have it. */
const toListed = (job: JobRecord): ListedJob => ({
  ...job,
  queuePosition: job.status === "pending" && job.waitingFor === "slot" ? 1 : null,
  scenes: job.film ? [10.5, 20] : null,
  still: null,
  film: job.status === "completed" ? job.film : null,
});

export const START_US = Date.parse("2026-11-20T12:00:00Z") * 1000;

export const STORYBOARD = StoryboardDraft.parse({
  title: "Rivers",
  language: "en",
  origin: "theme",
  credits: [{ what: "Pictures", author: "Someone", licence: "MIT" }],
  scenes: [{ id: "1", narration: "Rivers begin small.", visual: { kind: "scenery", setting: "river", palette: "dawn" } }],
});

export const FILM: Film = {
  video: "/data/jobs/x/1/film.mp4",
  srt: "/data/jobs/x/1/film.srt",
  vtt: "/data/jobs/x/1/film.vtt",
  poster: "/data/jobs/x/1/film.jpg",
  details: "/data/jobs/x/1/film.json",
  durationSec: 30.5,
  bytes: 1234,
  report: { passed: true, checks: [{ name: "loudness", value: -14, unit: "LUFS", limit: "-14 ± 1", passed: true }] },
  notes: ["Read by an English voice."],
  title: "Rivers",
  language: "en",
  credits: [{ what: "Scenery", author: "Kinora", licence: "free to use" }],
};

export const submissionOf = (film: object = { prompt: "Rivers" }): Submission => ({
  request: {
    kind: "generate",
    film: { ...({ prompt: "Rivers", style: "cinematic", aspect: "16:9", quality: "720p" } as object), ...film, seed: 1 } as never,
    review: false,
    runAt: null,
  },
  priority: 5,
  origin: { dialect: "mcp", userId: null, details: {} },
});

export function fakeService(): FakeService {
  const jobs = new Map<string, JobRecord>();
  const keys = new Map<string, { id: string; digest: string }>();
  let seq = 0;
  const find = (id: string) => {
    const job = jobs.get(id.toLowerCase());
    if (!job) throw new KinoraError("not_found", `There is no job ${id.slice(0, 64)}.`);
    return job;
  };
  const view = (job: JobRecord): JobView => ({
    job,
    queuePosition: job.status === "pending" && job.waitingFor === "slot" ? 1 : null,
    remainingSec: phaseOf(job.status) === "over" ? null : 41.53,
  });
  const change = (id: string, changes: Partial<JobRecord>) => {
    const job = { ...find(id), ...changes };
    jobs.set(job.id, job);
    return view(job);
  };
  const add = (changes: Partial<JobRecord> = {}, submission = submissionOf()) => {
    const id = `0199f3a0-7c1e-7b3a-9c55-${String(++seq).padStart(12, "0")}`;
    const job: JobRecord = { ...newJob(submission, id, START_US + seq), seq, ...changes };
    jobs.set(job.id, job);
    return job;
  };
  const linesOf = ({ jobId, after = 0, before = Infinity, fromLine = 0, toLine = Infinity, levels, search = "" }: LogQuery) => {
    const { id } = find(jobId);
    return service.lines.filter(
      (line) =>
        line.jobId === id &&
        line.seq > after &&
        line.seq < before &&
        line.line >= fromLine &&
        line.line <= toLine &&
        line.message.includes(search) &&
        (!levels || levels.includes(line.level)),
    );
  };
  const service: FakeService = {
    jobs,
    storyboards: new Map(),
    lines: [],
    told: [],
    files: new Map(),
    stills: [],
    tries: [],
    failNext: undefined,
    lastQuery: undefined,
    add,
    async submit(submission, key) {
      if (service.failNext) {
        const error = service.failNext;
        service.failNext = undefined;
        throw error;
      }
      const before = key && keys.get(`${key.scope} ${key.key}`);
      if (before && before.digest !== key.digest) throw new KinoraError("key_reused", "This key has been used.");
      if (before) return { ...view(find(before.id)), repeated: true };
      const job = add({}, submission);
      if (key) keys.set(`${key.scope} ${key.key}`, { id: job.id, digest: key.digest });
      return { ...view(job), repeated: false };
    },
    view: (id) => view(find(id)),
    job: find,
    list(query) {
      service.lastQuery = query;
      const fitting = [...jobs.values()]
        .filter((job) => fits(job, query))
        .sort((a, b) => (query.descending ? b.seq - a.seq : a.seq - b.seq));
      const { limit, offset } = query;
      const page = fitting.slice(offset, offset + limit);
      return { jobs: page.map(toListed), total: fitting.length, totalIsExact: true, counts: service.counts() };
    },
    counts(userId) {
      const counted = [...jobs.values()].filter(({ origin }) => userId === undefined || origin.userId === userId);
      const of = (test: (job: JobRecord) => boolean) => counted.filter(test).length;
      return {
        total: counted.length,
        completed: of(({ status }) => status === "completed"),
        failed: of(({ status }) => status === "failed"),
        inProgress: of(({ status }) => phaseOf(status) === "running"),
        pending: of(({ status }) => status === "pending"),
        cancelled: of(({ status }) => status === "cancelled"),
      };
    },
    async cancel(id) {
      if (phaseOf(find(id).status) === "over") throw new KinoraError("wrong_state", "The job is over and cannot be cancelled.");
      return change(id, { status: "cancelled", waitingFor: null });
    },
    async retry(id) {
      if (!["failed", "cancelled"].includes(find(id).status))
        throw new KinoraError("wrong_state", "Only a failed or cancelled job is retried.");
      return change(id, { status: "pending", waitingFor: "slot" });
    },
    prefetch(id) {
      if (find(id).status !== "pending") throw new KinoraError("wrong_state", "There is nothing to prefetch.");
      return view(find(id));
    },
    storyboard(id) {
      const found = service.storyboards.get(find(id).id);
      if (!found) throw new KinoraError("wrong_state", "The job waits for its turn and has not been planned yet.");
      return { ...found, lengths: found.storyboard.scenes.map(() => ({ sec: 4.6, is: "measured" })), stills: service.stills };
    },
    async saveStoryboard(id, draft, etags) {
      const storyboard = parse(StoryboardDraft, draft);
      const present = service.storyboard(id);
      if (phaseOf(find(id).status) === "running") throw new KinoraError("wrong_state", "The job is running.");
      if (!etags.includes("*") && !etags.includes(present.etag)) throw new KinoraError("stale_revision", "The storyboard has changed.");
      const revision = present.revision + 1;
      const kept = withoutShownLengths(storyboard, present);
      service.storyboards.set(find(id).id, { revision, etag: `e${revision}`, storyboard: kept, savedUs: START_US });
      return service.storyboard(id);
    },
    async approve(id) {
      if (find(id).waitingFor !== "approval") throw new KinoraError("wrong_state", "There is nothing to approve.");
      return change(id, { waitingFor: "slot", approved: true });
    },
    async logs(query) {
      const fitting = linesOf(query);
      return query.newest ? fitting.slice(-query.limit) : fitting.slice(0, query.limit);
    },
    attempts: (id) => attemptsOf(find(id), service.tries),
    logSummary(jobId) {
      const lines = linesOf({ jobId, limit: 0 });
      const levels = { DEBUG: 0, INFO: 0, WARNING: 0, ERROR: 0 };
      for (const { level } of lines) levels[level]++;
      return { levels, first: lines[0] ?? null, last: lines.at(-1) ?? null };
    },
    async logMatches(query) {
      const lines = linesOf(query).map(({ line }) => line);
      return { lines: lines.slice(0, query.limit), next: lines[query.limit] ?? null };
    },
    events({ after, limit, jobId, logs = false }) {
      const fitting = service.told.filter(
        ({ seq, jobId: of, body }) => seq > after && (jobId === undefined || of === jobId) && (logs || body.event !== "job_log_entry"),
      );
      const events = fitting.slice(0, limit);
      return { events, next: events.at(-1)?.seq ?? after };
    },
    active: (limit) =>
      [...jobs.values()]
        .filter(({ status }) => phaseOf(status) !== "over")
        .slice(-limit)
        .reverse(),
    listen: () => () => undefined,
    eventSpan: () => ({ oldest: service.told[0]?.seq ?? 0, newest: service.told.at(-1)?.seq ?? 0 }),
    readiness: async () => ({ ready: true, parts: [{ name: "store", ok: true, detail: "0 jobs" }] }),
    file: (id, revision, name) => service.files.get(`${id}/${revision}/${name}`),
  };
  return service;
}

const fits = (
  job: JobRecord,
  { statuses, priority, userId, kind, style, fromUs = 0, toUs = Number.POSITIVE_INFINITY }: JobQuery,
): boolean =>
  (!statuses || statuses.includes(job.status)) &&
  (priority === undefined || job.priority === priority) &&
  (kind === undefined || job.kind === kind) &&
  (style === undefined || job.style === style) &&
  (userId === undefined || job.origin.userId === userId) &&
  job.createdUs >= fromUs &&
  job.createdUs < toUs;
