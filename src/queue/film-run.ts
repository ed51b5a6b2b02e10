import type { Artifacts, Film } from "../domain/artifacts.ts";
import { blendCosts, costKey, filmLengthSec, filmSeconds } from "../domain/costs.ts";
import { fromErrorData, type KinoraError, toErrorData } from "../domain/error.ts";
import { mediaUrl } from "../domain/event.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import type { JobRecord } from "../domain/job-record.ts";
import { labelOf } from "../domain/metrics.ts";
import { STAGE_NAMES, type StageCosts, type StageName } from "../domain/stages.ts";
import { stillName } from "../domain/still.ts";
import type { JobOrder, Progress, StageDone } from "../domain/wire.ts";
import type { Writing } from "../store/store.ts";
import { keepStage, type Outcome, progressChange } from "./changes.ts";
import type { Desk } from "./desk.ts";
import { shareLeft } from "./estimate.ts";
import { openPace } from "./pace.ts";
import { firstMissing } from "./rescue.ts";
import type { StageNews } from "./stage-records.ts";
import { startWatch } from "./watch.ts";
import type { WorkListener } from "./work.ts";

/** A film to be made. `mine` answers the job as stored while it is still this run's; `stop` is this run's alone. */
export type FilmOrder = {
  job: JobRecord;
  film: ResolvedRequest;
  earlier: Partial<Artifacts>;
  costs: (film: ResolvedRequest) => StageCosts;
  out: string;
  mine: (store: Writing) => JobRecord | undefined;
  stop: AbortController;
};

/** A film in the making, with everything that it saves on the way stored at once, its progress at most once a second. */
export type FilmRun = {
  film: () => Promise<Film | undefined>;
  where: () => { stage: StageName | null; step: string | null };
  remainingSec: () => number | null;
  /** What an error that `film` has thrown means: a crash where a worker died, a failure otherwise. */
  failed: (error: unknown) => Outcome;
  close: () => void;
};

/** Seconds left: what is known of such films at first, and the further it is the more its own pace. */
function leftSec({ overall, remainingSec }: Progress, expectedSec: number): number {
  const known = expectedSec * (1 - overall);
  return remainingSec === null ? known : known + (remainingSec - known) * overall;
}

/** Opens a run; its time is watched from now on. */
export function openFilmRun({ job, film, earlier, costs: costsOf, out, mine, stop }: FilmOrder, desk: Desk): FilmRun {
  const { saver, lines, nowUs, steadyUs, workshop, settings } = desk;
  const costs = costsOf(film);
  const expectedSec = filmSeconds(costs, filmLengthSec(film));
  const news: StageNews = new Map();
  const scenes = { there: new Set<number>(), made: 0, all: 0 };
  const took: Partial<StageCosts> = {};
  let latest: Progress | undefined;
  let late: KinoraError | undefined;
  const watch = startWatch(
    () => settings.limits,
    steadyUs,
    (error) => {
      late = error;
      stop.abort(error);
    },
  );
  const save = (change: (store: Writing, now: JobRecord) => void): Promise<void> =>
    saver
      .save((store) => {
        const now = mine(store);
        if (now) change(store, now);
      })
      .catch((error) => lines.add({ jobId: job.id, timeUs: nowUs(), level: "ERROR", stage: null, message: toErrorData(error).message }));
  const storeProgress = (store: Writing, now: JobRecord) =>
    store.changeJob(job.id, latest ? progressChange(now, latest, news, nowUs()) : { updatedUs: nowUs() });
  const pace = openPace(() => save(storeProgress), nowUs);

  function hearProgress(progress: Progress): void {
    watch.heard();
    latest = { ...progress, remainingSec: leftSec(progress, expectedSec) };
    for (const [stage, fraction] of Object.entries(progress.stages) as [StageName, number][]) {
      const before = news.get(stage);
      if (!before && fraction < 1) watch.begun(stage);
      const startedUs = before ? before.startedUs : fraction < 1 ? nowUs() : undefined;
      news.set(stage, { ...before, ...(startedUs !== undefined && { startedUs }), progress: Math.floor(fraction * 1000) / 10 });
    }
    pace.ask();
  }

  function hearStage(done: StageDone, seconds: number): void {
    watch.heard();
    watch.finished(done.stage);
    took[done.stage] = seconds;
    news.set(done.stage, { ...news.get(done.stage), progress: 100, finishedUs: nowUs() });
    void save((store, now) => {
      keepStage(store, now, done, seconds, nowUs());
      store.changeJob(job.id, { ...(latest && progressChange(now, latest, news, nowUs())), crash: null });
    });
    lines.add({ jobId: job.id, timeUs: nowUs(), level: "INFO", stage: done.stage, message: `Done in ${seconds.toFixed(1)} s.` });
  }

  function hearScene(scene: number, all: number, made: boolean, still: boolean): void {
    watch.heard();
    scenes.there.add(scene);
    scenes.all = all;
    if (made) scenes.made++;
    void save((store, now) => {
      store.addSamples([{ timeUs: nowUs(), measure: made ? "scenes_made" : "scenes_found", label: labelOf(now), value: 1 }]);
      const thumbnail_url = still ? mediaUrl(job.id, job.revision, stillName(scene)) : null;
      if (still) store.addStill(job.id, job.revision, scene);
      store.addEvent(job.id, { event: "scene_rendered", job_id: job.id, scene, scenes: all, thumbnail_url });
      if (made && now.crash) store.changeJob(job.id, { crash: null, updatedUs: nowUs() });
    });
  }

  const listener: WorkListener = {
    started: watch.heard,
    progress: hearProgress,
    stage: hearStage,
    scene: hearScene,
    waits: watch.heard,
    log: (level, stage, message) => lines.add({ jobId: job.id, timeUs: nowUs(), level, stage, message }),
  };

  /** Costs count only of a film that was made from nothing. */
  function learn({ durationSec }: Film): void {
    const whole = STAGE_NAMES.every((name) => took[name] !== undefined) && scenes.made === scenes.all;
    if (!whole) return;
    const key = costKey(film);
    saver.save((store) => store.saveCosts(key, blendCosts(store.costs(key), took as StageCosts, durationSec))).catch(() => undefined);
  }

  return {
    async film() {
      const review = job.request.kind === "generate" && job.request.review && !job.approved;
      const order: JobOrder = { jobId: job.id, request: film, out, keepParts: false, report: true, stills: true, costs, done: earlier };
      const made = await workshop.run({ ...order, ...(review && { until: "plan" }) }, listener, stop.signal);
      if (made) learn(made);
      return made;
    },
    where: () => ({ stage: latest?.stage ?? null, step: latest?.step ?? null }),
    remainingSec: () => latest?.remainingSec ?? expectedSec * shareLeft(job.progress),
    failed(error) {
      if (late) return { kind: "failed", error: late };
      const told = fromErrorData(toErrorData(error));
      if (told.code !== "worker_died") return { kind: "failed", error: told };
      const stage = latest?.stage ?? null;
      return { kind: "crashed", reason: told.message, place: { stage, scene: stage === "render" ? firstMissing(scenes.there) : null } };
    },
    close() {
      watch.stop();
      pace.stop();
    },
  };
}
