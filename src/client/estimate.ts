import { callApi } from "./inner/call.ts";
import type { ClientOptions } from "./options.ts";
import type { FilmRequest, JobStatus, StageName } from "./words.ts";

/** What a film would take, if it were asked for now. Seconds unless said. */
export type Estimate = {
  /** How long the film would be. */
  duration: number;
  scenes: number;
  words: number;
  /** Its place in the queue, 1 is next. */
  queue_position: number;
  /** Until it could begin, and from its beginning to its end. */
  waiting: number;
  processing: number;
  stages: { name: StageName; status: JobStatus; seconds: number }[];
  /** About the size of its MP4. */
  bytes: number;
  /** Films of the same quality and effort that this machine has made; 0 when the figures are those of another machine. */
  films_measured: number;
  /** At the rates of the preferences; null where none is set. */
  cost: number | null;
  currency: string;
};

/** Asks what a film would take, without making it. Rejects, as making it would, with what is wrong with the request. */
export const estimateJob = (request: FilmRequest, options?: ClientOptions): Promise<Estimate> =>
  callApi({ method: "POST", path: "/mcp/estimate", body: request }, options);

/** What a job was asked, in the words of `POST /mcp/generate`: sent again, it makes the same film. */
export type JobRequestAnswer = { job_id: string; revision: number; request: FilmRequest };

/** What a job was asked. */
export const getRequest = (jobId: string, options?: ClientOptions): Promise<JobRequestAnswer> =>
  callApi({ method: "GET", path: `/mcp/request/${encodeURIComponent(jobId)}` }, options);
