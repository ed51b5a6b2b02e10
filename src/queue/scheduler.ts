import type { Artifacts } from "../domain/artifacts.ts";
import { costKey, priorCosts } from "../domain/costs.ts";
import { toErrorData } from "../domain/error.ts";
import type { ResolvedRequest } from "../domain/job.ts";
import type { JobRecord } from "../domain/job-record.ts";
import type { Settings } from "../domain/settings.ts";
import type { StageCosts } from "../domain/stages.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { Store, Writing } from "../store/store.ts";
import { type Attempt, startAttempt } from "./attempt.ts";
import { claimChange } from "./changes.ts";
import type { Desk, QueueFolders } from "./desk.ts";
import { jobSeconds, shareLeft, waitSeconds } from "./estimate.ts";
import { filmRequest } from "./film-request.ts";
import { openLines } from "./lines.ts";
import { openPlaces } from "./places.ts";
import { openPrefetcher } from "./prefetch.ts";
import { nextScene, rescueChange, waitChange } from "./rescue.ts";
import { untilRoom } from "./room.ts";
import { openSaver } from "./saver.ts";
import { nextStage } from "./stage-records.ts";
import type { Scheduler, Workshop } from "./work.ts";

/**
 * What the scheduler works with. `slots` is how many jobs run at the same time; `steadyUs` is a clock that neither leaps nor runs while the
 * machine sleeps, and `random` answers 0..1; `tell` takes what the owner of the
 * server should know.
 */
export type SchedulerOptions = {
  store: Store;
  workshop: Workshop;
  settings: Pick<Settings, "limits" | "retry">;
  slots: number;
  nowUs: () => number;
  steadyUs: () => number;
  random: () => number;
  folders: QueueFolders;
  tell?: (level: LogLevel, message: string) => void;
};

/** As many films at the same time as a machine renders well: what one cannot use of the processors another does. 1..8. */
export const usualSlots = (processors: number): number => Math.min(8, processors, Math.max(2, Math.round(processors / 2)));

const AGAIN_MS = 2000;
/** Timers stand still while the machine sleeps, so that a leap of the clock is found after so long. */
const LONGEST_TIMER_MS = 60_000;
const NEW_PART = 0.2;
/** What a job takes before any has been seen, s. */
const USUAL_SEC = 30;
const MOST_MOVED = 1000;

type Claim = { job: JobRecord; film: ResolvedRequest | undefined; earlier: Partial<Artifacts> };

/**
 * Starts to run what is stored: jobs found running first go back to the queue. Nothing is looked for at intervals; what could let a job begin
 * calls `wake`, and a timer stands for the next job that falls due. While a disk is full nothing is claimed, and what is to be stored is kept
 * until it can be: the job that met the full disk has failed, the others wait.
 */
export function startScheduler(options: SchedulerOptions): Scheduler {
  const { store, workshop, settings, slots, nowUs, steadyUs, random, folders, tell = () => undefined } = options;
  const saver = openSaver(store, AGAIN_MS, (refusal) =>
    refusal === undefined ? tell("INFO", "The disk takes what is to be stored again.") : tell("ERROR", toErrorData(refusal).message),
  );
  const desk: Desk = { workshop, saver, lines: openLines(saver), settings, folders, nowUs, steadyUs, random };
  const attempts = new Map<string, Attempt>();
  const places = openPlaces(slots, nowUs);
  const prefetcher = openPrefetcher(lookUp, desk);
  const closing = new AbortController();
  let meanSec: number | undefined;
  let claiming: Promise<void> | undefined;
  let again = false;
  let held = false;
  let timer: Timer | undefined;

  const costsOf = (film: ResolvedRequest): StageCosts => store.read.costs(costKey(film)) ?? priorCosts(film);

  function wake(): void {
    if (claiming) again = true;
    else if (!closing.signal.aborted && !held) claiming = turn();
  }

  /** Lets begin what may, and asks to be woken when the next job falls due. */
  async function turn(): Promise<void> {
    await null;
    again = false;
    try {
      await moveDue();
      const free = slots - attempts.size;
      if (free > 0 && !saver.refused() && store.read.countOf("pending") > 0) {
        const claims = await store.write((writing) => claim(writing, free));
        await Promise.all(claims.map(begin));
      }
      armTimer();
    } catch (error) {
      tell("ERROR", `No job can be claimed: ${toErrorData(error).message}`);
      setTimer(AGAIN_MS);
    }
    claiming = undefined;
    if (again) wake();
  }

  /** Jobs whose time has come wait for a slot from now on, whether one is free or not. */
  async function moveDue(): Promise<void> {
    if (saver.refused() || store.read.fallenDue(nowUs(), 1).length === 0) return;
    await store.write((writing) => {
      const timeUs = nowUs();
      for (const { id } of writing.fallenDue(timeUs, MOST_MOVED)) writing.changeJob(id, { waitingFor: "slot", updatedUs: timeUs });
    });
  }

  function claim(writing: Writing, free: number): Claim[] {
    const timeUs = nowUs();
    return writing.nextJobs(timeUs, free).map((job) => {
      const earlier = job.kind === "noop" ? {} : writing.artifacts(job.id, job.revision);
      return { job: writing.changeJob(job.id, claimChange(job, nextStage(earlier), timeUs)), film: filmRequest(writing, job), earlier };
    });
  }

  /** Begins a job that has been claimed, unless it has been cancelled since. */
  async function begin({ job, film, earlier }: Claim): Promise<void> {
    if (job.kind !== "noop") await prefetcher.drop(job.id);
    // One that was cancelled and retried at once may still have its old run about it.
    await attempts.get(job.id)?.ended;
    const isMine = (now: JobRecord | undefined) => now?.status === job.status && now.revision === job.revision;
    if (!isMine(store.read.job(job.id))) return;
    if (closing.signal.aborted) {
      const giveBack = (writing: Writing) => isMine(writing.job(job.id)) && writing.changeJob(job.id, waitChange(nowUs()));
      return void saver.save(giveBack).catch(() => undefined);
    }
    const attempt = startAttempt(job, { film, earlier, costs: costsOf }, desk);
    attempts.set(job.id, attempt);
    places.take(job.id);
    const sinceUs = nowUs();
    void attempt.ended.then((outcome) => {
      attempts.delete(job.id);
      places.giveBack(job.id);
      if (outcome?.kind === "film") learnMean((nowUs() - sinceUs) / 1e6);
      if (outcome?.kind === "failed" && outcome.error.code === "disk_full") void hold();
      else wake();
    });
    void attempt.stored.then((left) => {
      if (left?.status === "pending") wake();
    });
  }

  const learnMean = (seconds: number): void => {
    meanSec = meanSec === undefined ? seconds : meanSec + (seconds - meanSec) * NEW_PART;
  };

  function setTimer(ms: number): void {
    clearTimeout(timer);
    if (!closing.signal.aborted) timer = setTimeout(wake, Math.min(LONGEST_TIMER_MS, Math.max(1, ms)));
  }

  function armTimer(): void {
    clearTimeout(timer);
    const dueUs = store.read.nextDueUs(nowUs());
    if (saver.refused()) setTimer(AGAIN_MS);
    else if (dueUs !== undefined) setTimer((dueUs - nowUs()) / 1000 + 1);
  }

  /** Nothing begins until the disk has room again. */
  async function hold(): Promise<void> {
    if (held) return;
    held = true;
    tell("WARNING", `The disk is full: no job begins until ${Math.ceil(settings.limits.disk_free / 1e6)} MB are free.`);
    await untilRoom(folders.jobs, () => settings.limits.disk_free, AGAIN_MS, closing.signal);
    held = false;
    wake();
  }

  function lookUp(jobId: string) {
    const job = store.read.job(jobId);
    const film = job?.status === "pending" && !attempts.has(jobId) ? filmRequest(store.read, job) : undefined;
    if (!job || !film) return undefined;
    return { job, film, earlier: store.read.artifacts(jobId, job.revision), costs: costsOf(film) };
  }

  function estimateSec(jobId: string, ahead?: number): number | null {
    const job = store.read.job(jobId);
    const attempt = attempts.get(jobId);
    if (attempt) return attempt.remainingSec();
    if (job?.status !== "pending" || job.waitingFor === "approval") return null;
    const ownSec = jobSeconds(job.request, filmRequest(store.read, job), costsOf) * shareLeft(job.progress);
    return ownSec + Math.max(waitSec(ahead ?? store.read.ahead(job), ownSec), (job.dueUs - nowUs()) / 1e6);
  }

  /** Seconds until a slot is free; `usualSec` is what a job is taken to need of which nothing is known. */
  function waitSec(ahead: number, usualSec = meanSec ?? USUAL_SEC): number {
    const running = [...attempts.values()].map((one) => one.remainingSec() ?? usualSec);
    return waitSeconds({ slots, running, ahead, meanSec: meanSec ?? usualSec });
  }

  /** Jobs that a dead server left go back to the queue before anything is claimed. */
  async function rescue(): Promise<void> {
    const found = store.read.running();
    if (found.length === 0) return;
    await saver.save((writing) => {
      for (const job of writing.running()) writing.changeJob(job.id, rescueChange(job, nextScene(writing, job), nowUs()));
    });
    tell("INFO", `${found.length} ${found.length === 1 ? "job goes" : "jobs go"} on where the last run of the server ended.`);
  }

  claiming = rescue()
    .catch((error) => tell("ERROR", toErrorData(error).message))
    .finally(() => {
      claiming = undefined;
      wake();
    });

  return {
    wake,
    async stopJob(jobId) {
      await Promise.all([attempts.get(jobId)?.end("cancel"), prefetcher.drop(jobId), claiming]);
    },
    prefetch: prefetcher.add,
    state: () => ({ slots, running: [...attempts.values()].map((attempt) => attempt.state()), places: places.all() }),
    estimateSec,
    waitSec: (ahead) => waitSec(ahead),
    async stop() {
      closing.abort();
      clearTimeout(timer);
      if (!saver.refused()) await claiming;
      const running = [...attempts.values()];
      await Promise.all([prefetcher.stop(), ...running.map((attempt) => attempt.end("shut"))]);
      const stored = [desk.lines.flush(), ...running.map((attempt) => attempt.stored)];
      await saver.stop();
      await Promise.all(stored);
    },
  };
}
