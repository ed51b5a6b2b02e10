import type { Film } from "../domain/artifacts.ts";
import { type ErrorData, fromErrorData, KinoraError, toErrorData } from "../domain/error.ts";
import type { ProgramName, ProgramSource } from "../domain/program.ts";
import type { Tasks } from "../domain/tasks.ts";
import type { FromJob, FromScene, ProgramAnswer, TaskInput, ToJob, ToScene, WorkerMeans } from "../domain/wire.ts";
import { type JobThread, openJobThreads } from "./job-threads.ts";
import { pickTurn, type Turn } from "./rows.ts";
import { type Thread, watchThread } from "./thread.ts";
import type { WorkListener, Workshop } from "./work.ts";

/** `program` compiles what threads start: once, whichever thread asks first. `idleMs` is how long a job worker, or one for urgent tasks, is kept warm; 60 s by default. */
export type PoolOptions = {
  makeJobWorker: () => Worker;
  makeSceneWorker: () => Worker;
  sceneWorkers: number;
  means: WorkerMeans;
  program: ProgramSource;
  idleMs?: number;
};

/**
 * The threads that do the work: a job worker for each running job, and scene workers that all jobs share. When the signal of a job fires its
 * child processes are gone at once and its threads are at rest or ended within 300 ms; nothing is told to the listener from then on.
 */
export type Pool = Workshop & {
  /** Ends every thread and every child process, now and for good; jobs that run are settled as cancelled. */
  stop: () => void;
};

const GRACE_MS = 300;
const IDLE_MS = 60_000;
/** Threads that are made for urgent tasks while films keep all others busy. */
const MOST_SPARE = 1;

/**
 * Whoever has tasks done. Settled with what came of it: a film, a task's answer, or a `KinoraError`. `left` once its thread has said its last
 * word, `calm` when no thread does anything for it.
 */
type Running = {
  thread: JobThread;
  listener: WorkListener;
  settle: (outcome: unknown) => void;
  left: boolean;
  calm: PromiseWithResolvers<void>;
};
type Order = Extract<ToJob, { type: "run" | "rest" }>;
type Waiting = Turn & { job: Running; taskId: number; task: TaskInput; urgent?: true };
/** `spare` is there for urgent tasks alone, beyond the scene workers; `timer` ends it when there are none for a while. */
type SceneThread = { thread: Thread<ToScene>; current?: Waiting; last?: Turn; spare: boolean; timer?: Timer };

const cancelled = () => new KinoraError("cancelled", "Cancelled.");
const workerDied = (reason: string) =>
  new KinoraError("worker_died", `A worker stopped: ${reason}. Made again, the film goes on from what is finished.`);

/** Starts the pool; threads are made when first needed. */
export function startPool(options: PoolOptions): Pool {
  const waiting: Waiting[] = [];
  const scenes: SceneThread[] = [];
  const idleMs = options.idleMs ?? IDLE_MS;
  const jobThreads = openJobThreads(options.makeJobWorker, idleMs);
  const jobs = new Set<Running>();
  const served = new Map<object, number>();
  let turns = 0;
  let stopped = false;

  function assign(): void {
    while (waiting.length > 0 && !stopped) {
      const urgent = waiting.findIndex((task) => task.urgent);
      const free = freeThread(false) ?? (urgent >= 0 ? freeThread(true) : undefined);
      if (!free) return;
      const busy = scenes.flatMap(({ current }) => current ?? []);
      const [next] = waiting.splice(urgent >= 0 ? urgent : pickTurn(waiting, free.last, busy, served), 1) as [Waiting];
      clearTimeout(free.timer);
      served.set(next.job, ++turns);
      free.current = next;
      free.last = { job: next.job, ...(next.row && { row: next.row }) };
      free.thread.tell({ type: "run", means: options.means, taskId: next.taskId, task: next.task });
    }
  }

  /** A scene worker, or a spare one, with nothing to do; undefined when there may be no more of them. */
  function freeThread(spare: boolean): SceneThread | undefined {
    const alike = scenes.filter((scene) => scene.spare === spare);
    const most = spare ? MOST_SPARE : options.sceneWorkers;
    return alike.find(({ current }) => !current) ?? (alike.length < most ? startScene(spare) : undefined);
  }

  function startScene(spare: boolean): SceneThread {
    const scene: SceneThread = {
      spare,
      thread: watchThread<ToScene, FromScene>(options.makeSceneWorker(), {
        hear: (message) => hearScene(scene, message),
        died: (reason) => dropScene(scene, toErrorData(workerDied(reason))),
      }),
    };
    scenes.push(scene);
    return scene;
  }

  /** Ends a scene worker and gives its task up; another takes its place when there is work. */
  function dropScene(scene: SceneThread, error: ErrorData): void {
    scenes.splice(scenes.indexOf(scene), 1);
    clearTimeout(scene.timer);
    scene.thread.end();
    finishTask(scene, (taskId) => ({ type: "task_failed", taskId, error }));
  }

  /** The worker's task is over: its job is told, if it still runs, and the next task can begin. */
  function finishTask(scene: SceneThread, outcome: (taskId: number) => ToJob): void {
    const { current } = scene;
    delete scene.current;
    if (current && jobs.has(current.job)) current.job.thread.tell(outcome(current.taskId));
    if (current) checkCalm(current.job);
    assign();
    if (scene.spare && !scene.current && scenes.includes(scene)) {
      clearTimeout(scene.timer);
      scene.timer = setTimeout(() => dropScene(scene, toErrorData(cancelled())), idleMs);
      scene.timer.unref();
    }
  }

  function hearScene(scene: SceneThread, message: FromScene): void {
    const { current } = scene;
    if (message.type === "program_wanted") return void giveProgram(scene.thread, message.name);
    if (message.type === "ready" || message.type === "child" || message.taskId !== current?.taskId) return;
    const { taskId } = message;
    const { listener, thread } = current.job;
    if (message.type === "done") finishTask(scene, () => ({ type: "task_done", taskId, result: message.result }));
    else if (message.type === "failed") finishTask(scene, () => ({ type: "task_failed", taskId, error: message.error }));
    else if (!jobs.has(current.job)) return;
    else if (message.type === "log") listener.log?.(message.level, null, message.message);
    else {
      thread.tell({ type: "task_progress", taskId, fraction: message.fraction, frames: message.frames });
      tellWaiting();
    }
  }

  /** Jobs that have no thread, since others keep all of them busy, hear that time goes by without them. */
  function tellWaiting(): void {
    for (const job of new Set(waiting.map((task) => task.job))) if (busyWith(job).length === 0) job.listener.waits?.();
  }

  function hearJob(job: Running, message: FromJob): void {
    if (message.type === "done" || message.type === "failed") job.left = true;
    if (!jobs.has(job)) {
      checkCalm(job);
      return;
    }
    if (message.type === "started") job.listener.started?.();
    if (message.type === "program_wanted") void giveProgram(job.thread, message.name);
    if (message.type === "task") {
      waiting.push({ job, taskId: message.taskId, task: message.task, ...(message.row && { row: message.row }) });
      assign();
    }
    if (message.type === "progress") job.listener.progress?.(message.progress);
    if (message.type === "stage") job.listener.stage?.(message.done, message.seconds);
    if (message.type === "scene") job.listener.scene?.(message.scene, message.scenes, message.made, message.still ?? false);
    if (message.type === "log") job.listener.log?.(message.level, message.stage, message.message);
    if (message.type === "done") settleJob(job, message.film);
    if (message.type === "failed") settleJob(job, fromErrorData(message.error));
  }

  async function giveProgram(thread: Thread<ProgramAnswer>, name: ProgramName): Promise<void> {
    try {
      thread.tell({ type: "program", name, module: await options.program(name) });
    } catch (error) {
      thread.tell({ type: "program", name, error: toErrorData(error) });
    }
  }

  /** One task for which no thread waits: what would be told to a job's thread settles it. */
  function startTask(task: TaskInput, settle: Running["settle"]): Running {
    const tell = (message: ToJob) => {
      if (message.type === "task_done") settleJob(job, message.result);
      if (message.type === "task_failed") settleJob(job, fromErrorData(message.error));
    };
    const none = () => undefined;
    const thread = { tell, killChildren: none, end: none, giveBack: none };
    const job: Running = { thread, listener: {}, settle, left: true, calm: Promise.withResolvers() };
    jobs.add(job);
    waiting.push({ job, taskId: 0, task, urgent: true });
    assign();
    return job;
  }

  function startJob(order: Order, listener: WorkListener, settle: Running["settle"]): Running {
    const job: Running = {
      thread: jobThreads.take({
        hear: (message) => hearJob(job, message),
        died: (reason) => {
          job.left = true;
          settleJob(job, workerDied(reason));
        },
      }),
      listener,
      settle,
      left: false,
      calm: Promise.withResolvers(),
    };
    jobs.add(job);
    job.thread.tell(order);
    return job;
  }

  /** From here on the job is over: nothing it asks for begins, what it waits for is dropped, the children it has anywhere are killed. */
  function settleJob(job: Running, outcome: unknown): void {
    if (!jobs.delete(job)) return;
    served.delete(job);
    job.settle(outcome);
    waiting.splice(0, waiting.length, ...waiting.filter((task) => task.job !== job));
    if (outcome instanceof KinoraError) job.thread.tell({ type: "cancel" });
    job.thread.killChildren();
    for (const { thread, current } of busyWith(job)) {
      thread.tell({ type: "cancel", taskId: current!.taskId });
      thread.killChildren();
    }
    checkCalm(job);
  }

  function checkCalm(job: Running): void {
    if (!jobs.has(job) && job.left && busyWith(job).length === 0) job.calm.resolve();
  }

  const busyWith = (job: Running) => scenes.filter(({ current }) => current?.job === job);

  /** Ends what a job that has failed still keeps busy, after a grace in which threads may clear up. */
  async function endJob(job: Running): Promise<void> {
    if (!stopped) await Promise.race([job.calm.promise, Bun.sleep(GRACE_MS)]);
    job.thread.end();
    for (const scene of busyWith(job)) dropScene(scene, toErrorData(cancelled()));
  }

  /** What becomes of a job that is begun now, `cancelled` once the signal fires. */
  async function untilSettled(begin: (settle: Running["settle"]) => Running, signal: AbortSignal): Promise<unknown> {
    if (stopped || signal.aborted) throw cancelled();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const job = begin(resolve);
    const abort = () => settleJob(job, cancelled());
    signal.addEventListener("abort", abort, { once: true });
    const outcome = await promise;
    signal.removeEventListener("abort", abort);
    if (outcome instanceof KinoraError) {
      await endJob(job);
      throw outcome;
    }
    job.thread.giveBack();
    return outcome;
  }

  return {
    async run(order, listener, signal) {
      const { means } = options;
      return (await untilSettled((settle) => startJob({ type: "run", means, order }, listener, settle), signal)) as Film | undefined;
    },
    async rest(order, listener, signal) {
      await untilSettled((settle) => startJob({ type: "rest", order }, listener, settle), signal);
    },
    async task(name, input, signal) {
      const task = { name, input } as TaskInput;
      return (await untilSettled((settle) => startTask(task, settle), signal)) as Tasks[typeof name]["result"];
    },
    stop() {
      stopped = true;
      for (const job of [...jobs]) {
        settleJob(job, cancelled());
        job.thread.end();
      }
      jobThreads.stop();
      for (const { thread } of scenes.splice(0)) thread.end();
    },
  };
}
