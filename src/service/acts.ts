import { type JobRecord, phaseOf } from "../domain/job-record.ts";
import type { Writing } from "../store/store.ts";
import { beginAgain } from "./storyboards.ts";
import { wrongState } from "./submit.ts";

/** Stores a job as cancelled; its run is the scheduler's to stop. Throws `wrong_state` when it is over. */
export function storeCancelled(tx: Writing, job: JobRecord, nowUs: number): JobRecord {
  if (phaseOf(job.status) === "over") throw wrongState(job, " and cannot be cancelled.");
  const ended = { step: null, remainingSec: null, finishedUs: nowUs, updatedUs: nowUs };
  return tx.changeJob(job.id, { status: "cancelled", waitingFor: null, error: null, errorCode: null, ...ended });
}

/** Puts a failed or cancelled job back into the queue. Throws `wrong_state` for any other. */
export function storeRetried(tx: Writing, job: JobRecord, nowUs: number): JobRecord {
  if (job.status !== "failed" && job.status !== "cancelled") throw wrongState(job, ": only a failed or cancelled job is retried.");
  return tx.changeJob(job.id, beginAgain(nowUs));
}
