import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobEvent } from "../../src/domain/event.ts";
import { resolveRequest } from "../../src/domain/job.ts";
import type { JobRecord } from "../../src/domain/job-record.ts";
import { Settings } from "../../src/domain/settings.ts";
import type { StageName } from "../../src/domain/stages.ts";
import type { JobRequest } from "../../src/domain/submit.ts";
import type { WorkerMeans } from "../../src/domain/wire.ts";
import { type Pool, startPool } from "../../src/queue/pool.ts";
import { type SchedulerOptions, startScheduler } from "../../src/queue/scheduler.ts";
import type { Scheduler } from "../../src/queue/work.ts";
import { openStore } from "../../src/store/open.ts";
import type { NewJob, Store } from "../../src/store/store.ts";

const nowUs = () => Math.round((performance.timeOrigin + performance.now()) * 1000);

/** What stages of a job do, as `fixtures/workers/staged-job.ts` reads it. */
export type Ways = Partial<Record<StageName, string>>;

/** A job that is about to be stored, as the service would make it. */
export function newJob(request: JobRequest, change: Partial<NewJob> = {}): NewJob {
  const createdUs = nowUs();
  const film = request.kind === "generate" ? request.film : undefined;
  return {
    id: Bun.randomUUIDv7(),
    kind: request.kind,
    status: "pending",
    waitingFor: "slot",
    request,
    origin: { dialect: "mcp", userId: null, details: {} },
    prompt: "",
    title: null,
    style: film?.style ?? null,
    priority: 5,
    durationTargetSec: film?.duration_target ?? null,
    dueUs: createdUs,
    progress: 0,
    step: null,
    remainingSec: null,
    stages: [],
    failures: 0,
    crash: null,
    revision: 1,
    approved: !(request.kind === "generate" && request.review),
    error: null,
    errorCode: null,
    film: null,
    createdUs,
    updatedUs: createdUs,
    startedUs: null,
    finishedUs: null,
    ...change,
  };
}

/** A film whose stages do what they are told to. */
export const staged = (ways: Ways, review = false): JobRequest => ({
  kind: "generate",
  film: resolveRequest({ prompt: "A lake", duration_target: 10, quality: "480p", title: JSON.stringify(ways) }),
  review,
  runAt: null,
});

/** A job that does nothing for so long. */
export const noop = (noopMs: number): JobRequest => ({ kind: "noop", noopMs, prompt: "", runAt: null });

/** A real store, real threads and a scheduler over them in a folder of their own. */
export type Engine = {
  folder: string;
  store: Store;
  pool: Pool;
  scheduler: Scheduler;
  /** What the scheduler was started with. */
  options: SchedulerOptions;
  /** Stores a job and wakes the scheduler; answers its id. */
  submit: (request: JobRequest, change?: Partial<NewJob>) => Promise<string>;
  job: (id: string) => JobRecord;
  /** The job once it is as asked. */
  until: (id: string, is: (job: JobRecord) => boolean) => Promise<JobRecord>;
  /** Resolves when a log line of the job's matches. */
  logged: (id: string, what: RegExp) => Promise<string>;
  events: (id: string) => JobEvent[];
  /** Names of stages in the order in which they were begun. */
  ran: (id: string, revision?: number) => Promise<string[]>;
  told: string[];
  /** Lets go of everything as a killed server would: nothing more is stored. */
  kill: () => void;
  /** Another scheduler over the same folder and store file. */
  restart: (options?: Partial<SchedulerOptions>) => Engine;
  close: () => Promise<void>;
};

const fast = { ...Settings.parse({}), retry: { base: 0.02, max: 0.05 } };

/** Opens an engine; what it takes may be replaced in part. */
export async function openEngine(options: Partial<SchedulerOptions> = {}, jobWorker = "staged-job"): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), "kinora-queue-"));
  await mkdir(join(folder, "jobs"));
  await mkdir(join(folder, "tmp"));
  return openIn(folder, options, jobWorker);
}

function openIn(folder: string, options: Partial<SchedulerOptions>, jobWorker: string): Engine {
  const store = options.store ?? openStore(join(folder, "kinora.db"), { nowUs });
  const worker = (name: string) => () => new Worker(new URL(`../fixtures/workers/${name}.ts`, import.meta.url));
  const pool = startPool({
    makeJobWorker: worker(jobWorker),
    makeSceneWorker: worker("scene"),
    sceneWorkers: 1,
    means: {} as WorkerMeans,
    program: () => Promise.reject(new Error("no programs here")),
  });
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const quiet = store.listen(() => {
    for (const look of [...waiting]) look();
  });
  const whole: SchedulerOptions = {
    store,
    workshop: pool,
    settings: fast,
    slots: 2,
    nowUs,
    steadyUs: nowUs,
    random: () => 0.5,
    folders: { jobs: join(folder, "jobs"), temporary: join(folder, "tmp") },
    tell: (_level, message) => told.push(message),
    ...options,
  };
  const scheduler = startScheduler(whole);
  const when = <Found>(look: () => Found | undefined): Promise<Found> => {
    const { promise, resolve } = Promise.withResolvers<Found>();
    const check = () => {
      const found = look();
      if (found === undefined) return;
      waiting.delete(check);
      resolve(found);
    };
    waiting.add(check);
    check();
    return promise;
  };
  const job = (id: string) => store.read.job(id)!;
  let dead = false;
  const kill = () => {
    if (dead) return;
    dead = true;
    quiet();
    pool.stop();
    store.close();
  };
  const submit = async (request: JobRequest, change: Partial<NewJob> = {}) => {
    const { id } = await store.write((writing) => writing.insertJob(newJob(request, change)));
    scheduler.wake();
    return id;
  };
  return {
    folder,
    store,
    pool,
    scheduler,
    options: whole,
    submit,
    job,
    until: (id, is) => when(() => (is(job(id)) ? job(id) : undefined)),
    logged: (id, what) => when(() => store.read.logs({ jobId: id, limit: 1000 }).find(({ message }) => what.test(message))?.message),
    events: (id) => store.read.events({ after: 0, limit: 1000, jobId: id }).map(({ body }) => body as JobEvent),
    ran: async (id, revision = 1) => (await Bun.file(join(folder, "jobs", id, String(revision), "ran")).text()).trim().split("\n"),
    told,
    kill,
    restart: (again = {}) => openIn(folder, again, jobWorker),
    async close() {
      if (!dead) {
        await scheduler.stop();
        kill();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
