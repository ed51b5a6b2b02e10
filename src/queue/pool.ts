import type { Film } from "../domain/artifacts.ts";
import { type ErrorData, fromErrorData, KinoraError, toErrorData } from "../domain/error.ts";
import type { ProgramName, ProgramSource } from "../domain/program.ts";
import type { StageName } from "../domain/stages.ts";
import type { TaskName, Tasks } from "../domain/tasks.ts";
import type {
  FromJob,
  FromScene,
  JobOrder,
  LogLevel,
  ProgramAnswer,
  Progress,
  TaskInput,
  ToJob,
  ToScene,
  WorkerMeans,
} from "../domain/wire.ts";
import { pickTurn, type Turn } from "./rows.ts";
import { type Thread, watchThread } from "./thread.ts";

/** `program` compiles what threads start: once, whichever thread asks first. */
export type PoolOptions = {
  makeJobWorker: () => Worker;
  makeSceneWorker: () => Worker;
  sceneWorkers: number;
  means: WorkerMeans;
  program: ProgramSource;
};

export type JobListener = {
  progress?: (progress: Progress) => void;
  stage?: (stage: StageName, seconds: number) => void;
  log?: (level: LogLevel, stage: StageName | null, message: string) => void;
};

/** The threads that do the work: a job worker for each running job, and scene workers that all jobs share. */
export type Pool = {
  /**
   * Runs a job to its film. When `signal` fires its child processes are gone at once and its threads within 300 ms; nothing is told to the
   * listener from then on. Throws what the job failed with, `cancelled`, or `worker_died`.
   */
  run: (order: JobOrder, listener: JobListener, signal: AbortSignal) => Promise<Film>;
  /** Has a scene worker do one task for nobody's film. Ends and throws as `run` does. */
  task: <Name extends TaskName>(name: Name, input: Tasks[Name]["input"], signal: AbortSignal) => Promise<Tasks[Name]["result"]>;
  /** Ends every thread and every child process, now and for good; jobs that run are settled as cancelled. */
  stop: () => void;
};

const GRACE_MS = 300;

/** Whoever has tasks done. Settled with what came of it: a film, a task's answer, or a `KinoraError`. */
type Running = { thread: Thread<ToJob>; listener: JobListener; settle: (outcome: unknown) => void };
type Waiting = Turn & { job: Running; taskId: number; task: TaskInput };
type SceneThread = { thread: Thread<ToScene>; current?: Waiting; last?: Turn };

const cancelled = () => new KinoraError("cancelled", "Cancelled.");
const workerDied = (reason: string) =>
  new KinoraError("worker_died", `A worker stopped: ${reason}. Run the same command again: it goes on from what is finished.`);

/** Starts the pool; threads are made when first needed. */
export function startPool(options: PoolOptions): Pool {
  const waiting: Waiting[] = [];
  const scenes: SceneThread[] = [];
  const jobs = new Set<Running>();
  let stopped = false;

  function assign(): void {
    while (waiting.length > 0 && !stopped) {
      const free = scenes.find(({ current }) => !current) ?? (scenes.length < options.sceneWorkers ? startScene() : undefined);
      if (!free) return;
      const busy = scenes.flatMap(({ current }) => current ?? []);
      const [next] = waiting.splice(pickTurn(waiting, free.last, busy), 1) as [Waiting];
      free.current = next;
      free.last = { job: next.job, ...(next.row && { row: next.row }) };
      free.thread.tell({ type: "run", means: options.means, taskId: next.taskId, task: next.task });
    }
  }

  function startScene(): SceneThread {
    const scene: SceneThread = {
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
    scene.thread.end();
    finishTask(scene, (taskId) => ({ type: "task_failed", taskId, error }));
  }

  /** The worker's task is over: its job is told, if it still runs, and the next task can begin. */
  function finishTask(scene: SceneThread, outcome: (taskId: number) => ToJob): void {
    const { current } = scene;
    delete scene.current;
    if (current && jobs.has(current.job)) current.job.thread.tell(outcome(current.taskId));
    assign();
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
    else thread.tell({ type: "task_progress", taskId, fraction: message.fraction, frames: message.frames });
  }

  function hearJob(job: Running, message: FromJob): void {
    if (!jobs.has(job)) return;
    if (message.type === "program_wanted") void giveProgram(job.thread, message.name);
    if (message.type === "task") {
      waiting.push({ job, taskId: message.taskId, task: message.task, ...(message.row && { row: message.row }) });
      assign();
    }
    if (message.type === "progress") job.listener.progress?.(message.progress);
    if (message.type === "stage") job.listener.stage?.(message.stage, message.seconds);
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
    const job: Running = { thread: { tell, killChildren: () => undefined, end: () => undefined }, listener: {}, settle };
    jobs.add(job);
    waiting.push({ job, taskId: 0, task });
    assign();
    return job;
  }

  function startJob(order: JobOrder, listener: JobListener, settle: Running["settle"]): Running {
    const job: Running = {
      thread: watchThread<ToJob, FromJob>(options.makeJobWorker(), {
        hear: (message) => hearJob(job, message),
        died: (reason) => settleJob(job, workerDied(reason)),
      }),
      listener,
      settle,
    };
    jobs.add(job);
    job.thread.tell({ type: "run", means: options.means, order });
    return job;
  }

  /** From here on the job is over: nothing it asks for begins, what it waits for is dropped, the children it has anywhere are killed. */
  function settleJob(job: Running, outcome: unknown): void {
    if (!jobs.delete(job)) return;
    job.settle(outcome);
    waiting.splice(0, waiting.length, ...waiting.filter((task) => task.job !== job));
    job.thread.tell({ type: "cancel" });
    job.thread.killChildren();
    for (const { thread, current } of busyWith(job)) {
      thread.tell({ type: "cancel", taskId: current!.taskId });
      thread.killChildren();
    }
  }

  const busyWith = (job: Running) => scenes.filter(({ current }) => current?.job === job);

  /** Ends what a settled job still keeps busy, after a grace in which threads may clear up. */
  async function endJob(job: Running, graceMs: number): Promise<void> {
    if (!stopped) await Bun.sleep(graceMs);
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
    const failed = outcome instanceof KinoraError;
    await endJob(job, failed ? GRACE_MS : 0);
    if (failed) throw outcome;
    return outcome;
  }

  return {
    async run(order, listener, signal) {
      return (await untilSettled((settle) => startJob(order, listener, settle), signal)) as Film;
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
      for (const { thread } of scenes.splice(0)) thread.end();
    },
  };
}
