import { join } from "node:path";
import type { Artifacts } from "../domain/artifacts.ts";
import { KinoraError, toErrorData } from "../domain/error.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import type { JobRecord } from "../domain/job-record.ts";
import type { StageCosts } from "../domain/stages.ts";
import type { StageDone } from "../domain/wire.ts";
import { keepStage } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { mergeStages } from "./stage-records.ts";
import { clearTemporary } from "./temporary.ts";

/** Makes what waiting jobs need before rendering, one job at a time, beside those that run. */
export type Prefetcher = {
  add: (jobId: string) => void;
  /** Gives a job up; resolves once nothing is done for it any more. */
  drop: (jobId: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** What a job is made from now: undefined unless it still waits. */
export type LookUp = (
  jobId: string,
) => { job: JobRecord; film: ResolvedRequest; earlier: Partial<Artifacts>; costs: StageCosts } | undefined;

/** Opens a prefetcher. What it makes is kept like any stage's result, and the job stays pending; what fails is left to the job's own attempts. */
export function openPrefetcher(lookUp: LookUp, desk: Desk): Prefetcher {
  const wanted = new Set<string>();
  let current: { jobId: string; stop: AbortController; ended: Promise<void> } | undefined;
  let stopped = false;

  function next(): void {
    const [jobId] = wanted;
    if (current || stopped || jobId === undefined) return;
    wanted.delete(jobId);
    const stop = new AbortController();
    const ended = prepare(jobId, stop.signal).finally(() => {
      current = undefined;
      next();
    });
    current = { jobId, stop, ended };
  }

  async function prepare(jobId: string, signal: AbortSignal): Promise<void> {
    await null;
    const found = lookUp(jobId);
    if (!found) return;
    const { job, film, earlier, costs } = found;
    const review = job.request.kind === "generate" && job.request.review && !job.approved;
    const out = join(desk.folders.jobs, job.id, String(job.revision), "film.mp4");
    const order = { jobId, request: film, out, keepParts: false, report: true, costs, done: earlier };
    const log = (level: "INFO" | "WARNING", message: string) =>
      desk.lines.add({ jobId, timeUs: desk.nowUs(), level, stage: null, message });
    const stage = (done: StageDone, seconds: number) =>
      void desk.saver.save((store) => keep(store, job, done, seconds)).catch(() => undefined);
    try {
      await desk.workshop.run({ ...order, until: review ? "plan" : "speech" }, { stage }, signal);
      log("INFO", "Prepared ahead of its turn.");
    } catch (error) {
      if (!signal.aborted) log("WARNING", `Could not be prepared ahead of its turn: ${toErrorData(error).message}`);
    } finally {
      await clearTemporary(desk.folders.temporary, jobId);
    }
  }

  /** Keeps a result, unless the job has gone on without it. */
  function keep(store: Parameters<typeof keepStage>[0], { id, revision }: JobRecord, done: StageDone, seconds: number): void {
    const now = store.job(id);
    if (now?.status !== "pending" || now.revision !== revision) return;
    const timeUs = desk.nowUs();
    keepStage(store, now, done, seconds, timeUs);
    const news = { progress: 100, startedUs: timeUs - Math.round(seconds * 1e6), finishedUs: timeUs };
    store.changeJob(id, { stages: mergeStages(now.stages, new Map([[done.stage, news]])), updatedUs: timeUs });
  }

  async function drop(jobId: string): Promise<void> {
    wanted.delete(jobId);
    if (current?.jobId !== jobId) return;
    current.stop.abort(new KinoraError("cancelled", "Cancelled."));
    await current.ended;
  }

  return {
    add(jobId) {
      if (stopped || current?.jobId === jobId) return;
      wanted.add(jobId);
      next();
    },
    drop,
    async stop() {
      stopped = true;
      if (current) await drop(current.jobId);
    },
  };
}
