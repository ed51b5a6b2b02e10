import type { Film } from "../domain/artifacts.ts";
import type { KinoraError } from "../domain/error.ts";
import { type JobChange, type JobRecord, MOST_ATTEMPTS } from "../domain/job-record.ts";
import { CREATE_STAGES, type StageName } from "../domain/stages.ts";
import type { Progress, StageDone } from "../domain/wire.ts";
import type { Writing } from "../store/store.ts";
import type { Desk } from "./desk.ts";
import { crashChange, type Place, waitChange } from "./rescue.ts";
import { judgeFailure } from "./retry.ts";
import { closeStages, mergeStages, type StageNews } from "./stage-records.ts";

/** What became of a run. `planned`: it stopped before the film, for a word of the user's. `shut`: the server stops. */
export type Outcome =
  | { kind: "film"; film: Film }
  | { kind: "rested" }
  | { kind: "planned" }
  | { kind: "shut" }
  | { kind: "failed"; error: KinoraError }
  | { kind: "crashed"; reason: string; place: Place };

const over = { waitingFor: null, step: null } as const;

/** A job whose turn has come. `stage` is the first that it has to do. */
export function claimChange(job: JobRecord, stage: StageName, nowUs: number): JobChange {
  const { status, step } = CREATE_STAGES[stage];
  const begun = { waitingFor: null, startedUs: job.startedUs ?? nowUs, finishedUs: null, error: null, errorCode: null, updatedUs: nowUs };
  return job.kind === "noop" ? { ...begun, status: "rendering" } : { ...begun, status, step, stages: closeStages(job.stages) };
}

/** How far a job is: never less than was said before, never more than all. */
export function progressChange(job: JobRecord, progress: Progress, news: StageNews, nowUs: number): JobChange {
  const tenths = Math.round(progress.overall * 1000) / 10;
  return {
    status: CREATE_STAGES[progress.stage].status,
    progress: Math.min(100, Math.max(job.progress, tenths)),
    step: progress.step,
    remainingSec: progress.remainingSec === null ? job.remainingSec : Math.round(progress.remainingSec * 10) / 10,
    stages: mergeStages(job.stages, news),
    updatedUs: nowUs,
  };
}

/** Keeps what a stage has left; a plan is the job's storyboard from then on. */
export function keepStage(store: Writing, job: JobRecord, done: StageDone, seconds: number, nowUs: number): void {
  store.saveArtifact(job.id, job.revision, done.stage, done.artifact);
  if (done.stage === "plan") {
    if (store.storyboard(job.id, job.revision)) store.completeStoryboard(job.id, job.revision, done.artifact);
    else store.saveStoryboard(job.id, done.artifact, nowUs);
    if (job.title === null && done.artifact.title !== "") store.changeJob(job.id, { title: done.artifact.title });
  }
  store.addEvent(job.id, { event: "stage_completed", job_id: job.id, stage: done.stage, seconds: Math.round(seconds * 1000) / 1000 });
}

/** What the end of a run makes of its job. */
export function settleChange(job: JobRecord, outcome: Outcome, desk: Pick<Desk, "settings" | "random">, nowUs: number): JobChange {
  const ended = { ...over, finishedUs: nowUs, updatedUs: nowUs };
  switch (outcome.kind) {
    case "film":
      return { ...ended, status: "completed", progress: 100, remainingSec: 0, film: outcome.film, crash: null };
    case "rested":
      return { ...ended, status: "completed", progress: 100, remainingSec: 0 };
    case "planned":
      return { ...over, status: "pending", waitingFor: "approval", remainingSec: null, updatedUs: nowUs };
    case "shut":
      return waitChange(nowUs);
    case "crashed":
      return crashChange(job, outcome.place, outcome.reason, nowUs);
    case "failed":
      return failChange(job, outcome.error, desk, nowUs);
  }
}

function failChange(job: JobRecord, error: KinoraError, { settings, random }: Pick<Desk, "settings" | "random">, nowUs: number): JobChange {
  const verdict = judgeFailure(error, job.failures, settings.retry, random);
  const told = { error: error.message, errorCode: error.code, failures: verdict.failures, remainingSec: null, updatedUs: nowUs };
  if (!verdict.again) return { ...told, ...over, status: "failed", finishedUs: nowUs };
  return { ...told, status: "pending", waitingFor: "retry", step: null, dueUs: nowUs + Math.round(verdict.afterSec * 1e6) };
}

/** What the end of a run says in the job's log; undefined where there is nothing to say. */
export function sayOutcome(outcome: Outcome, after: JobRecord): { level: "INFO" | "WARNING" | "ERROR"; message: string } | undefined {
  if (outcome.kind === "film") return { level: "INFO", message: `Completed: ${outcome.film.durationSec.toFixed(1)} s of film.` };
  if (outcome.kind === "planned") return { level: "INFO", message: "Planned; waiting for approval." };
  if (outcome.kind === "shut") return { level: "INFO", message: "The server stops; it goes on at the next start." };
  if (outcome.kind === "crashed") return { level: after.status === "failed" ? "ERROR" : "WARNING", message: `Crashed: ${outcome.reason}` };
  if (outcome.kind !== "failed") return undefined;
  if (after.status === "failed") return { level: "ERROR", message: outcome.error.message };
  const waitSec = Math.max(0, (after.dueUs - after.updatedUs) / 1e6);
  const next = `Attempt ${after.failures + 1} of ${MOST_ATTEMPTS} in ${waitSec.toFixed(0)} s.`;
  return { level: "WARNING", message: `${outcome.error.message} ${next}` };
}
