import { z } from "zod";
import type { JobStatus } from "../../../domain/job-record.ts";
import { attemptOf, type JobRecord, phaseOf } from "../../../domain/job-record.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import type { JobView } from "../../../service/service.ts";
import { EXAMPLE_ID, EXAMPLE_TIME } from "../../job-path.ts";
import { filmUrls } from "../mcp/result.ts";

/** The statuses of this dialect. */
export const JOB_STATUSES = ["pending", "retrying", "processing", "success", "failure", "cancelled"] as const;
export const VideoJobStatus = z.enum(JOB_STATUSES);
export type VideoJobStatus = z.infer<typeof VideoJobStatus>;

const ENDS: Partial<Record<JobStatus, VideoJobStatus>> = { completed: "success", failed: "failure", cancelled: "cancelled" };

/** A canonical status in this dialect's words. */
export function toVideoJobStatus({ status, waitingFor }: Pick<JobRecord, "status" | "waitingFor">): VideoJobStatus {
  const phase = phaseOf(status);
  if (phase === "running") return "processing";
  if (phase === "pending") return waitingFor === "retry" ? "retrying" : "pending";
  return ENDS[status]!;
}

const Id = z.uuid().describe("The job's id, a UUIDv7");
export const StatusField = VideoJobStatus.describe("Where the job stands");

/** A job as this dialect shows it. */
export const VideoJob = z
  .object({
    job_id: Id,
    status: StatusField,
    progress: z.number().min(0).max(1).describe("How far it is, 0 to 1; never falls"),
    message: z.string().describe("What is being done, with notes on what could not be done as asked"),
    result: z
      .object({
        video_id: z.uuid().describe("The film's id, the same as the job's"),
        video_path: z.string().describe("Where the film is, a path on this server"),
        duration: z.number().describe("Length of the film, s"),
      })
      .nullable()
      .describe("The film, once the job has succeeded"),
    error: z.string().nullable().describe("Why it failed"),
    retry_count: z.int().min(0).describe("How often it was tried again after a failure"),
    created_at: z.iso.datetime().describe("When the job was made, RFC 3339 in UTC"),
    updated_at: z.iso.datetime().describe("When it last changed, RFC 3339 in UTC"),
  })
  .meta({ title: "VideoJob", description: "A video job" });
export type VideoJob = z.infer<typeof VideoJob>;

/** A job in this dialect's words. */
export const toVideoJob = ({ job }: JobView): VideoJob => ({
  job_id: job.id,
  status: toVideoJobStatus(job),
  progress: Math.round(job.progress * 100) / 10_000,
  message: [sayStep(job), ...notesOf(job)].join(" "),
  result: toResult(job),
  error: job.error,
  retry_count: attemptOf(job) - 1,
  created_at: toTimestamp(job.createdUs),
  updated_at: toTimestamp(job.updatedUs),
});

function toResult(job: JobRecord): VideoJob["result"] {
  if (job.status !== "completed" || !job.film) return null;
  return { video_id: job.id, video_path: filmUrls(job, job.film).video, duration: job.film.durationSec };
}

const WAITS = {
  slot: "Waiting for its turn",
  time: "Waiting for its time",
  retry: "Waiting to be tried again",
  approval: "Waiting for approval",
} as const;

function sayStep({ status, waitingFor, step }: JobRecord): string {
  if (status === "completed") return "Complete";
  if (status === "failed") return "Failed";
  if (status === "cancelled") return "Cancelled";
  return status === "pending" ? WAITS[waitingFor ?? "slot"] : (step ?? "Working");
}

/** What was noted when the job was made here, as sentences that follow. */
function notesOf({ origin }: JobRecord): string[] {
  const { notes } = origin.details;
  return Array.isArray(notes) && notes.length > 0 ? [`(${notes.join(" ")})`] : [];
}

export const EXAMPLE_JOB: VideoJob = {
  job_id: EXAMPLE_ID,
  status: "success",
  progress: 1,
  message: "Complete",
  result: { video_id: EXAMPLE_ID, video_path: `/media/${EXAMPLE_ID}/1/film.mp4`, duration: 30 },
  error: null,
  retry_count: 0,
  created_at: EXAMPLE_TIME,
  updated_at: EXAMPLE_TIME,
};
