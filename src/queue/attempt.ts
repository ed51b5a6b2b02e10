import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Artifacts } from "../domain/artifacts.ts";
import { fromErrorData, KinoraError, toErrorData } from "../domain/error.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import { type JobRecord, phaseOf } from "../domain/job-record.ts";
import type { StageCosts, StageName } from "../domain/stages.ts";
import type { Writing } from "../store/store.ts";
import { asDiskError, removeParts } from "../system/files.ts";
import { type Outcome, sayOutcome, settleChange } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { openFilmRun } from "./film-run.ts";
import { clearTemporary } from "./temporary.ts";
import type { RunningJob } from "./work.ts";

/** One run of a job, from its claim to what became of it. */
export type Attempt = {
  state: () => RunningJob;
  /** Seconds left, as far as is known. */
  remainingSec: () => number | null;
  /** Ends it: `cancel` when the caller has stored what becomes of the job, `shut` when it is to go on at the next start. Resolves as `ended`. */
  end: (why: "cancel" | "shut") => Promise<void>;
  /** Resolves once its children have gone and what became of it is on its way to the store. Never rejects. */
  ended: Promise<Outcome | undefined>;
  /** Resolves with the job as it has been left, once that is on the disk; with undefined when nothing was to be stored. */
  stored: Promise<JobRecord | undefined>;
};

/** What a job is run with: what its film is made from, what earlier attempts left, and what stages cost. */
export type AttemptMeans = { film: ResolvedRequest | undefined; earlier: Partial<Artifacts>; costs: (film: ResolvedRequest) => StageCosts };

/** What has come of a job cannot be stored as it is: a fault of ours. */
const broken = (error: unknown): Outcome => ({ kind: "failed", error: new KinoraError("internal", toErrorData(error).message) });

/** Begins a job that has been claimed. */
export function startAttempt(job: JobRecord, means: AttemptMeans, desk: Desk): Attempt {
  const stop = new AbortController();
  const { nowUs, saver, lines } = desk;
  const sinceUs = nowUs();
  const mine = (store: Writing): JobRecord | undefined => {
    const now = store.job(job.id);
    return now && phaseOf(now.status) === "running" && now.revision === job.revision ? now : undefined;
  };
  const log = (level: "INFO" | "WARNING" | "ERROR", message: string, stage: StageName | null = null) =>
    lines.add({ jobId: job.id, timeUs: nowUs(), level, stage, message });
  const stored = Promise.withResolvers<JobRecord | undefined>();
  let why: "cancel" | "shut" | undefined;
  let where: () => { stage: StageName | null; step: string | null } = () => ({ stage: null, step: null });
  let remaining: () => number | null = () => null;

  async function makeFilm(film: ResolvedRequest): Promise<Outcome> {
    const folder = join(desk.folders.jobs, job.id, String(job.revision));
    const run = openFilmRun({ job, ...means, film, out: join(folder, "film.mp4"), mine, stop }, desk);
    where = run.where;
    remaining = run.remainingSec;
    try {
      await mkdir(folder, { recursive: true }).catch((error) => {
        throw asDiskError(error, folder);
      });
      const made = await run.film();
      return made ? { kind: "film", film: made } : { kind: "planned" };
    } catch (error) {
      return run.failed(error);
    } finally {
      run.close();
      await Promise.all([removeParts(folder), clearTemporary(desk.folders.temporary, job.id)]);
    }
  }

  async function rest(noopMs: number): Promise<Outcome> {
    try {
      await desk.workshop.rest({ jobId: job.id, noopMs }, {}, stop.signal);
      return { kind: "rested" };
    } catch (error) {
      const told = fromErrorData(toErrorData(error));
      if (told.code !== "worker_died") return { kind: "failed", error: told };
      return { kind: "crashed", reason: told.message, place: { stage: null, scene: null } };
    }
  }

  async function work(): Promise<Outcome | undefined> {
    const { request } = job;
    const outcome = await (request.kind === "noop" ? rest(request.noopMs) : makeFilm(means.film ?? request.film)).catch(broken);
    if (why === "cancel") {
      stored.resolve(undefined);
      return undefined;
    }
    const cut = outcome.kind === "failed" && (why === "shut" || outcome.error.code === "cancelled");
    const became: Outcome = cut ? { kind: "shut" } : outcome;
    saver
      .save((store) => settle(store, became))
      .catch((error) => saver.save((store) => settle(store, broken(error))))
      .then(stored.resolve, () => stored.resolve(undefined));
    return became;
  }

  function settle(store: Writing, outcome: Outcome): JobRecord | undefined {
    const now = mine(store);
    if (!now) return undefined;
    const after = store.changeJob(job.id, settleChange(now, outcome, desk, nowUs()));
    const said = sayOutcome(outcome, after);
    if (said) log(said.level, said.message);
    return after;
  }

  const ended = work();
  return {
    state: () => ({ jobId: job.id, ...where(), sinceUs }),
    remainingSec: () => (job.request.kind === "noop" ? job.request.noopMs / 1000 : remaining()),
    async end(reason) {
      why ??= reason;
      stop.abort(new KinoraError("cancelled", "Cancelled."));
      await ended;
    },
    ended,
    stored: stored.promise,
  };
}
