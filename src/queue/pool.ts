import type { Film } from "../domain/artifacts.ts";
import { type ErrorData, fromErrorData, KinoraError } from "../domain/error.ts";
import type { StageName } from "../domain/stages.ts";
import type { FromJob, FromScene, JobOrder, LogLevel, Progress, TaskInput, ToJob, ToScene, WorkerMeans } from "../domain/wire.ts";
import { killGroup } from "../system/process.ts";

export type PoolOptions = { makeJobWorker: () => Worker; makeSceneWorker: () => Worker; sceneWorkers: number; means: WorkerMeans };

export type JobListener = {
  progress?: (progress: Progress) => void;
  stage?: (stage: StageName, seconds: number) => void;
  log?: (level: LogLevel, stage: StageName | null, message: string) => void;
};

/** The threads that do the work: a job worker for each running job, and scene workers that all jobs share. */
export type Pool = {
  /** Runs a job to its film. When `signal` fires its child processes are gone at once and its threads within 300 ms. */
  run: (order: JobOrder, listener: JobListener, signal: AbortSignal) => Promise<Film>;
  /** Ends every thread and every child process. */
  stop: () => void;
};

const GRACE_MS = 300;

type Thread = { worker: Worker; children: Set<number> };
type Running = { thread: Thread; order: JobOrder; listener: JobListener; settle: (outcome: Film | KinoraError) => void };
type Waiting = { job: Running; taskId: number; task: TaskInput };
type SceneThread = Thread & { current?: Waiting };

/** Starts the pool; threads are made when first needed. */
export function startPool(options: PoolOptions): Pool {
  const waiting: Waiting[] = [];
  const scenes: SceneThread[] = [];
  const jobs = new Set<Running>();

  const tellJob = (job: Running, message: ToJob) => job.thread.worker.postMessage(message);

  function assign(): void {
    while (waiting.length > 0) {
      const free = scenes.find(({ current }) => !current) ?? (scenes.length < options.sceneWorkers ? startScene() : undefined);
      if (!free) return;
      const next = waiting.shift()!;
      free.current = next;
      free.worker.postMessage({ type: "run", means: options.means, taskId: next.taskId, task: next.task } satisfies ToScene);
    }
  }

  function startScene(): SceneThread {
    const thread: SceneThread = { worker: options.makeSceneWorker(), children: new Set() };
    thread.worker.onmessage = ({ data }: MessageEvent<FromScene>) => hearScene(thread, data);
    thread.worker.onerror = (event) => {
      event.preventDefault?.();
      dropScene(thread, { code: "worker_died", message: `A worker stopped: ${event.message}`, retryable: true });
    };
    scenes.push(thread);
    return thread;
  }

  function dropScene(thread: SceneThread, error: ErrorData): void {
    const { current } = thread;
    const index = scenes.indexOf(thread);
    if (index >= 0) scenes.splice(index, 1);
    endThread(thread);
    if (current && jobs.has(current.job)) tellJob(current.job, { type: "task_failed", taskId: current.taskId, error });
    assign();
  }

  function hearScene(thread: SceneThread, message: FromScene): void {
    if (message.type === "child") {
      trackChild(thread, message);
      return;
    }
    const { current } = thread;
    if (message.type === "ready" || !current || message.taskId !== current.taskId) return;
    const alive = jobs.has(current.job);
    if (message.type === "log") {
      if (alive) current.job.listener.log?.(message.level, null, message.message);
      return;
    }
    if (message.type === "progress") {
      if (alive)
        tellJob(current.job, { type: "task_progress", taskId: message.taskId, fraction: message.fraction, frames: message.frames });
      return;
    }
    delete thread.current;
    if (alive) {
      if (message.type === "done") tellJob(current.job, { type: "task_done", taskId: message.taskId, result: message.result });
      else tellJob(current.job, { type: "task_failed", taskId: message.taskId, error: message.error });
    }
    assign();
  }

  function hearJob(job: Running, message: FromJob): void {
    if (message.type === "child") trackChild(job.thread, message);
    if (message.type === "task") {
      waiting.push({ job, taskId: message.taskId, task: message.task });
      assign();
    }
    if (message.type === "progress") job.listener.progress?.(message.progress);
    if (message.type === "stage") job.listener.stage?.(message.stage, message.seconds);
    if (message.type === "log") job.listener.log?.(message.level, message.stage, message.message);
    if (message.type === "done") job.settle(message.film);
    if (message.type === "failed") job.settle(fromErrorData(message.error));
  }

  function startJob(order: JobOrder, listener: JobListener, settle: Running["settle"]): Running {
    const thread: Thread = { worker: options.makeJobWorker(), children: new Set() };
    const job: Running = { thread, order, listener, settle };
    thread.worker.onmessage = ({ data }: MessageEvent<FromJob>) => hearJob(job, data);
    thread.worker.onerror = (event) => {
      event.preventDefault?.();
      settle(new KinoraError("worker_died", `The job's worker stopped: ${event.message}`));
    };
    jobs.add(job);
    tellJob(job, { type: "run", means: options.means, order });
    return job;
  }

  /** Ends what a job still has running: its waiting tasks, the children of its threads at once, the threads after a grace. */
  async function endJob(job: Running, cancelled: boolean): Promise<void> {
    jobs.delete(job);
    for (let index = waiting.length - 1; index >= 0; index--) if (waiting[index]!.job === job) waiting.splice(index, 1);
    const busy = scenes.filter(({ current }) => current?.job === job);
    for (const thread of busy) {
      thread.worker.postMessage({ type: "cancel", taskId: thread.current!.taskId } satisfies ToScene);
      killChildren(thread);
    }
    if (cancelled) {
      tellJob(job, { type: "cancel" });
      killChildren(job.thread);
      await Bun.sleep(GRACE_MS);
    }
    endThread(job.thread);
    for (const thread of busy)
      if (thread.current?.job === job) dropScene(thread, { code: "cancelled", message: "Cancelled.", retryable: false });
  }

  return {
    async run(order, listener, signal) {
      signal.throwIfAborted();
      const { promise, resolve } = Promise.withResolvers<Film | KinoraError>();
      const job = startJob(order, listener, resolve);
      const abort = () => resolve(new KinoraError("cancelled", "Cancelled."));
      signal.addEventListener("abort", abort, { once: true });
      const outcome = await promise;
      signal.removeEventListener("abort", abort);
      await endJob(job, outcome instanceof KinoraError);
      if (outcome instanceof KinoraError) throw outcome;
      return outcome;
    },
    stop() {
      for (const job of jobs) endThread(job.thread);
      for (const thread of scenes.splice(0)) endThread(thread);
    },
  };
}

function trackChild(thread: Thread, { pid, alive }: { pid: number; alive: boolean }): void {
  if (alive) thread.children.add(pid);
  else thread.children.delete(pid);
}

function killChildren(thread: Thread): void {
  for (const pid of thread.children) killGroup(pid);
}

function endThread(thread: Thread): void {
  killChildren(thread);
  thread.worker.onmessage = null;
  thread.worker.onerror = null;
  thread.worker.terminate();
}
