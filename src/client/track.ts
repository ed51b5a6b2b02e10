import { cancelJob, retryJob } from "./actions.ts";
import { type CreateOptions, createJob } from "./create.ts";
import { isJobComplete } from "./format.ts";
import { askUntilOver } from "./inner/ask-until-over.ts";
import { shareLive } from "./inner/shared-live.ts";
import { type AsyncJob, type AsyncJobResult, type AsyncJobStatus, applyEvent } from "./job.ts";
import type { Live, LiveEvent } from "./live.ts";
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
/** While events come, asking is only for safety, ms. */
const SAFETY_MS = 30_000;

/** Follows one job at a time, without any framework: what `useAsyncJob` stands on. `read` gives the options as they are now. */
export function trackJob(read: () => JobTrackerOptions): JobTracker {
  let state = NOTHING;
  let job: AsyncJob | undefined;
  let following: AbortController | undefined;
  let isOver = false;
  const listeners = new Set<(state: JobTrackerState) => void>();
  const set = (change: Partial<JobTrackerState>) => {
    if (isOver) return;
    state = withConclusions({ ...state, ...change });
    for (const hear of [...listeners]) hear(state);
  };
  const client = (): ClientOptions => read().client ?? {};
  const stopPolling = () => {
    following?.abort(new Error("Stopped."));
    following = undefined;
    if (state.isPolling) set({ isPolling: false });
  };
  const complain = (error: unknown) => {
    const said = error instanceof Error ? error : new Error(String(error));
    set({ error: said.message, isLoading: false });
    if (!isOver) read().onError?.(said);
  };
  const show = (next: AsyncJob) => {
    job = next;
    set(toState(next));
    if (!isOver) read().onProgress?.(next);
  };
  const settle = (ended: AsyncJob) => {
    following = undefined;
    set({ isPolling: false });
    if (isOver) return;
    if (ended.status === "success") read().onSuccess?.(ended);
    if (ended.status === "failure") read().onError?.(new Error(ended.error ?? "The job failed."));
  };

  async function follow(jobId: string, mine: AbortController): Promise<void> {
    const { live: given, pollInterval } = read();
    const own = given === undefined ? shareLive(client()) : undefined;
    const live = given === undefined ? own?.live : (given ?? undefined);
    let askedMs = 0;
    let wake = () => {};
    const hear = (event: LiveEvent) => {
      const next = job && event.event !== "events_expired" ? applyEvent(job, event) : job;
      if (event.event === "events_expired" || (next && isJobComplete(next))) wake();
      else if (next && next !== job) show(next);
    };
    const unsubscribe = live?.subscribeJob(jobId, hear);
    const asking = { ...client(), signal: mine.signal, ...(pollInterval !== undefined && { intervalMs: pollInterval }) };
    const onProgress = (asked: AsyncJob) => {
      askedMs = Date.now();
      show(asked);
    };
    const isNeedless = () => live?.state().status === "open" && Date.now() - askedMs < SAFETY_MS;
    const onWake = (tell: () => void) => {
      wake = tell;
    };
    try {
      const ended = await askUntilOver(jobId, { ...asking, onProgress }, { isNeedless, onWake });
      if (following === mine) settle(ended);
    } catch (error) {
      if (following !== mine) return;
      following = undefined;
      set({ isPolling: false });
      complain(error);
    } finally {
      unsubscribe?.();
      own?.giveBack();
    }
  }

  function startPolling(jobId: string | undefined = state.jobId ?? undefined): void {
    if (typeof jobId !== "string" || isOver) return;
    if (following && jobId === state.jobId) return;
    following?.abort(new Error("Stopped."));
    if (jobId !== state.jobId) {
      job = undefined;
      set({ ...NOTHING, jobId });
    }
    following = new AbortController();
    set({ isPolling: true, error: null });
    void follow(jobId, following);
  }

  /** Does something to the job, and shows what became of it. */
  async function change(act: (jobId: string, options: ClientOptions) => Promise<AsyncJob>): Promise<void> {
    const { jobId } = state;
    if (jobId === null) return;
    set({ isLoading: true, error: null });
    try {
      const changed = await act(jobId, client());
      if (state.jobId !== jobId) return;
      set({ isLoading: false });
      show(changed);
      if (isJobComplete(changed)) stopPolling();
      else startPolling();
    } catch (error) {
      complain(error);
    }
  }

  return {
    state: () => state,
    onChange(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    async createVideoJob(request, options) {
      stopPolling();
      job = undefined;
      set({ ...NOTHING, isLoading: true });
      try {
        const made = await createJob(request, { ...client(), ...options });
        set({ isLoading: false, jobId: made.job_id, status: made.status, estimatedDuration: made.estimated_duration });
        if (read().autoStartPolling ?? true) startPolling();
        return made.job_id;
      } catch (error) {
        complain(error);
        throw error;
      }
    },
    startPolling,
    stopPolling,
    cancelCurrentJob: () => change(cancelJob),
    retryCurrentJob: () => change(retryJob),
    reset() {
      stopPolling();
      job = undefined;
      set(NOTHING);
    },
    dispose() {
      stopPolling();
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
  error: job.status === "failure" ? (job.error ?? "The job failed.") : null,
  estimatedDuration: job.estimated_time_remaining,
});
