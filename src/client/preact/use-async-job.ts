import { useEffect, useRef, useState } from "preact/hooks";
import { type JobTracker, type JobTrackerOptions, type JobTrackerState, trackJob } from "../track.ts";

export type UseAsyncJobOptions = JobTrackerOptions;

type Actions = Pick<JobTracker, "createVideoJob" | "startPolling" | "stopPolling" | "cancelCurrentJob" | "retryCurrentJob" | "reset">;

/** What the hook gives: the state of the job, what follows from it, and what can be done. */
export type UseAsyncJob = JobTrackerState & Actions;

/**
 * Makes and follows one job at a time. Events replace asking where a socket or a stream can be had; asking stops while the page is hidden and
 * goes on when it returns; everything ends with the component. Functions stay the same from one rendering to the next.
 */
export function useAsyncJob(options: UseAsyncJobOptions = {}): UseAsyncJob {
  const latest = useRef(options);
  latest.current = options;
  const [tracker] = useState(() => trackJob(() => latest.current));
  const [state, setState] = useState(tracker.state());
  useEffect(() => {
    setState(tracker.state());
    tracker.onChange(setState);
    return tracker.dispose;
  }, [tracker]);
  const { createVideoJob, startPolling, stopPolling, cancelCurrentJob, retryCurrentJob, reset } = tracker;
  return { ...state, createVideoJob, startPolling, stopPolling, cancelCurrentJob, retryCurrentJob, reset };
}
