import { statusEvent } from "../../domain/event.ts";
import type { JobCounts } from "../../domain/job-query.ts";
import type { JobRecord } from "../../domain/job-record.ts";
import { queueEvent } from "../../service/queue-report.ts";
import type { JobService } from "../../service/service.ts";
import { type JobTraits, traitsOf } from "./interest.ts";
import { MOST_SHOWN } from "./limits.ts";

/** Where a job stands, as it is sent to who begins to listen: not an event, so without a number. */
export const toSnapshot = (job: JobRecord): string => JSON.stringify({ ...statusEvent(job), snapshot: true });
/** How the queue stands, as it is sent to who begins to listen to all. */
export const toQueueSnapshot = (counts: JobCounts): string => JSON.stringify({ ...queueEvent(counts), snapshot: true });

/** How all stands: the queue, and the newest jobs that wait or run. */
export type Present = { queue: string; jobs: { traits: JobTraits; text: string }[] };

/** Answers how all stands, read once however many begin to listen until the next event. */
export function openPresent(service: Pick<JobService, "listen" | "active" | "counts">) {
  let present: Present | undefined;
  const stop = service.listen((events) => {
    if (present && events.some(({ body }) => body.event !== "job_log_entry")) present = undefined;
  });
  const read = (): Present => ({
    queue: toQueueSnapshot(service.counts()),
    jobs: service.active(MOST_SHOWN).map((job) => ({ traits: traitsOf(job), text: toSnapshot(job) })),
  });
  return {
    read(): Present {
      present ??= read();
      return present;
    },
    stop,
  };
}
