import type { AsyncJobStatus } from "../job.ts";

const ENDS: Record<string, AsyncJobStatus> = { completed: "success", failed: "failure", cancelled: "cancelled" };

/** A canonical status in six words. */
export function toAsyncStatus(status: string, waitingFor: string | null = null): AsyncJobStatus {
  if (status === "pending") return waitingFor === "retry" ? "retrying" : "pending";
  return ENDS[status] ?? "processing";
}

const END_WORDS: Partial<Record<AsyncJobStatus, string>> = { success: "Complete", failure: "Failed", cancelled: "Cancelled" };
const WAIT_WORDS: Record<string, string> = {
  slot: "Waiting for its turn",
  time: "Waiting for its time",
  retry: "Waiting to be tried again",
  approval: "Waiting for approval",
};

/** What a job is doing, in words, from its canonical status. */
export function sayStep(status: string, waitingFor: string | null, step: string | null): string {
  if (status === "pending") return WAIT_WORDS[waitingFor ?? "slot"] ?? "Waiting";
  return END_WORDS[toAsyncStatus(status)] ?? step ?? "Working";
}
