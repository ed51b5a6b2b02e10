import { KinoraError } from "../domain/error.ts";
import { type JobRecord, phaseOf } from "../domain/job-record.ts";
import { StoryboardDraft } from "../domain/storyboard.ts";
import { parse, refuseOwnFiles } from "../domain/submit.ts";
import type { Reading, StoryboardRevision, Writing } from "../store/store.ts";
import type { ServiceMeans } from "./means.ts";
import { foundJob, wrongState } from "./submit.ts";

/** The newest storyboard of a job. Throws `not_found`, or `wrong_state` before it has been planned. */
export function readStoryboard(store: Reading, id: string): StoryboardRevision {
  const job = foundJob(store.job(id), id);
  const storyboard = store.storyboard(id);
  if (storyboard) return storyboard;
  throw wrongState(job, job.kind === "generate" ? " and has not been planned yet." : " and has no storyboard.");
}

/** Stores the next revision of a storyboard, unless someone else has done so since it was read. */
export async function writeStoryboard(
  { store, nowUs }: ServiceMeans,
  id: string,
  draft: unknown,
  etags: readonly string[],
): Promise<StoryboardRevision> {
  const storyboard = parse(StoryboardDraft, draft);
  refuseOwnFiles(storyboard);
  return store.write((tx) => {
    const present = readStoryboard(tx, id);
    const job = foundJob(tx.job(id), id);
    if (phaseOf(job.status) === "running") throw wrongState(job, ". Cancel it, or wait until it is done.");
    if (!etags.includes("*") && !etags.includes(present.etag)) {
      throw new KinoraError("stale_revision", `The storyboard has changed: it is at revision ${present.revision}. Read it again.`);
    }
    return tx.saveStoryboard(id, storyboard, nowUs());
  });
}

/** Lets a job go on with its newest storyboard: one that waits for it, or one that is over and has been edited since. */
export function approveStoryboard(tx: Writing, id: string, nowUs: number): JobRecord {
  const job = foundJob(tx.job(id), id);
  const { revision } = readStoryboard(tx, id);
  const waits = job.status === "pending" && job.waitingFor === "approval";
  if (!waits && phaseOf(job.status) !== "over") throw wrongState(job, ": there is nothing to approve.");
  if (!waits && revision === job.revision) throw wrongState(job, ": its storyboard has not been edited since.");
  return tx.changeJob(id, { ...beginAgain(nowUs), approved: true, revision });
}

/** What is set back when a job is to run again. Its progress stays, since that never falls. */
export const beginAgain = (nowUs: number) =>
  ({
    status: "pending",
    waitingFor: "slot",
    dueUs: nowUs,
    failures: 0,
    crash: null,
    error: null,
    errorCode: null,
    finishedUs: null,
    remainingSec: null,
    step: null,
    updatedUs: nowUs,
  }) as const;
