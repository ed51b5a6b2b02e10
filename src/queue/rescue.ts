import type { CrashRecord, JobChange, JobRecord } from "../domain/job-record.ts";
import type { Reading } from "../store/store.ts";
import { openStage } from "./stage-records.ts";

/** Where a job was when it crashed: the first scene that was not rendered, counted from 0; null where there are none. */
export type Place = Pick<CrashRecord, "stage" | "scene">;

/** A dead server counts against a job that had been in its stage for so long, s. */
export const LEAST_CRASH_SEC = 10;
/** So many crashes in a row in one place are too many. */
export const MOST_CRASHES = 3;

/** Back to the queue: no attempt is counted, and its turn may come at once. */
export function waitChange(nowUs: number): JobChange {
  return { status: "pending", waitingFor: "slot", step: null, remainingSec: null, updatedUs: nowUs };
}

/**
 * What becomes of a job that has crashed. Whatever it saves afterwards takes the record away, so that what is counted is crashes with nothing
 * saved between them.
 */
export function crashChange(job: JobRecord, place: Place, reason: string, nowUs: number): JobChange {
  const { crash } = job;
  const count = crash && crash.stage === place.stage && crash.scene === place.scene ? crash.count + 1 : 1;
  const noted = { crash: { ...place, count, reason } };
  if (count < MOST_CRASHES) return { ...waitChange(nowUs), ...noted };
  const where = `${place.stage ?? "its work"}${place.scene === null ? "" : `, scene ${place.scene + 1}`}`;
  const error = `It crashed ${count} times in a row in ${where}: ${reason} Retry it once the cause is mended.`;
  return {
    ...noted,
    status: "failed",
    waitingFor: null,
    step: null,
    remainingSec: null,
    error,
    errorCode: "crashed_repeatedly",
    finishedUs: nowUs,
    updatedUs: nowUs,
  };
}

/**
 * What becomes of a job that is found running when the server starts: it goes on at once. The server's death is a crash of the job when it had
 * worked on its stage for `LEAST_CRASH_SEC`, as far as was last heard. (A worker's death is one whenever it happens: the server has seen it.)
 */
export function rescueChange(job: JobRecord, scene: number | null, nowUs: number): JobChange {
  const stage = openStage(job.stages);
  const workedSec = stage ? (job.updatedUs - stage.startedUs!) / 1e6 : 0;
  if (!stage || workedSec < LEAST_CRASH_SEC) return waitChange(nowUs);
  return crashChange(job, { stage: stage.name, scene }, "the server ended while it ran.", nowUs);
}

const MOST_EVENTS = 1000;

/** The first scene of a job that is in its rendering and has not been told of as rendered; null for other jobs. */
export function nextScene(store: Pick<Reading, "events">, job: JobRecord): number | null {
  if (openStage(job.stages)?.name !== "render") return null;
  const there = new Set<number>();
  let after = 0;
  for (;;) {
    const events = store.events({ after, limit: MOST_EVENTS, jobId: job.id });
    for (const { body } of events) if (body.event === "scene_rendered") there.add(body.scene);
    if (events.length < MOST_EVENTS) return firstMissing(there);
    after = events.at(-1)!.seq;
  }
}

/** The least whole number from 0 that is not there. */
export function firstMissing(there: ReadonlySet<number>): number {
  let missing = 0;
  while (there.has(missing)) missing++;
  return missing;
}
