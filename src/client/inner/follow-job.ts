import { isJobComplete } from "../format.ts";
import { type AsyncJob, applyEvent } from "../job.ts";
import type { Live, LiveEvent } from "../live.ts";
import type { PollOptions } from "../poll.ts";
import { askUntilOver } from "./ask-until-over.ts";

/** While events come, asking is only for safety, ms. */
const SAFETY_MS = 30_000;

type Following = PollOptions & { live: Live | undefined; onProgress: (job: AsyncJob) => void };

/** Follows a job to its end, by events while they come and by asking otherwise. Resolves with the job; rejects as `pollJobUntilComplete` does. */
export async function followJob(jobId: string, { live, onProgress, ...asking }: Following): Promise<AsyncJob> {
  let job: AsyncJob | undefined;
  let askedMs = 0;
  let wake = () => {};
  const show = (next: AsyncJob) => {
    job = next;
    onProgress(next);
  };
  const hear = (event: LiveEvent) => {
    if (event.event === "events_expired") return wake();
    const next = job && applyEvent(job, event);
    if (!next || next === job) return;
    if (isJobComplete(next)) wake();
    else show(next);
  };
  const onAnswer = (answer: AsyncJob) => {
    askedMs = Date.now();
    show(answer);
  };
  const news = {
    isNeedless: () => live?.state().status === "open" && Date.now() - askedMs < SAFETY_MS,
    onWake: (ring: () => void) => {
      wake = ring;
    },
  };
  const unsubscribe = live?.subscribeJob(jobId, hear);
  try {
    return await askUntilOver(jobId, { ...asking, onProgress: onAnswer }, news);
  } finally {
    unsubscribe?.();
  }
}
