import type { Artifacts, Film } from "../domain/artifacts.ts";
import { KinoraError } from "../domain/error.ts";
import { CREATE_STAGES, STAGE_NAMES, type StageName } from "../domain/stages.ts";
import type { LogLevel } from "../domain/wire.ts";
import type { Pipeline, StageContext } from "./stage.ts";

/** Told of what happens while a job runs. */
export type RunListener = {
  progress: (stage: StageName, fraction: number, step: string, frames: number) => void;
  finished: (stage: StageName) => void;
  log: (stage: StageName, level: LogLevel, message: string) => void;
};

type Shared = Omit<StageContext, "from" | "progress" | "log">;

/**
 * Runs every stage as soon as what it needs is done. The first failure stops the others and is thrown once they have ended; what they were
 * having made is not waited for.
 */
export async function runPipeline(pipeline: Pipeline, shared: Shared, listener: RunListener): Promise<Film> {
  const stop = new AbortController();
  const signal = AbortSignal.any([shared.signal, stop.signal]);
  const done: Partial<Artifacts> = {};
  const running = new Map<StageName, Promise<void>>();
  let failure: unknown;
  for (const name of STAGE_NAMES) {
    const needed = (CREATE_STAGES[name].needs as readonly StageName[]).map((need) => running.get(need)!);
    const run = async () => {
      await Promise.all(needed);
      signal.throwIfAborted();
      const context = stageContext(name, { ...shared, signal }, done, listener);
      context.progress(0);
      Object.assign(done, { [name]: await pipeline[name](context) });
      context.progress(1);
      listener.finished(name);
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
  return done.deliver!;
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
