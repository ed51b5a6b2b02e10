import type { Artifacts, Film } from "../domain/artifacts.ts";
import { KinoraError } from "../domain/error.ts";
import { CREATE_STAGES, STAGE_NAMES, type StageName } from "../domain/stages.ts";
import type { LogLevel, StageDone } from "../domain/wire.ts";
import { keepEarlier, stagesUntil } from "./resume.ts";
import type { Pipeline, StageContext } from "./stage.ts";

/** Told of what happens while a job runs. A stage that is not run again is told of as `kept`, and of no other. */
export type RunListener = {
  kept: (stage: StageName) => void;
  progress: (stage: StageName, fraction: number, step: string, frames: number) => void;
  finished: (done: StageDone) => void;
  scene: (scene: number, scenes: number, made: boolean, still: boolean) => void;
  log: (stage: StageName, level: LogLevel, message: string) => void;
};

type Shared = Omit<StageContext, "from" | "progress" | "sceneDone" | "log">;

/**
 * Runs the stages that the order asks for, each as soon as what it needs is done; what `order.done` holds and still counts is not done again.
 * Answers the film, or undefined when the order stops before it. The first failure stops the others and is thrown once they have ended; what
 * they were having made is not waited for.
 */
export async function runPipeline(pipeline: Pipeline, shared: Shared, listener: RunListener): Promise<Film | undefined> {
  const stop = new AbortController();
  const signal = AbortSignal.any([shared.signal, stop.signal]);
  const done = await keptOf(pipeline, shared, listener);
  const running = new Map<StageName, Promise<void>>();
  let failure: unknown;
  const wanted = stagesUntil(shared.order.until);
  for (const name of STAGE_NAMES.filter((one) => wanted.has(one) && done[one] === undefined)) {
    const needed = (CREATE_STAGES[name].needs as readonly StageName[]).map((need) => running.get(need));
    const run = async () => {
      await Promise.all(needed);
      signal.throwIfAborted();
      const context = stageContext(name, { ...shared, signal }, done, listener);
      context.progress(0);
      const artifact = await pipeline[name].run(context);
      Object.assign(done, { [name]: artifact });
      context.progress(1);
      listener.finished({ stage: name, artifact } as StageDone);
    };
    const guarded = run().catch((error) => {
      failure ??= error;
      stop.abort(error);
      throw error;
    });
    guarded.catch(() => undefined);
    running.set(name, guarded);
  }
  await Promise.allSettled(running.values());
  if (shared.signal.aborted) throw new KinoraError("cancelled", "Cancelled.");
  if (failure !== undefined) throw failure;
  return done.deliver;
}

/** What earlier runs left and still counts; told of, so that it counts as done. */
async function keptOf(pipeline: Pipeline, { order, content, signal }: Shared, listener: RunListener): Promise<Partial<Artifacts>> {
  const kept = order.done ? await keepEarlier(pipeline, order.done, { content, signal }) : {};
  for (const name of STAGE_NAMES) if (kept[name] !== undefined) listener.kept(name);
  return kept;
}

function stageContext(name: StageName, shared: Shared, done: Partial<Artifacts>, listener: RunListener): StageContext {
  return {
    ...shared,
    make: (...task) => untilAborted(shared.make(...task), shared.signal),
    from: (earlier) => {
      const artifact = done[earlier];
      if (artifact === undefined) throw new KinoraError("internal", `Stage ${name} reads ${earlier}, which is not done before it.`);
      return artifact;
    },
    progress: (fraction, step = CREATE_STAGES[name].step, frames = 0) => listener.progress(name, fraction, step, frames),
    sceneDone: listener.scene,
    log: (level, message) => listener.log(name, level, message),
  };
}

/** What a promise gives, unless the signal fires first; leaves no listener. */
async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    if (signal.aborted) abort();
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
