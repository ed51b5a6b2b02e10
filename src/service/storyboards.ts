import { isDeepStrictEqual } from "node:util";
import { KinoraError } from "../domain/error.ts";
import { type JobRecord, phaseOf } from "../domain/job-record.ts";
import { sceneLengths } from "../domain/scene-lengths.ts";
import { StoryboardDraft } from "../domain/storyboard.ts";
import { parse, refuseOwnFiles } from "../domain/submit.ts";
import type { Reading, StoryboardRevision, Writing } from "../store/store.ts";
import type { ServiceMeans } from "./means.ts";
import type { ShownStoryboard } from "./service.ts";
import { foundJob, wrongState } from "./submit.ts";

/** The newest storyboard of a job. Throws `not_found`, or `wrong_state` before it has been planned. */
export function readStoryboard(store: Reading, id: string): StoryboardRevision {
  const job = foundJob(store.job(id), id);
  const storyboard = store.storyboard(id);
  if (storyboard) return storyboard;
  throw wrongState(job, job.kind === "generate" ? " and has not been planned yet." : " and has no storyboard.");
}

/** The same with the lengths of its scenes, and their stills. */
export function showStoryboard(store: Reading, id: string): ShownStoryboard {
  const revision = readStoryboard(store, id);
  const job = foundJob(store.job(id), id);
  const timeline = revision.revision === job.revision ? store.artifact(id, job.revision, "timeline") : undefined;
  return { ...revision, lengths: sceneLengths(revision.storyboard, timeline), stills: findStills(store, id, revision) };
}

/** Where the scenes of a revision have stills: its own, or those of the newest revision before that has any, of scenes that are the same. */
function findStills(store: Reading, id: string, { revision, storyboard }: StoryboardRevision): ShownStoryboard["stills"] {
  const own = new Set(store.stills(id, revision));
  const earlier = own.size < storyboard.scenes.length ? store.stillsBefore(id, revision) : undefined;
  const scenes = earlier === undefined ? [] : (store.storyboard(id, earlier)?.storyboard.scenes ?? []);
  const kept = earlier === undefined ? [] : store.stills(id, earlier);
  return storyboard.scenes.map((scene, index) => {
    if (own.has(index)) return { revision, scene: index };
    const same = kept.find((one) => isDeepStrictEqual(scenes[one], scene));
    return same === undefined ? null : { revision: earlier!, scene: same };
  });
}

/** What came back, without the lengths that were only shown: a scene keeps its own as long as nobody gives it another. */
export function withoutShownLengths(draft: StoryboardDraft, { storyboard, lengths }: ShownStoryboard): StoryboardDraft {
  const shown = new Map(storyboard.scenes.map(({ id }, index) => [id, lengths[index]!]));
  const scenes = draft.scenes.map((scene) => {
    const length = shown.get(scene.id);
    if (!length || length.is === "given" || scene.duration !== length.sec) return scene;
    const { duration: _shown, ...rest } = scene;
    return rest;
  });
  return { ...draft, scenes };
}

/** Stores the next revision of a storyboard, unless someone else has done so since it was read. */
export async function writeStoryboard(
  { store, nowUs }: ServiceMeans,
  id: string,
  draft: unknown,
  etags: readonly string[],
): Promise<ShownStoryboard> {
  const storyboard = parse(StoryboardDraft, draft);
  refuseOwnFiles(storyboard, "");
  return store.write((tx) => {
    const present = showStoryboard(tx, id);
    const job = foundJob(tx.job(id), id);
    if (phaseOf(job.status) === "running") throw wrongState(job, ". Cancel it, or wait until it is done.");
    if (!etags.includes("*") && !etags.includes(present.etag)) {
      throw new KinoraError("stale_revision", `The storyboard has changed: it is at revision ${present.revision}. Read it again.`);
    }
    tx.saveStoryboard(id, withoutShownLengths(storyboard, present), nowUs());
    return showStoryboard(tx, id);
  });
}

/** Lets a job go on with its newest storyboard: one that waits for it, or one that is over and has been edited since. The progress of that is counted anew. */
export function approveStoryboard(tx: Writing, id: string, nowUs: number): JobRecord {
  const job = foundJob(tx.job(id), id);
  const { revision } = readStoryboard(tx, id);
  const waits = job.status === "pending" && job.waitingFor === "approval";
  if (!waits && phaseOf(job.status) !== "over") throw wrongState(job, ": there is nothing to approve.");
  if (!waits && revision === job.revision) throw wrongState(job, ": its storyboard has not been edited since.");
  const anew = waits ? {} : { progress: 0, stages: [] };
  return tx.changeJob(id, { ...beginAgain(nowUs), ...anew, approved: true, revision });
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
