import { askUntilOver } from "./inner/ask-until-over.ts";
import type { AsyncJob } from "./job.ts";
import type { ClientOptions } from "./options.ts";

/** How to ask until a job is over. */
export type PollOptions = ClientOptions & {
  /** Told of every answer, the last one too. */
  onProgress?: (job: AsyncJob) => void;
  /** How long to wait between two questions, ms; 3,000 by default. After a minute a twentieth of the time so far, at most five times this. */
  intervalMs?: number;
};

/**
 * Asks until a job is over, and resolves with it, whether it succeeded or not. Does not ask while the page is hidden. Goes on through five
 * failures in a row of a server that is away or busy; rejects with any other `KinoraApiError`, or with the signal's reason.
 */
export const pollJobUntilComplete = (jobId: string, options: PollOptions = {}): Promise<AsyncJob> => askUntilOver(jobId, options);
