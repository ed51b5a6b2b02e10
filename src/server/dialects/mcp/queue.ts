import { z } from "zod";
import { JobKind, JobStatus, RUNNING_STATUSES } from "../../../domain/job-record.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import { answerJson, endpoint } from "../../endpoint.ts";
import { EXAMPLE_ID, EXAMPLE_TIME } from "../../job-path.ts";
import type { ServerMeans } from "../../means.ts";
import { toSeconds } from "../../time.ts";
import { Id, Timestamp } from "./job-answers.ts";

const Jobs = z.int().min(1).optional().describe("Jobs in this status; left out where there are none");
const Depth = z.object(
  Object.fromEntries((["pending", ...RUNNING_STATUSES] as const).map((status) => [status, Jobs])) as Partial<
    Record<JobStatus, typeof Jobs>
  >,
);

const WorkerAnswer = z.object({
  worker: z.int().min(1).describe("Which place, from 1; a job keeps the one that it has"),
  job_id: Id.nullable().describe("The job that runs there; null while it is free"),
  kind: JobKind.nullable().describe("What that job does"),
  prompt: z.string().nullable().describe("What it was asked for with, its first 1,000 code points"),
  status: JobStatus.nullable().describe("Where it stands"),
  current_step: z.string().nullable().describe("What is being done, in words"),
  since: Timestamp.describe("Since when it does this, or nothing; RFC 3339 in UTC"),
});

const QueueAnswer = z
  .object({
    depth: Depth.describe("How many jobs are in each status that is not an end"),
    workers: z.array(WorkerAnswer).describe("The places where jobs run"),
    threads: z.int().min(1).describe("How many scenes are drawn at the same time"),
    oldest_waiting: z
      .object({
        job_id: Id,
        prompt: z.string().describe("What it was asked for with, its first 1,000 code points"),
        seconds: z.number().min(0).describe("How long it has waited for a place, s"),
      })
      .nullable()
      .describe("Of the jobs that could begin, the one that has waited longest; null when none waits"),
    next_start: z.number().min(0).describe("Until a job made now could begin, s"),
  })
  .meta({ title: "QueueState", description: "Who does what, and what waits" });
type QueueAnswer = z.infer<typeof QueueAnswer>;

const EXAMPLE: QueueAnswer = {
  depth: { pending: 2, rendering: 1 },
  workers: [
    {
      worker: 1,
      job_id: EXAMPLE_ID,
      kind: "generate",
      prompt: "The life of a river",
      status: "rendering",
      current_step: "Rendering scene 4 of 9",
      since: EXAMPLE_TIME,
    },
    { worker: 2, job_id: null, kind: null, prompt: null, status: null, current_step: null, since: EXAMPLE_TIME },
  ],
  threads: 2,
  oldest_waiting: { job_id: EXAMPLE_ID, prompt: "Why the sky is blue", seconds: 12.5 },
  next_start: 18.2,
};

/** `GET /mcp/queue`: who does what, and what waits. */
export const queue = ({ queue: view }: Pick<ServerMeans, "queue">) =>
  endpoint({
    method: "GET",
    path: "/mcp/queue",
    name: "getQueue",
    tag: "Jobs",
    summary: "See who does what, and what waits",
    answers: { 200: { description: "The queue as it is", type: "application/json", schema: QueueAnswer, example: EXAMPLE } },
    errors: [],
    handle: () => answerJson(toAnswer(view())),
  });

type View = ReturnType<ServerMeans["queue"]>;

const toAnswer = ({ depth, places, threads, oldestWaiting: oldest, nextStartSec }: View): QueueAnswer => ({
  depth,
  workers: places.map(({ job, sinceUs }, index) => ({
    worker: index + 1,
    job_id: job?.id ?? null,
    kind: job?.kind ?? null,
    prompt: job?.prompt ?? null,
    status: job?.status ?? null,
    current_step: job?.step ?? null,
    since: toTimestamp(sinceUs),
  })),
  threads,
  oldest_waiting: oldest && { job_id: oldest.id, prompt: oldest.prompt, seconds: toSeconds(oldest.sec)! },
  next_start: toSeconds(nextStartSec)!,
});
