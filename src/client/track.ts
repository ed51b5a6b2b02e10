import { cancelJob, retryJob } from "./actions.ts";
import { type CreateOptions, createJob } from "./create.ts";
import { isJobComplete } from "./format.ts";
import { followJob } from "./inner/follow-job.ts";
import { shareLive } from "./inner/shared-live.ts";
import type { AsyncJob, AsyncJobResult, AsyncJobStatus } from "./job.ts";
import type { Live } from "./live.ts";
import type { ClientOptions } from "./options.ts";

/** What is shown of a job that is followed. */
export type JobTrackerState = {
  jobId: string | null;
  status: AsyncJobStatus | null;
  /** 0..1. */
  progress: number;
  progressMessage: string;
  result: AsyncJobResult | null;
  error: string | null;
  /** True while a job is being made, cancelled or tried again. */
  isLoading: boolean;
  /** True while the job is followed, by asking or by events. */
  isPolling: boolean;
  /** Seconds until it is done; null when nobody can tell. */
  estimatedDuration: number | null;
  canCancel: boolean;
  /** True once the job has succeeded, failed or been cancelled. */
  isComplete: boolean;
};

export type JobTrackerOptions = {
  onSuccess?: (job: AsyncJob) => void;
  /** Told why a job failed, or why it could not be made, asked after or cancelled. */
  onError?: (error: Error) => void;
  onProgress?: (job: AsyncJob) => void;
  /** How often to ask where no events can be had, ms; 3,000 by default. */
  pollInterval?: number;
  /** Whether a job is followed as soon as it is made; true by default. */
  autoStartPolling?: boolean;
  /** How the server is reached. */
  client?: ClientOptions;
  /** A connection to hear events by; by default one that all on the page share. `null` hears of none, and asks. */
  live?: Live | null;
};

/** One job at a time, made and followed. */
export type JobTracker = {
  state: () => JobTrackerState;
  /** Told of every change; returns what ends that. */
  onChange: (hear: (state: JobTrackerState) => void) => () => void;
  /** Makes a job; answers its id. Rejects, after telling `onError`, when it could not be made. */
  createVideoJob: (request: Parameters<typeof createJob>[0], options?: CreateOptions) => Promise<string>;
  /** Follows the job, or the one that is named. */
  startPolling: (jobId?: string) => void;
  stopPolling: () => void;
  cancelCurrentJob: () => Promise<void>;
  retryCurrentJob: () => Promise<void>;
  /** Forgets the job, which goes on. */
  reset: () => void;
  /** Ends everything; nothing is told any more. */
  dispose: () => void;
};

const NOTHING: JobTrackerState = {
  jobId: null,
  status: null,
  progress: 0,
  progressMessage: "",
  result: null,
  error: null,
  isLoading: false,
  isPolling: false,
  estimatedDuration: null,
  canCancel: false,
  isComplete: false,
};
/** Follows one job at a time, without any framework: what `useAsyncJob` stands on. `read` gives the options as they are now. */
export function trackJob(read: () => JobTrackerOptions): JobTracker {
  const { state, set, onChange, dispose, isOver } = openState();
  let following: AbortController | undefined;
  /** Counts jobs that were begun or forgotten: what comes back for an earlier one no longer matters. */
  let turn = 0;
  const client = (): ClientOptions => read().client ?? {};

  function stopPolling(): void {
    following?.abort(new Error("Stopped."));
    following = undefined;
    if (state().isPolling) set({ isPolling: false });
  }

  function complain(error: unknown): void {
    if (isOver()) return;
    const said = error instanceof Error ? error : new Error(String(error));
    set({ error: said.message, isLoading: false });
    read().onError?.(said);
  }

  function show(job: AsyncJob): void {
    if (isOver()) return;
    set(toState(job));
    read().onProgress?.(job);
  }

  async function follow(jobId: string, mine: AbortController): Promise<void> {
    const { live: given, pollInterval } = read();
    const shared = given === undefined ? shareLive(client()) : undefined;
    const live = shared?.live ?? given ?? undefined;
    const interval = pollInterval === undefined ? {} : { intervalMs: pollInterval };
    const outcome = await followJob(jobId, { ...client(), ...interval, live, signal: mine.signal, onProgress: show }).catch(toFailure);
    shared?.giveBack();
    if (following !== mine) return;
    following = undefined;
    set({ isPolling: false });
    if ("failure" in outcome) complain(outcome.failure);
    else if (outcome.status === "success") read().onSuccess?.(outcome);
    else if (outcome.status === "failure") read().onError?.(new Error(outcome.error ?? FAILED));
  }

  function startPolling(jobId: string | null = state().jobId): void {
    if (typeof jobId !== "string" || isOver() || (following && jobId === state().jobId)) return;
    following?.abort(new Error("Stopped."));
    following = new AbortController();
    set({ ...(jobId === state().jobId ? {} : NOTHING), jobId, isPolling: true, error: null });
    void follow(jobId, following);
  }

  /** Does something to the job, and shows what became of it. */
  async function change(act: (jobId: string, options: ClientOptions) => Promise<AsyncJob>): Promise<void> {
    const { jobId } = state();
    if (jobId === null) return;
    set({ isLoading: true, error: null });
    try {
      const changed = await act(jobId, client());
      if (state().jobId !== jobId) return;
      set({ isLoading: false });
      show(changed);
      if (isJobComplete(changed)) stopPolling();
      else startPolling();
    } catch (error) {
      complain(error);
    }
  }

  async function createVideoJob(...[request, options]: Parameters<typeof createJob>): Promise<string> {
    stopPolling();
    const mine = ++turn;
    set({ ...NOTHING, isLoading: true });
    try {
      const { job_id, status, estimated_duration } = await createJob(request, { ...client(), ...options });
      if (mine !== turn) return job_id;
      set({ isLoading: false, jobId: job_id, status, estimatedDuration: estimated_duration });
      if (read().autoStartPolling ?? true) startPolling();
      return job_id;
    } catch (error) {
      if (mine === turn) complain(error);
      throw error;
    }
  }

  return {
    state,
    onChange,
    createVideoJob,
    startPolling,
    stopPolling,
    cancelCurrentJob: () => change(cancelJob),
    retryCurrentJob: () => change(retryJob),
    reset() {
      turn++;
      stopPolling();
      set(NOTHING);
    },
    dispose() {
      stopPolling();
      dispose();
    },
  };
}

const FAILED = "The job failed.";
const toFailure = (failure: unknown) => ({ failure });

/** A state that tells of its changes until it is disposed of. */
function openState() {
  let state = NOTHING;
  let isOver = false;
  const listeners = new Set<(state: JobTrackerState) => void>();
  return {
    state: () => state,
    isOver: () => isOver,
    set(change: Partial<JobTrackerState>): void {
      if (isOver) return;
      state = withConclusions({ ...state, ...change });
      for (const hear of [...listeners]) hear(state);
    },
    onChange(hear: (state: JobTrackerState) => void): () => void {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    dispose(): void {
      isOver = true;
      listeners.clear();
    },
  };
}

const withConclusions = (state: JobTrackerState): JobTrackerState => {
  const isComplete = state.status !== null && isJobComplete({ status: state.status });
  return { ...state, isComplete, canCancel: state.jobId !== null && !isComplete };
};

const toState = (job: AsyncJob): Partial<JobTrackerState> => ({
  status: job.status,
  progress: job.progress,
  progressMessage: job.message,
  result: job.result,
  error: job.status === "failure" ? (job.error ?? FAILED) : null,
  estimatedDuration: job.estimated_time_remaining,
});
