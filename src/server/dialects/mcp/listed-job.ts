import { z } from "zod";
import { mediaUrl } from "../../../domain/event.ts";
import { Style } from "../../../domain/job.ts";
import { type ListedJob as Job, JobKind, JobStatus, WaitingFor } from "../../../domain/job-record.ts";
import { stillName } from "../../../domain/still.ts";
import { toTimestamp } from "../../../domain/timestamp.ts";
import { EXAMPLE_ID, EXAMPLE_TIME } from "../../job-path.ts";
import { toSeconds, toTimestampOrNull } from "../../time.ts";
import { Codes, Id, OverallProgress, Place, Remaining, Timestamp } from "./job-answers.ts";

/** A job as lists and exports tell it. */
export const ListedJob = z.object({
  job_id: Id,
  kind: JobKind.describe("What the job does"),
  prompt: z.string().describe("The prompt, or the first words of the script or storyboard; at most 1,000 characters"),
  title: z.string().nullable().describe("The title that was asked for, or that the planner has found"),
  status: JobStatus.describe("Where the job stands"),
  waiting_for: WaitingFor.nullable().describe("What a pending job waits for"),
  overall_progress: OverallProgress,
  duration_target: z.number().nullable().describe("The length that was asked for, s; null when the words decide"),
  style: Style.nullable().describe("The film's style"),
  priority: z.int().min(1).max(10).describe("1 to 10; 10 goes first"),
  created_at: Timestamp.describe("When the job was made, RFC 3339 in UTC"),
  updated_at: Timestamp.describe("When it last changed, RFC 3339 in UTC"),
  estimated_time_remaining: Remaining,
  queue_position: Place,
  started_at: Timestamp.nullable().describe("When work on it began, RFC 3339 in UTC"),
  finished_at: Timestamp.nullable().describe("When it was over, RFC 3339 in UTC"),
  thumbnail_url: z.string().nullable().describe("A picture of the film, of its first scene while it is made; null before there is one"),
  scenes: z
    .array(z.number().min(0))
    .nullable()
    .describe("How long each scene lasts, s, as measured or else as estimated; null before the job has been planned"),
  video_url: z.string().nullable().describe("The finished film, MP4"),
  bytes: z.int().min(0).nullable().describe("Size of the finished film, bytes"),
  duration: z.number().min(0).nullable().describe("Length of the finished film, s"),
  error: z.string().nullable().describe("Why it failed"),
  error_code: Codes.nullable().describe("The same, from a closed list"),
});
export type ListedJob = z.infer<typeof ListedJob>;

export const EXAMPLE_LISTED: ListedJob = {
  job_id: EXAMPLE_ID,
  kind: "generate",
  prompt: "The life of a river, from spring to sea",
  title: "The life of a river",
  status: "completed",
  waiting_for: null,
  overall_progress: 100,
  duration_target: 10,
  style: "documentary",
  priority: 5,
  created_at: EXAMPLE_TIME,
  updated_at: EXAMPLE_TIME,
  estimated_time_remaining: 0,
  queue_position: null,
  started_at: EXAMPLE_TIME,
  finished_at: EXAMPLE_TIME,
  thumbnail_url: mediaUrl(EXAMPLE_ID, 1, "film.jpg"),
  scenes: [3.6, 2.9, 3.5],
  video_url: mediaUrl(EXAMPLE_ID, 1, "film.mp4"),
  bytes: 2_345_678,
  duration: 10,
  error: null,
  error_code: null,
};

/** A job of a list in the words of the API. */
export const toListed = (job: Job): ListedJob => ({
  job_id: job.id,
  kind: job.kind,
  prompt: job.prompt,
  title: job.title,
  status: job.status,
  waiting_for: job.waitingFor,
  overall_progress: job.progress,
  duration_target: job.durationTargetSec,
  style: job.style,
  priority: job.priority,
  created_at: toTimestamp(job.createdUs),
  updated_at: toTimestamp(job.updatedUs),
  estimated_time_remaining: toSeconds(job.remainingSec),
  queue_position: job.queuePosition,
  started_at: toTimestampOrNull(job.startedUs),
  finished_at: toTimestampOrNull(job.finishedUs),
  thumbnail_url: fileUrl(job, job.film?.poster ?? (job.still === null ? undefined : stillName(job.still))),
  scenes: job.scenes,
  video_url: fileUrl(job, job.film?.video),
  bytes: job.film?.bytes ?? null,
  duration: job.film?.durationSec ?? null,
  error: job.error,
  error_code: job.errorCode,
});

/** The address of a file of a job's: files are named as they are stored. */
const fileUrl = ({ id, revision }: Job, path: string | undefined): string | null =>
  path === undefined ? null : mediaUrl(id, revision, path.slice(path.lastIndexOf("/") + 1));
