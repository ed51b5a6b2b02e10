import { z } from "zod";
import type { ErrorCode } from "../../../domain/error.ts";
import { attemptOf, JobKind, type JobRecord, JobStatus, MOST_ATTEMPTS, WaitingFor } from "../../../domain/job-record.ts";
import { CREATE_STAGES, STAGE_NAMES, type StageName } from "../../../domain/stages.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { JobView } from "../../../service/service.ts";
import { STATUS_OF } from "../../errors.ts";
import { EXAMPLE_ID, EXAMPLE_TIME } from "../../job-path.ts";
import { toSeconds, toTimestampOrNull } from "../../time.ts";

export const Timestamp = z.iso.datetime();
export const Id = z.uuid().describe("The job's id, a UUIDv7");
const Status = JobStatus.describe("Where the job stands; while it runs, the stage it is in");
const Waiting = WaitingFor.nullable().describe("What a pending job waits for: its turn, its time, the next attempt, or approval");
export const Place = z.int().min(1).nullable().describe("Place in the queue, 1 is next; null unless the job waits for a slot");
export const Remaining = z.number().min(0).nullable().describe("Estimated time until the film is done, s; null when nobody can tell");
export const OverallProgress = z.number().min(0).max(100).describe("How far the job is, percent; never falls");

/** What is answered to whoever makes or changes a job. */
export const Receipt = z
  .object({ job_id: Id, status: Status, waiting_for: Waiting, queue_position: Place, estimated_time_remaining: Remaining })
  .meta({ title: "JobReceipt", description: "A job in short" });
export type Receipt = z.infer<typeof Receipt>;

export const EXAMPLE_RECEIPT: Receipt = {
  job_id: EXAMPLE_ID,
  status: "pending",
  waiting_for: "slot",
  queue_position: 3,
  estimated_time_remaining: 41.5,
};

/** A job in short. */
export const toReceipt = ({ job, queuePosition, remainingSec }: JobView): Receipt => ({
  job_id: job.id,
  status: job.status,
  waiting_for: job.waitingFor,
  queue_position: queuePosition,
  estimated_time_remaining: toSeconds(remainingSec),
});

export const Codes = z.enum(Object.keys(STATUS_OF) as [ErrorCode, ...ErrorCode[]]);

export const StageAnswer = z.object({
  name: z.enum(STAGE_NAMES).describe("The stage"),
  status: JobStatus.describe("The job's status while it is in this stage"),
  progress: z.number().min(0).max(100).describe("How far the stage is, percent"),
  started_at: Timestamp.nullable().describe("When it began, RFC 3339 in UTC"),
  finished_at: Timestamp.nullable().describe("When it was done, RFC 3339 in UTC"),
});

/** Everything about how far a job is. */
export const StatusAnswer = z
  .object({
    job_id: Id,
    kind: JobKind.describe("What the job does"),
    status: Status,
    waiting_for: Waiting,
    queue_position: Place,
    overall_progress: OverallProgress,
    current_step: z.string().nullable().describe("What is being done, in words"),
    estimated_time_remaining: Remaining,
    stages: z.array(StageAnswer).describe("Every stage, in order"),
    attempt: z.int().min(1).max(MOST_ATTEMPTS).describe("Which attempt this is"),
    max_attempts: z.int().describe("How many attempts there are before the job fails for good"),
    revision: z.int().min(1).describe("Rises when an edited storyboard is approved"),
    created_at: Timestamp.describe("When the job was made, RFC 3339 in UTC"),
    updated_at: Timestamp.describe("When it last changed, RFC 3339 in UTC"),
    started_at: Timestamp.nullable().describe("When work on it began, RFC 3339 in UTC"),
    finished_at: Timestamp.nullable().describe("When it was over, RFC 3339 in UTC"),
    hls_url: z.string().nullable().describe("Where to watch while it renders; null as long as there is none"),
    error: z.string().nullable().describe("Why it failed"),
    error_code: Codes.nullable().describe("The same, from a closed list"),
  })
  .meta({ title: "JobStatus", description: "Where a job stands" });
export type StatusAnswer = z.infer<typeof StatusAnswer>;

/** Where a job stands. */
export const toStatus = (view: JobView): StatusAnswer => ({
  ...toReceipt(view),
  kind: view.job.kind,
  overall_progress: view.job.progress,
  current_step: view.job.step,
  stages: view.job.kind === "generate" ? STAGE_NAMES.map((name) => toStage(view.job, name)) : [],
  attempt: attemptOf(view.job),
  max_attempts: MOST_ATTEMPTS,
  revision: view.job.revision,
  created_at: toTimestamp(view.job.createdUs),
  updated_at: toTimestamp(view.job.updatedUs),
  started_at: toTimestampOrNull(view.job.startedUs),
  finished_at: toTimestampOrNull(view.job.finishedUs),
  hls_url: null,
  error: view.job.error,
  error_code: view.job.errorCode,
});

/** How one stage of a job goes. */
export function toStage({ stages }: JobRecord, name: StageName): StatusAnswer["stages"][number] {
  const record = stages.find((stage) => stage.name === name);
  return {
    name,
    status: CREATE_STAGES[name].status,
    progress: record?.progress ?? 0,
    started_at: toTimestampOrNull(record?.startedUs ?? null),
    finished_at: toTimestampOrNull(record?.finishedUs ?? null),
  };
}

export const EXAMPLE_STATUS: StatusAnswer = {
  ...EXAMPLE_RECEIPT,
  kind: "generate",
  status: "rendering",
  waiting_for: null,
  queue_position: null,
  overall_progress: 62.5,
  current_step: "Rendering scene 4 of 9",
  estimated_time_remaining: 18.2,
  stages: [{ name: "plan", status: "scene_planning", progress: 100, started_at: EXAMPLE_TIME, finished_at: EXAMPLE_TIME }],
  attempt: 1,
  max_attempts: MOST_ATTEMPTS,
  revision: 1,
  created_at: EXAMPLE_TIME,
  updated_at: EXAMPLE_TIME,
  started_at: EXAMPLE_TIME,
  finished_at: null,
  hls_url: null,
  error: null,
  error_code: null,
};
