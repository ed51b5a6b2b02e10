import type { JobDetails, JobPage, ListedJob } from "../answers.ts";
import { KinoraApiError } from "../errors.ts";
import type { LiveEvent } from "../live.ts";
import type { ClientOptions } from "../options.ts";
import { callApi } from "./call.ts";
import type { Session } from "./ladder.ts";

const MOST_SHOWN = 100;
const ACTIVE =
  "pending,scene_planning,asset_retrieval,tts_generation,audio_processing,rendering,ingesting,transcribing,analyzing,clipping,publishing";

/** Tells who has just begun to listen where jobs stand, as a socket would: for transports that do not. */
export async function showPresent({
  options,
  subscriptions,
  signal,
}: Pick<Session, "options" | "subscriptions" | "signal">): Promise<void> {
  const { wants, settle } = subscriptions.takeFresh();
  const { jobs, all } = wants;
  const asked = { ...options, signal };
  for (const jobId of jobs) {
    const shown = await showJob(jobId, asked).catch((error) => {
      if (!(error instanceof KinoraApiError) || error.status !== 404) throw error;
      subscriptions.take({ event: "error", code: error.code, message: error.message });
    });
    if (shown) subscriptions.take(shown);
  }
  if (all) await showAll({ options: asked, subscriptions }, jobs);
  settle();
}

async function showAll({ options, subscriptions }: Pick<Session, "options" | "subscriptions">, known: string[]): Promise<void> {
  const query = { status: ACTIVE, limit: MOST_SHOWN };
  const page = await callApi<JobPage>({ method: "GET", path: "/mcp/jobs", query }, options);
  for (const job of page.jobs) if (!known.includes(job.job_id)) subscriptions.take(toSnapshot({ ...job, current_step: null }));
}

const showJob = async (jobId: string, options: ClientOptions): Promise<LiveEvent> =>
  toSnapshot(await callApi<JobDetails>({ method: "GET", path: `/mcp/status/${encodeURIComponent(jobId)}` }, options));

const toSnapshot = (
  job: Pick<ListedJob, "job_id" | "status" | "waiting_for" | "overall_progress" | "estimated_time_remaining"> &
    Pick<JobDetails, "current_step">,
): LiveEvent => ({
  event: "job_status_update",
  job_id: job.job_id,
  status: job.status,
  waiting_for: job.waiting_for,
  overall_progress: job.overall_progress,
  current_step: job.current_step,
  estimated_time_remaining: job.estimated_time_remaining,
  snapshot: true,
});
